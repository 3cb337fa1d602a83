"""Whose voice a claim is, across reports: army and ministry are one party, a doctor is one of her own.

A reading knows parties as far as its own report tells them. Here a person whom another report names with his body
belongs to it in all of them, and organs of an unnamed state are one party.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from contested.model.claim import Claim, Ref, Voice, When
from contested.model.grounding import Entity
from contested.reconciling.knowledge import groups, words
from contested.reconciling.naming import (
    NAME,
    WORD,
    bands_in,
    holds,
    new_band,
    of_a_country,
    of_the_state,
    our_army,
    our_fighters,
    proper,
    says_office,
    tells_states_apart,
)
from contested.reconciling.party import BOTH, STATE, Party
from contested.reconciling.reports import Taken
from contested.reconciling.words import stem

OWNING = frozenset({"speech.responsibility"})
_ARMED_BODIES = frozenset({"military", "government", "police", "armed_group"})
_OWN = re.compile(r"(\w+ )?((the )?\w+ of )?(our|we|us|my|its|his|her|their)\b", re.I)
_BODYS = re.compile(r"(its|their) ", re.I)
_ITSELF = frozenset({"it", "they", "we", "us"})
"""Pronouns without an entity fill a role only where a voice speaks of itself."""
_QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")
_LEAD = re.compile(r"[.!?]\s|[,;:\n\"“”]")
_BEFORE, _AFTER, _BODY = 60, 50, 250
"""Characters around a speaker's name in which the words that tell his office stand, and before it his body."""


@dataclass(slots=True)
class Parties:
    """Parties of voices and of roles over a set of reports."""

    reports: Sequence[Taken]
    first: Mapping[int, int] = field(default_factory=dict)
    """For each copy the report that had its text first: narrators of copies are one voice."""
    _entities: dict[int, dict[str, Entity]] = field(default_factory=dict)
    _bodies: dict[str, str] = field(default_factory=dict)
    _bands: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _known: dict[tuple[int, str], Party | None] = field(default_factory=dict)
    _states: dict[int, Party] = field(default_factory=dict)
    _speakers: dict[tuple[int, str], Party] = field(default_factory=dict)
    _named: dict[int, dict[str, Party]] = field(default_factory=dict)
    _heard: dict[str, list[tuple[int, Voice]]] = field(default_factory=dict)
    """For each person every report in which he speaks, with how he is introduced there."""

    def __post_init__(self) -> None:
        affiliations: dict[str, Counter[str]] = {}
        for index, report in enumerate(self.reports):
            own = {entity.id: entity for entity in report.reading.entities}
            self._entities[index] = own
            for entity in own.values():
                self._learn(entity, affiliations)
            for claim in report.reading.claims:
                self._learn_fighters(claim, own)
                for voice in claim.voices[1:]:
                    _learn_body(voice, own, affiliations)
                    self._hear(index, voice, own)
        self._bodies = {name: max(sorted(found), key=found.__getitem__) for name, found in affiliations.items()}

    def _learn(self, entity: Entity, affiliations: dict[str, Counter[str]]) -> None:
        if entity.type == "person" and entity.party:
            affiliations.setdefault(entity.name, Counter())[entity.party] += 1
        if entity.type == "armed_group" and entity.name[:1].isupper():
            self._bands[proper(entity.party or entity.name)] = tuple(
                stem(word) for word in WORD.findall(proper(entity.name))
            )

    def _learn_fighters(self, claim: Claim, own: Mapping[str, Entity]) -> None:
        """A body that some voice says did harm, that owns up to it or denies it, is a party to the quarrel."""
        if claim.type not in OWNING and ("harm" not in groups(claim.type) or claim.kind != "event"):
            return
        bodies = [ref.entity for ref in claim.roles.get("actor", ())]
        bodies += [claim.voice.entity] if claim.stance in ("claims", "concedes", "denies") else []
        for body in bodies:
            entity = own.get(body or "")
            if entity is not None and entity.type == "organisation" and entity.name[:1].isupper():
                found = tuple(stem(word) for word in WORD.findall(entity.name))
                if self.named(entity.name).kind == "third" and not words("third") & set(found):
                    self._bands[entity.name] = found

    def _hear(self, index: int, voice: Voice, own: Mapping[str, Entity]) -> None:
        entity = own.get(voice.entity or "")
        if entity is not None and entity.type == "person" and " " in entity.name:
            self._heard.setdefault(entity.name, []).append((index, voice))

    def of_claim(self, index: int, claim: Claim) -> Party | None:
        """The party of the innermost voice; None where nobody is named ("reportedly")."""
        key = (index, claim.id)
        if key not in self._known:
            party = self._of_voice(index, claim)
            self._known[key] = party and self._with_country(index, party)
        return self._known[key]

    def _with_country(self, index: int, party: Party) -> Party:
        """The government, the army of a report about one country at war are that country's."""
        if party.name != STATE:
            return party
        if index not in self._states:
            own = Counter(
                (entity.party, entity.side)
                for entity in self._entities[index].values()
                if entity.side == STATE and (entity.party or "").startswith(f"{STATE} of ")
            )
            best = min(own, key=lambda state: (-own[state], str(state)), default=(STATE, None))
            self._states[index] = Party(best[0] or STATE, "state", best[1])
        return self._states[index]

    def _of_voice(self, index: int, claim: Claim) -> Party | None:
        voice = claim.voice
        if voice.role == "narrator":
            return self._of_outlet(self.first.get(index, index))
        if voice.role == "unnamed":
            outlet = self._of_outlet(self.first.get(index, index))
            return outlet if outlet.fights else None
        if stem(voice.name) in words("pronouns"):
            before = self._speaker_before(index, claim)
            return self.of_claim(index, before) if before is not None else None
        return self._of_speaker(index, voice)

    def _speaker_before(self, index: int, claim: Claim) -> Claim | None:
        earlier = [
            one
            for one in self.reports[index].reading.claims
            if one.start < claim.start and len(one.voices) > 1 and stem(one.voice.name) not in words("pronouns")
        ]
        return max(earlier, key=lambda one: one.start, default=None)

    def _of_outlet(self, index: int) -> Party:
        source = getattr(self.reports[index].reading.report, "source", None)
        if not source:
            return Party(f"narrator of {self.reports[index].id}", "third")
        party = self.named(source)
        if party.kind != "third":
            return party
        if of_a_country(source) and self._tells_of_our_army(index):
            return Party(STATE, "state")
        nouns = {word for word in WORD.findall(source) if word[0].isupper() and stem(word) in words("bands")}
        own = [band for _, band in bands_in(self.reports[index].reading.text) if nouns & set(band.name.split())]
        return own[0] if own else self._of_its_own_words(index, source) or party

    def _of_its_own_words(self, index: int, source: str) -> Party | None:
        """The party whose communique it is, or that calls fighters its own; None for papers, clinics and courts."""
        found = [stem(word) for word in WORD.findall(source)]
        if any(word in words("third") for word in found):
            return None
        document = any(word in words("documents") for word in found)
        if document or self._says_ours(index, our_fighters()):
            name = " ".join(word for word in WORD.findall(source) if stem(word) not in words("documents"))
            return Party(name or source, "group")
        return None

    def _tells_of_our_army(self, index: int) -> bool:
        """Whether the outlet itself, quoting nobody, calls an army its own."""
        return self._says_ours(index, our_army())

    def _says_ours(self, index: int, ours: re.Pattern[str]) -> bool:
        own = (claim.quote for claim in self.reports[index].reading.claims if claim.voice.role == "narrator")
        return any(ours.search(_QUOTED.sub(" ", quote)) for quote in own)

    def _of_speaker(self, index: int, voice: Voice) -> Party:
        if voice.name.lower() in words("everybody"):
            return Party(BOTH, "group")
        entity = self._entities[index].get(voice.entity or "")
        name = self._full_name(index, entity.name if entity is not None else voice.name)
        key = (index, name)
        if key not in self._speakers:
            found = self._first_office(index, name) or self._as_grounded(index, voice, name)
            self._speakers[key] = (self._elsewhere(name) or found) if found.kind == "third" else found
        return self._speakers[key]

    def _full_name(self, index: int, name: str) -> str:
        """ "Kerim" is the one person of the report whose name ends so."""
        people = {e.name for e in self._entities[index].values() if e.type == "person" and e.name.endswith(f" {name}")}
        return people.pop() if len(people) == 1 and name[:1].isupper() else name

    def _elsewhere(self, name: str) -> Party | None:
        """The body for which the person speaks in another report that tells it."""
        found = (self._by_office(index, voice, name) for index, voice in self._heard.get(name, ()))
        return next((party for party in found if party is not None and party.kind != "third"), None)

    def _first_office(self, index: int, name: str) -> Party | None:
        """What the words around the name say where the report first gives them: "army spokesman", "a doctor"."""
        own = self._entities[index]
        for claim in self.reports[index].reading.claims:
            for voice in claim.voices[1:]:
                entity = own.get(voice.entity or "")
                if name == self._full_name(index, entity.name if entity is not None else voice.name):
                    found = self._by_office(index, voice, name)
                    if found is not None:
                        return found
        return None

    def _as_grounded(self, index: int, voice: Voice, name: str) -> Party:
        own = self._entities[index]
        for key in (voice.for_, voice.entity):
            entity = own.get(key or "")
            if entity is not None and entity.party:
                return self._of_entity(entity)
        return self.named(self._bodies.get(name, name))

    def _of_entity(self, entity: Entity) -> Party:
        party = entity.party or entity.name
        if entity.type == "person":
            return self.named(party, side=entity.side)
        if entity.type == "armed_group" and party[:1].isupper():
            return Party(proper(party), "group", entity.side)
        if party != entity.name and entity.side is None:
            return self.named(party)
        if entity.type in _ARMED_BODIES:
            found = self.named(party, side=entity.side)
            return found if found.kind != "third" else Party(found.name, "group", entity.side)
        return self.named(party, side=entity.side)

    def _by_office(self, index: int, voice: Voice, name: str) -> Party | None:
        """By the words around the name: "army spokesman", "the doctor", or the body the spokesman's sentence names."""
        own = self._entities[index]
        for key in (voice.for_, voice.entity):
            entity = own.get(key or "")
            if entity is not None and (entity.side or (entity.party or "").startswith(f"{STATE} of ")):
                return None  # the catalogue knows better, and so does the report
        if voice.start is None or voice.end is None:
            return None
        text = self.reports[index].reading.text
        phrase = text[voice.start : voice.end]
        if NAME.fullmatch(phrase) and not says_office(phrase):
            before = _LEAD.split(text[max(0, voice.start - _BEFORE) : voice.start].rstrip(", "))[-1] + " "
            after = re.split(r"[.!?\n\"“]", text[voice.end : voice.end + _AFTER])[0]
            phrase = before + (after if after.startswith((", ", " of ")) else "")
        person = voice.entity in own and own[voice.entity or ""].type == "person"
        said = phrase.replace(name, " ") if person and name[:1].isupper() else phrase
        return self._office(index, voice.start, said, name)

    def _office(self, index: int, start: int, phrase: str, name: str) -> Party | None:
        """What the words say that tell who the person of the name is."""
        found = [stem(word) for word in WORD.findall(phrase)]
        band = self._band(found) or new_band(phrase) or self._band_in_short(index, found)
        if band is not None:
            return band
        mouth = any(word in words("mouths") for word in found)
        owner = _BODYS.match(phrase)
        if owner and says_office(phrase[owner.end() :]) and (body := self._body_before(index, start)) is not None:
            return body
        if any(word in words("third") for word in found):
            return Party(name if name[:1].isupper() else phrase.strip(" ,"), "third")
        if any(word in words("organs") for word in found):
            return self.named(phrase)
        return (self._body_before(index, start) or self._rank(index, name, found)) if mouth else None

    def _rank(self, index: int, name: str, found: Sequence[str]) -> Party | None:
        """Who has a rank and no body that is named: of the outlet's party if that fights, else a fighter."""
        outlet = self._of_outlet(self.first.get(index, index))
        if outlet.kind != "third":
            return outlet
        return Party(name, "group") if any(word in words("ranks") for word in found) else None

    def _band_in_short(self, index: int, found: Sequence[str]) -> Party | None:
        """ "militia officer": the one group of the report whose name ends in the noun."""
        nouns = {word for word in found if word in words("bands")}
        if not nouns:
            return None
        named = {self._bands_named(index)[name] for name in self._bands_named(index) if stem(name.split()[-1]) in nouns}
        return named.pop() if len(named) == 1 else None

    def _bands_named(self, index: int) -> dict[str, Party]:
        """The groups that the report or its outlet names."""
        if index not in self._named:
            reading = self.reports[index].reading
            source = getattr(reading.report, "source", None) or ""
            bands = [band for _, band in bands_in(f"{source}\n{reading.text}")]
            self._named[index] = {band.name: band for band in bands}
        return self._named[index]

    def _body_before(self, index: int, start: int) -> Party | None:
        """The body named last before: a spokesman without further words speaks for it."""
        own = self._entities[index]
        near = [
            (mention.start, self._of_entity(own[mention.entity or ""]))
            for mention in self.reports[index].reading.mentions
            if start - _BODY <= mention.start < start
            and (mention.entity or "") in own
            and own[mention.entity or ""].type in (*_ARMED_BODIES, "organisation")
        ]
        text = self.reports[index].reading.text[max(0, start - _BODY) : start]
        near += [(start - len(text) + at, band) for at, band in bands_in(text)]
        return max(near, key=lambda row: row[0], default=(0, None))[1]

    def of_ref(self, index: int, ref: Ref) -> Party:
        """The party of a role's filler."""
        entity = self._entities[index].get(ref.entity or "")
        party = self._of_entity(entity) if entity is not None else self.named(ref.text)
        return self._with_country(index, party)

    def is_own(self, index: int, ref: Ref) -> bool:
        """Whether the words are "our men", "we", "its fighters": the voice's own, and nobody's that is known."""
        entity = self._entities[index].get(ref.entity or "")
        if entity is not None and entity.party and entity.type in _ARMED_BODIES:
            return False
        if ref.entity is None and ref.text.lower() in _ITSELF:
            return True
        text = self.reports[index].reading.text
        with_before = text[max(0, ref.start - 6) : ref.end].lstrip() if ref.entity is None else ref.text
        return any(_OWN.match(said) for said in (ref.text, with_before))

    def is_foe(self, ref: Ref) -> bool:
        """Whether the words call an enemy names and leave out who he is ("armed terrorists", "the enemy")."""
        found = [stem(word) for word in WORD.findall(ref.text)]
        return ref.entity is None and any(word in words("foes") for word in found)

    def is_named(self, index: int, ref: Ref) -> bool:
        """Whether the words name a body, not just gunmen or aircraft."""
        entity = self._entities[index].get(ref.entity or "")
        if entity is not None and entity.party and (entity.side or not entity.party[:1].islower()):
            return True
        party = self.of_ref(index, ref)
        return party.kind == "state" or (party.name[:1].isupper() and not party.name.split()[0].isdigit())

    def is_loose_day(self, index: int, when: When) -> bool:
        """Whether the day is only reckoned from the report's own ("this morning")."""
        reading = self.reports[index].reading
        time = next((time for time in reading.times if time.id == when.time), None)
        said = reading.text[time.start : time.end].lower().split() if time is not None else []
        return any(word in words("deictic") for word in said)

    def mentioned(self, index: int, start: int, end: int) -> list[Party]:
        """The parties of the bodies that a stretch of a report names, in order."""
        own = self._entities[index]
        inside = [m for m in self.reports[index].reading.mentions if start <= m.start and m.end <= end]
        found = [own[m.entity] for m in sorted(inside, key=lambda m: m.start) if m.entity in own]
        bodies = [self._of_entity(entity) for entity in found if entity.type in (*_ARMED_BODIES, "organisation")]
        return [*bodies, *(band for _, band in bands_in(self.reports[index].reading.text[start:end]))]

    def named(self, name: str, *, side: str | None = None) -> Party:
        """The party of a name: a group of the reports, the state or one of several states, or a third party."""
        if name.startswith("government of "):
            return Party(name, "state", side)
        if name.lower() in words("everybody"):
            return Party(BOTH, "group", side)
        found = [stem(word) for word in WORD.findall(name)]
        band = self._band(found) or new_band(name)
        if band is not None:
            return Party(band.name, "group", side)
        if any(word in words("third") for word in found):
            return Party(name, "third", side)
        if any(word in words("organs") for word in found) or of_the_state(found):
            left = [stem(word) for word in WORD.findall(name) if tells_states_apart(word)]
            return Party(" ".join([*dict.fromkeys(left), STATE]), "state", side)
        return Party(name.removeprefix("the ").removeprefix("The "), "third", side)

    def _band(self, found: Sequence[str]) -> Party | None:
        """The group whose whole name, or whose noun written with it, stands among the words."""
        for name, own in sorted(self._bands.items(), key=lambda item: (-len(item[1]), item[0])):
            if holds(found, own):
                return Party(name, "group")
        return None


def _learn_body(voice: Voice, own: Mapping[str, Entity], affiliations: dict[str, Counter[str]]) -> None:
    person, body = own.get(voice.entity or ""), own.get(voice.for_ or "")
    if person is not None and body is not None and person.type == "person":
        affiliations.setdefault(person.name, Counter())[body.party or body.name] += 1
