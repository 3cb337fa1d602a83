"""Speech acts: whom a voice accuses, urges, praises, threatens, and where saying so is a demand or a promise."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from contested.coding import parties
from contested.coding.partners import (
    Partner,
    against_will,
    condition_party,
    names_party,
    names_state,
    partner_in,
    partner_of,
    party_within,
)
from contested.coding.saying import Said
from contested.coding.selves import cue_token, is_self
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.lexicon.speech import verb_cues
from contested.model.claim import Ref, Stance
from contested.model.parse import Parsed
from contested.model.text import Span

_JUDGED = {"direct": "actor", "owner": "actor", "source": "actor", "towards": "target"}
_ROLE_BY_WAY: Mapping[str, Mapping[str, str]] = {
    "accuses": _JUDGED,
    "criticises": _JUDGED,
    "praises": _JUDGED,
    "demands": {"direct": "addressee", "owner": "actor", "source": "addressee", "towards": "target"},
    "rejects": {"direct": "target", "owner": "actor", "source": "actor", "towards": "target"},
    "denies": {"direct": "target", "owner": "target", "source": "target", "towards": "target"},
    "threatens": {"direct": "target", "owner": "target", "source": "target", "towards": "target"},
    "intends": {"direct": "addressee", "owner": "target", "source": "target", "towards": "target"},
    "predicts": {"direct": "addressee"},
}
"""Stance, then the way in which the content names a party (coding/partners.py), to the role that the party plays."""
_ADDRESSING = frozenset({"on", "upon", "to", "with"})
_ACTS = frozenset(_ROLE_BY_WAY)
_VERBS = frozenset({"VERB", "AUX"})


def act_roles(world: World, stance: Stance, partner: Partner | None, said: Said) -> dict[str, tuple[Ref, ...]]:
    """The one role that the partner of an act plays; empty where nobody is named or the stance is no act."""
    if partner is None or stance not in _ACTS:
        return {}
    role = _ROLE_BY_WAY[stance].get(partner.way)
    if partner.preposition in _ADDRESSING and stance not in ("rejects", "praises"):
        role = "actor" if stance == "accuses" else "addressee"  # "attributed the raid to rebels"
    if partner.preposition == "for" and stance == "demands":
        role = "addressee"
    refs = tuple(ref for token in partner.tokens if (ref := world.ref(token)) is not None)
    mine = parties.party(world, said.voices[-1])
    others = tuple(ref for ref in refs if parties.party_of_ref(world, ref) != mine)
    return {role: others} if role and others else {}


def saying_roles(world: World, said: Said) -> dict[str, tuple[Ref, ...]]:
    """Whom the act of a saying is about: the accused, the one called on or threatened, whose offer is rejected."""
    cue = cue_token(world.parsed, said.saying) if said.saying is not None and said.stance in _ACTS else None
    if cue is None or said.saying is None:
        return {}
    parsed = world.parsed
    taken = {t for part in said.saying.attribution.source for t in parsed.tokens_in(part.start, part.end)}
    return roles_at(world, cue, taken, said)


def roles_at(world: World, cue: int, taken: set[int], said: Said) -> dict[str, tuple[Ref, ...]]:
    """As `saying_roles`, for the word of the act; `taken` are tokens of those who act."""
    own = {e for e in (said.voices[-1].entity, said.voices[-1].for_) if e is not None}
    partner = _partner(world, cue, taken, own, aims=said.stance != "rejects")
    if partner is not None and said.stance == "demands" and _is_done_to(world, partner.tokens[0]):
        refs = tuple(ref for token in partner.tokens if (ref := world.ref(token)) is not None)
        return {"object": refs} if refs else {}
    if partner is None:
        partner = _otherwise(world, cue, taken, said.stance)
    elif said.stance == "predicts" and world.parsed.deps[partner.tokens[0]] in ("nsubj", "nsubjpass"):
        return {}  # "warned that militias would attack": militias are not warned
    return act_roles(world, said.stance, partner, said)


def _otherwise(world: World, cue: int, taken: set[int], stance: Stance) -> Partner | None:
    """Whom a threat or a refusal is about that names nobody directly."""
    if stance == "threatens":
        return condition_party(world, cue, taken) or party_within(world, cue, taken)
    return against_will(world, cue, taken) if stance == "rejects" else None


def _is_done_to(world: World, token: int) -> bool:
    """Whether something is to be done to the party, who is not asked then ("called for Chad to be given a seat")."""
    parsed = world.parsed
    if parsed.deps[token] == "nsubjpass":
        return True
    if parsed.deps[token] == "nsubj":
        return False
    behind = range(token + 1, parsed.sentence_of(token).last)
    verb = next((t for t in behind if parsed.pos[t] == "VERB"), None)
    asked = verb is not None and any(parsed.lower(c) == "to" for c in parsed.children(verb, "aux"))
    return asked and verb is not None and bool(parsed.children(verb, "auxpass"))


def with_act(world: World, roles: dict[str, tuple[Ref, ...]], said: Said) -> dict[str, tuple[Ref, ...]]:
    """A claim's roles from its content, with whom the voice's act is about: the addressee, or who else is named."""
    act = saying_roles(world, said)
    kept = {"addressee", "target"} if said.stance == "threatens" else {"addressee"}
    if any(role in roles for role in ("actor", "target")):
        act = {role: refs for role, refs in act.items() if role in kept}
    return {**act, **roles}


def _partner(world: World, cue: int, taken: set[int], own: set[str], *, aims: bool) -> Partner | None:
    parsed = world.parsed
    if parsed.pos[cue] not in _VERBS:
        clauses = parsed.children(cue, "acl", "ccomp")
        subjects = [s for c in clauses for s in parsed.children(c, "nsubj", "nsubjpass")]
        return _first(partner_in(world, s, taken) for s in subjects) or partner_in(world, cue, taken)
    passive = parsed.child(cue, "nsubjpass")
    if (
        passive is None
        and parsed.deps[cue] == "acl"
        and parsed.tags[cue] == "VBN"
        and not parsed.children(cue, "nsubj")
    ):
        passive = parsed.heads[cue]
    if passive is not None and passive not in taken:
        return partner_in(world, passive, taken)
    return partner_of(world, cue, taken, own, aims=aims)


def _first(found: Iterable[Partner | None]) -> Partner | None:
    return next((partner for partner in found if partner is not None), None)


def as_act(world: World, said: Said) -> Said:
    """The voice with stance `demands` where it says what others must do, `intends` where it says what it will do.

    "Kenya said Uganda must return the boats", "the minister said he would send troops".
    """
    if said.saying is not None and said.saying.cue == "warn":
        return replace(said, stance="threatens") if _warns_off(world, said) else said
    if said.saying is None or said.stance not in ("asserts", "confirms"):
        return said
    clause = _said_clause(world, said)
    if clause is None:
        return said
    stance = "demands" if _asks_to(world, said) else _stance_of_clause(world, clause, said)
    return replace(said, stance=stance) if stance is not None else said


def as_told(world: World, said: Said, sentence: Span) -> Said:
    """As `as_act`, for a further sentence of a quotation: "They must leave", "We will fight on"."""
    if said.saying is None or said.stance not in ("asserts", "confirms"):
        return said
    clause = world.parsed.head_of(sentence.start, sentence.end)
    stance = _stance_of_clause(world, clause, said) if clause is not None else None
    return replace(said, stance=stance) if stance is not None else said


def _warns_off(world: World, said: Said) -> bool:
    """Whether a state or party warns another one off: "warned Chad against", "warned the rebels to leave"."""
    parsed = world.parsed
    cue = cue_token(parsed, said.saying) if said.saying is not None else None
    other = parsed.child(cue, "dobj") if cue is not None else None
    if cue is None or other is None or not (names_state(world, other) or world.is_class(other, "armed")):
        return False
    if any(parsed.lower(prep) == "against" for prep in parsed.children(cue, "prep")):
        return True
    clauses = parsed.children(cue, "xcomp", "ccomp")
    return any(parsed.children(clause, "neg") or _is_infinitive(parsed, clause) for clause in clauses)


def _is_infinitive(parsed: Parsed, verb: int) -> bool:
    return any(parsed.lower(aux) == "to" for aux in parsed.children(verb, "aux"))


def acts_within(world: World, token: int, said: Said) -> Said:
    """As `as_act`, for words in the clause that is said itself, not in one that hangs on it."""
    turned = as_act(world, said)
    if turned is said:
        return said
    clause, parsed = _said_clause(world, said), world.parsed
    for above in (token, *parsed.ancestors(token)):
        if above == clause:
            return turned
        if parsed.deps[above] in ("relcl", "advcl", "ccomp", "acl", "appos"):
            return said
    return said


def _said_clause(world: World, said: Said) -> int | None:
    """The verb of the clause that hangs on the cue of a saying."""
    cue = cue_token(world.parsed, said.saying) if said.saying is not None else None
    return world.parsed.child(cue, "ccomp", "xcomp") if cue is not None else None


def _asks_to(world: World, said: Said) -> bool:
    """Whether a verb of saying has somebody do something: "asked Chad to pull out"."""
    parsed = world.parsed
    cue = cue_token(parsed, said.saying) if said.saying is not None else None
    clause = _said_clause(world, said)
    if cue is None or clause is None or parsed.lemmas[cue] not in verb_cues():
        return False
    if "other_to" not in verb_cues()[parsed.lemmas[cue]].takes:
        return False
    to = any(parsed.lower(aux) == "to" for aux in parsed.children(clause, "aux"))
    return to and (parsed.child(clause, "nsubj") is not None or parsed.child(cue, "dobj") is not None)


def _stance_of_clause(world: World, clause: int, said: Said) -> Stance | None:
    parsed, words = world.parsed, yaml_data("lexicon/partners.yml")
    auxiliaries = {parsed.lower(aux) for aux in parsed.children(clause, "aux")}
    subject = parsed.child(clause, "nsubj", "nsubjpass")
    if subject is None:
        return None
    own = _is_speaker(world, subject, said)
    if auxiliaries & set(words["must"]) and names_party(world, subject) and not own:
        return "demands"
    willing = {parsed.lemmas[t] for t in parsed.children(clause, "acomp")} & set(words["willing"])
    future = bool(auxiliaries & set(words["will"])) and parsed.deps[subject] == "nsubj"
    if "would" in auxiliaries and parsed.lower(subject) in ("i", "we"):
        return None  # in somebody's own words: "I would come in and watch"
    perfect = any(parsed.lower(aux) == "have" for aux in parsed.children(clause, "aux"))
    if own and not perfect and (future or willing) and not parsed.children(clause, "neg"):
        if parsed.lemmas[clause] in words["hostile"]:
            return "threatens"
        return "intends" if not _is_state(world, clause, bool(willing)) else None
    return None


def _is_state(world: World, clause: int, willing: bool) -> bool:
    """Whether the clause tells what will be, not what will be done ("it would be a mistake", "it will take years")."""
    return not willing and world.parsed.lemmas[clause] in yaml_data("lexicon/partners.yml")["undone"]


def _is_speaker(world: World, subject: int, said: Said) -> bool:
    entity, voice = world.actor(subject), said.voices[-1]
    if world.parsed.pos[subject] == "PRON" and said.saying is not None:
        return is_self(world.parsed, subject, said.saying, world.entities)
    return entity is not None and entity.id in (voice.entity, voice.for_)
