"""Statements that speak of an incident without telling it: "we had nothing to do with it", "the army blamed ...".

A statement goes to the incident whose place its sentence names, else to the only one of its report, else to one told
just before it; a charge "for both" to all of them. A report that tells of no incident itself speaks of the only one of
its story. "The government denies any use of poison gas" speaks of no shooting.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contested.model.claim import Claim
from contested.reconciling.accounts import means_every_one, says_anything
from contested.reconciling.knowledge import words
from contested.reconciling.places import place_words
from contested.reconciling.reports import Taken
from contested.reconciling.units import COUNTED, Unit, sentence_around
from contested.reconciling.words import stem, terms

_DOING = re.compile(r"\b(?:of|for) (?:having )?(\w+ing)\b")
NEAR = 150
"""Characters after a happening within which a charge or denial without a place is taken to speak of it."""
SHARED = 2
"""Words that a sentence of another report must share with a happening to speak of it."""
SPEAKING = frozenset({"speech.accuse", "speech.deny", "speech.responsibility"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A happening that a report tells, with its incident and the names of all places of that."""

    unit: Unit
    incident: int
    places: Sequence[str]

    @property
    def end(self) -> int:
        return max(claim.end for claim in self.unit.claims)


def spoken_of(
    reports: Sequence[Taken], units: Sequence[Unit], clusters: Sequence[Sequence[int]], story: Sequence[int]
) -> list[list[tuple[int, str]]]:
    """For each cluster the statements on it: (report, claim id). `story` gives the story of each report."""
    taken = {(unit.report, claim.id) for unit in units for claim in unit.claims}
    found: list[list[tuple[int, str]]] = [[] for _ in clusters]
    whole = _by_story(units, clusters, story)
    for index, report in enumerate(reports):
        text, told = report.reading.text, whole[story[index]]
        for claim in report.reading.claims if told else ():
            if (index, claim.id) not in taken and _speaks(text, claim):
                for incident in sorted({one.incident for one in _meant(index, text, claim, told)}):
                    found[incident].append((index, claim.id))
    return found


def _by_story(
    units: Sequence[Unit], clusters: Sequence[Sequence[int]], story: Sequence[int]
) -> Mapping[int, list[_Told]]:
    """What each story tells of harm or seizing, where it tells of none who holds the place or who fled."""
    home = {n: number for number, cluster in enumerate(clusters) for n in cluster}
    places = [[place.name for n in cluster if (place := units[n].place) is not None] for cluster in clusters]
    told: dict[bool, dict[int, list[_Told]]] = {True: defaultdict(list), False: defaultdict(list)}
    for n, unit in enumerate(units):
        harm = "harm" in unit.groups or "seizing" in unit.groups
        if harm or unit.groups & {"hold", "flight"}:
            told[harm][story[unit.report]].append(_Told(unit, home[n], places[home[n]]))
    return defaultdict(list, {**told[False], **told[True]})


def _speaks(text: str, claim: Claim) -> bool:
    """Whether a claim speaks of an incident: a charge, a denial, words on the deed, a running total that holds it."""
    if claim.figure is not None:
        return claim.figure.measure in COUNTED and claim.figure.flow == "cumulative"
    if claim.kind != "statement":
        return False
    said = claim.quote.lower()
    if claim.type == "speech.accuse" and _is_of_something_else(said):
        return False
    if claim.type in SPEAKING or says_anything(claim.quote):
        return True
    if any(cue in said for name in ("accusations", "denials") for cue in words(name)):
        return True
    found = terms(sentence_around(text, claim.start, claim.end))
    return any(word in found for word in words("deeds"))


def _is_of_something_else(said: str) -> bool:
    """Whether the charge names what was done and that is no harm: "blamed the envoy for delaying the talks"."""
    done = [stem(word) for word in _DOING.findall(said)]
    return bool(done) and not any(word in words("deeds") for word in done) and not words("deeds") & set(terms(said))


def _meant(index: int, text: str, claim: Claim, told: Sequence[_Told]) -> Sequence[_Told]:
    """What of its story a statement of report `index` means, nothing where that cannot be told."""
    sentence = sentence_around(text, claim.start, claim.end)
    said = terms(sentence)
    if claim.type in SPEAKING and any(word in said for word in words("chemical_words")):
        told = [one for one in told if one.unit.type.startswith("chemical")]
    own = [one for one in told if one.unit.report == index]
    for one in (*own, *(one for one in told if one not in own)):
        if any(all(word in said for word in place_words(place)) for place in one.places):
            return [one]
    if claim.figure is not None:
        return []
    if claim.type in SPEAKING and own and means_every_one(sentence):
        return own
    likely = own or [one for one in told if _shares_words(said, one.unit)]
    return _nearest(index, claim, [one for one in likely if _is_told(one.unit)] or likely)


def _nearest(index: int, claim: Claim, told: Sequence[_Told]) -> Sequence[_Told]:
    """The only one, or the one told just before."""
    before = [one for one in told if one.unit.report == index and one.unit.start <= claim.start]
    if len({one.incident for one in told}) == 1:
        return before[-1:] or told[:1]
    return [one for one in before if claim.start - one.end <= NEAR][-1:]


def _is_told(unit: Unit) -> bool:
    """Whether it is an event or has a place, and not only a count."""
    return unit.event is not None or unit.place is not None


def _shares_words(said: Mapping[str, bool], unit: Unit) -> bool:
    """Whether a sentence of another report shares two words with the happening."""
    return len([word for word in said if " " not in word and word in unit.words]) >= SHARED
