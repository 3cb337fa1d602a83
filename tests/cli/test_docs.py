"""Every command, option and setting is described in docs/cli.md."""

from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

from contested.cli.app import app
from contested.settings import Settings

DOCS = Path(__file__).parent.parent.parent / "docs" / "cli.md"


def commands() -> list[tuple[str, list[str]]]:
    """(name as typed, options) of every command."""
    found = []
    waiting = [("contested", get_command(app))]
    while waiting:
        name, command = waiting.pop()
        found.append((name, [option for param in command.params for option in param.opts if option.startswith("-")]))
        waiting += [(f"{name} {sub}", child) for sub, child in getattr(command, "commands", {}).items()]
    return found


def section(name: str) -> str:
    """The part of the page under the heading of a command."""
    parts = DOCS.read_text(encoding="utf-8").split("\n## ")
    return next((part for part in parts if part.split("\n", 1)[0] == f"`{name}`"), "")


@pytest.mark.parametrize(("name", "options"), commands())
def test_every_command_has_a_section_with_its_options(name: str, options: list[str]) -> None:
    text = section(name)
    assert text, f"docs/cli.md has no section on {name}"
    missing = [option for option in options if f"`{option}" not in text and option not in ("--help", "-h")]
    assert not missing


def test_no_section_describes_a_command_that_is_not_there() -> None:
    named = {part.split("`")[1] for part in DOCS.read_text(encoding="utf-8").split("\n## ")[1:] if part.startswith("`")}
    assert named == {name for name, _ in commands()}


def test_every_setting_is_described() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for field in fields(Settings):
        assert f"`{field.name}`" in text
        assert f"CONTESTED_{field.name.upper()}" in text
