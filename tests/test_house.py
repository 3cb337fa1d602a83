"""The import rules of docs/decisions/0001: one direction, one door for each heavy library."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import contested

PACKAGE = Path(contested.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
STAGES = {"acquire", "parsing", "grounding", "coding", "reconciling"}
WORDS = {"model", "errors", "lexicon", "data"}
MAY_IMPORT = {
    "errors": set(),
    "model": {"errors", "data"},
    "lexicon": {"model", "errors", "data"},
    "settings": {"errors"},
    **dict.fromkeys(STAGES, WORDS),
    "export": WORDS,
    "ledger": WORDS,
    "llm": WORDS,
    "pipeline": STAGES | WORDS | {"llm", "settings"},
    "run": STAGES | WORDS | {"pipeline", "settings", "export"},
    "reader": STAGES | WORDS | {"llm", "pipeline", "run"},
}
DOORS = {
    "sqlalchemy": "ledger/*",
    "alembic": "ledger/*",
    "psycopg": "nowhere",
    "spacy": "parsing/parse.py",
    "onnxruntime": "parsing/learned.py",
    "torch": "nowhere",
    "pickle": "nowhere",
}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Absolute dotted names imported anywhere in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_import_only_what_they_may(path: Path) -> None:
    here = room(path)
    if here not in MAY_IMPORT:
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "contested" and len(parts) > 1 and not name.startswith("contested.__"):
            assert parts[1] in MAY_IMPORT[here] | {here}, f"{here} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_libraries_have_one_door(path: Path) -> None:
    inside = path.relative_to(PACKAGE).as_posix()
    for name in imports(path):
        door = DOORS.get(name.split(".")[0])
        assert door is None or fnmatch(inside, door), f"{inside} imports {name}, whose door is {door}"


def test_nothing_heavy_is_imported_at_start() -> None:
    import subprocess
    import sys

    heavy = "{'spacy', 'trafilatura', 'httpx', 'pypdfium2', 'lxml'}"
    code = f"import sys, contested; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
