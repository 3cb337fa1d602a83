"""Lets the command line's tests use the hand-made readings of tests/export."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "export"))
