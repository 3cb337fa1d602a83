"""The situation report for people: a reading as sections of short items, then as terminal output or Markdown."""
