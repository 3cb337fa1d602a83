"""The page itself: readings, or the events they share, into one HTML file by the templates of data/page.

Jinja escapes whatever comes from a report. The page asks for nothing outside itself: its policy allows its own style
and script, by their digests, and nothing else.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from contested.export.html.case import case_view
from contested.export.html.report import ReportView, view
from contested.export.safe import clean
from contested.lexicon import data_bytes
from contested.model.reading import Reading
from contested.model.reconciled import SharedEvent

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def render(readings: Iterable[Reading], notes: Iterable[str] = ()) -> str:
    """One page for the readings in their order; `notes` are sentences on how it was made, shown at its head."""
    reports = [view(reading, number) for number, reading in enumerate(readings, 1)]
    return _filled("page.html", notes, title=_title(reports), what="report", reports=reports)


def render_case(events: Sequence[SharedEvent], readings: Iterable[Reading], notes: Iterable[str] = ()) -> str:
    """One page for the events that many readings tell together, the most told first, with every side's words."""
    case = case_view(events, readings)
    return _filled("case.html", notes, title=case.title, what="events", case=case)


def _filled(template: str, notes: Iterable[str], **values: Any) -> str:
    style, script = _packaged("page.css"), _packaged("page.js")
    policy = POLICY.format(style=_digest(style), script=_digest(script))
    told = [clean(note) for note in notes]
    return _environment().get_template(template).render(notes=told, style=style, script=script, policy=policy, **values)


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
