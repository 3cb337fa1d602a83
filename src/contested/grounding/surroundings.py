"""Whether a name of the gazetteer is used for a place: what the words around it say."""

from collections.abc import Sequence
from functools import cache

from contested.grounding.containers import find_containers
from contested.grounding.lists import find_peers
from contested.grounding.nationalities import is_nationality
from contested.grounding.toponyms import Candidate, is_name, lexicon, words
from contested.lexicon import yaml_data
from contested.model.parse import Parsed

NO = -9.0
"""A cue that settles the question: no place."""


class Surroundings:
    """Reads the words around the candidates of one report and remembers its persons' surnames."""

    def __init__(self, parsed: Parsed, found: Sequence[Candidate]) -> None:
        self.parsed = parsed
        self.starts = {c.first: c for c in found}
        self.ends = {c.last: c for c in found}
        self.title_case = {n: _title_case(parsed, n) for n in {parsed.sentence_number(c.first) for c in found}}
        self.surnames: set[str] = set()

    def judge(self, found: Sequence[Candidate]) -> None:
        """Fill in cue, level, town, container and peers of every candidate."""
        find_containers(self.parsed, found)
        find_peers(self.parsed, found)
        for candidate in found:
            candidate.cue = self._cue(candidate)
        for candidate in found:
            if candidate.cue > NO and candidate.key in self.surnames and not self._placed(candidate):
                candidate.cue -= 3.0

    def _placed(self, c: Candidate) -> bool:
        """Whether a name that is also a person's of the report is the country's, or stands as a well-known place's."""
        if any(p.feature in ("PCLI", "PPLC") for p in c.senses[:3]):
            return _prominent(c)
        return _prominent(c) and (self._before(c) > 0 or c.inside is not None or c.container is not None)

    def _cue(self, c: Candidate) -> float:
        if self._saint(c):
            return NO
        cue = self._before(c)
        if cue > NO:
            cue += self._after(c)
        if cue <= NO:
            return NO
        if c.inside or (c.container and (not c.loose or self.parsed.word(c.last + 1) in (",", "("))):
            cue += 2.5  # "Music in Yemen": for a name that is only spelled alike "in" says too little
        cue += self._listed(c) + self._dateline(c)
        return cue + self._form(c)

    # --- the name itself ---

    def _form(self, c: Candidate) -> float:
        """Its own words: common ones, given names, part of speech, place in the sentence."""
        if c.first != c.last:
            return 1.5 if self._area_named(c) else 0.5
        value = 0.5 if self.parsed.pos[c.first] == "PROPN" else -0.5
        if self._acronym(c):
            value -= 3.0
        if c.key in words().common:
            value -= 2.0
            if self._initial(c.first) or self.title_case[self.parsed.sentence_number(c.first)]:
                value -= 2.0
        if c.key in lexicon("given_names"):
            value -= 1.0 if _prominent(c) else 3.0
        return value

    def _area_named(self, c: Candidate) -> bool:
        """Whether the name itself ends in a word for an area ("X County"): no person or body is called so."""
        return c.last > c.first and _area_level(self.parsed.lower(c.last)) is not None

    def _saint(self, c: Candidate) -> bool:
        """St. X beside a church, a school or a hospital is the saint, and so is San X right before one."""
        first, after = c.key.split()[0], c.last + 1
        sentence = self.parsed.sentence_of(c.first)
        if first in ("st", "saint"):
            near = range(max(sentence.first, c.first - 6), min(sentence.last, c.last + 4))
            return any(self.parsed.lower(i) in lexicon("dedicated") for i in near)
        named = first in lexicon("saints") and c.last > c.first and after < sentence.last
        return named and self.parsed.lower(after) in lexicon("dedicated")

    def _acronym(self, c: Candidate) -> bool:
        """A short word all in capitals stands for a body unless a country or a first-level area is written so."""
        word = self.parsed.text[c.start : c.end].replace(".", "")
        alone = len(word) < 6 and word.isupper() and word.isascii() and not self._capitals_around(c.first)
        known = [p for p in c.senses if p.feature in ("PCLI", "ADM1") or (p.population or 0) > 3 * 10**6]
        return alone and (c.loose or not known)

    def _capitals_around(self, i: int) -> bool:
        """Whether a longer word beside it is all in capitals too, or the report begins with it (a dateline)."""
        sentence = self.parsed.sentence_of(i)
        near = range(max(sentence.first, i - 3), min(sentence.last, i + 4))
        return any(k != i and self.parsed.word(k).isupper() and len(self.parsed.word(k)) > 2 for k in near) or any(
            self.parsed.word(k) in ("—", "--", "–", "-") for k in near if k > i
        )

    def _initial(self, i: int) -> bool:
        return i == self.parsed.sentence_of(i).first

    # --- before ---

    def _before(self, c: Candidate) -> float:
        i = c.first - 1
        if i < self.parsed.sentence_of(c.first).first:
            return 0.0
        word = self.parsed.lower(i).rstrip(".")
        if word in lexicon("before") and word not in lexicon("directions"):
            return 2.0
        if is_name(self.parsed, i) and self._joined(i, c.first):
            return self._name_before(c, i, word)
        if word in lexicon("titles"):
            return -3.0
        if word == "of":
            return self._of(c, i)
        if word in lexicon("kinds_before"):
            self._kind_before(c, word)
            return 1.5
        return 2.0 if word in lexicon("before") else 0.0

    def _name_before(self, c: Candidate, i: int, word: str) -> float:
        """A capitalised word stands directly before the name."""
        if word in lexicon("directions") or is_nationality(self.parsed.word(i)):
            return 0.5
        if i in self.ends and (self.ends[i].owner or _neighbours(self.ends[i], c)):
            return 0.0
        if word in lexicon("titles"):
            return -3.0
        self._person(c.first - 1, c.last)
        return NO

    def _kind_before(self, c: Candidate, word: str) -> None:
        c.town = c.town or word in lexicon("towns_after")
        c.part = c.part or word in lexicon("parts")
        c.level = _area_level(word) if c.level is None and not c.town and not c.part else c.level

    def _of(self, c: Candidate, i: int) -> float:
        """A "University of X" is a body, a "city of X" a place, a "church of St. X" neither."""
        before = self.parsed.lower(i - 1) if i > self.parsed.sentence_of(i).first else ""
        if before in lexicon("dedicated") and c.key.split()[0] in lexicon("saints"):
            return NO
        self._kind_before(c, before)
        if before in lexicon("kinds_before"):
            return 2.0
        if before in lexicon("bodies") and is_name(self.parsed, i - 1):
            return NO
        return 1.5 if before == "," or (before and is_name(self.parsed, i - 1)) else 0.5

    # --- after ---

    def _after(self, c: Candidate) -> float:
        i, stop = c.last + 1, self.parsed.sentence_of(c.last).last
        if i >= stop:
            return self._acts(c)
        word = self.parsed.lower(i).rstrip(".")
        if word in lexicon("numerals") and self.parsed.word(i).isupper():
            return NO
        c.part = c.part or (word in lexicon("parts") and not word.endswith("s"))
        level = _area_level(word)
        if level is not None:
            return self._kind_after(c, i, level)
        if word in lexicon("towns_after"):
            c.town = True
            return 1.5
        if is_name(self.parsed, i) and self._joined(c.last, i):
            return 0.0 if c.owner else self._name_after(c, i, word)
        if self._byname_after(c, i, stop):
            self._person(c.first, i + 2)
            return NO
        if word in lexicon("people_after") and self.parsed.heads[c.last] == i:
            return 1.5
        if word == "," and i + 1 < stop and self.parsed.word(i + 1).isdigit() and len(self.parsed.word(i + 1)) < 3:
            return -2.0
        return self._acts(c)

    def _byname_after(self, c: Candidate, i: int, stop: int) -> bool:
        """A given name before an Arabic byname ("Salahuddin al-X") is a person's."""
        named = c.key in lexicon("given_names") and self.parsed.lower(i) in lexicon("articles")
        return named and i + 2 < stop and self.parsed.word(i + 1) == "-" and is_name(self.parsed, i + 2)

    def _kind_after(self, c: Candidate, i: int, level: int) -> float:
        """ "X Province"; but "X State" with a capital is, for an area of the US, a college."""
        capital = self.parsed.word(i) == "State"
        if capital and any(p.country == "US" and p.feature == "ADM1" for p in c.senses):
            return NO
        c.level = level
        return 2.0

    def _name_after(self, c: Candidate, i: int, word: str) -> float:
        """A capitalised word stands directly after the name."""
        if word in lexicon("local_bodies"):
            return 0.5
        if word in lexicon("no_place_after"):
            return NO
        if self._area_named(c) or (any(p.feature == "PCLI" for p in c.senses) and c.key not in lexicon("given_names")):
            return 0.0
        if word in lexicon("bodies"):
            return NO
        if word in words().never or is_nationality(self.parsed.word(i)):
            return 0.0
        if _prominent(c) and self._office(i):
            return 1.0
        if i in self.starts and _neighbours(c, self.starts[i]):
            return 0.0
        self._person(c.first, i)
        return NO

    def _office(self, i: int) -> bool:
        """Whether an office stands at token i or after one or two more names ("X Finance Minister")."""
        following = [self.parsed.lower(k).rstrip(".") for k in range(i, min(i + 3, len(self.parsed.starts)))]
        return any(word in lexicon("offices") or word in lexicon("titles") for word in following)

    def _acts(self, c: Candidate) -> float:
        """What is taken or shelled may be a town; one that says or plays is a person (or a well-known metonym)."""
        head = self.parsed.head_of(c.start, c.end)
        if head is None:
            return 0.0
        relation, verb = self.parsed.deps[head], self.parsed.heads[head]
        if relation in ("dobj", "nsubjpass"):
            return self._taken(verb, passive=relation == "nsubjpass")
        if relation != "nsubj" or _prominent(c):
            return 0.0
        if self.parsed.lemmas[verb] in lexicon("falls") and any(
            self.parsed.lower(i) in lexicon("falls_to") for i in self.parsed.children(verb, "prep")
        ):
            return 1.2
        return -2.0 if self.parsed.lemmas[verb] in lexicon("says") else -0.5

    def _taken(self, verb: int, *, passive: bool) -> float:
        """Whoever is the subject of "was captured" may as well be a person; only a place is retaken or shelled."""
        lemma = self.parsed.lemmas[verb]
        if lemma not in lexicon("takes"):
            return 0.0
        if not passive and lemma not in lexicon("takes_people"):
            return 1.8
        return 0.6 if passive and lemma in lexicon("takes_people") else 1.2

    def _dateline(self, c: Candidate) -> float:
        """A name that begins a sentence and is followed by a dash ("GOMA — ...")."""
        i = c.last + 1
        begins = self._initial(c.first) and i < self.parsed.sentence_of(c.last).last
        return 2.0 if begins and self.parsed.word(i) in ("—", "--", "–", "-") and self._spaced(i) else 0.0

    def _spaced(self, i: int) -> bool:
        """Whether the token stands between spaces (a dash, not a hyphen)."""
        return self.parsed.text[self.parsed.starts[i] - 1].isspace() and self.parsed.text[self.parsed.ends[i]].isspace()

    def _listed(self, c: Candidate) -> float:
        """A name beside another candidate in a list ("X, Y and Z")."""
        near = self.parsed.lower(c.first - 1) if c.first else ""
        before = near in ("and", "or", ",") and any(c.first - k in self.ends for k in (2, 3))
        near = self.parsed.lower(c.last + 1) if c.last + 1 < len(self.parsed.starts) else ""
        after = near in ("and", "or", ",") and any(c.last + k in self.starts for k in (2, 3))
        return 0.8 if before or after else 0.0

    # --- names around names ---

    def _joined(self, a: int, b: int) -> bool:
        """Whether neighbouring tokens are words of one name. Where every word has a capital only the parse tells."""
        if not self._initial(a) and not self.title_case.get(self.parsed.sentence_number(a), False):
            return True
        return self.parsed.heads[a] == b and self.parsed.deps[a] == "compound"

    def _person(self, first: int, last: int) -> None:
        """Remember the last word of a longer name that is no body."""
        while last + 1 < self.parsed.sentence_of(last).last and is_name(self.parsed, last + 1):
            last += 1
        names = [self.parsed.lower(i) for i in range(first, last + 1)]
        if len(names) < 5 and not any(name in lexicon("bodies") for name in names):
            self.surnames.add(names[-1])


def _neighbours(one: Candidate, other: Candidate) -> bool:
    """Whether two well-known names side by side are two places: countries, or of one country ("Raqqa Syria")."""
    if not (_prominent(one) and _prominent(other)):
        return False
    lands = {p.country for p in one.senses[:3]} & {p.country for p in other.senses[:3]}
    return bool(lands) or any(p.feature in ("PCLI", "CONT", "RGN") for c in (one, other) for p in c.senses[:3])


def _prominent(c: Candidate) -> bool:
    """A country, a first-level area, a part of the world or a town that everybody knows."""
    return not c.loose and any(
        p.feature in ("PCLI", "ADM1", "PPLC", "CONT", "RGN") or (p.population or 0) > 300_000 for p in c.senses[:3]
    )


def _title_case(parsed: Parsed, number: int) -> bool:
    """Whether nearly all longer words of the sentence (of few, all) have a capital: then a capital tells nothing."""
    sentence = parsed.sentences[number]
    long = [i for i in range(sentence.first, sentence.last) if parsed.ends[i] - parsed.starts[i] > 3]
    capitals = sum(parsed.text[parsed.starts[i]].isupper() for i in long)
    return capitals > 0.7 * len(long) if len(long) > 3 else 1 < len(long) == capitals


@cache
def _levels() -> dict[str, int]:
    levels: dict[int, list[str]] = yaml_data("lexicon/places.yml")["areas_after"]
    return {word: level for level in sorted(levels, reverse=True) for word in levels[level]}


def _area_level(word: str) -> int | None:
    return _levels().get(word)
