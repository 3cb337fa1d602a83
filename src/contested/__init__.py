"""contested reads reports about armed conflict and keeps every side's account."""
