"""The docs: every page is reachable, links resolve, examples run, every word of the contract is explained."""

import doctest
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import contested

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), ROOT / "examples" / "README.md", *sorted(DOCS.rglob("*.md"))]
SCHEMA = Path(contested.__file__).parent / "data" / "schema" / "reading-1.schema.json"
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+\s+(.+)$", re.MULTILINE)


def links(page: Path) -> list[str]:
    """Targets of the page's links that lie inside the project."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return [target for target in _LINK.findall(text) if "://" not in target and not target.startswith("mailto:")]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, made as code forges make them."""
    headings = _HEADING.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_relative_links_resolve(page: Path) -> None:
    for target in links(page):
        name, _, anchor = target.partition("#")
        found = (page.parent / name).resolve() if name else page
        assert found.exists(), f"{page.name} links to {target}, which is not there"
        if anchor:
            assert anchor in anchors(found), f"{page.name} links to {target}, and the page has no such heading"


@pytest.mark.parametrize("folder", [DOCS, DOCS / "decisions"], ids=["docs", "decisions"])
def test_every_page_is_linked_from_its_index(folder: Path) -> None:
    index = folder / ("index.md" if folder == DOCS else "README.md")
    linked = {(folder / target.partition("#")[0]).resolve() for target in links(index)}
    missing = {page.name for page in folder.glob("*.md") if page != index and page.resolve() not in linked}
    assert not missing, f"link these in {index.relative_to(ROOT)}"


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_page_has_one_title(page: Path) -> None:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    assert text.startswith("# ")
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1


def test_the_librarys_examples_run() -> None:
    failed, tried = doctest.testfile(str(DOCS / "api.md"), module_relative=False, encoding="utf-8")
    assert tried > 5
    assert failed == 0


@pytest.mark.parametrize("name", contested.__all__)
def test_every_public_name_is_on_the_librarys_page(name: str) -> None:
    assert re.search(rf"\b{name}\b", (DOCS / "api.md").read_text(encoding="utf-8"))


def words_of(schema: Any) -> Iterator[str]:
    """Property names and fixed values anywhere in a JSON Schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (value for value in schema.get("enum", []) if isinstance(value, str))
        for part in schema.values():
            yield from words_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from words_of(part)


def test_every_field_and_value_of_the_contract_is_explained() -> None:
    text = (DOCS / "claims.md").read_text(encoding="utf-8") + (DOCS / "input.md").read_text(encoding="utf-8")
    known = set(re.findall(r"[\w+-]+", text)) | set(re.findall(r"`([^`\n]+)`", text))
    missing = set(words_of(json.loads(SCHEMA.read_text(encoding="utf-8")))) - known
    assert not missing
