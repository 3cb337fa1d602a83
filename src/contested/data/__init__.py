"""Reviewed data, no code."""
