"""What caused it? Asked where voices give a blast, a fire or a crash different causes, or say that it is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.coding.asking.comparable import contradict
from contested.coding.asking.doubts import NOT_KNOWN, doubted
from contested.coding.asking.labels import at, thing
from contested.coding.asking.told import DENYING, REAL, Asked, Told, closest
from contested.coding.asking.verdicts import independent, on_names
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim

Groups = dict[str | int | float | None, list[Claim]]
_AGENTS = ("agent", "prep")
_BECAUSE = frozenset({"because", "due"})


@dataclass(frozen=True, slots=True)
class Account:
    """What a claim says of a cause: `kind` is a row of `effects` in questions.yml, `effect` the noun at token `at`."""

    kind: str
    effect: str
    at: int
    answer: str
    claim: Claim


def cause(told: Told) -> Iterator[Asked]:
    """One question a kind of effect at most; a blast and the fire after it are one."""
    found: dict[str, list[Account]] = {}
    joining = _joining(told.world)
    for claim in told.claims if joining else ():
        if claim.kind not in ("figure", "role", "geography") and claim.stance not in DENYING:
            for account in _accounts(told, claim, joining):
                found.setdefault(account.kind, []).append(account)
    for told_of in found.values():
        accounts = _closest(told_of)
        groups = _grouped(told, accounts)
        known = [value for value in groups if value != NOT_KNOWN]
        if known and len(groups) > 1 and len(independent(told.world, groups)) > 1:
            claims = [claim for group in groups.values() for claim in group]
            event = next((claim.event for claim in claims if claim.event), None)
            about = f"What caused the {accounts[0].effect}{at(closest(told, claims))}?"
            yield Asked(about, "cause", event, groups, on_names(told.world, groups) if len(known) > 1 else "variance")


def _closest(accounts: Sequence[Account]) -> list[Account]:
    """Of claims that one voice makes of the same words the one that keeps closest to the effect."""
    best: dict[tuple[int, str], Account] = {}
    for account in accounts:
        key = (account.at, account.claim.voice.name)
        if key not in best or len(account.claim.quote) < len(best[key].claim.quote):
            best[key] = account
    return list(best.values())


def _grouped(told: Told, accounts: Sequence[Account]) -> Groups:
    """The claims by cause, those that name it in part of the same words together; of one place and day."""
    groups: Groups = {}
    taken: list[Claim] = []
    for account in accounts:
        if account.claim in taken or any(contradict(told, account.claim, other) for other in taken):
            continue
        taken.append(account.claim)
        words = set(account.answer.split())
        alike = next((known for known in groups if words & set(str(known).split())), account.answer)
        groups.setdefault(alike, []).append(account.claim)
    return groups


def _joining(world: World) -> list[int]:
    """The words of the report that can join an effect and its cause; most reports have none."""
    words = yaml_data("lexicon/questions.yml")
    lemmas = _BECAUSE.union(words["causing"], words["downing"])
    return [token for token, lemma in enumerate(world.parsed.lemmas) if lemma in lemmas]


def _accounts(told: Told, claim: Claim, joining: Sequence[int]) -> Iterator[Account]:
    """What the claim says caused what, or that this is not known."""
    inside = told.world.parsed.tokens_in(claim.start, claim.end)
    tokens = [token for token in joining if token in inside]
    unknown = doubted(told, claim) if tokens else None
    if unknown is None and claim.modality not in REAL:
        return
    for token in tokens:
        if unknown is None and _is_downing(told.world, token):
            yield Account("crash", "crash", token, "shot down", claim)
        for effect, reason in _pairs(told.world, token):
            answer = NOT_KNOWN if unknown is not None else thing(told.world, reason)
            if (kind := _kind(told.world, effect)) is not None and answer is not None:
                yield Account(kind, told.world.parsed.lemmas[effect], effect, answer, claim)


def _is_downing(world: World, token: int) -> bool:
    """Whether the words say that an aircraft was shot or brought down."""
    parsed = world.parsed
    if parsed.lemmas[token] not in yaml_data("lexicon/questions.yml")["downing"]:
        return False
    return any(parsed.lower(child) == "down" for child in parsed.children(token, "prt", "advmod"))


def _pairs(world: World, token: int) -> Iterator[tuple[int, int | None]]:
    """Effect and cause, as tokens, that the word at the token joins."""
    parsed = world.parsed
    lemma = parsed.lemmas[token]
    if lemma in yaml_data("lexicon/questions.yml")["causing"] and parsed.pos[token] == "VERB":
        passive = parsed.child(token, "nsubjpass")
        effect = passive if passive is not None else parsed.child(token, "dobj")
        if effect is not None:
            yield effect, _agent(world, token) if passive is not None else _subject(world, token)
    elif lemma in _BECAUSE:
        reason = next((p for t in (token, *parsed.children(token, "prep")) for p in parsed.children(t, "pobj")), None)
        for effect in (parsed.heads[token], *parsed.children(parsed.heads[token], "nsubj")):
            yield effect, reason


def _agent(world: World, verb: int) -> int | None:
    parsed = world.parsed
    by = next((child for child in parsed.children(verb, *_AGENTS) if parsed.lemmas[child] == "by"), None)
    return parsed.child(by, "pobj") if by is not None else None


def _subject(world: World, verb: int) -> int | None:
    """The subject; of "hit a depot, igniting a fire" the one of "hit"; of "a bomb that caused" the bomb."""
    parsed = world.parsed
    above = parsed.heads[verb]
    for here in (verb, above, parsed.heads[above] if parsed.deps[verb] == "acl" else above):
        subject = parsed.child(here, "nsubj", "csubj")
        if subject is not None and parsed.pos[subject] in ("NOUN", "PROPN"):
            return subject
    return parsed.heads[verb] if parsed.deps[verb] == "relcl" else None


def _kind(world: World, token: int) -> str | None:
    effects: dict[str, list[str]] = yaml_data("lexicon/questions.yml")["effects"]
    return next((kind for kind, lemmas in effects.items() if world.parsed.lemmas[token] in lemmas), None)
