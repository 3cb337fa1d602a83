"""Time expressions: words to classes, classes to forms, forms to TIMEX3 values and days."""
