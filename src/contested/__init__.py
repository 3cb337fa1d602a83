"""contested reads reports about armed conflict and keeps every side's account."""

__version__ = "0.1.0"
