"""Where what a report tells takes place, by countries: not where the reporter stands or whom the report mentions."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from contested.grounding.entities.catalogue import Actor, Catalogue
from contested.grounding.entities.countries import Said
from contested.grounding.entities.words import words
from contested.model.grounding import Mention
from contested.model.parse import Parsed
from contested.model.report import Report

FOUGHT = 2
"""How much a naming counts in a sentence that tells of fighting; elsewhere one."""
_DASHES = frozenset(("-", "--", "–", "—"))
_LONGEST = 20
"""Tokens of the longest dateline before its dash."""


class Stage:
    """Weighs the namings of countries in one report."""

    def __init__(self, report: Report, parsed: Parsed) -> None:
        self.report, self.parsed = report, parsed

    def weigh(self, said: Iterable[Said], places: Iterable[Mention], actors: Iterable[tuple[int, str]]) -> Counter[str]:
        """Weight of each country: by its namings, the places in it and actors of it, each at its offset.

        Namings in bylines and datelines count only where there are no others.
        """
        named = [(hit.start, hit.code) for hit in said]
        refs = [(m.start, m.place) for m in places if m.place]
        named += [(start, ref.country) for start, ref in refs if ref.country and ref.precision != "country"]
        named += actors
        counted = Counter[str]()
        for start, country in named:
            counted[country] += self._weight(start)
        return +counted or Counter(country for _, country in named)

    def _weight(self, start: int) -> int:
        number = self._sentence_at(start)
        if number is None:
            return 1
        if number in self._standpoints and start < self._standpoints[number]:
            return 0
        return FOUGHT if number in self._fights else 1

    def _sentence_at(self, start: int) -> int | None:
        tokens = self.parsed.tokens_in(start, start + 1)
        return self.parsed.sentence_number(tokens[0]) if len(tokens) else None

    @cached_property
    def _fights(self) -> frozenset[int]:
        """Sentences with a word of fighting."""
        fighting, lemmas = words("fighting"), self.parsed.lemmas
        return frozenset(
            number
            for number, sentence in enumerate(self.parsed.sentences)
            if any(lemmas[i] in fighting for i in range(sentence.first, sentence.last))
        )

    @cached_property
    def _standpoints(self) -> dict[int, int]:
        """Sentences that begin with, or are, a byline or dateline, and the offset where it ends."""
        found: dict[int, int] = {}
        opened: set[int] = set()
        for number, sentence in enumerate(self.parsed.sentences):
            first = sentence.block not in opened
            opened.add(sentence.block)
            kind = self.report.blocks[sentence.block].kind if sentence.block < len(self.report.blocks) else "body"
            if kind in ("byline", "dateline"):
                found[number] = sentence.end
            elif first and kind == "body" and (end := self._dateline_end(sentence.first, sentence.last)):
                found[number] = end
        return found

    def _dateline_end(self, first: int, last: int) -> int | None:
        """The offset of the dash after "GOMA, DR Congo, 3 May (Agency)", None where the sentence opens without one."""
        parsed = self.parsed
        for i in range(first, min(last, first + _LONGEST)):
            if parsed.word(i) in _DASHES and parsed.text[parsed.starts[i] - 1].isspace():
                return parsed.starts[i]
            if parsed.pos[i] in ("VERB", "AUX", "PRON"):
                return None
        rest = parsed.text[parsed.ends[last - 1] : parsed.ends[last - 1] + 4].strip() if last > first else ""
        return parsed.ends[last - 1] if rest[:1] in _DASHES else None


def only_home(actor: Actor, catalogue: Catalogue) -> bool:
    """Whether naming the actor tells that the report is about its country: it has one, and fights in no other."""
    return bool(actor.home) and catalogue.wars_of(actor.id) <= {catalogue.war_of(actor.home[0]) or actor.home[0]}


def local_actors(names: Iterable[tuple[int, int, str]], text: str, catalogue: Catalogue) -> Iterator[tuple[int, str]]:
    """Offset and country of actors of one country, by a name of several words or letters that nobody else bears."""
    for start, end, key in names:
        bearers = catalogue.named(key)
        if len(bearers) != 1 or bearers[0].needs_home or not only_home(bearers[0], catalogue):
            continue
        telling = " " in key or bearers[0].type in ("armed_group", "military")
        if telling and not bearers[0].is_short(key) and any(c.isupper() for c in text[start:end]):
            yield start, bearers[0].home[0]
