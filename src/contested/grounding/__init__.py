"""Words to things: who, where, when, how many, who says so."""
