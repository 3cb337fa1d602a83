"""Whether the encoder can be run here, found out without loading anything of it."""

import logging
from functools import cache
from importlib.util import find_spec

log = logging.getLogger(__name__)
MISSING = "onnxruntime is not installed: reading by rules alone, which finds fewer attributions and names"


@cache
def encoder_installed() -> bool:
    """Whether onnxruntime is there. If not, says so once in the log, which shows warnings on standard error."""
    found = find_spec("onnxruntime") is not None
    if not found:
        log.warning(MISSING)
    return found
