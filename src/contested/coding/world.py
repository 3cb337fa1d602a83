"""A report's grounding with the look-ups that coding needs: what stands at a token, which side it is on."""

from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from itertools import pairwise

from contested.coding.described import described_place
from contested.coding.selves import selves
from contested.lexicon import yaml_data
from contested.lexicon.speech import stance_of
from contested.model.claim import Ref
from contested.model.grounding import Entity, Grounded, Mention, Time
from contested.model.parse import Parsed
from contested.model.report import Report
from contested.model.text import BlockKind, Span

QUIET_BLOCKS = frozenset({"furniture", "byline"})
"""Kinds of blocks in which nothing is told that is no happening of a frame."""
_CLASS_OF_TYPE = {
    "armed_group": "armed", "military": "armed", "police": "armed", "population": "civilian", "place": "place",
    "government": "polity", "organisation": "polity", "person": "person", "media": "polity",
}  # fmt: skip
_WIDER = {
    "people": {"armed", "civilian", "person", "polity"},
    "fighting": {"armed", "polity", "person", "place"},
    "flying": {"armed", "polity", "place", "vehicle"},
    "held_place": {"place", "holdable"},
    "thing": {"building", "conveyance", "place", "weapon", "aid"},
    "struck": {"target_hit", "struck_site", "bombed", "building", "conveyance", "place", "weapon", "arms", "armed"},
    "striking": {"arms", "missile", "projectile", "vehicle", "weapon"},
    "structure": {"building", "place", "aid"},
    "polity": {"polity", "person", "armed", "place"},
    "civilian": {"civilian", "person", "victim"},
    "crowd": {"crowd", "civilian", "protester"},
    "unarmed": {"civilian", "person", "civil"},
    "stealable": {"stealable", "building", "conveyance", "civilian"},
    "weapon": {"arms"},
    "military_target": {"armed", "military_site", "struck_site"},
    "hit_by_mine": {"armed", "civilian", "person", "conveyance", "polity"},
    "victim": {"civilian", "person"},
    "prisoner": {"civilian", "person", "armed", "polity", "victim"},
}
_ACTING = frozenset({"people", "fighting", "flying", "polity"})
"""Classes of those who act: a place does so by its name ("Kyiv"), not by its noun ("the stations")."""
_OWNING = frozenset({"government", "military", "armed_group", "police", "person"})
_OPENING = len("between ")
_GUESSED_NOUNS = frozenset({"NOUN", "PROPN"})


class World:
    """One report while it is coded. Tokens are indices into `parsed`."""

    def __init__(self, report: Report, parsed: Parsed, grounded: Grounded) -> None:
        self.report, self.parsed, self.grounded = report, parsed, grounded
        self.text = parsed.text
        self.entities: dict[str, Entity] = {entity.id: entity for entity in grounded.entities}

    @cached_property
    def _mention_at(self) -> dict[int, Mention]:
        """For every token the longest mention that covers it."""
        table: dict[int, Mention] = {}
        for mention in sorted(self.grounded.mentions, key=lambda m: m.end - m.start):
            if self._is_against(mention):
                continue
            for token in self.parsed.tokens_in(mention.start, mention.end):
                table[token] = mention
        return table

    @cached_property
    def selves(self) -> dict[int, str | None]:
        """Pronouns by which a voice speaks of itself, with its entity ("Chad said it had recalled ...")."""
        return selves(self.parsed, self.grounded.sayings, self.entities)

    def _is_against(self, mention: Mention) -> bool:
        """Whether the name only says whom somebody is against ("the anti-Houthi coalition"): he does nothing there.

        A party may bear such a name (Anti-balaka).
        """
        entity = self.entities.get(mention.entity or "")
        if entity is not None and entity.ids.get("actor") and entity.name.lower().startswith("anti-"):
            return False
        before = self.text[max(0, mention.start - len("anti-")) : mention.start].lower()
        return before in ("anti-", "anti ") or self.text[mention.start : mention.end].lower().startswith("anti-")

    @cached_property
    def judging(self) -> frozenset[int]:
        """The tokens of all cues that do more than to tell: "condemned", "claimed credit for", "denied"."""
        cues = [c for s in self.grounded.sayings if stance_of(s.cue) != "asserts" for c in s.attribution.cue]
        return frozenset(token for cue in cues for token in self.parsed.tokens_in(cue.start, cue.end))

    @cached_property
    def spells(self) -> dict[str, tuple[str | None, str | None]]:
        """By the id of a time, first and last day of the stretch that it is an end of ("between 1 and 9 May")."""
        words = yaml_data("lexicon/where.yml")
        found: dict[str, tuple[str | None, str | None]] = {}
        for first, last in pairwise(self.grounded.times):
            before = self.text[max(0, first.start - _OPENING) : first.start].split()
            links = self.text[first.end : last.start].strip().lower() in words["stretch_links"]
            opens = any(word.lower() in words["stretch_opens"] for word in before[-1:])
            if links and opens and _in_order(first, last):
                found |= {first.id: (first.low, last.high), last.id: (first.low, last.high)}
        return found

    @cached_property
    def _place_at(self) -> dict[int, Mention]:
        table: dict[int, Mention] = {}
        for mention in self.grounded.mentions:
            if mention.type == "place":
                for token in self.parsed.tokens_in(mention.start, mention.end):
                    table[token] = mention
        return table

    def block_kind(self, token: int) -> BlockKind:
        """The kind of the block in which the token stands."""
        return self.report.blocks[self.parsed.sentence_of(token).block].kind

    def mention(self, token: int) -> Mention | None:
        """The longest mention that covers the token."""
        return self._mention_at.get(token)

    def place_mention(self, token: int) -> Mention | None:
        """The place mention that covers the token."""
        return self._place_at.get(token)

    def places_at(self, token: int) -> list[int]:
        """The token if it names a place, else the names in its phrase ("the town of Bor", "the capital, Juba")."""
        token = self._counted_noun(token)
        if self.place_mention(token) is not None:
            return [token]
        parsed = self.parsed
        near = list(parsed.children(token, "appos", "compound", "poss", "nmod"))
        if parsed.deps[token] == "appos":
            near.append(parsed.heads[token])
        for of in parsed.children(token, "prep"):
            near += parsed.children(of, "pobj") if parsed.lower(of) == "of" else ()
        named = [o for o in near if self.place_mention(o) is not None and not self.of_nation(o)]
        if named:
            return named
        described = described_place(parsed, self._told_places, token)
        head = parsed.head_of(described.start, described.end) if described else None
        return [head] if head is not None else []

    def of_nation(self, token: int) -> bool:
        """Whether a country's name tells whose it is and not where ("U.S. embassies", "Chad troops")."""
        mention, head = self.place_mention(token), self.parsed.heads[token]
        if mention is None or mention.place is None or mention.place.precision != "country":
            return False
        if self.parsed.deps[token] not in ("compound", "amod", "nmod", "poss"):
            return False
        return self.parsed.lemmas[head] in class_words("abroad_bodies") or self.is_class(head, "armed")

    @cached_property
    def _told_places(self) -> list[Mention]:
        """The place mentions that the report tells of, without those of its head ("Bamako, Mali, 3 May 2024")."""
        head = [block for block in self.report.blocks if block.kind in ("dateline", "byline")]
        return [m for m in self._places if not any(block.start <= m.start < block.end for block in head)]

    @cached_property
    def _places(self) -> list[Mention]:
        places = (mention for mention in self.grounded.mentions if mention.type == "place")
        return sorted(places, key=lambda mention: mention.start)

    @cached_property
    def _place_starts(self) -> list[int]:
        return [mention.start for mention in self._places]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sentence.end for sentence in self.parsed.sentences]

    def sentence_at(self, at: int) -> int:
        """How many sentences end at or before the character: the index of the one that holds it."""
        return bisect_right(self._sentence_ends, at)

    def entity(self, token: int) -> Entity | None:
        """The entity of the mention whose head is the token, or that covers it."""
        mention = self.mention(token)
        return self.entities.get(mention.entity or "") if mention else None

    def actor(self, token: int) -> Entity | None:
        """The entity that acts in the token: its own, or whose force or machine it is."""
        return self.entity(token) or self.entities.get(self._owner(token) or "")

    def places_in(self, span: Span) -> list[Mention]:
        """Place mentions inside the span, in text order."""
        near = slice(bisect_left(self._place_starts, span.start), bisect_left(self._place_starts, span.end))
        return [mention for mention in self._places[near] if mention.end <= span.end]

    def times_in(self, span: Span) -> list[Time]:
        """Time expressions inside the span, in text order."""
        return [time for time in self.grounded.times if span.covers(time.span)]

    def in_time(self, token: int) -> bool:
        """Whether the token is part of a time expression ("Sunday's attacks")."""
        return token in self._time_tokens

    @cached_property
    def _time_tokens(self) -> frozenset[int]:
        return frozenset(t for time in self.grounded.times for t in self.parsed.tokens_in(time.start, time.end))

    def is_class(self, token: int, wanted: str) -> bool:
        """Whether the noun at the token is of the class (see data/lexicon/classes.yml) or of one it takes in."""
        accepted = _WIDER.get(wanted, set()) | {wanted}
        token = self._counted_noun(token)
        lemma = self.parsed.lemmas[token]
        singular = lemma.removesuffix("s") if self.parsed.pos[token] == "PROPN" else lemma
        by_word = accepted - {"place"} if wanted in _ACTING else accepted
        if any(word in class_words(name) for name in by_word for word in (lemma, singular)):
            return True
        if lemma in _pair_heads() and any(self._is_pair(token, name) for name in by_word):
            return True
        if wanted == "order" and self.is_state(token):
            return True
        if lemma in class_words("takes_class"):
            before = self.parsed.children(token, "compound", "amod")
            if any(self.parsed.lemmas[b] in class_words(name) for b in before for name in accepted - {"place"}):
                return True
        entity = self.entity(token)
        if entity is not None:
            return _CLASS_OF_TYPE.get(entity.type) in accepted
        mention = self.mention(token)
        if mention is None:
            return False
        kinds = {mention.type, _CLASS_OF_TYPE.get(mention.type)}
        return bool(kinds & accepted) or (mention.type == "equipment" and "building" in accepted)

    def _is_pair(self, token: int, name: str) -> bool:
        """Whether the noun with a word before it is in the class ("explosive device")."""
        lemmas = self.parsed.lemmas
        before = self.parsed.children(token, "compound", "amod", "nmod")
        words = (form for child in before for form in {lemmas[child], self.parsed.lower(child)})
        return any(f"{word} {lemmas[token]}" in class_words(name) for word in words)

    def is_quantity(self, token: int) -> bool:
        """Whether the noun only says how many or how much of another ("a series of attacks")."""
        return self.parsed.lemmas[token] in class_words("quantity")

    def _counted_noun(self, token: int) -> int:
        """The noun that a word of quantity counts: "refugees" of "hundreds of refugees"."""
        if self.parsed.lemmas[token] in class_words("quantity") or self.parsed.pos[token] == "NUM":
            for of in self.parsed.children(token, "prep"):
                if self.parsed.lower(of) == "of" and (noun := self.parsed.child(of, "pobj")) is not None:
                    return noun
        return token

    def side(self, entity: str | None) -> str | None:
        """The side, or else the party, of an entity: what "adversaries" and "independent" are counted by."""
        known = self.entities.get(entity or "")
        return (known.side or known.party) if known else None

    def is_state(self, token: int) -> bool | None:
        """Whether who stands at the token fights for a government; None if that cannot be told."""
        entity, mention = self.actor(token), self.mention(token)
        if entity is None and mention is not None:
            return True if mention.type in ("military", "police", "government") else None
        if entity is None or entity.type in ("population", "person", "media", "organisation"):
            return True if entity is not None and entity.side == "government" else None
        if entity.type in ("government", "military", "police", "place"):
            return True
        return entity.side == "government"

    def ref(self, token: int) -> Ref | None:
        """The noun phrase at the token as a role's filler; None for a pronoun that nobody resolved."""
        counted = self._counted_noun(token)
        if counted != token and (inner := self.ref(counted)) is not None:
            start = self.noun_phrase(token).start
            return Ref(self.text[start : inner.end], start, inner.end, inner.entity)
        mention = self.mention(token)
        named = mention is not None and (mention.entity or self.parsed.pos[token] != "PRON")
        if mention is not None and named and mention.type != "nationality":
            entity = mention.entity or self._owner(token)
            start = self._title_start(token, mention) if mention.type == "person" else mention.start
            end = max(mention.end, self._with_whose(token).end) if mention.type == "population" else mention.end
            return Ref(self.text[start:end], start, end, entity)
        if mention is None and token in self.selves:
            at = self.parsed.span(token, token)
            return Ref(self.parsed.word(token), at.start, at.end, self.selves[token])
        if self.parsed.pos[token] not in _GUESSED_NOUNS | {"ADJ", "NUM"}:
            return None
        person = self._named_behind(token)
        if person is not None:
            start = self.noun_phrase(token).start
            return Ref(self.text[start : person.end], start, person.end, person.entity)
        span = self._with_whose(token)
        entity = mention.entity if mention and mention.entity else self._owner(token)
        return Ref(self.text[span.start : span.end], span.start, span.end, entity)

    def _owner(self, token: int) -> str | None:
        """Whose force or machine it is ("the regime's aircraft", "fighters of Hezbollah"); None for others."""
        lemma = self.parsed.lemmas[token]
        if lemma in class_words("not_owned") or not (self.is_class(token, "vehicle") or lemma in class_words("armed")):
            return None
        near = list(self.parsed.children(token, "poss", "compound", "amod", "nmod"))
        for of in self.parsed.children(token, "prep"):
            if self.parsed.lower(of) in ("of", "from"):
                bodies = self.parsed.children(of, "pobj")
                near += [*bodies, *(name for body in bodies for name in self.parsed.children(body, "appos"))]
                near += [body + 1 for body in bodies if body + 1 < len(self.parsed.starts)]  # "the movement Hezbollah"
        owners = (self.mention(child) for child in near)
        return next((m.entity for m in owners if m and m.entity and m.type in _OWNING), None)

    def _named_behind(self, token: int) -> Mention | None:
        """The person whose name follows the office without a comma ("Malta's chancellor Ann Lee")."""
        for name in self.parsed.children(token, "appos"):
            mention = self.mention(name)
            if mention is not None and mention.type == "person" and mention.start == self.parsed.ends[token] + 1:
                return mention
        return None

    def _title_start(self, token: int, mention: Mention) -> int:
        """Where a person's name begins with the office and body before it ("U.N. mediator Ann Lee"), no article."""
        before = [c for c in self.parsed.children(token, "compound", "nmod", "amod", "poss") if c < token]
        first = min((self.parsed.subtree(c)[0] for c in before), default=token)
        return min(self.parsed.starts[first], mention.start)

    def _with_whose(self, token: int) -> Span:
        """The noun phrase, and whose it is where a name right behind "of" tells ("the leaders of Chad")."""
        phrase, parsed = self.noun_phrase(token), self.parsed
        of = next((c for c in parsed.children(token, "prep") if c == token + 1 and parsed.lower(c) == "of"), None)
        whose = parsed.child(of, "pobj") if of is not None else None
        if whose is None or self.mention(whose) is None:
            return phrase
        return Span(phrase.start, max(phrase.end, self.noun_phrase(whose).end))

    def noun_phrase(self, token: int) -> Span:
        """The noun with the words before it that belong to it ("two army posts"), no clause, nothing after it."""
        first = token
        for child in self.parsed.children(token, "det", "amod", "compound", "nummod", "poss", "nmod", "quantmod"):
            if child < token:
                first = min(first, self.parsed.subtree(child)[0])
        return self.parsed.span(first, token)


def class_words(name: str) -> frozenset[str]:
    """The lemmas of a class of data/lexicon/classes.yml."""
    if name not in _CLASS_CACHE:
        _CLASS_CACHE[name] = frozenset(yaml_data("lexicon/classes.yml").get(name, ()))
    return _CLASS_CACHE[name]


@cache
def _pair_heads() -> frozenset[str]:
    """Last words of the entries of two words."""
    words = (word for name in yaml_data("lexicon/classes.yml") for word in class_words(name))
    return frozenset(word.split()[-1] for word in words if " " in word)


def _in_order(first: Time, last: Time) -> bool:
    return first.low is not None and last.high is not None and first.low <= last.high


_CLASS_CACHE: dict[str, frozenset[str]] = {}
