"""Readings made by hand for tests of the output: no reader is run. The texts are inventions of ours."""

import hashlib
from dataclasses import replace
from typing import Any

from contested.model.claim import Claim, DayRange, Figure, Ref, Voice, When
from contested.model.codebook import codes_of
from contested.model.event import Event
from contested.model.grounding import Attribution, Entity, Mention, Time
from contested.model.place import PlaceRef
from contested.model.question import Position, Question
from contested.model.reading import Reading
from contested.model.report import Report, Unreadable
from contested.model.text import Block, Span

TEXT = """Fighting for the river port of Kosti

Army spokesman Col. Adil Nasr said on Tuesday that government troops had driven the paramilitaries out of Kosti.
The paramilitary command denied losing the port and said its men still held the grain silos.
More than 400 people have been killed in the state since April, the UN office in Port Sudan estimated.
Doctors told Radio Dabanga that dozens of wounded were lying in the corridors of the teaching hospital.
Both sides said the bridge was hit by a drone; each accused the other.
Aid agencies asked to be let into the town, where clean water has run out.
Talks planned in Jeddah for June have been put off, a Saudi official said.

More stories about Sudan
"""
PUBLISHED = "2024-05-08"


def span(words: str, text: str = TEXT) -> Span:
    """Where the words stand in the text; they must."""
    start = text.index(words)
    return Span(start, start + len(words))


def ref(words: str, entity: str | None = None) -> Ref:
    found = span(words)
    return Ref(words, found.start, found.end, entity)


NARRATOR = Voice("Nile Wire", role="narrator")
NASR = Voice("Col. Adil Nasr", "e1", "e2", "speaker", *span("Army spokesman Col. Adil Nasr"))
COMMAND = Voice("The paramilitary command", "e3", role="speaker", start=span("The paramilitary command").start)
COMMAND = replace(COMMAND, end=span("The paramilitary command").end)
UN = Voice("the UN office in Port Sudan", "e4", role="speaker", start=span("the UN office").start)
UN = replace(UN, end=span("the UN office in Port Sudan").end)
RADIO = Voice("Radio Dabanga", "e6", role="relay", start=span("Radio Dabanga").start, end=span("Radio Dabanga").end)
DOCTORS = Voice("Doctors", "e5", role="speaker", start=span("Doctors").start, end=span("Doctors").end)
KOSTI = PlaceRef("Kosti", 372_753, 13.16, 32.66, "SD", "White Nile", precision="town", score=0.9, mention="m1")
TUESDAY = When("2024-05-07", "2024-05-07", "day", "relative", "t1")

ENTITIES = (
    Entity("e1", "Adil Nasr", "person", "sudan-government", "government"),
    Entity("e2", "Sudanese army", "military", "sudan-government", "government", {"actor": "sudan-army"}),
    Entity("e3", "paramilitaries", "armed_group", "rsf", "rsf", {"ucdp_actor": 9001}),
    Entity("e4", "United Nations", "organisation", "un"),
    Entity("e5", "doctors", "population"),
    Entity("e6", "Radio Dabanga", "media", "radio-dabanga"),
)


def claim(name: str, words: str, kind: str, *voices: Voice, **more: Any) -> Claim:
    """A claim on these words of the text; `type` brings its codes along."""
    found = span(words)
    more.setdefault("codes", codes_of(more.get("type")))
    return Claim(
        name, kind, found.start, found.end, words, (NARRATOR, *voices), method="made.by_hand", score=0.8, **more
    )


def claims() -> tuple[Claim, ...]:
    driven = "government troops had driven the paramilitaries out of Kosti"
    who = {"actor": (ref("government troops", "e2"),), "target": (ref("the paramilitaries", "e3"),)}
    holds = {"controller": (ref("government troops", "e2"),), "previous": (ref("the paramilitaries", "e3"),)}
    dozens = Figure("wounded", "dozens", 24, 99, of=ref("wounded"), category="civilians")
    killed = Figure("killed", 400, 400, None, of=ref("people"), flow="cumulative", cumulative=True)
    killed = replace(killed, period=DayRange("2024-04-01", None), as_of=DayRange(None, PUBLISHED))
    gain = {"type": "territory.government_gain", "event": "v1", "place": KOSTI, "when": TUESDAY}
    june = When("2024-06-01", "2024-06-30", "month", "stated", "t2")
    return (
        claim("c1", driven, "event", NASR, roles=who, trigger=span("driven"), attribution="a1", said=TUESDAY, **gain),
        claim("c2", driven, "control", NASR, roles=holds, type="control.held", place=KOSTI,
              when=TUESDAY, commitment="attributed"),
        claim("c3", "denied losing the port", "event", COMMAND, stance="denies", **gain),
        claim("c4", "its men still held the grain silos", "control", COMMAND, type="control.held",
              place=PlaceRef("the grain silos"), roles={"controller": (ref("its men", "e3"),)}, modality="ongoing"),
        claim("c5", "More than 400 people have been killed in the state since April", "figure", UN,
              figure=killed, commitment="hedged", type="casualties"),
        claim("c6", "dozens of wounded were lying in the corridors of the teaching hospital", "figure", RADIO, DOCTORS,
              figure=dozens, place=KOSTI, verification="unverified"),
        claim("c7", "Aid agencies asked to be let into the town", "access", stance="demands", modality="hypothetical",
              type="access.sought", place=KOSTI),
        claim("c8", "clean water has run out", "need", type="need.water", place=KOSTI),
        claim("c9", "Talks planned in Jeddah for June have been put off", "diplomacy",
              Voice("a Saudi official", None, None, "speaker", *span("a Saudi official")), type="talks.postponed",
              when=june, event="v2"),
    )  # fmt: skip


def kosti() -> Reading:
    """A reading with nearly everything in it, true to the contract."""
    blocks = (
        Block(*span("Fighting for the river port of Kosti"), "title"),
        Block(span("Army spokesman").start, span("a Saudi official said.").end, "body"),
        Block(*span("More stories about Sudan"), "furniture"),
    )
    report = Report(
        "kosti.txt", TEXT, blocks, "Nile Wire", None, "Fighting for the river port of Kosti", None, PUBLISHED, "given",
        "en", "0" * 64, hashlib.sha256(TEXT.encode()).hexdigest(), ("the page names no author",),
    )  # fmt: skip
    gained, put_off = "territory.government_gain", "talks.postponed"
    events = (
        Event("v1", gained, codes_of(gained), "contested", ("e2",), ("e3",), KOSTI, TUESDAY, ("c1", "c3"),
              (span("driven the paramilitaries out"),), ("c6",)),
        Event("v2", put_off, codes_of(put_off), "postponed", (), (), None, None, ("c9",)),
    )  # fmt: skip
    questions = (
        Question("q1", "government troops driving the paramilitaries out of Kosti", "occurred", "v1",
                 (Position("yes", ("c1",)), Position("no", ("c3",))), "contested", 2),
        Question("q2", "Kosti", "controller", None,
                 (Position("e2", ("c2",)), Position("e3", ("c4",)), Position(None, ("c5",))), "contested", 2),
    )  # fmt: skip
    return Reading(
        report, TEXT, blocks, ENTITIES,
        (Mention("m1", *span("Kosti"), "place", None, KOSTI),),
        (Time("t1", *span("Tuesday"), "date", "2024-05-07", "2024-05-07", "2024-05-07", "day"),
         Time("t2", *span("June"), "date", "2024-06", "2024-06-01", "2024-06-30", "month")),
        (Attribution("a1", (span("Army spokesman Col. Adil Nasr"),), (span("said on Tuesday that"),),
                     (span("government troops had driven the paramilitaries out of Kosti"),), "e1"),),
        claims(), events, questions,
    )  # fmt: skip


def unreadable() -> Reading:
    return Reading(Unreadable("scan.pdf", "no_text", "the file scan.pdf holds no text, only pictures"))


def hostile() -> Reading:
    """A reading whose every free text tries to steer the terminal, Rich or a Markdown page."""
    text = "\x1b[31mRebels\x1b[0m said [bold]two[/bold] <b>boys</b> | were `killed` \u202eeveryone\u202c :smile:"
    voice = Voice("[red]a\x07 man[/red]", None, None, "speaker", 0, 3)
    blocks = (Block(0, len(text), "body"),)
    report = Report("x\x1b]0;title\x07.txt", text, blocks, "\x9b31mSource", title="# [link](http://bad.example)\x1b[2J")
    report = replace(report, warnings=("bad \x1b[5m [blink]byte[/blink]",), text_sha256="")
    figure = Figure("killed", "two\x1b[1m", 2, 2, of=Ref("boys", 1, 2), group="a|b")
    narrator = Voice("narrator", role="narrator")
    said = Claim("c1\x1b[4m", "figure", 0, len(text), text, (narrator, voice), figure=figure)
    stated = Claim("c2", "statement", 0, len(text), text, (narrator, voice))
    positions = (Position("[b]\x1b[1mnine", ("c2",)), Position(None, ("c2",)))
    question = Question("q1", "[u]x[/u]\x1b[9m", "killed", None, positions, "contested", 2)
    return Reading(report, text, blocks, claims=(said, stated), questions=(question,))
