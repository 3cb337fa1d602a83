"""Who holds a place? Asked of every place of which two voices say who holds it or took it."""

from collections.abc import Iterator, Sequence

from contested.coding import parties
from contested.coding.asking.told import DENYING, REAL, Answers, Asked, Told
from contested.coding.asking.verdicts import is_reporter
from contested.coding.events import ASSERTING
from contested.coding.items import family
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.question import Verdict


def controller(told: Told) -> Iterator[Asked]:
    """One question a place: its changes of hands and who holds it now."""
    for place, claims in _by_place(told).items():
        answers = _answers(told.world, claims)
        every = [claim for group in answers.values() for claim in group]
        voiced = [claim for claim in every if not is_reporter(told.world, claim)]
        if len(parties.parties(told.world, every)) < 2:
            continue
        if len(answers) < 2 and len(parties.parties(told.world, voiced)) < 2:
            continue
        if len(answers) > 1 and not all(_is_known(told.world, claim) for claim in every):
            continue
        event = next((claim.event for claim in every if claim.event), None)
        verdict = _verdict(told.world, answers, voiced)
        yield Asked(f"Who holds {place}?", "controller", event, answers, verdict)


def _by_place(told: Told) -> dict[str, list[Claim]]:
    """The claims on who holds or took a place, by its name; what is said of former times is left out."""
    found: dict[str, list[Claim]] = {}
    for claim in told.claims:
        if family(claim.type) != "territory" or claim.modality not in REAL or _is_aside(told.world, claim):
            continue
        event = told.event_of(claim)
        place = claim.place or (event.place if event else None)
        if place is not None and claim.stance in (ASSERTING | DENYING) and _holder_refs(claim):
            found.setdefault(place.name, []).append(claim)
    return {place: _latest(claims) for place, claims in found.items()}


def _latest(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those of a day before the last change of hands: who held it then is another question."""
    changes = [c.when.low for c in claims if c.type != "control.held" and c.when is not None and c.when.low is not None]
    last = max(changes, default=None)
    return [c for c in claims if last is None or c.when is None or c.when.high is None or c.when.high >= last]


def _is_aside(world: World, claim: Claim) -> bool:
    """Whether the words only name a place by its holder ("rebel-held Aleppo") or tell who once held it."""
    if claim.type != "control.held" or claim.method.endswith(":holds") or claim.trigger is None:
        return False
    parsed = world.parsed
    token = next(iter(parsed.tokens_in(claim.trigger.start, claim.trigger.end)), None)
    if token is None or parsed.deps[token] in ("amod", "acl", "compound", "nmod"):
        return True
    verb = next((v for v in (token, *parsed.ancestors(token)) if parsed.pos[v] in ("VERB", "AUX")), token)
    if any(parsed.lower(child) in yaml_data("lexicon/questions.yml")["still"] for child in parsed.children(verb)):
        return False
    reported = len(claim.voices) > 1  # "he said it was in their hands": reported speech is told in the past
    helping = (verb, *parsed.children(verb, "aux", "auxpass"))
    return any(parsed.lower(word) == "had" or (parsed.tags[word] == "VBD" and not reported) for word in helping)


def _holder_refs(claim: Claim) -> bool:
    return bool(claim.roles.get("controller") or claim.roles.get("actor"))


def _answers(world: World, claims: Sequence[Claim]) -> Answers:
    """The claims by the party that holds the place; two who took it one after the other are no two answers."""
    groups: dict[str | int | float | None, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_holder(world, claim), []).append(claim)
    takers = [value for value, group in groups.items() if all(c.type != "control.held" for c in group)]
    firm = [value for value in takers if not str(value).startswith("not ")]
    for value in firm[:-1]:
        del groups[value]
    return groups


def _is_known(world: World, claim: Claim) -> bool:
    """Whether the holder is a known party: two names that nobody can place may mean the same."""
    refs = claim.roles.get("controller") or claim.roles["actor"]
    return refs[0].entity in world.entities


def _holder(world: World, claim: Claim) -> str:
    """The holder's party, so that an army and its government are one answer; "not" it where the claim denies it."""
    ref = (claim.roles.get("controller") or claim.roles["actor"])[0]
    entity = world.entities.get(ref.entity or "")
    name = (entity.party or entity.name) if entity else ref.text
    return f"not {name}" if claim.stance in DENYING or claim.polarity == "-" else name


def _verdict(world: World, answers: Answers, voiced: Sequence[Claim]) -> Verdict:
    """One answer by adversaries or by others, or several answers."""
    if len(answers) > 1:
        return "contested"
    if parties.opposed(world, voiced):
        return "agreed_by_adversaries"
    return "admitted" if any(claim.stance == "concedes" for claim in voiced) else "agreed"
