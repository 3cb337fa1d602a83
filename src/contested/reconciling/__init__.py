"""Room six: claims of many reports become copies, stories, events and questions. Values in, values out."""
