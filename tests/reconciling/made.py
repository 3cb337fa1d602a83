"""Reports made by hand for tests of reconciling: no reader is run. Texts, outlets and places are inventions of ours."""

from typing import Any

from contested.model.claim import Claim, Figure, Voice, When
from contested.model.event import Event
from contested.model.grounding import Entity, Mention
from contested.model.place import PlaceRef
from contested.model.reading import Reading
from contested.model.report import Report, Unreadable


def report(
    name: str, text: str, *, day: str | None = None, source: str | None = None, title: str | None = None
) -> Reading:
    """A reading with text and nothing found in it."""
    basis = "given" if day else "none"
    return Reading(
        report=Report(name, text, source=source, title=title, published_at=day, published_basis=basis), text=text
    )


def broken(name: str | None, line: int | None = None) -> Reading:
    return Reading(report=Unreadable(name, "empty", "there is no text", line=line))


FERRY = """
A ferry with 60 passengers ran onto a sandbank off Port Lemba on Thursday evening after its engine failed, the
harbour master said.

Fishing boats from Lemba took everybody off before midnight. Nobody was hurt. The harbour master, Odile Kasongo,
said the vessel had been due for repairs in May and that its owner would be asked why it sailed at all.

Passengers slept in the customs hall and were given tea. A tug from the capital is expected on Saturday to pull the
ferry free at high water, if the wind drops.
"""
FERRY_TOLD_AGAIN = """
Sixty people were rescued by fishermen when the Port Lemba ferry lost its engine and grounded on a sandbank,
harbour master Odile Kasongo told radio listeners on Friday. She promised an inquiry into the owner of the vessel.
The tug comes from the capital.
"""
FIRE = """
Two warehouses with cotton burned down in the railway yard of Dessau Junction on Wednesday, the fire brigade said.
Brigade captain Horst Welk spoke of arson: three fires had been lit at once. Damage was put at two million. Trains
to the north were stopped until noon.
"""
FIRE_TOLD_AGAIN = """
Arson is suspected after cotton warehouses at Dessau Junction went up in flames. Captain Horst Welk of the fire
brigade said his men had found three seats of fire in the railway yard, and that a watchman had seen a lorry leave.
"""
BACKGROUND = """
The province has seen eleven strikes of dockers since the new tariff came into force two years ago, and the union
has said that it will not sign any agreement before the tariff is withdrawn and the dismissed foremen are taken
back at their old wages.
"""


def told(
    name: str,
    source: str,
    day: str,
    *claims: dict[str, Any],
    events: bool = True,
    entities: tuple[Entity, ...] = (),
    mentions: tuple[Mention, ...] = (),
) -> Reading:
    """A reading whose text is its claims' quotes, one a line; claims with the same `event` make one event.

    A claim is a dict of Claim's fields with `quote`; `voice` (a Voice, or a name) stands for the chain after the
    narrator, `killed`, `wounded` for a figure, `place` for a place's name, `day` for its day.
    """
    text = "\n".join(claim["quote"] for claim in claims)
    made = tuple(_claim(text, source, number, claim) for number, claim in enumerate(claims, 1))
    return Reading(
        report=Report(name, text, source=source, published_at=day, published_basis="given"),
        text=text,
        claims=made,
        events=_events(made) if events else (),
        entities=entities,
        mentions=mentions,
    )


def _claim(text: str, source: str, number: int, given: dict[str, Any]) -> Claim:
    given = dict(given)
    quote, voice = given.pop("quote"), given.pop("voice", None)
    start = text.index(quote)
    voices = (Voice(source, role="narrator"),)
    if voice is not None:
        at = text.find(voice) if isinstance(voice, str) else -1
        where = {"start": at, "end": at + len(voice)} if at >= 0 else {}
        voices += (voice if isinstance(voice, Voice) else Voice(voice, role="speaker", **where),)
    for measure in ("killed", "wounded"):
        if measure in given:
            value = given.pop(measure)
            figure = value if isinstance(value, Figure) else Figure(measure, value, value, value)
            given = {"kind": "figure", "figure": figure, **given}
    if "place" in given:
        given["place"] = PlaceRef(given["place"])
    if "day" in given:
        given["when"] = When(given["day"], given.pop("day"), "day", "relative")
    return Claim(f"c{number}", given.pop("kind", "event"), start, start + len(quote), quote, voices, **given)


def _events(claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    found = []
    for name in dict.fromkeys(claim.event for claim in claims if claim.event is not None):
        own = [claim for claim in claims if claim.event == name]
        lead = next((claim for claim in own if claim.kind != "figure"), own[0])
        figures = tuple(claim.id for claim in own if claim.kind == "figure")
        found.append(
            Event(
                name,
                lead.type or "casualties",
                place=lead.place,
                when=lead.when,
                claims=tuple(claim.id for claim in own if claim.kind != "figure") or figures,
                figures=figures,
            )
        )
    return tuple(found)
