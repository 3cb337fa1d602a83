"""Readings to files and to people."""
