"""What the voices of a report agree and differ on: one file for each kind of question."""
