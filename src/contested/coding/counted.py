"""Claims from counts: figures, and displacement where the people counted have moved."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from contested.coding import arguments
from contested.coding.alleged import refuted
from contested.coding.charges import clears_itself, is_of_part
from contested.coding.draft import Draft
from contested.coding.happenings import claim_span
from contested.coding.mood import by_auxiliary, mood
from contested.coding.nominal import is_gerund_of
from contested.coding.predicate import Predicate
from contested.coding.saying import Said, Voices
from contested.coding.settled import stance_within
from contested.coding.when import when_at_token, when_of
from contested.coding.where import place_near, place_of
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Modality, When
from contested.model.grounding import Counted
from contested.model.place import PlaceRef

_CAUSES = ("in", "by", "from", "due", "during")
_MOVED = frozenset({"displaced", "refugees"})
_HARMED = frozenset({"killed", "wounded", "casualties", "abducted", "detained", "captured"})
"""What is done to those counted: they are its target."""


def counted(world: World, predicates: list[Predicate], voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs, one a count and voice, in text order."""
    by_token = {p.trigger: p for p in predicates} | {p.clause: p for p in predicates if p.clause is not None}
    for count in world.grounded.counts:
        if _is_speaker(world, count) or _is_date(world, count):
            continue
        host = host_of(world, count, by_token)
        token = _token(world, count)
        for voice in voices.over(count.number.start):
            if token is not None and voice.saying is None and _is_a_charge(world, token):
                continue
            if voice.saying is not None and voices.owns_up_later(voice.saying):
                continue
            if voice.saying is None and count.method == "counts.echoed":
                continue  # a bare number is somebody's answer to the count before, or none at all
            voice = _granting(world, voice)
            said = stance_within(world, token, voice) if token is not None else voice
            if host is not None and (refuted(world, host) or clears_itself(world, host, said)):
                said = replace(said, stance="denies")
            draft = _draft(world, count, host, said)
            told = said is not voice and said.stance == "asserts"
            yield (replace(draft, modality="actual") if told else draft), said


def _is_speaker(world: World, count: Counted) -> bool:
    """Whether the one person counted as part of others is who tells of it ("including two nurses, the mayor said")."""
    if count.figure.group is None or count.figure.value != 1:
        return False
    sources = (span for saying in world.grounded.sayings for span in saying.attribution.source)
    return any(span.start < count.number.end and count.number.start < span.end for span in sources)


def _granting(world: World, voice: Said) -> Said:
    """The voices around one that denies a part in what killed so many: that so many died is taken for granted."""
    refusing = voice.saying is not None and voice.stance in ("denies", "rejects")
    if voice.saying is None or not refusing or not is_of_part(world, voice.saying):
        return voice
    return Said(voice.voices[:-1] or voice.voices)


def _is_date(world: World, count: Counted) -> bool:
    """Whether the number is a day's or a year's ("14 May 2024 Air strikes killed ...")."""
    tokens = world.parsed.tokens_in(count.number.start, count.number.end)
    return bool(len(tokens)) and world.in_time(tokens[0]) and count.figure.measure != "population"


def _is_a_charge(world: World, token: int) -> bool:
    """Whether the words are what an accusation says that nobody makes here ("the accusation that it killed ten")."""
    parsed, words = world.parsed, yaml_data("lexicon/echoes.yml")["alleging"]
    clauses = (t for t in (token, *parsed.ancestors(token)) if parsed.deps[t] in ("acl", "ccomp"))
    heads = (parsed.heads[clause] for clause in clauses)
    return any(parsed.lemmas[head] in words and not world.is_class(head, "people") for head in heads)


def host_of(world: World, count: Counted, by_token: Mapping[int, Predicate]) -> Predicate | None:
    """The predicate that the count belongs to: the one at its trigger, what it came of ("died in the blast"), or the
    nearest above it in the parse. `by_token` has the predicates by their triggers and clauses."""
    parsed = world.parsed
    token = _token(world, count)
    if token is None:
        return None
    told = by_token.get(token)
    if not count.figure.cumulative and (told is None or told.type == "casualties"):
        cause = _cause(world, token, by_token)
        if cause is not None:
            return cause
    for ancestor in (token, *parsed.ancestors(token)):
        if ancestor in by_token:
            return by_token[ancestor]
        if parsed.deps[ancestor] in ("conj", "parataxis") and parsed.pos[ancestor] in ("VERB", "AUX"):
            return None
        if _came_before(world, ancestor):
            return None
    return None


def _came_before(world: World, verb: int) -> bool:
    """Whether the clause is of something else that came before the clause above ("after a raid on Bor killed two")."""
    parsed = world.parsed
    if parsed.deps[verb] != "advcl":
        return False
    others = parsed.children(verb, "nsubj", "nsubjpass")
    links = [child for child in parsed.children(verb, "mark") if others and parsed.lower(child) == "after"]
    # The parser may take the subject for what "after" governs.
    return bool(links) or any(parsed.lower(c) == "after" and c < verb for c in parsed.children(verb, "prep"))


def _cause(world: World, token: int, by_token: Mapping[int, Predicate]) -> Predicate | None:
    """The happening that the counting verb names as its cause."""
    for preposition in _CAUSES:
        for noun in arguments.prepositional(world.parsed, token, preposition):
            for named in (noun, noun + 1):
                found = by_token.get(named)
                if found is not None and found.trigger == named and (named == noun or is_gerund_of(world, named)):
                    return found
    return None


def _token(world: World, count: Counted) -> int | None:
    """The word that measures, or else the number."""
    where = count.trigger or count.number
    return next(iter(world.parsed.tokens_in(where.start, where.end)), None)


def _draft(world: World, count: Counted, host: Predicate | None, said: Said) -> Draft:
    moved = count.figure.measure in _MOVED and host is not None and host.kind == "displacement"
    span = claim_span(world, count.span, said)
    return Draft(
        kind="displacement" if moved else "figure",
        span=span,
        method=count.method,
        type=host.type if moved and host else None,
        polarity="-" if count.negated else "+",
        modality=_modality(world, count, host),
        roles={"target": (count.figure.of,)} if count.figure.of and count.figure.measure in _HARMED else {},
        place=_place(world, count, host),
        when=_when(world, count, host),
        figure=count.figure,
        trigger=count.trigger,
        predicate=host,
    )


def _modality(world: World, count: Counted, host: Predicate | None) -> Modality:
    """That of the predicate it belongs to; where that is real, what the counting verb's auxiliary makes of it."""
    parsed, token = world.parsed, _token(world, count)
    if host is not None and not host.mood.certain:
        return "actual" if _died_all_the_same(world, host, token) else host.mood.modality
    if token is not None and host is None and count.figure.measure == "detained" and parsed.pos[token] == "NOUN":
        found = mood(parsed, token, token)  # "a warrant for the arrest of ..."
        if not found.certain:
            return found.modality
    above = (token, *parsed.ancestors(token)) if token is not None else ()
    verb = next((t for t in above if parsed.pos[t] in ("VERB", "AUX")), None)
    known = by_auxiliary(parsed, verb) if verb is not None else None
    return known or (host.mood.modality if host else "actual")


def _died_all_the_same(world: World, host: Predicate, token: int | None) -> bool:
    """Whether a verb tells the harm for a fact, and only its cause is in doubt ("died in a suspected gas attack")."""
    parsed = world.parsed
    if token is None or parsed.pos[host.trigger] != "NOUN" or parsed.tags[token] not in ("VBD", "VBN"):
        return False
    return token != host.trigger and mood(parsed, token, token).certain


def _place(world: World, count: Counted, host: Predicate | None) -> PlaceRef | None:
    """The place named inside the counting clause, else that of the predicate the count belongs to."""
    parsed = world.parsed
    where = [count.number, *([count.trigger] if count.trigger else [])]
    own: set[int | None] = {token for span in where for token in parsed.tokens_in(span.start, span.end)}
    own |= {parsed.heads[token] for token in own if token is not None and parsed.deps[token] in ("nummod", "quantmod")}
    inside = place_near(world, own, count.span)
    if inside is not None:
        return inside
    return place_of(world, host, count.span) if host is not None else _of_clause(world, count)


def _of_clause(world: World, count: Counted) -> PlaceRef | None:
    """The place of the clause in which a count stands that no happening has ("In Kharkiv two were taken to ...")."""
    parsed, token = world.parsed, _token(world, count)
    above = (token, *parsed.ancestors(token)) if token is not None else ()
    verb = next((t for t in above if parsed.pos[t] in ("VERB", "AUX")), None)
    return place_near(world, {verb}, parsed.sentence_of(verb).span) if verb is not None else None


def _when(world: World, count: Counted, host: Predicate | None) -> When | None:
    """The count's period where it is cumulative, else the day of the predicate it belongs to."""
    if count.figure.cumulative or count.figure.measure == "population":
        period = count.figure.period
        if period is not None:
            return When(period.low, period.high or world.report.published_at, None, "stated")
        own = when_of(world, host) if host is not None else when_at_token(world, _token(world, count))
        return own if own is not None and own.time is not None else None
    if host is None:
        return when_at_token(world, _token(world, count))
    return when_of(world, host)
