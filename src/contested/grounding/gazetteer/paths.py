"""Where the index and the user's own places lie."""

import os
from pathlib import Path

import platformdirs


def cache_folder() -> Path:
    """The folder of the index: the environment's CONTESTED_CACHE, else the user's cache folder."""
    return Path(os.environ.get("CONTESTED_CACHE") or platformdirs.user_cache_path("contested"))


def added_folder() -> Path:
    """The folder of the files of `contested gazetteer add`: user data, kept when the cache is emptied."""
    own = os.environ.get("CONTESTED_CACHE")
    return (Path(own) if own else platformdirs.user_data_path("contested")) / "gazetteer"
