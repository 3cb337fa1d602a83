"""What a language model proposes, as far as the rules' own reading of the same words bears it out.

The model lends a word a meaning: this verb or noun, which no frame knows here, names a happening of this type. All else
is read as of any other happening: who takes part by the parse, who says it by the attributions, whether it was done by
mood and stance, where and when by places and times. See docs/language-model.md.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from contested.coding.auxiliaries import negated
from contested.coding.draft import Draft
from contested.coding.everything import happening
from contested.coding.happenings import happenings
from contested.coding.items import family
from contested.coding.meanings import can_happen, can_mean, lent, said_of
from contested.coding.predicate import Predicate
from contested.coding.saying import Said, Voices
from contested.coding.world import World
from contested.lexicon.speech import stance_of
from contested.model.claim import Ref, Stance
from contested.model.parse import Parsed
from contested.model.proposed import Cause, Proposal
from contested.model.text import Span

SCORE = 0.3
"""The score of such a claim, half that of an average one of the rules: nobody has measured how often they are right."""
_DOERS = frozenset({"actor", "controller"})
_UNDERGOING = ("target", "object")
_UNTRUE: frozenset[Stance] = frozenset({"denies", "rejects", "doubts", "retracts"})
_UNREAL: frozenset[Stance] = _UNTRUE | {"demands", "hopes", "threatens", "intends", "predicts"}
Told = tuple[Draft, Said]


@dataclass(slots=True)
class Weighed:
    """What holds, how many happenings the rules had read already, how many hold, and what was dropped, by cause.

    `others` are happenings whose type is not borne out: they are of type `other` and make no event.
    """

    told: list[Told] = field(default_factory=list)
    others: list[Told] = field(default_factory=list)
    known: int = 0
    added: int = 0
    dropped: Counter[str] = field(default_factory=Counter)


def weighed(
    world: World, proposals: Iterable[Proposal], told: Sequence[Told], predicates: Sequence[Predicate], voices: Voices
) -> Weighed:
    """(draft, voice) pairs for the proposals that hold. `told` and `predicates` are what the rules have found."""
    found, parsed = Weighed(), world.parsed
    claimed = {t: draft.type for draft, _ in told if (t := _token(parsed, draft.trigger)) is not None}
    seen = {predicate.trigger: predicate.type for predicate in predicates}
    for proposal in proposals:
        token = _token(parsed, proposal.trigger)
        if token is not None and _is_told(parsed, token, proposal.type, claimed):
            found.known += 1
        elif token is None or token in seen:
            found.dropped["declined"] += 1
        else:
            otherwise = _is_otherwise(parsed, token, proposal.type, seen)
            seen[token] = proposal.type
            _weigh(world, proposal, token, found, _read(world, proposal, token, voices, otherwise))
    return found


def _read(world: World, proposal: Proposal, token: int, voices: Voices, otherwise: bool) -> list[Told] | None:
    """The word as the rules read it once it has the proposed type; None where it cannot have it, nor an open one.

    Where only the type is not borne out the happening is of type `other`, which says no more than the words do.
    """
    typed = not otherwise and can_mean(world, token, proposal.type)
    predicate = lent(world, token, proposal.type) if typed else None
    told = list(happenings(world, [predicate], voices)) if predicate is not None else []
    if not told and not otherwise and can_happen(world, token):
        return list(happening(world, token, voices))
    return told if typed else None


def _token(parsed: Parsed, trigger: Span | None) -> int | None:
    return parsed.head_of(*trigger) if trigger is not None else None


def _is_told(parsed: Parsed, token: int, type_: str, claimed: Mapping[int, str | None]) -> bool:
    """Whether the rules claim the word, or tell the same in its clause ("a barrage of rockets rained on the port")."""
    if token in claimed:
        return True
    here = parsed.sentence_number(token)
    near = (t for t in claimed if parsed.sentence_number(t) == here and family(claimed[t]) == family(type_))
    return any(t in _own_clause(parsed, token) or token in _own_clause(parsed, t) for t in near)


def _is_otherwise(parsed: Parsed, token: int, type_: str, seen: Mapping[int, str | None]) -> bool:
    """Whether the rules read a happening that the word is said of as another one ("conducted eleven strikes")."""
    return any(family(seen[t]) != family(type_) for t in said_of(parsed, token) if seen.get(t) is not None)


def _weigh(world: World, proposal: Proposal, token: int, found: Weighed, told: list[Told] | None) -> None:
    """Add what holds of one proposal to `found`, and count what does not."""
    spoken = [one for one in told or () if _same_voice(proposal, one[1])]
    held = [one for one in spoken if not _is_overstated(world, token, one, proposal)]
    if not held:
        found.dropped[_why_not(told, spoken)] += 1
        return
    found.added += 1
    if _claims_real(proposal) and not any(_is_real(one) for one in held):
        found.dropped["mood"] += 1
    for role in proposal.roles:
        if not any(_agreed(draft, proposal, role) for draft, _ in held):
            found.dropped["perpetrator" if role in _DOERS else "role"] += 1
    made = [(_marked(world, draft, token, proposal), said) for draft, said in held]
    if held[0][0].type == "other":
        found.dropped["type"] += 1
        found.others += made
    else:
        found.told += made


def _why_not(told: list[Told] | None, spoken: list[Told]) -> Cause:
    """Why nothing of a proposal holds: the first step at which nothing was left."""
    if told is None:
        return "type"
    if not told:
        return "declined"
    return "mood" if spoken else "voice"


def _own_clause(parsed: Parsed, token: int) -> list[int]:
    """The word and what hangs on it, without what hangs on another verb."""
    found, waiting = [], [token]
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += [c for c in parsed.children(here) if parsed.pos[c] not in ("VERB", "AUX") or c == token]
    return found


def _same_voice(proposal: Proposal, said: Said) -> bool:
    """Whether both know the same voice; where the model names none, the one that the text gives speaks."""
    if proposal.source is None:
        return True
    spans = [span for span in (said.saying.attribution.source if said.saying else ()) if span.end > span.start]
    spans += [Span(v.start, v.end) for v in said.voices if v.start is not None and v.end is not None]
    return any(proposal.source.overlaps(span) for span in spans)


def _claims_real(proposal: Proposal) -> bool:
    done = proposal.polarity == "+" and proposal.modality in ("actual", "ongoing")
    return done and proposal.stance not in _UNREAL


def _is_real(told: Told) -> bool:
    """Whether the rules read it as something that somebody says was done."""
    draft, said = told
    done = draft.polarity == "+" and draft.modality in ("actual", "ongoing")
    return done and said.stance not in _UNREAL and said.modality is None


def _is_overstated(world: World, token: int, told: Told, proposal: Proposal) -> bool:
    """Whether the rules would claim as done what the model, or a negation or denial above the word, says was not.

    The other way round the rules' more careful reading stands: a denial that the model took for a fact is a denial.
    """
    return _is_real(told) and (not _claims_real(proposal) or _is_undone(world.parsed, token))


def _is_undone(parsed: Parsed, token: int) -> bool:
    above = [token, *parsed.ancestors(token)]
    return any(negated(parsed, t) is not None or stance_of(parsed.lemmas[t]) in _UNTRUE for t in above)


def _agreed(draft: Draft, proposal: Proposal, role: str) -> tuple[Ref, ...]:
    """What fills the role by the grammar and by the model."""
    span = proposal.roles[role]
    return tuple(ref for ref in _filling(draft, role) if span.overlaps(Span(ref.start, ref.end)))


def _filling(draft: Draft, role: str) -> tuple[Ref, ...]:
    """Who fills the role; whatever a happening of an open kind is done to is called target or object alike."""
    found = draft.roles.get(role, ())
    if not found and draft.type == "other" and role in _UNDERGOING:
        return next((draft.roles[other] for other in _UNDERGOING if other in draft.roles), ())
    return found


def _marked(world: World, draft: Draft, token: int, proposal: Proposal) -> Draft:
    """The draft with the roles that both see, and with its origin."""
    roles = {role: refs for role in proposal.roles if (refs := _agreed(draft, proposal, role))}
    lemma = world.parsed.lemmas[token]
    method = f"llm.other:{lemma}:{proposal.type}" if draft.type == "other" else f"llm:{draft.type}:{lemma}"
    return replace(draft, method=method, score=SCORE, roles=roles)
