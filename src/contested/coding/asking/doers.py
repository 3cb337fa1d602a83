"""Who did it? Asked where somebody is accused, denies it, or owns up to it."""

import re
from collections.abc import Iterator, Sequence

from contested.coding import parties
from contested.coding.asking.labels import deed
from contested.coding.asking.refusals import refusals
from contested.coding.asking.told import DENYING, REAL, Answers, Asked, Told
from contested.coding.asking.verdicts import independent, is_reporter, on_names
from contested.coding.items import violent
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim, Ref
from contested.model.event import Event
from contested.model.question import Verdict

Groups = dict[str | int | float | None, list[Claim]]
_CHARGED = frozenset({"accuses", "denies", "rejects", "claims"})
_FIGHTING = frozenset({"armed_group", "military", "government"})
_TELLING = frozenset({"nationality", "armed_group", "military", "government", "police", "organisation", "place"})
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_OPEN = None
EACH_OTHER = "each other"
"""The answer of those who accuse each other and of whom the text says no more."""


def perpetrator(told: Told) -> Iterator[Asked]:
    """One question an event at most. Voices that name nobody answer only where others differ."""
    for event, claims in told.topics():
        own = [claim for claim in claims if claim.modality in REAL and claim.polarity == "+"]
        if not _is_deed(event) or not (any(_charges(told.world, c) for c in own) or _named_by_two(told.world, own)):
            continue
        answers = _with_refusals(told, _answers(told.world, own))
        if not any(value is not _OPEN for value in answers):
            continue
        about = f"Who was behind the {deed(told.world, event)}?"
        yield Asked(about, "perpetrator", event.id, answers, _verdict(told.world, answers))


def _with_refusals(told: Told, answers: Groups) -> Groups:
    """The answers with what the accused say of the charge without telling of the deed."""
    charges = {str(value): claims for value, claims in answers.items() if value and not str(value).startswith("not ")}
    for answer, claim in refusals(told, charges):
        answers.setdefault(answer, []).append(claim)
    return answers


def _charges(world: World, claim: Claim) -> bool:
    return claim.stance in _CHARGED or owns_up(world, claim)


def _named_by_two(world: World, own: Sequence[Claim]) -> bool:
    """Whether two independent voices name the same doer of a crime."""
    named = [c for c in own if c.type in yaml_data("lexicon/families.yml")["crimes"] and c.roles.get("actor")]
    doers = {parties.party_of_doer(world, claim, claim.roles["actor"][0]) for claim in named}
    return len(doers) == 1 and len(independent(world, {None: [c for c in named if len(c.voices) > 1]})) > 1


def owns_up(world: World, claim: Claim) -> bool:
    """Whether a voice says that its own party did it."""
    if claim.stance == "claims":
        return True
    if len(claim.voices) < 2 or claim.stance not in ("asserts", "confirms", "concedes"):
        return False
    mine = parties.party(world, claim.voice)
    own = [ref for ref in claim.roles.get("actor", ()) if parties.party_of_ref(world, ref) == mine]
    return any(_fights(world, ref) and _is_crime(world, claim, ref) for ref in own)


def _is_crime(world: World, claim: Claim, doer: Ref) -> bool:
    """Whether to have done it is no act of war to boast of: a crime, a bombing, an attack by others than an army."""
    crimes, type_ = yaml_data("lexicon/families.yml")["crimes"], claim.type or ""
    group = world.entities[doer.entity or ""].type == "armed_group"
    return type_ in crimes or type_.startswith("explosion.") or (group and type_ == "battle.offensive")


def _is_deed(event: Event) -> bool:
    """Whether somebody must have done it: no change of hands, no talks."""
    return violent(event.type) or event.type in yaml_data("lexicon/questions.yml")["deeds"]


def _fights(world: World, ref: Ref) -> bool:
    entity = world.entities.get(ref.entity or "")
    return entity is not None and entity.type in _FIGHTING


def _answers(world: World, own: Sequence[Claim]) -> Groups:
    """The claims by the party they name ("gunmen" is none); those of the report itself that name none are left out."""
    names = _Names(world)
    groups: Groups = {}
    for claim in own:
        ref = next(iter(claim.roles.get("actor", ())), None)
        if claim.stance in DENYING:
            if ref is not None or parties.of_itself(world, claim):  # else it is denied that it happened at all
                groups.setdefault(f"not {names.of(claim, ref)}", []).append(claim)
        elif ref is not None and (claim.stance == "claims" or not _is_nameless(world, ref)):
            groups.setdefault(names.of(claim, ref), []).append(claim)
        elif is_mutual(claim):
            groups.setdefault(EACH_OTHER, []).append(claim)
        elif not is_reporter(world, claim):
            groups.setdefault(_OPEN, []).append(claim)
    for claim in own:
        mine = names.known.get(parties.party(world, claim.voice))
        if claim.stance in DENYING and not claim.roles.get("actor") and mine is not None and mine in groups:
            groups.setdefault(f"not {mine}", []).append(claim)  # the accused denies it all
    if len(groups) == 2 and _OPEN in groups and not any(str(v).startswith("not ") for v in groups):
        del groups[_OPEN]
    return groups


class _Names:
    """What each party is called in the answers: by the first name that a claim gives it."""

    def __init__(self, world: World) -> None:
        self._world, self.known = world, dict[str, str]()

    def of(self, claim: Claim, ref: Ref | None) -> str:
        """The name of who is said to have done it, or not; the voice's where it speaks of itself."""
        party = parties.party_of_doer(self._world, claim, ref) if ref else parties.party(self._world, claim.voice)
        return self.known.setdefault(party, _name(self._world, claim))


def is_mutual(claim: Claim) -> bool:
    """Whether voices that are told of together accuse each other."""
    words = claim.quote.lower()
    return claim.stance == "accuses" and any(cue in words for cue in yaml_data("lexicon/questions.yml")["mutual"])


def _is_nameless(world: World, ref: Ref) -> bool:
    """Whether the words only say that somebody did it ("gunmen", "two men on a motorcycle"), of no side ("rebel")."""
    head = world.parsed.head_of(ref.start, ref.end)
    entity = world.entities.get(ref.entity or "")
    if head is None or (entity is not None and (entity.ids or entity.side)):
        return head is None
    if world.parsed.lemmas[head] not in _nameless():
        return entity is None and not _is_body(world, head)
    others = (token for token in world.parsed.tokens_in(ref.start, ref.end) if token != head)
    return not any((mention := world.mention(token)) and mention.type in _TELLING for token in others)


def _is_body(world: World, head: int) -> bool:
    """Whether the noun is one for a party, or what a side calls its enemy ("the terrorists")."""
    foes = yaml_data("lexicon/reconciling.yml")["foes"]
    return world.is_class(head, "armed") or world.is_class(head, "polity") or world.parsed.lemmas[head] in foes


def _nameless() -> frozenset[str]:
    return frozenset(yaml_data("lexicon/questions.yml")["nameless"])


def _name(world: World, claim: Claim) -> str:
    ref = next(iter(claim.roles.get("actor", ())), None)
    if ref is None or parties.speaks_of_itself(world, ref):
        body = world.entities.get(claim.voice.for_ or "")
        return body.name if body is not None else claim.voice.name
    return world.entities[ref.entity].name if ref.entity else _ARTICLE.sub("", ref.text)


def _of_one_party(named: Sequence[object]) -> Verdict:
    """One party's answers: it varies only where it names two, or takes back one that it named."""
    words = {str(value) for value in named}
    cleared = {word.removeprefix("not ") for word in words if word.startswith("not ")}
    blamed = {word for word in words if not word.startswith("not ")}
    return "single_voice" if len(blamed) < 2 and not blamed & cleared else "variance"


def _verdict(world: World, answers: Answers) -> Verdict:
    """`admitted` where who did it says so and nobody says otherwise."""
    named = [value for value in answers if value is not _OPEN]
    claims = [claim for group in answers.values() for claim in group]
    if len(named) == 1 and any(owns_up(world, claim) for claim in claims):
        return "admitted"
    if EACH_OTHER in answers:
        return "contested"
    if len(answers) > 1:
        return "contested" if len(independent(world, answers)) > 1 else _of_one_party(named)
    if str(named[0]).startswith("not "):
        return "single_voice"
    return on_names(world, answers)
