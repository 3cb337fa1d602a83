"""What each claim answers to the questions that an incident raises: who did it, who holds the place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contested.model.claim import Ref, When
from contested.reconciling.accounts import (
    doer_said,
    has_no_means,
    holder_said,
    own_hold,
    own_target,
    says_civilians,
    tells_of_own_fire,
    ways_said,
    weapons_said,
)
from contested.reconciling.knowledge import groups, way, words
from contested.reconciling.naming import force_in
from contested.reconciling.parties import Parties
from contested.reconciling.party import STATE, Party
from contested.reconciling.tolls import Voiced, is_whole
from contested.reconciling.units import days_of
from contested.reconciling.words import stem

NOBODYS = ("territory", "prisoners", "surrender", "disaster", "conflict", "detention", "weapons", "clearance")
"""Types of which nobody asks who was behind it."""
_NO_DEEDS = (*NOBODYS, "battle.clash", "battle.siege", "protest.intervention")
DENYING = frozenset({"denies", "rejects", "doubts"})
ASSERTING = frozenset({"asserts", "confirms", "concedes", "claims", "accuses", "explains", "corrects"})
EACH_OTHER = "each other"
"""Whom voices accuse of whom the text says no more than that they accuse each other."""
HAPPENED = frozenset({"actual", "ongoing"})
_ITSELF = re.compile(r"(it|we) (?!was|were|is|are|has been|had been|have been)\w", re.I)
"""A voice of its own deed ("said it had attacked a store"), not of what was done to it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one claim answers: a value, or that it is not so."""

    voiced: Voiced
    value: str
    negative: bool = False
    party: str | None = None
    """The party that the value names."""
    fire: bool = False
    """Whether the voice only tells of fire of its own."""
    force: str | None = None
    """By which force of a state that has no name ("army"), where the words tell."""
    implied: bool = False
    """Whether a denial of the deed stands for one of having done it; it counts only for who is accused."""

    @property
    def text(self) -> str:
        """As it stands in a question's position."""
        return f"not {self.value}" if self.negative else self.value

    @property
    def shown(self) -> str:
        """The same with the force of a state that has no name: "government (army)"."""
        nameless = self.party is not None and self.party.endswith(STATE)
        return f"{self.text} ({self.force})" if self.force and nameless else self.text

    @property
    def own(self) -> bool:
        """Whether the voice speaks of its own party."""
        party = self.voiced.party
        return (
            party is not None
            and party.name == self.party
            and (party.fights or self.voiced.claim.voice.role != "narrator")
        )


def perpetrators(parties: Parties, voiced: Voiced) -> Iterator[Answer]:
    """Who did it, as far as the claim says so."""
    claim = voiced.claim
    if claim.kind == "statement":
        yield from _spoken(parties, voiced)
        return
    if claim.kind not in ("event", "damage") or claim.modality not in HAPPENED or not is_deed(claim.type):
        return
    no = claim.stance in DENYING or (claim.polarity == "-" and claim.stance in ASSERTING)
    if not no and claim.stance not in ASSERTING:
        return
    doers = claim.roles.get("actor", ())
    force = force_in(" ".join(ref.text for ref in doers) or claim.voice.name)
    found = next((party for ref in doers if (party := _doer(parties, voiced, ref)) is not None), None)
    if claim.stance == "accuses" and not doers and any(cue in claim.quote.lower() for cue in words("mutual")):
        yield Answer(voiced, EACH_OTHER)
        return
    party = found or (None if doers else _own_doer(voiced, no=no))
    if party is not None:
        implied = no and not doers and claim.stance not in DENYING
        yield Answer(voiced, party.name, no, party.name, force=force, implied=implied)


def _own_doer(voiced: Voiced, *, no: bool) -> Party | None:
    """The voice's party where a deed without a doer is its own: "it had shelled", owned up to, or denied."""
    claim, own = voiced.claim, voiced.party
    if own is None or claim.stance in DENYING:
        return own
    its = claim.stance == "claims" or _ITSELF.match(claim.quote) is not None
    return own if own.fights and (no or its) else None


def is_deed(code: str | None) -> bool:
    """Whether to ask who did it: of harm that one does to another, not of fights, towns taken or men freed."""
    return "harm" in groups(code) and not (code or "").startswith(_NO_DEEDS)


def _doer(parties: Parties, voiced: Voiced, ref: Ref) -> Party | None:
    """The party of an actor; None for gunmen, aircraft and others who belong to nobody named."""
    if parties.is_own(voiced.report, ref):
        return voiced.party
    if voiced.party is not None and voiced.party.fights and parties.is_foe(ref):
        return Party(ref.text, "group")
    if not parties.is_named(voiced.report, ref):
        return None
    party = parties.of_ref(voiced.report, ref)
    return party if party.fights or ref.entity is not None else None


def _spoken(parties: Parties, voiced: Voiced) -> Iterator[Answer]:
    """What accusing, denying and owning up answer; whom they name stands in their words."""
    claim, own = voiced.claim, voiced.party
    said = claim.quote.lower()
    fights = own is not None and own.fights
    denies = claim.type == "speech.deny" or any(cue in said for cue in words("denials")) or has_no_means(said)
    fire = not denies and claim.type != "speech.responsibility" and tells_of_own_fire(said)
    if own is not None and fights and (denies or fire or claim.type == "speech.responsibility"):
        yield Answer(voiced, own.name, denies, own.name, force=force_in(claim.voice.name), fire=fire)
    elif claim.type == "speech.accuse" or any(cue in said for cue in words("accusations")):
        for party in _accused(parties, voiced):
            if party.fights and (own is None or party.name != own.name):
                yield Answer(voiced, party.name, False, party.name, force=force_in(said))
                return


def _accused(parties: Parties, voiced: Voiced) -> Iterator[Party]:
    """Whom a charge names: its actor, else the bodies in its words."""
    for ref in voiced.claim.roles.get("actor", ()):
        yield parties.of_ref(voiced.report, ref)
    yield from parties.mentioned(voiced.report, voiced.claim.start, voiced.claim.end)
    if (name := doer_said(voiced.claim.quote)) is not None:
        found = parties.named(name)
        yield found if found.fights else Party(found.name, "group")


def targets(voiced: Voiced) -> Iterator[Answer]:
    """Who or what was hit, of those that are plainly of war or plainly not: a store of arms, a clinic.

    Of the dead only those tell it whom a side counts as its enemies and another as people who do not fight.
    """
    claim = voiced.claim
    if claim.modality not in HAPPENED or claim.polarity == "-" or claim.stance not in ASSERTING:
        return
    if claim.figure is not None:
        yield from _dead(voiced)
    if claim.kind == "statement":
        yield from _said_hit(voiced)
    if claim.kind not in ("event", "damage") or not is_deed(claim.type):
        return
    for ref in claim.roles.get("target", ()):
        kind = kind_of_target(ref.text)
        if kind is not None:
            yield Answer(voiced, ref.text, False, kind)


def _said_hit(voiced: Voiced) -> Iterator[Answer]:
    """What a side says it fired at, and who says that those hit were no fighters."""
    said = voiced.claim.quote
    if says_civilians(said):
        yield Answer(voiced, "civilians", False, "civilians")
    elif voiced.party is not None and voiced.party.fights and (hit := own_target(said)) is not None:
        kind = kind_of_target(hit)
        if kind is not None:
            yield Answer(voiced, hit, False, kind)


def _dead(voiced: Voiced) -> Iterator[Answer]:
    figure, side = voiced.figure, voiced.victims
    if side is None or figure.of is None or figure.measure != "killed" or not is_whole(figure):
        return
    if side.foe or side.party is None:
        yield Answer(voiced, figure.of.text, False, "foes" if side.foe else "civilians")


def endings(voiced: Voiced) -> Iterator[Answer]:
    """How it ended or came about, by the claim's type or its words; who concedes it contradicts nobody."""
    claim = voiced.claim
    if claim.modality not in HAPPENED or claim.stance not in (*ASSERTING, *DENYING) or claim.stance == "concedes":
        return
    no = claim.stance in DENYING
    if claim.kind == "event" and not no and (found := way(claim.type)) is not None:
        yield Answer(voiced, found, claim.polarity == "-", found)
    for said, turned in ways_said(claim.quote):
        yield Answer(voiced, said, no != turned, said)


def weapons(voiced: Voiced) -> Iterator[Answer]:
    """With what it was done, as far as the words name one of the kinds that exclude another."""
    claim = voiced.claim
    if claim.modality in HAPPENED and claim.stance in (*ASSERTING, *DENYING):
        for said, turned in weapons_said(claim.quote):
            yield Answer(voiced, said, (claim.stance in DENYING) != turned, said)


def kind_of_target(text: str) -> str | None:
    """ "war" or "peace", None where the words do not tell."""
    found = [stem(word) for word in text.split()]
    war = any(word in words("of_war") for word in found)
    peace = any(word in words("of_peace") for word in found)
    return None if war == peace else "war" if war else "peace"


def controllers(parties: Parties, voiced: Voiced) -> Iterator[Answer]:
    """Who holds the place, or that who left it no longer does, as far as the claim says so."""
    claim = voiced.claim
    if claim.kind == "statement":
        yield from _said_held(parties, voiced)
        return
    left = claim.type == "territory.withdrawal"
    gained = claim.type is not None and claim.type.startswith(("territory.government", "territory.rebel", "control."))
    if not (gained or left) or claim.modality not in HAPPENED or _is_past(claim.when):
        return
    for ref in (*claim.roles.get("controller", ()), *claim.roles.get("actor", ()))[:1]:
        party = voiced.party if parties.is_own(voiced.report, ref) else parties.of_ref(voiced.report, ref)
        no = claim.stance in DENYING or claim.polarity == "-"
        if left and (no or (voiced.claim.place is None and party != voiced.party)):
            continue  # that somebody else withdrew tells of no place where none is named
        if party is not None:
            yield Answer(voiced, party.name, no or left, party.name, force=force_in(ref.text))


def _said_held(parties: Parties, voiced: Voiced) -> Iterator[Answer]:
    """Who is said to hold the place ("the fort stays with the army"), and who says that he holds or has left it."""
    said, own = voiced.claim.quote, voiced.party
    if voiced.claim.stance not in ASSERTING:
        return
    holder = holder_said(said)
    if holder is not None and (party := parties.named(holder)).fights:
        yield Answer(voiced, party.name, False, party.name, force=force_in(holder))
    elif own is not None and own.fights and (holds_it := own_hold(said)) is not None:
        yield Answer(voiced, own.name, not holds_it, own.name, force=force_in(voiced.claim.voice.name))


def _is_past(when: When | None) -> bool:
    """Whether it is told of a spell that began long before ("had held it since last year")."""
    if when is None or when.low is None or when.high is None:
        return False
    days = days_of(when)
    return not days.known
