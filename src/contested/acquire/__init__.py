"""Bytes to reports: files, pages, feeds of lines; text, blocks, date and language."""
