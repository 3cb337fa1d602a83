"""A reading as the outline of a situation report."""

from collections import Counter
from collections.abc import Iterator

from contested.export.safe import clean, shorten
from contested.export.sitrep import events, figures, sections
from contested.export.sitrep.days import day_words
from contested.export.sitrep.outline import Item, Outline, Section
from contested.export.sitrep.words import voice_words, word
from contested.model.reading import Reading
from contested.model.report import Report

MOST_VOICES = 6
"""Voices named at the head; the others stand beside what they say."""
NOTHING = "Nothing about armed conflict was found in this report."


def outline(reading: Reading) -> Outline:
    """What people should see of a reading. An unreadable report gives one section that says why."""
    if not isinstance(reading.report, Report):
        error = reading.report
        name = clean(error.id or error.source or (f"line {error.line}" if error.line else "a report"))
        return Outline(name, "", "not read", (Section("Not read", (Item(clean(error.message)),)),))
    found = tuple(_sections(reading))
    if not reading.claims:
        found = (Section("", (Item(NOTHING),)), *found)
    return Outline(report_name(reading.report), _origin(reading.report), counts(reading), found, _voices(reading))


def report_name(report: Report) -> str:
    """The report's title, else the first line that is marked as one, else its URL or id."""
    marked = next((report.text[b.start : b.end] for b in report.blocks if b.kind == "title"), "")
    return clean(report.title or "") or shorten(clean(marked), 120) or clean(report.url or report.id)


def counts(reading: Reading) -> str:
    """How much was found: "23 claims, 9 events, 2 contested". Accounts that only vary are no contradiction."""
    contested = sum(question.verdict == "contested" for question in reading.questions)
    told = sum(events.is_told(event) for event in reading.events)
    words = [_many(len(reading.claims), "claim"), _many(told, "event")]
    return ", ".join([*words, f"{contested} contested"])


def speakers(reading: Reading) -> tuple[tuple[str, int], ...]:
    """Who speaks, each with the number of claims, the most first."""
    entities = {entity.id: entity for entity in reading.entities}
    return tuple(Counter(voice_words(claim.voice, entities) for claim in reading.claims).most_common())


def _voices(reading: Reading) -> str:
    """The voices with most claims: "Nile Wire 7, Doctors 2 and 3 more"."""
    found = speakers(reading)
    named = ", ".join(f"{name} {count}" for name, count in found[:MOST_VOICES])
    rest = len(found) - MOST_VOICES
    return f"{named} and {rest} more" if rest > 0 else named


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _origin(report: Report) -> str:
    """Who published it and when, and how the day is known."""
    day = day_words(report.published_at, report.published_at)
    basis = word("published_bases", report.published_basis)
    published = f"{day} (day {basis})" if day else "publication day not known"
    author = f"by {clean(report.author)}" if report.author else ""
    return " · ".join(part for part in (clean(report.source or "source not stated"), published, author) if part)


def _sections(reading: Reading) -> Iterator[Section]:
    """All sections that have something to say."""
    entities = {entity.id: entity for entity in reading.entities}
    told = events.items(reading, entities)
    for section in (
        Section("What happened", tuple(told.get(events.HAPPENED, ()))),
        events.compared(reading, entities, "disputed", "What the voices differ on"),
        events.compared(reading, entities, "agreed", "What the voices agree on"),
        figures.figures(reading, entities),
        figures.control(reading, entities),
    ):
        if section.parts:
            yield section
    yield from sections.by_kind(reading, entities, told)
    yield from sections.proposed(reading, entities)
    if isinstance(reading.report, Report) and reading.report.warnings:
        yield Section("Warnings", tuple(Item(clean(warning)) for warning in reading.report.warnings))
