"""Counts: numbers with bounds, the words that say what is counted, and who is counted."""
