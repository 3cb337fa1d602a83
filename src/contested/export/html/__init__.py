"""Readings as one page for a browser: nothing outside the file is needed, and nothing of a report can steer it."""
