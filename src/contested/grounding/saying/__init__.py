"""The parts of attribution: cues, sources, contents, quotations, voices."""
