"""Report to sentences and parse."""
