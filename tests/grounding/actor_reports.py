"""Reports and readings for the tests of actor grounding."""

from contested.grounding.actors import ground_actors
from contested.model.grounding import Entity, Mention
from contested.model.parse import Parsed
from contested.model.report import Report
from contested.model.text import Block
from contested.parsing.parse import parse
from contested.parsing.segment import sentences


class Read:
    """A text with the entities and mentions found in it."""

    def __init__(self, text: str, day: str | None = None, places: tuple[tuple[str, str], ...] = ()) -> None:
        report = Report("t", text, (Block(0, len(text), "body"),), published_at=day)
        found = sentences(report)
        self.parsed: Parsed = parse(text, found, range(len(found)))
        given = tuple(_mention(text, word, kind) for word, kind in places)
        self.text = text
        self.entities, self.mentions = ground_actors(report, self.parsed, given)

    def entity(self, words: str, nth: int = 0) -> Entity | None:
        """The entity of the nth mention that is written exactly so; None if the mention has none."""
        found = [m for m in self.mentions if self.text[m.start : m.end] == words]
        assert len(found) > nth, f"{words!r} is no mention: {[self.text[m.start : m.end] for m in self.mentions]}"
        return next((e for e in self.entities if e.id == found[nth].entity), None)

    def words(self) -> list[str]:
        """The words of all mentions in text order."""
        return [self.text[m.start : m.end] for m in self.mentions]

    def party(self, words: str, nth: int = 0) -> str | None:
        """The party of the entity of a mention."""
        entity = self.entity(words, nth)
        return entity.party if entity else None


def _mention(text: str, word: str, kind: str) -> Mention:
    start = text.index(word)
    return Mention("p", start, start + len(word), "place" if kind == "place" else "nationality")
