"""The page itself: readings into one HTML file by the templates of data/page.

Jinja escapes whatever comes from a report. The page asks for nothing outside itself: its policy allows its own style
and script, by their digests, and nothing else.
"""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from contested.export.html.report import ReportView, view
from contested.export.safe import clean
from contested.lexicon import data_bytes
from contested.model.reading import Reading

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def render(readings: Iterable[Reading], notes: Iterable[str] = ()) -> str:
    """One page for the readings in their order; `notes` are sentences on how it was made, shown at its head."""
    reports = [view(reading, number) for number, reading in enumerate(readings, 1)]
    style, script = _packaged("page.css"), _packaged("page.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=_title(reports),
            reports=reports,
            notes=[clean(note) for note in notes],
            style=style,
            script=script,
            policy=POLICY.format(style=_digest(style), script=_digest(script)),
        )
    )


def _title(reports: list[ReportView]) -> str:
    return reports[0].title if len(reports) == 1 else f"{len(reports)} reports"


@cache
def _packaged(name: str) -> str:
    return data_bytes(f"page/{name}").decode()


def _digest(source: str) -> str:
    """The source expression of Content Security Policy that allows exactly this text."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


@cache
def _environment() -> "Environment":
    """Templates from data/page, escaping everything, and failing on a name that is not there."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_packaged),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
