"""Packaged data files, read by importlib.resources and kept once read."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from contested.errors import DataError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_file(name: str) -> Traversable:
    """The packaged file `data/NAME` ("lexicon/speech.yml"); DataError if it is not there."""
    found = files("contested.data").joinpath(*name.split("/"))
    if not found.is_file():
        raise DataError(f"packaged data file {name} is missing: reinstall contested")
    return found


def data_bytes(name: str) -> bytes:
    """The bytes of the packaged file `data/NAME`."""
    return data_file(name).read_bytes()


@cache
def yaml_data(name: str) -> Any:
    """The parsed YAML of the packaged file `data/NAME`. The value is shared: do not change it."""
    return yaml.load(data_bytes(name), Loader=_LOADER)
