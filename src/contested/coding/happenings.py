"""Claims from predicates: events, control, displacement, needs, access, damage, diplomacy; one by each voice."""

from collections.abc import Iterator
from dataclasses import replace

from contested.coding import arguments
from contested.coding.acts import acts_within, with_act
from contested.coding.alleged import only_alleged, refuted
from contested.coding.charges import Charge, charge, speaker
from contested.coding.clauses import clause_span, trimmed
from contested.coding.draft import Draft
from contested.coding.parties import party, party_of_ref
from contested.coding.predicate import Predicate
from contested.coding.saying import Said, Voices
from contested.coding.seen import is_unclaimed
from contested.coding.selves import cue_token
from contested.coding.settled import stance_within, taken_back
from contested.coding.telling import told_acts
from contested.coding.when import is_dated, is_tallied, when_of
from contested.coding.where import place_of
from contested.coding.world import QUIET_BLOCKS, World
from contested.lexicon import yaml_data
from contested.model.claim import Modality, Ref
from contested.model.text import Span

_IMAGINED = frozenset({"hypothetical", "conditional"})
"""What nobody says has happened or will: left out, unless somebody demands, hopes for or threatens it."""


def happenings(world: World, predicates: list[Predicate], voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order. Predicates that only name a happening again are left to the merging."""
    deeds = {p.clause for p in predicates if p.frame.stance is None and p.mood.modality == "planned"}
    for predicate in predicates:
        if not tellable(world, predicate):
            continue
        anchor, full = world.parsed.starts[predicate.trigger], claimable(world, predicate)
        for said in voices.over(anchor):
            if said.withheld:
                continue
            said = _denying(world, said)
            charged = charge(world, predicate, said)
            if (not full and charged is None) or (said.saying is None and only_alleged(world, predicate)):
                continue
            if said.stance == "accuses" and _is_beside_a_charge(world, predicate):
                continue
            said = _stance(world, predicate, said, charged)
            if predicate.frame.stance is not None:
                if predicate.frame.stance == "intends" and deeds & set(_infinitives(world, predicate)):
                    continue
                yield from told_acts(world, predicate, said)
                continue
            draft = _draft(world, predicate, said, charged)
            if draft is not None and said.saying is not None and voices.owns_up_later(said.saying):
                charged = Charge("claims", speaker(world, said), draft.span.start)
            if draft is not None:
                yield _done_by(draft, charged), said


def _denying(world: World, said: Said) -> Said:
    """Who rejects an accusation denies what it says ("rejected claims that its army shelled the town")."""
    cue = cue_token(world.parsed, said.saying) if said.stance == "rejects" and said.saying is not None else None
    if cue is None:
        return said
    charges = yaml_data("lexicon/echoes.yml")["charges"]
    refused = (t for t in world.parsed.children(cue, "dobj", "nsubjpass") if world.parsed.lemmas[t] in charges)
    return replace(said, stance="denies") if next(refused, None) is not None else said


def _is_beside_a_charge(world: World, predicate: Predicate) -> bool:
    """Whether the noun is no part of the charge but when or where it was ("accused it of using shields in raids")."""
    parsed = world.parsed
    if parsed.pos[predicate.trigger] not in ("NOUN", "PROPN") or parsed.deps[predicate.trigger] != "pobj":
        return False
    if "actor" in predicate.roles or "target" in predicate.roles:
        return False
    verb = next((t for t in parsed.ancestors(predicate.trigger) if parsed.pos[t] in ("VERB", "AUX")), None)
    if verb is None or parsed.lemmas[verb] in yaml_data("lexicon/echoes.yml")["carrying"]:
        return False  # "accused of being behind the raid"
    return parsed.deps[verb] == "pcomp"


def _infinitives(world: World, predicate: Predicate) -> list[int]:
    """What is agreed or offered to be done, by its verb: where that is a claim of its own, the offer is its mood."""
    parsed, verb = world.parsed, predicate.trigger
    through = [verb, *parsed.children(verb, "acomp")]
    return [clause for token in through for clause in parsed.children(token, "xcomp")]


def _stance(world: World, predicate: Predicate, said: Said, charged: Charge | None) -> Said:
    """The voice with the stance that it takes to this predicate."""
    if charged is not None:
        return replace(said, stance=charged.stance)
    within = acts_within(world, predicate.trigger, stance_within(world, predicate.trigger, said))
    said = said if predicate.nominal and within.stance == "retracts" else within
    if taken_back(world, predicate.trigger):
        return replace(said, stance="retracts")
    return replace(said, stance="denies") if refuted(world, predicate) else said


def _done_by(draft: Draft, charged: Charge | None) -> Draft:
    """The draft with whom the voice charges with the deed, where the deed's own words name nobody."""
    if charged is None or charged.doer is None or "actor" in draft.roles:
        return draft
    start = draft.span.start if charged.start is None else min(charged.start, draft.span.start)
    return replace(draft, span=Span(start, draft.span.end), roles={**draft.roles, "actor": (charged.doer,)})


def tellable(world: World, predicate: Predicate) -> bool:
    """Whether the predicate stands where a report tells of something, and its type is known."""
    return predicate.type is not None and world.block_kind(predicate.trigger) not in QUIET_BLOCKS


def claimable(world: World, predicate: Predicate) -> bool:
    """Whether the predicate says something of its own: a clause, or a noun with who or where beside it."""
    if predicate.kind == "event" and world.block_kind(predicate.trigger) == "body" and _general(world, predicate):
        return False
    if predicate.frame.located and not (predicate.places or is_dated(world, predicate) or _goes_on(world, predicate)):
        return False
    if not predicate.nominal:
        return True
    if predicate.frame.type == "conflict.onset":
        return is_dated(world, predicate)
    if predicate.frame.telling and (predicate.roles or predicate.places or _is_one(world, predicate.trigger)):
        return True
    if (predicate.frame.telling or predicate.places) and _hurts(world, predicate.trigger):
        return True
    if predicate.kind in ("damage", "need", "control") or is_dated(world, predicate):
        return True
    if is_tallied(world, predicate):
        return True
    if predicate.type in yaml_data("lexicon/families.yml")["told_by_victim"] and _has_victim(world, predicate):
        return True
    fillers = sum(len(tokens) for tokens in predicate.roles.values())
    return bool(predicate.roles) and bool(predicate.places or fillers > 1)


def _goes_on(world: World, predicate: Predicate) -> bool:
    """Whether the verb goes on from another passive one, and so tells of the same people ("were shot and killed")."""
    parsed, verb = world.parsed, predicate.trigger
    own = parsed.children(verb, "nsubj", "nsubjpass")
    return parsed.deps[verb] == "conj" and not own and arguments.is_passive(parsed, parsed.heads[verb])


def _is_one(world: World, noun: int) -> bool:
    """Whether the noun brings in one happening ("a gas leak"), no kind ("floods") and none long known ("the flood")."""
    return any(world.parsed.lower(word) in ("a", "an", "one") for word in world.parsed.children(noun, "det", "nummod"))


def _hurts(world: World, noun: int) -> bool:
    """Whether people are said to have come to harm by it ("nine people died after landslides")."""
    parsed, words = world.parsed, yaml_data("lexicon/families.yml")
    if parsed.deps[noun] == "conj":
        return _hurts(world, parsed.heads[noun])
    link = parsed.heads[noun]
    if parsed.deps[noun] != "pobj" or parsed.lower(link) not in words["harmed_by"]:
        return False
    return parsed.lemmas[parsed.heads[link]] in (*words["harming"], *words["dying"])


def _has_victim(world: World, predicate: Predicate) -> bool:
    return any(world.is_class(token, "victim") for token in predicate.roles.get("target", ()))


def _general(world: World, predicate: Predicate) -> bool:
    """Whether a simple present tells of what is done in general ("terror that strikes the poor").

    The first sentences are left alone: where a text has no lines, its headline stands there, in the present tense.
    """
    parsed, verb = world.parsed, predicate.clause
    if verb is None or parsed.tags[verb] not in ("VBZ", "VBP") or parsed.children(verb, "aux", "auxpass"):
        return False
    return parsed.sentence_number(predicate.trigger) > 1 and predicate.mood.modality != "ongoing"


def _draft(world: World, predicate: Predicate, said: Said, charged: Charge | None) -> Draft | None:
    if predicate.frame.unreal_only and predicate.mood.real and said.modality is None:
        return None
    modality = _modality(predicate, said)
    if predicate.kind == "event" and modality in _IMAGINED and said.modality is None:
        return None
    if _is_what_not_to_do(world, predicate) and said.modality is None:
        return None
    clause = clause_span(world.parsed, predicate)
    span = claim_span(world, clause, said)
    return Draft(
        kind=predicate.kind,
        span=span,
        method=f"frame:{predicate.frame.type}:{world.parsed.lemmas[predicate.trigger]}",
        type=predicate.type,
        polarity="-" if _is_negative(world, predicate, charged) else "+",
        modality=modality,
        roles=with_act(world, _without_self(world, _of_others(world, _roles(world, predicate), said), said), said),
        place=place_of(world, predicate, clause),
        when=when_of(world, predicate),
        trigger=Span(world.parsed.starts[predicate.trigger], world.parsed.ends[predicate.trigger]),
        presupposed=predicate.nominal,
        predicate=predicate,
    )


def _is_negative(world: World, predicate: Predicate, charged: Charge | None) -> bool:
    """Whether the content is negative; that somebody did not do it, or that nobody owned up, leaves the deed."""
    if predicate.mood.polarity != "-" or _unclaimed(world, predicate):
        return False
    return charged is None or charged.stance != "denies"


def _is_what_not_to_do(world: World, predicate: Predicate) -> bool:
    """Whether it is what one is not to do ("we fight not to kill a child"): nobody says that it did not happen."""
    verb = predicate.clause
    if verb is None or predicate.mood.real or not world.parsed.children(verb, "neg"):
        return False
    return any(world.parsed.lower(aux) == "to" for aux in world.parsed.children(verb, "aux"))


def _modality(predicate: Predicate, said: Said) -> Modality:
    """The modality of the content; "denied any use of gas" denies that it was used."""
    refused = said.stance in ("denies", "rejects") and predicate.mood.cue == "any"
    return "actual" if refused else predicate.mood.modality


def _unclaimed(world: World, predicate: Predicate) -> bool:
    """Whether it is the claim and not the deed that is missing: "no group has claimed the bombing"."""
    above = world.parsed.heads[predicate.trigger]
    while world.parsed.pos[above] not in ("VERB", "AUX") and world.parsed.heads[above] != above:
        above = world.parsed.heads[above]
    return is_unclaimed(world, above) and predicate.trigger != above


def claim_span(world: World, clause: Span, said: Said) -> Span:
    """The clause cut to what the voice says; with the voice's own words where the cue sets the stance (denied ...)."""
    if said.saying is None:
        return clause
    attribution = said.saying.attribution
    part = next((c for c in attribution.content if c.overlaps(clause)), None)
    if part is None:
        return clause
    start, end = max(clause.start, part.start), min(clause.end, part.end)
    if said.in_span:
        before = [s.start for s in (*attribution.source, *attribution.cue) if s.start < start and start - s.start < 200]
        start = min([start, *before])
    return trimmed(world.text, Span(start, end)) if start < end else clause


def _of_others(world: World, roles: dict[str, tuple[Ref, ...]], said: Said) -> dict[str, tuple[Ref, ...]]:
    """The roles with nobody known for "the regime" that was taken for the state of him who speaks."""
    if said.saying is None:
        return roles
    mine, never = party(world, said.voices[-1]), yaml_data("lexicon/echoes.yml")["never_own"]
    wrong = {
        ref
        for ref in roles.get("actor", ())
        if ref.text.lower().split()[-1] in never and party_of_ref(world, ref) == mine
    }
    if not wrong:
        return roles
    return {**roles, "actor": tuple(replace(ref, entity=None) if ref in wrong else ref for ref in roles["actor"])}


def _without_self(world: World, roles: dict[str, tuple[Ref, ...]], said: Said) -> dict[str, tuple[Ref, ...]]:
    """The roles without the accuser as the one who did it: nobody accuses himself, the words were read wrongly."""
    if said.stance != "accuses" or "actor" not in roles:
        return roles
    mine = party(world, said.voices[-1])
    others = tuple(ref for ref in roles["actor"] if party_of_ref(world, ref) != mine)
    return {**{k: v for k, v in roles.items() if k != "actor"}, **({"actor": others} if others else {})}


def _roles(world: World, predicate: Predicate) -> dict[str, tuple[Ref, ...]]:
    found: dict[str, tuple[Ref, ...]] = {}
    for role, tokens in predicate.roles.items():
        refs = tuple(ref for token in tokens if (ref := world.ref(token)) is not None)
        if refs:
            found[role] = refs
    return found
