"""The user's own actors: YAML files of the packaged form, checked when added and merged over the packaged ones."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import platformdirs
import yaml

from contested.errors import SettingsError
from contested.grounding.entities.countries import countries
from contested.model.grounding import ENTITY_TYPES

Rows = dict[str, Mapping[str, Any]]
_LISTS = ("names", "short", "home", "words", "terms")
_TEXTS = ("name", "type", "party", "from", "to", "wikidata")
_FIELDS = frozenset((*_LISTS, *_TEXTS, "needs_home", "ucdp"))
LARGEST = 5_000_000
"""Bytes of the largest file of actors that is read."""


def added_folder() -> Path:
    """The folder of the files of `contested actors add`: user data, kept when the cache is emptied."""
    own = os.environ.get("CONTESTED_CACHE")
    return (Path(own) if own else platformdirs.user_data_path("contested")) / "actors"


def added_rows() -> Rows:
    """The rows of all added files; of an id that comes twice the later file's. SettingsError where one is bad."""
    folder = added_folder()
    found: Rows = {}
    for path in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
        found |= read_rows(path)
    return found


def add(path: Path) -> int:
    """Keep a file of actors for the runs to come; how many it has. SettingsError, and nothing kept, where it is bad."""
    rows = read_rows(path)
    folder = added_folder()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, folder / f"{path.stem}.yml")
    return len(rows)


def read_rows(path: Path) -> Rows:
    """The actors of a file by id; SettingsError with the file's name and the first mistakes in it."""
    try:
        if path.stat().st_size > LARGEST:
            raise SettingsError(f"{path.name} is too large for a file of actors")
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(f"there is no file {path}") from error
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise SettingsError(f"{path.name} cannot be read as YAML: {' '.join(str(error).split())}") from error
    if not isinstance(loaded, dict) or not loaded:
        raise SettingsError(f"{path.name} holds no actors: write one a line as `id: {{name: ..., type: ...}}`")
    wrong = [line for key, row in loaded.items() for line in _mistakes(key, row)]
    if wrong:
        more = f" (and {len(wrong) - 3} more)" if len(wrong) > 3 else ""
        raise SettingsError(f"{path.name}: {'; '.join(wrong[:3])}{more}")
    return loaded


def _mistakes(key: Any, row: Any) -> Iterator[str]:
    """What is wrong in one row, a line each."""
    if not isinstance(key, str) or not isinstance(row, dict):
        yield f"{key!r} is no actor: an id and its fields are needed"
        return
    yield from (f"{key}: unknown field {field}" for field in row if field not in _FIELDS)
    yield from (f"{key}: {field} must be text" for field in _TEXTS if not isinstance(row.get(field, ""), str))
    yield from (f"{key}: {field} must be a list of texts" for field in _LISTS if not _texts(row.get(field, [])))
    if not isinstance(row.get("needs_home", False), bool):
        yield f"{key}: needs_home must be true or false"
    if not row.get("name"):
        yield f"{key}: the name is missing"
    if row.get("type") not in ENTITY_TYPES:
        yield f"{key}: the type must be one of {', '.join(ENTITY_TYPES)}"
    yield from (f"{key}: unknown country {code}" for code in _listed(row, "home") if code not in countries())
    yield from (f"{key}: a term is `office, body, from..to`, not {t!r}" for t in _listed(row, "terms") if not _term(t))


def _listed(row: Mapping[str, Any], field: str) -> list[str]:
    value = row.get(field, [])
    return value if _texts(value) else []


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)


def _term(text: str) -> bool:
    return text.count(",") >= 2 and ".." in text.rsplit(",", 1)[1]
