"""Names of stories and shared events that stay the same from run to run."""

import json
from collections.abc import Sequence
from hashlib import blake2b


def stable_id(letter: str, *parts: str | Sequence[str]) -> str:
    """The letter and ten hexadecimal digits made of the parts; parts are kept apart by their JSON form."""
    digest = blake2b(json.dumps(parts).encode("utf-8", "surrogatepass"), digest_size=5)
    return letter + digest.hexdigest()
