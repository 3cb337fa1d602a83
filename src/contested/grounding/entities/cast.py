"""The scene a report sets, the things that appear in it, and where: what the parts of actor grounding share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from contested.grounding.entities.catalogue import GOVERNMENT, Actor, Catalogue, catalogue, names_in
from contested.grounding.entities.countries import Said, countries, countries_in
from contested.grounding.entities.stage import Stage, local_actors
from contested.grounding.entities.words import families, words
from contested.model.grounding import EntityType, Mention, MentionType
from contested.model.parse import Parsed
from contested.model.report import Report

FOCUS_SHARE = 0.4
"""Share of all namings of countries that the most named one must have for the report to be about it."""
HOME_SHARE = 0.6
"""The same for "the army" without more to be its army."""
WAR_SHARE = 0.25
"""The same for a listed war, which the report may tell from another country."""


@dataclass(slots=True)
class Thing:
    """An entity in the making. `key` is unique in the report; `party` is a key or an actor's id."""

    key: str
    name: str
    type: EntityType
    party: str | None = None
    actor: Actor | None = None
    home: frozenset[str] = frozenset()
    words: set[str] = field(default_factory=set)
    gender: str | None = None


@dataclass(slots=True)
class Draft:
    """A mention in the making. `head` is the token that heads it; `key` its thing, None if not resolved."""

    start: int
    end: int
    type: MentionType
    key: str | None
    head: int
    rank: int = 0
    place: Mention | None = None


class Scene:
    """A report with its parse, the countries it names, and the one it is about."""

    def __init__(self, report: Report, parsed: Parsed, places: Sequence[Mention]) -> None:
        self.report, self.parsed, self.places = report, parsed, places
        self.text, self.day = parsed.text, report.published_at
        self.catalogue: Catalogue = catalogue()

    @cached_property
    def said(self) -> list[Said]:
        """Countries named in parsed sentences, in text order."""
        spans = [(s.start, s.end) for s in self.parsed.sentences if s.parsed]
        found = countries_in(self.text)
        return [hit for hit in found if any(start <= hit.start < end for start, end in spans)]

    @cached_property
    def names(self) -> list[tuple[int, int, str]]:
        """Names of the catalogue in the text, whether or not they turn out to be meant."""
        return names_in(self.text)

    @cached_property
    def by_token(self) -> dict[int, Said]:
        """The country that a token is part of the name of."""
        return {token: hit for hit in self.said for token in self.parsed.tokens_in(hit.start, hit.end)}

    @cached_property
    def by_start(self) -> dict[int, Said]:
        """The country named at a character offset."""
        return {hit.start: hit for hit in self.said}

    @cached_property
    def counts(self) -> Counter[str]:
        """How much each country is the scene of what is told (see Stage)."""
        actors = local_actors(self.names, self.text, self.catalogue)
        return Stage(self.report, self.parsed).weigh(self.said, self.places, actors)

    @cached_property
    def focus(self) -> str | None:
        """The country the report is about: clearly the most named one, and named as a place; or None.

        A nationality alone is not enough: that "the Israeli army said" makes no ministry of the report Israeli.
        """
        ranked = self.counts.most_common(2)
        if not ranked or ranked[0][1] < FOCUS_SHARE * sum(self.counts.values()):
            return None
        clear = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
        return ranked[0][0] if clear and ranked[0][0] in self._scenes else None

    @cached_property
    def _scenes(self) -> set[str]:
        """Countries that are named as places or hold a place that is named, and the only one that peoples are of."""
        found = {mention.place.country for mention in self.places if mention.place and mention.place.country}
        found |= {hit.code for hit in self.said if hit.how in ("name", "capital")}
        peoples = Counter(hit.code for hit in self.said)
        return found | (set(peoples) if len(peoples) == 1 and peoples.total() > 1 else set())

    @cached_property
    def home(self) -> str | None:
        """The focus, where "the army" or "the ministry" without more can only be its government's; else None."""
        share = self.counts[self.focus or ""] / max(1, self.counts.total())
        return self.focus if share >= HOME_SHARE and self.focus not in words("rival_governments") else None

    @cached_property
    def war(self) -> str | None:
        """Of the listed wars named often enough the one whose two sides are, or the most named; else the focus."""
        wars = Counter[str]()
        for country, count in self.counts.items():
            wars[self.catalogue.war_of(country) or ""] += count
        total = sum(wars.values())
        del wars[""]
        likely = [war for war, count in wars.most_common() if count >= WAR_SHARE * total]
        return max(likely, key=self._second_side) if likely else self.focus

    def _second_side(self, war: str) -> int:
        """How often the second most named side of a listed war is named: a war has two."""
        sides = self.catalogue.sides(war, self.day)
        named = [f"{GOVERNMENT}{hit.code}" for hit in self.said]
        named += [bearers[0].id for _, _, key in self.names if len(bearers := self.catalogue.named(key)) == 1]
        counted = Counter(sides[actor] for actor in named if actor in sides and war in self.catalogue.wars_of(actor))
        if self.catalogue.has_rebels(war):
            counted[sides["rebels"]] += self._rebels
        return counted.most_common(2)[1][1] if len(counted) > 1 else 0

    @cached_property
    def _rebels(self) -> int:
        """How often rebels, or an opposition, without a name are spoken of."""
        told = words("rebel_words")
        return sum(families().get(lemma) == "rebels" or lemma in told for lemma in self.parsed.lemmas)

    @cached_property
    def theatre(self) -> str | None:
        """The country of the war that groups without a name fight in: the focus, unless that only looks on.

        A report from a neighbour's town that takes in refugees is about the war they fled from.
        """
        if self.war is None or self.catalogue.war_of(self.focus or "") == self.war:
            return self.focus
        return self.war

    @cached_property
    def opposed(self) -> str | None:
        """The theatre, where it is listed that the opposition is a side of the war there; else None."""
        sided = self.sides.get("rebels") == "opposition" and self.catalogue.has_rebels(self.theatre or "")
        return self.theatre if sided else None

    @cached_property
    def sides(self) -> dict[str, str]:
        """Actor id to side in the war that the report is about."""
        return self.catalogue.sides(self.war, self.day)

    def elsewhere(self, token: int) -> bool:
        """Whether the paragraph up to a token tells of one country that is not the focus: the army there is its own."""
        sentence = self.parsed.sentence_of(token)
        begin = min(s.start for s in self.parsed.sentences if s.block == sentence.block)
        stop = self.parsed.starts[token]
        found = {m.place.country for m in self.places if m.place and begin <= m.start < stop} - {None}
        found |= {hit.code for hit in self.said if hit.code == self.focus and begin <= hit.start < stop}
        return len(found) == 1 and self.focus not in found


class Cast:
    """The things of one report by key, and the drafts of their mentions."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.things, self.drafts = scene, dict[str, Thing](), list[Draft]()
        self.labelled: dict[str, set[str]] = {}
        self._covered: dict[int, Draft] = {}

    def actor(self, actor: Actor) -> Thing:
        """The thing of a catalogued actor."""
        known = self.things.get(actor.id)
        if known is None:
            home = frozenset(actor.home[:1])
            known = Thing(actor.id, actor.name, actor.type, self._party(actor), actor, home, set(actor.words))
            self.things[actor.id] = known
        return known

    def _party(self, actor: Actor) -> str | None:
        """The body a person spoke for on the report's day (without a day: the only one ever), or the actor's party."""
        if actor.terms:
            bodies = {term.body for term in actor.terms}
            if self.scene.day is None and len(bodies) == 1:
                return bodies.pop()
            return next((term.body for term in reversed(actor.terms) if term.holds(self.scene.day)), None)
        return actor.party or (None if actor.type in ("media", "person", "population") else actor.id)

    def thing(self, key: str, name: str, kind: EntityType, party: str | None = None) -> Thing:
        """The thing with this key, made if there is none; the catalogue's where the key is an id of it."""
        listed = self.scene.catalogue.get(key)
        if listed is not None:
            return self.actor(listed)
        return self.things.setdefault(key, Thing(key, name, kind, party))

    def government(self, code: str) -> Thing:
        """The government of a country."""
        country = countries()[code]
        stand_in = self.scene.catalogue.government_of(code)
        if stand_in is not None:
            return self.actor(stand_in)
        key = f"{GOVERNMENT}{code}"
        thing = self.thing(key, f"{country.adjective or country.name} government", "government", key)
        thing.home = frozenset((code,))
        return thing

    def force(self, code: str, kind: EntityType, what: str) -> Thing:
        """An arm of a country's government ("military", "police", "state_tv"): one a country and kind."""
        country = countries()[code]
        name = f"{country.adjective or country.name} {what.replace('_', ' ')}"
        thing = self.thing(f"{what}:{code}", name, kind, self.government(code).key)
        thing.home = frozenset((code,))
        return thing

    def add(self, first: int, last: int, kind: MentionType, key: str | None, *, head: int | None = None) -> Draft:
        """A mention from token `first` to token `last`; its tokens count as taken."""
        span = self.scene.parsed.span(first, last)
        draft = Draft(span.start, span.end, kind, key, last if head is None else head)
        self.drafts.append(draft)
        for token in range(first, last + 1):
            self._covered.setdefault(token, draft)
        return draft

    def keep(self, draft: Draft) -> None:
        """Take a mention as it is; its head counts as taken."""
        self.drafts.append(draft)
        self._covered.setdefault(draft.head, draft)

    def at(self, token: int) -> Draft | None:
        """The first draft that took a token, or None."""
        return self._covered.get(token)

    def drop(self, draft: Draft) -> None:
        """Forget a mention (its tokens are free again)."""
        self.drafts = [kept for kept in self.drafts if kept is not draft]
        self._covered = {token: kept for token, kept in self._covered.items() if kept is not draft}
