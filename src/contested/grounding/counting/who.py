"""Who is counted: the number on a noun, one person for a singular noun, the category by the noun."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from contested.grounding.counting.measures import cues, phrases_of
from contested.grounding.counting.numbers import Number
from contested.lexicon import Matcher, fold, yaml_data
from contested.model.claim import Category
from contested.model.parse import Parsed

SOURCE = "lexicon/people.yml"
CATEGORIES: tuple[Category, ...] = ("combatants", "civilians", "children", "women", "aid_workers", "journalists")
PREMODIFIERS = ("nummod", "amod", "det", "advmod", "quantmod", "compound", "npadvmod", "predet", "nmod", "poss")
SINGULAR = frozenset({"he", "she", "him", "her", "himself", "herself", "someone", "somebody", "one", "another"})


@dataclass(frozen=True, slots=True)
class Group:
    """A counted group: `head` the token that the trigger governs, `noun` the token that names the counted.

    `number` is None for one person named or described in the singular (`one`) or for a bare plural. `noun` is None
    where the number stands alone ("12 were killed").
    """

    head: int
    noun: int | None
    number: Number | None
    one: bool = False


def group_at(parsed: Parsed, head: int, numbers: Sequence[Number]) -> Group | None:
    """What is counted at the noun or number token `head`; None if nothing can be."""
    inside = number_over(parsed, head, numbers)
    if inside is not None:
        return Group(head, _of_noun(parsed, head, inside), inside)
    before = _number_before(parsed, head, numbers)
    if before is not None:
        return Group(head, head, before)
    above = _number_above(parsed, head, numbers)
    if above is not None:
        return above
    held = _number_held(parsed, head, numbers)
    if held is not None:
        return held
    return _singular(parsed, head)


def number_over(parsed: Parsed, token: int, numbers: Sequence[Number]) -> Number | None:
    """The number whose words hold this token, or None."""
    at = parsed.starts[token]
    return next((n for n in numbers if n.start <= at < n.end), None)


def _of_noun(parsed: Parsed, head: int, number: Number) -> int | None:
    """The noun behind a number that is a head itself: "hundreds of people", "a number of rebels", "20 of them"."""
    tokens = parsed.tokens_in(number.start, number.end)
    for token in tokens:
        of = next((c for c in parsed.children(token, "prep") if parsed.lemmas[c] == "of"), None)
        if of is not None and of >= tokens[0]:
            return parsed.child(of, "pobj")
    last = parsed.sentence_of(head).last
    for after in range(tokens[-1] + 1, min(last, tokens[-1] + 5)):
        if parsed.pos[after] == "NOUN" and (names_person(parsed.lower(after)) or parsed.heads[tokens[-1]] == after):
            return after
        if parsed.pos[after] not in ("ADJ", "NOUN", "PROPN"):
            return None
    return None


def _number_before(parsed: Parsed, head: int, numbers: Sequence[Number]) -> Number | None:
    """The number among the words before a noun that belong to it."""
    best = None
    for number in numbers:
        if number.end > parsed.starts[head]:
            break
        if any(_premodifies(parsed, token, head) for token in parsed.tokens_in(number.core, number.end)):
            best = number
    return best


def _number_above(parsed: Parsed, head: int, numbers: Sequence[Number]) -> Group | None:
    """The number that a noun hangs on by "of": "hundreds of injured people" asked at "people"."""
    of = parsed.heads[head]
    if parsed.deps[head] != "pobj" or parsed.lemmas[of] != "of":
        return None
    number = number_over(parsed, parsed.heads[of], numbers)
    return Group(parsed.heads[of], head, number) if number is not None else None


def _premodifies(parsed: Parsed, token: int, head: int) -> bool:
    """Whether a token hangs on a noun as a word before it, over at most three steps."""
    for _ in range(3):
        if parsed.deps[token] not in PREMODIFIERS or (parsed.deps[token] == "poss" and parsed.pos[token] != "NUM"):
            return False
        if _measures(parsed, token):
            return False
        token = parsed.heads[token]
        if token == head:
            return True
    return False


def _measures(parsed: Parsed, number: int) -> bool:
    """Whether the number tells how big one thing is: "500-pound bombs" are not 500 bombs."""
    joint = number + 1
    return joint < len(parsed.starts) - 1 and parsed.lower(joint) == "-" and parsed.heads[number] == joint + 1


def _number_held(parsed: Parsed, head: int, numbers: Sequence[Number]) -> Group | None:
    """The number behind a noun that holds people: "a group of 12 migrants", "a family of five"."""
    data = yaml_data(SOURCE)
    lemma = parsed.lemmas[head]
    size = data["pairs"].get(parsed.lower(head))
    if size is not None:
        start, end = parsed.starts[head], parsed.ends[head]
        return Group(head, head, Number(start, end, start, size, size, size))
    if lemma not in data["collectives"]:
        return None
    of = next((c for c in parsed.children(head, "prep") if parsed.lemmas[c] == "of"), None)
    noun = parsed.child(of, "pobj") if of is not None else None
    if noun is None:
        return None
    inner = number_over(parsed, noun, numbers) or _number_before(parsed, noun, numbers)
    return Group(head, noun, inner) if inner is not None else None


def _singular(parsed: Parsed, head: int) -> Group | None:
    """One person: a pronoun, a name, or a noun for a person in the singular; a bare plural of people has no number."""
    tag, word = parsed.tags[head], parsed.lower(head)
    if parsed.deps[head] == "oprd":
        return None  # "were taken prisoner" names a state, not one more person
    if any(parsed.lower(c) in ("every", "each", "any", "no", "neither", "many", "few") for c in parsed.children(head)):
        return None
    if word in yaml_data(SOURCE)["next_one"] and parsed.child(head, "det") is not None:
        return Group(head, head, None, one=True)
    if tag in ("PRP", "PRP$") or word in SINGULAR:
        return Group(head, head, None, one=True) if word in SINGULAR or word == "his" else None
    if tag == "NNP":
        return Group(head, head, None, one=True) if _person_name(parsed, head) else None
    if word == "old" and _years_old(parsed, head):
        return Group(head, head, None, one=True)
    if (
        tag == "NN"
        and names_person(word)
        and word not in yaml_data(SOURCE)["collectives"]
        and not word.endswith("family")
    ):
        return Group(head, head, None, one=True)
    if tag == "NNS" and names_person(word):
        return Group(head, head, None)
    return None


def _person_name(parsed: Parsed, head: int) -> bool:
    """Whether a proper noun reads as a person's: no article before it and more than capitals in it."""
    word = parsed.word(head)
    if any(parsed.lower(t) in cues("not_a_name") for t in (head, *parsed.children(head, "compound"))):
        return False
    after = parsed.text[parsed.ends[head] : parsed.ends[head] + 3].strip()
    if after[:1] in ("(", "—", "–", "-", "["):
        return False
    return parsed.child(head, "det") is None and word[0].isupper() and not (word.isupper() and len(word) < 6)


def _years_old(parsed: Parsed, head: int) -> bool:
    """Whether "old" is the end of a "16-year-old"."""
    return parsed.text[max(0, parsed.starts[head] - 5) : parsed.starts[head]].lower() == "year-"


@cache
def _people() -> dict[str, str]:
    data = yaml_data(SOURCE)
    return {phrase: kind for kind in (*CATEGORIES, "people") for phrase in phrases_of(data[kind])}


@cache
def _phrases() -> Matcher:
    return Matcher(_people().items())


def names_person(word: str) -> bool:
    """Whether a noun is known to name a person or people ("soldier", "villagers", "son-in-law")."""
    word = word.lower()
    return word in _people() or word.rsplit("-", 1)[-1] in _people() or word.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(yaml_data(SOURCE)["endings"])


def category_of(text: str) -> Category | None:
    """The category of a noun phrase by its last known noun; `mixed` where "and" joins two; None where unknown."""
    kinds = [(hit.end, hit.key) for hit in _phrases().find(text)]
    if not kinds:
        return None
    known = {kind for _, kind in kinds if kind != "people"}
    if len(known) > 1 and " and " in fold(text):
        return "mixed"
    last = kinds[-1][1]
    if last == "people":
        last = next(
            (
                kind
                for _, kind in reversed(kinds)
                if kind in ("children", "women", "combatants", "aid_workers", "journalists")
            ),
            last,
        )
    return next((c for c in CATEGORIES if c == last), None)
