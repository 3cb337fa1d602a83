"""Parts and wholes of a count: coordinated groups, subsets ("including three children") and totals beside them."""

from collections.abc import Iterator, Sequence

from contested.grounding.counting.measures import cues
from contested.grounding.counting.numbers import Number
from contested.grounding.counting.who import Group, group_at, names_person
from contested.lexicon import fold
from contested.model.parse import Parsed

_PLACING = frozenset({"in", "at", "near", "from", "to", "into"})
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON", "ADJ")


def coordination(parsed: Parsed, head: int) -> list[int]:
    """All members of the noun coordination that `head` is in, in text order."""
    while parsed.deps[head] == "conj" and _same_list(parsed, parsed.heads[head], head):
        if _is_where(parsed, parsed.heads[head]):
            break
        head = parsed.heads[head]
    members, waiting = _misread(parsed, head), [head]
    while waiting:
        token = waiting.pop()
        members.append(token)
        waiting.extend(c for c in parsed.children(token, "conj") if _same_list(parsed, token, c))
        waiting.extend(_listed(parsed, token))
    return sorted({*members, *_misread_after(parsed, max(members)), *_aged_before(parsed, head)})


def _is_where(parsed: Parsed, noun: int) -> bool:
    """Whether the parser joined people to a place ("the raids began in Bor and two guards died")."""
    return parsed.deps[noun] == "pobj" and parsed.pos[noun] == "PROPN" and parsed.lower(parsed.heads[noun]) in _PLACING


def _listed(parsed: Parsed, head: int) -> list[int]:
    """The next member of "two soldiers, a guard and a nurse were killed", which parsers take for an apposition.

    An apposition of that form ends in a comma before the verb ("two men, a baker and his son, were killed").
    """
    for child in parsed.children(head, "appos"):
        nominal = parsed.pos[child] == "NOUN" and parsed.child(child, "det", "nummod", "poss") is not None
        after = parsed.subtree(child)[-1] + 1
        closed = after < parsed.sentence_of(head).last and parsed.lower(after) in (",", "-", "–", "—", ")")
        if child > head and nominal and names_person(parsed.lower(child)) and not closed:
            return [child] if parsed.child(child, "conj") is not None else []
    return []


def _aged_before(parsed: Parsed, head: int) -> list[int]:
    """The "16-year-old" of "a 16-year-old and two children", which parsers hang on the noun behind."""
    for child in parsed.children(head, "amod"):
        joint = child + 1 < head and parsed.lower(child + 1) == "and" and parsed.pos[child + 2] == "NUM"
        if parsed.lower(child) == "old" and joint:
            return [child]
    return []


def _misread(parsed: Parsed, head: int) -> list[int]:
    """The numbered group of people right before "and" that the parser hung elsewhere ("Near the ford two guards and a
    nurse were killed")."""
    left = min([head, *(c for c in parsed.children(head, "det", "nummod", "amod", "compound", "poss") if c < head)])
    sentence = parsed.sentence_of(head)
    if parsed.deps[head] not in ("nsubj", "nsubjpass") or left - 3 < sentence.first or parsed.lower(left - 1) != "and":
        return []
    other = left - 2
    numbered = any(parsed.pos[c] == "NUM" for c in parsed.children(other, "nummod")) and parsed.tags[other] == "NNS"
    return [other] if numbered and parsed.deps[other] == "pobj" and names_person(parsed.lower(other)) else []


def _misread_after(parsed: Parsed, head: int) -> list[int]:
    """The group behind "and" that the parser hung on a word before the verb ("killing six men and two boys")."""
    start, last = head + 1, parsed.sentence_of(head).last
    if start + 2 >= last or parsed.lower(start) != "and" or parsed.pos[start + 1] != "NUM":
        return []
    other = parsed.heads[start + 1]
    elsewhere = parsed.deps[other] == "conj" and parsed.heads[other] < parsed.heads[head] < head
    stray = start + 1 < other <= start + 4 and elsewhere
    return [other] if stray and names_person(parsed.lower(other)) and parsed.deps[head] == "dobj" else []


def _same_list(parsed: Parsed, first: int, second: int) -> bool:
    """Whether two conjuncts are nouns of one list: a verb of the main line between them shows a misread clause."""
    if parsed.pos[first] not in NOMINAL or parsed.pos[second] not in NOMINAL:
        return False
    between = range(min(first, second) + 1, max(first, second))
    within = ("relcl", "acl", "amod", "xcomp", "ccomp", "compound")
    return not any(parsed.pos[t] == "VERB" and parsed.deps[t] not in within for t in between)


def groups_of(parsed: Parsed, head: int, numbers: Sequence[Number]) -> list[Group]:
    """The counted groups of a coordination; a plural without number joins the numbered one before it ("20 women and
    children")."""
    found: list[Group] = []
    for token in coordination(parsed, head):
        group = group_at(parsed, token, numbers)
        if group is None:
            continue
        bare = group.number is None and not group.one
        if bare and found and found[-1].number is not None:
            continue
        if any(group.number is not None and group.number is other.number for other in found):
            continue
        found.append(group)
    return found


def whole_of(parsed: Parsed, groups: Sequence[Group]) -> int | None:
    """The number of people in a coordination of exactly counted groups ("a woman and her two sons" = 3), else None.

    A first number that is the sum of the others is the whole itself ("six people, three men and three women, died"),
    unless the verb follows without a comma ("three nurses, two guards and a cook died").
    """
    counts = [_exactly(group) for group in groups]
    known = [count for count in counts if count is not None]
    if len(groups) < 2 or len(known) < len(counts):
        return None
    apart = len(known) > 2 and known[0] == sum(known[1:]) and not _runs_on(parsed, groups[-1])
    return known[0] if apart else sum(known)


def _runs_on(parsed: Parsed, last: Group) -> bool:
    """Whether a verb follows right behind the last group of a list."""
    noun = last.head if last.noun is None else max(last.head, last.noun)
    after = noun + 1
    return after < parsed.sentence_of(noun).last and parsed.pos[after] in ("VERB", "AUX")


def _exactly(group: Group) -> int | None:
    """How many the group is, if that is said exactly and is not none."""
    if group.one:
        return 1
    number = group.number
    if number is None or number.approx or number.low != number.high or not isinstance(number.low, int):
        return None
    return number.low or None


def same_side(groups: Sequence[Group], head: int, anchor: int) -> list[Group]:
    """The groups on the head's side of the trigger: "one dead and three wounded" is no list of dead."""
    return [group for group in groups if (group.head < anchor) == (head < anchor)]


def subsets(parsed: Parsed, first: int, last: int, numbers: Sequence[Number]) -> Iterator[Group]:
    """Groups of the sentence's tokens `[first, last)` that the text gives as part of others: behind "including", or
    before "of them"."""
    for number in numbers:
        bounded = number.low is not None or number.high is not None
        if bounded and _followed(parsed, number, "subset_after"):
            token = parsed.tokens_in(number.core, number.end)[-1]
            yield Group(token, None, number)
    yield from _introduced(parsed, first, last, numbers, "subset_before")


def joined(parsed: Parsed, first: int, last: int, numbers: Sequence[Number]) -> Iterator[Group]:
    """Groups that are added to the counted before them: "together with two bodyguards", "along with"."""
    yield from _introduced(parsed, first, last, numbers, "joined_before")


def repeated(parsed: Parsed, first: int, numbers: Sequence[Number]) -> Iterator[Group]:
    """Bare numbers that repeat the measure before them for another time: "12 this year, 79 since the war began"."""
    for number in numbers:
        if number.start > parsed.starts[first] and _followed(parsed, number, "repeated_before"):
            yield Group(parsed.tokens_in(number.core, number.end)[-1], None, number)


def _followed(parsed: Parsed, number: Number, cue_list: str) -> bool:
    """Whether one of the list's phrases stands right behind the number."""
    after = fold(parsed.text[number.end : number.end + 20]).strip() + " "
    return any(after.startswith(cue + " ") for cue in cues(cue_list))


def _introduced(parsed: Parsed, first: int, last: int, numbers: Sequence[Number], cue_list: str) -> Iterator[Group]:
    """The counted groups behind each of the list's phrases in the sentence."""
    start = parsed.starts[first]
    text = fold(parsed.text[start : parsed.ends[last - 1]])
    here = [cue for cue in cues(cue_list) if cue in text]
    for token in range(first, last) if here else ():
        if any(text.startswith(cue, parsed.starts[token] - start) for cue in here):
            for head in _behind(parsed, token, last):
                yield from (g for g in groups_of(parsed, head, numbers) if g.number is not None or g.one)


def _behind(parsed: Parsed, token: int, last: int) -> list[int]:
    """The noun that "including" or "among them" introduces."""
    noun = parsed.child(token, "pobj", "dobj")
    if parsed.lower(token) == "including" and noun is not None:
        return [noun]
    second = next((c for c in range(token + 1, min(last, token + 3)) if parsed.child(c, "pobj") is not None), None)
    if parsed.lower(token) not in ("including", "among", "amongst"):
        return [parsed.child(second, "pobj") or second] if second is not None else []
    step = token + 1 if parsed.lower(token) == "including" else token + 2
    while step < last and parsed.pos[step] not in ("NOUN", "PROPN"):
        step += 1
        if step > token + 8:
            return []
    while step + 1 < last and parsed.pos[step + 1] in ("NOUN", "PROPN"):
        step += 1
    return [step] if step < last else []
