"""One sentence's counts: triggers and numbers brought together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from contested.grounding.counting.apart import behind_count, number_apart, stands_apart
from contested.grounding.counting.clause import clause_span, described_span, group_span, next_phrase
from contested.grounding.counting.happened import negated, rate_in, unreal, untold
from contested.grounding.counting.measures import Trigger, cues
from contested.grounding.counting.numbers import Number
from contested.grounding.counting.parts import groups_of, joined, repeated, same_side, subsets, whole_of
from contested.grounding.counting.roles import counted
from contested.grounding.counting.settle import WORDY, Draft
from contested.grounding.counting.who import Group, category_of, group_at, names_person
from contested.model.parse import Parsed, Sentence
from contested.model.text import Span

HARMS = ("killed", "wounded", "hit", "hurt", "casualties")
HELD = ("detained", "captured", "abducted")
ANYONE = (
    "anyone",
    "anybody",
    "person",
    "people",
    "casualties",
    "injuries",
    "deaths",
    "casualty",
    "injury",
    "soul",
    "civilians",
)
FEWEST_FLEEING = 10
"""Fewer people than this who "fled" left a crime scene as often as a home (bench `counts`): they are left out."""


def drafts_of(
    parsed: Parsed, sentence: Sentence, triggers: Sequence[Trigger], numbers: Sequence[Number]
) -> list[Draft]:
    """The drafts of a sentence's triggers, then the subsets that inherit the measure of the count before them."""
    found: list[Draft] = []
    heads = {
        trigger: [behind_count(parsed, token, numbers) for token in counted(parsed, trigger, numbers)]
        for trigger in triggers
        if not unreal(parsed, trigger)
    }
    owners = _owners(parsed, heads, numbers)
    for trigger in heads:
        found += _of_trigger(parsed, trigger, heads, owners, numbers)
    if rate_in(parsed.text, sentence):
        found = [draft for draft in found if not draft.group.one]
    return found + list(_subset_drafts(parsed, sentence, found, numbers))


def _owners(
    parsed: Parsed, heads: Mapping[Trigger, Sequence[int]], numbers: Sequence[Number]
) -> dict[Number, set[str]]:
    """The measures of the triggers that count each number directly, not as a further member of a list."""
    owners: dict[Number, set[str]] = {}
    for trigger, tokens in heads.items():
        if trigger.frame == "people":
            continue
        for group in (group_at(parsed, token, numbers) for token in tokens):
            if group is not None and group.number is not None:
                owners.setdefault(group.number, set()).add(trigger.measure)
    return owners


def _of_trigger(
    parsed: Parsed,
    trigger: Trigger,
    heads: Mapping[Trigger, Sequence[int]],
    owners: Mapping[Number, set[str]],
    numbers: Sequence[Number],
) -> Iterator[Draft]:
    if negated(parsed, trigger):
        yield from _none(parsed, trigger, numbers)
        return
    groups: list[Group] = []
    others = [other for other in heads if other.measure != trigger.measure]
    for head in heads[trigger]:
        known = {group.head for group in groups}
        for group in _groups(parsed, trigger, head, numbers):
            claimed = owners.get(group.number, set()) if group.number is not None else set()
            own = head in (group.head, group.noun) or not claimed - {trigger.measure}
            fits = group.head not in known and _fits(parsed, trigger, group)
            if own and fits and not _of_another(parsed, group, heads[trigger], others):
                groups.append(group)
    total = whole_of(parsed, groups)
    if total is not None:
        yield _whole(parsed, trigger, groups, total)
    for group in groups:
        draft = _draft(parsed, trigger, group, numbers)
        if draft is not None:
            listed = _part(parsed, draft, groups) if len(groups) > 1 else draft
            yield replace(listed, part=listed.part or _of_the_same(parsed, trigger, group))


def _of_another(parsed: Parsed, group: Group, heads: Sequence[int], others: Sequence[Trigger]) -> bool:
    """Whether a group is another trigger's: "67 dead and 1,000 wounded" is no list of dead or of wounded."""
    noun = group.head if group.noun is None else group.noun
    if any(other.anchor in (noun, group.head) for other in others if other.frame != "people"):
        return True
    if group.head in heads or noun in heads or group.number is None:
        return False
    last = max(noun, parsed.tokens_in(group.number.start, group.number.end)[-1])
    states = (other.anchor for other in others if parsed.tags[other.anchor] in ("VBN", "VBD", "JJ"))
    return any(last < anchor <= last + 2 for anchor in states)


def _of_the_same(parsed: Parsed, trigger: Trigger, group: Group) -> bool:
    """Whether the group is part of those the trigger names: "seven of the dead", "one of those killed"."""
    noun = group.noun
    if trigger.frame == "among":
        return True
    if noun is None or group.number is None or group.head == noun or parsed.deps[noun] != "pobj":
        return False
    if trigger.anchor == noun:
        return trigger.frame == "state"
    return trigger.frame == "object" and trigger.anchor in parsed.children(noun, "acl", "relcl")


def _groups(parsed: Parsed, trigger: Trigger, head: int, numbers: Sequence[Number]) -> list[Group]:
    """The coordinated groups at a head; a noun that is its own measure ("five airstrikes") counts nothing beside it."""
    if trigger.frame != "people":
        return same_side(groups_of(parsed, head, numbers), head, trigger.anchor)
    group = group_at(parsed, head, numbers)
    return [group] if group is not None else []


def _part(parsed: Parsed, draft: Draft, groups: Sequence[Group]) -> Draft:
    """One of several coordinated groups: the verb belongs to the span of the group next to it only."""
    before = draft.noun_phrase.end <= draft.trigger.start
    nearest = groups[-1] if before else groups[0]
    span = draft.span if draft.group is nearest else described_span(parsed, draft.group, draft.noun_phrase)
    if draft.group is nearest and not before:
        span = Span(draft.span.start, draft.noun_phrase.end)
    return replace(draft, part=True, span=span)


def _draft(parsed: Parsed, trigger: Trigger, group: Group, numbers: Sequence[Number]) -> Draft | None:
    """The draft of one group; None for a bare plural with a measure that needs a number."""
    apart = group.number is None and stands_apart(parsed, group.head)
    number = number_apart(parsed, group.head, numbers) if apart else group.number
    value, low, high = (number.value, number.low, number.high) if number is not None else _unnumbered(parsed, group)
    if number is None and (trigger.measure not in WORDY or not (group.one or _told(parsed, trigger))):
        return None
    if number is None and (apart or not (group.one or _close(parsed, trigger, group))):
        return None
    if number is not None and number.vague and trigger.anchor == group.noun and parsed.tags[trigger.anchor] == "NN":
        return None
    phrase, noun = group_span(parsed, group), group.head if group.noun is None else group.noun
    kind = "number" if number is not None else "singular" if group.one else "plural"
    span = clause_span(parsed, trigger, group)
    return Draft(
        span=Span(span.start, max(span.end, number.end)) if apart and number is not None else span,
        number=Span(parsed.starts[noun], parsed.ends[noun]) if number is None else Span(number.start, number.end),
        trigger=trigger,
        measure=trigger.measure,
        group=group,
        value=value,
        low=low,
        high=high,
        noun_phrase=phrase,
        rule=f"counts.{trigger.frame}.{kind}",
        approx=number is not None and number.approx,
        who=parsed.text[phrase.start : phrase.end],
        head=parsed.lower(noun),
        names=frozenset(parsed.word(t) for t in parsed.tokens_in(*phrase) if parsed.pos[t] == "PROPN"),
    )


def _told(parsed: Parsed, trigger: Trigger) -> bool:
    """Whether the trigger tells of something done, so that a bare plural ("wounding soldiers") means some."""
    past = parsed.tags[trigger.anchor] in ("VBD", "VBN", "VBG") and parsed.deps[trigger.anchor] != "amod"
    return past and trigger.frame in ("object", "subject", "harm", "carried")


def _close(parsed: Parsed, trigger: Trigger, group: Group) -> bool:
    """Whether a bare plural is the verb's own argument, and no neighbour that a misread clause lends it."""
    token = group.head
    while parsed.deps[token] == "conj" and parsed.heads[token] != token:
        token = parsed.heads[token]
    tokens = {trigger.anchor, *parsed.tokens_in(trigger.start, trigger.end)}
    above = {t for anchor in tokens for t in (anchor, parsed.heads[anchor])}
    return token in above or parsed.heads[token] in above


def _unnumbered(parsed: Parsed, group: Group) -> tuple[int | str, int | None, int | None]:
    """One for a singular; for a bare plural its word, without bounds."""
    if group.one:
        return 1, 1, 1
    return parsed.word(group.head), None, None


def _whole(parsed: Parsed, trigger: Trigger, groups: Sequence[Group], total: int) -> Draft:
    """One count for "a woman and her two sons": they were killed together, so three were killed."""
    phrases = [group_span(parsed, g) for g in groups]
    clauses = [clause_span(parsed, trigger, g) for g in groups]
    phrase = Span(min(p.start for p in phrases), max(p.end for p in phrases))
    span = Span(min(c.start for c in clauses), max(c.end for c in clauses))
    listed = tuple(parsed.text[p.start : p.end] for p in phrases)
    rule = "counts.coordination"
    return Draft(span, phrase, trigger, trigger.measure, groups[0], total, total, total, phrase, rule, listed=listed)


def _none(parsed: Parsed, trigger: Trigger, numbers: Sequence[Number]) -> Iterator[Draft]:
    """ "Did not hurt anyone" is a count of none; "did not kill the three" is a negated count of three."""
    if untold(parsed, trigger):
        return
    for head in [*counted(parsed, trigger, numbers), trigger.anchor]:
        others = any(parsed.lower(c) in ("other", "further", "more", "additional") for c in parsed.children(head))
        if parsed.lower(head) in ANYONE and trigger.measure in WORDY and not others:
            at = Span(parsed.starts[head], parsed.ends[head])
            group = Group(head, head, None)
            span = clause_span(parsed, trigger, group)
            yield Draft(span, at, trigger, trigger.measure, group, 0, 0, 0, at, "counts.none")
            return
        for group in groups_of(parsed, head, numbers):
            draft = _draft(parsed, trigger, group, numbers)
            if draft is not None and group.number is not None and not group.number.zero:
                yield replace(draft, negated=True)


def _fits(parsed: Parsed, trigger: Trigger, group: Group) -> bool:
    """Whether the counted can be what the measure counts."""
    number, noun = group.number, group.noun
    word = parsed.lower(noun) if noun is not None else ""
    if number is not None and number.zero and trigger.measure not in WORDY:
        return False
    own = noun is not None and trigger.start <= parsed.starts[noun] < trigger.end
    if own and trigger.frame == "object":
        return False
    if trigger.frame == "loss":
        return number is not None and (category_of(word) == "combatants" or word in ("men", "people", "members"))
    if trigger.measure in HARMS:
        return own or (word not in cues("things") and not (trigger.measure == "hurt" and word in ("bodies", "body")))
    if trigger.measure == "fighters" and trigger.frame == "people":
        return number is not None and _as_force(parsed, group)
    if trigger.measure == "other" and number is not None and number.low is None and number.high is None:
        return False
    if trigger.frame in ("people", "toll"):
        return number is not None and _held(parsed, trigger)
    if word and not (names_person(word) or parsed.pos[noun] in ("PROPN", "PRON")):  # type: ignore[index]
        return False
    if trigger.measure == "captured" and group.one and not names_person(word):
        return False
    if trigger.measure == "fighters":
        return number is not None and category_of(word) == "combatants"
    if trigger.measure in ("displaced", "refugees") and trigger.frame == "subject":
        return _flight(parsed, trigger, number, word)
    return trigger.measure in WORDY or number is not None


def _as_force(parsed: Parsed, group: Group) -> bool:
    """Whether counted fighters are, stay or are sent somewhere, and no loss, attack or demand is told of them."""
    verb = parsed.heads[group.head]
    for _ in range(2):
        if parsed.lemmas[verb] in cues("factual") and parsed.child(verb, "xcomp") is not None:
            verb = parsed.child(verb, "xcomp") or verb
    placed = parsed.deps[group.head] in ("nsubj", "nsubjpass", "attr", "dobj")
    return placed and parsed.lemmas[verb] in cues("force_verbs")


def _held(parsed: Parsed, trigger: Trigger) -> bool:
    """Hostages that are freed and refugees that return are none any more."""
    verb = next((t for t in parsed.ancestors(trigger.anchor) if parsed.pos[t] == "VERB"), None)
    return verb is None or parsed.lemmas[verb] not in cues("let_go")


def _flight(parsed: Parsed, trigger: Trigger, number: Number | None, word: str) -> bool:
    if number is None or category_of(word) == "combatants":
        return False
    if any(parsed.lower(t) in cues("not_a_flight") for t in parsed.subtree(trigger.anchor)):
        return False
    most = number.high if number.high is not None else number.low
    return number.vague or (most is not None and most >= FEWEST_FLEEING)


def _subset_drafts(
    parsed: Parsed, sentence: Sentence, found: Sequence[Draft], numbers: Sequence[Number]
) -> Iterator[Draft]:
    """Counts that inherit the measure of the count before them: subsets, added groups, the same for another time."""
    taken = {draft.number for draft in found}
    kinds = (
        ("subset", subsets(parsed, sentence.first, sentence.last, numbers)),
        ("joined", joined(parsed, sentence.first, sentence.last, numbers)),
        ("repeated", repeated(parsed, sentence.first, numbers)),
    )
    for kind, groups in kinds if found else ():
        for group in groups:
            phrase = group_span(parsed, group)
            whole = next((d for d in reversed(found) if d.number.start < phrase.start), None)
            draft = _draft(parsed, whole.trigger, group, numbers) if whole is not None and not whole.negated else None
            if draft is not None and draft.number not in taken and not _let_go(parsed, draft):
                taken.add(draft.number)
                span = next_phrase(parsed, phrase) if kind == "repeated" else _own_span(parsed, group, phrase)
                yield replace(draft, span=span, noun_phrase=span, part=kind != "repeated", rule=f"counts.{kind}")


def _let_go(parsed: Parsed, draft: Draft) -> bool:
    """Whether the subset of the held is held no longer ("six men, five of whom were freed")."""
    return draft.measure in HELD and not _held(parsed, replace(draft.trigger, anchor=draft.group.head))


def _own_span(parsed: Parsed, group: Group, phrase: Span) -> Span:
    """The span of an inheriting count: its noun phrase, and behind "two of them" the noun that says who they were."""
    last = parsed.tokens_in(phrase.start, phrase.end)[-1]
    end, kept = parsed.sentence_of(last).last, last
    for token in range(last + 1, min(end, last + 6)) if group.noun is None else ():
        if parsed.pos[token] not in ("AUX", "ADJ", "NOUN", "PROPN"):
            break
        kept = token if parsed.pos[token] in ("NOUN", "PROPN") else kept
    return Span(phrase.start, parsed.ends[kept])
