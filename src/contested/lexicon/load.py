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
    """The parsed YAML of the packaged file `data/NAME`. The value is shared: do not change it.

    DataError with file and line where it is missing or no YAML.
    """
    try:
        return yaml.load(data_bytes(name), Loader=_LOADER)
    except (yaml.YAMLError, ValueError) as error:
        raise DataError(f"packaged data file {name}{_where(error)} is not YAML: {_why(error)}") from error


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """One list of words of a packaged YAML file, for looking words up."""
    return frozenset(yaml_data(name)[key])


@cache
def data_names(folder: str) -> tuple[str, ...]:
    """The names of the YAML files of the packaged folder `data/FOLDER`, in order of the alphabet."""
    names = (item.name for item in files("contested.data").joinpath(folder).iterdir())
    return tuple(sorted(name for name in names if name.endswith(".yml")))


def _where(error: Exception) -> str:
    """The line (from 1) that the parser stopped at."""
    mark = getattr(error, "problem_mark", None)
    return f", line {mark.line + 1}," if mark is not None else ""


def _why(error: Exception) -> str:
    problem = getattr(error, "problem", None)
    return str(problem or " ".join(str(error).split()))
