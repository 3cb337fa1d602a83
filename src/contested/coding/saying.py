"""Who says a span of text, with which stance: from attributions to the voices of a claim."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.lexicon.speech import cue_in_span, stance_of
from contested.model.claim import Commitment, Modality, Stance, Voice
from contested.model.grounding import Saying
from contested.model.parse import Parsed
from contested.model.text import Span

_UNREAL: dict[str, Modality] = {
    "demands": "hypothetical", "hopes": "hypothetical", "intends": "planned", "threatens": "planned",
    "predicts": "possible",
}  # fmt: skip
_YES_OR_NO = frozenset({"confirms", "denies", "rejects"})
"""Stances of those who answer what others say."""
_REFUSING = frozenset({"denies", "rejects"})
_ACTS = frozenset({"accuses", "criticises", "praises", "demands", "rejects", "threatens", "intends", "denies"})
STRETCH = 1_000
"""Code points by which sayings are filed, so that long reports need no search through all of them."""


@dataclass(frozen=True, slots=True)
class Said:
    """A voice chain over a span. `saying` is None where only the report itself speaks."""

    voices: tuple[Voice, ...]
    stance: Stance = "asserts"
    saying: Saying | None = None

    @property
    def modality(self) -> Modality | None:
        """What the stance makes of the content's modality: hoped for, planned, possible; None if nothing."""
        return _UNREAL.get(self.stance)

    @property
    def withheld(self) -> bool:
        """Whether an act is said not to have been done ("did not rule out"): then it is nobody's claim."""
        return self.saying is not None and self.saying.negated and self.stance in _ACTS

    @property
    def in_span(self) -> bool:
        """Whether the speech verb and its subject belong into the claim's span (denied, accused, hailed ...)."""
        return self.saying is not None and cue_in_span(self.saying.cue)


class Voices:
    """Finds the innermost sayings over a span of one report."""

    def __init__(self, world: World) -> None:
        self.narrator = Voice(name=world.report.source or "narrator", role="narrator")
        self._sentence_at, self._parsed = world.sentence_at, world.parsed
        self._by_stretch: dict[int, list[Saying]] = {}
        for saying in world.grounded.sayings:
            for stretch in {n for part in saying.attribution.content for n in _stretches(part)}:
                self._by_stretch.setdefault(stretch, []).append(saying)

    def over(self, anchor: int) -> list[Said]:
        """The sayings whose content holds the character `anchor`, innermost only; several if several say the same.

        The list is never empty: without a saying the narrator alone speaks.
        """
        near = self._by_stretch.get(anchor // STRETCH, ())
        covering = [saying for saying in near if self._holds(saying, anchor)]
        owning = [saying for saying in covering if self.owns_up_later(saying)]
        telling = self._innermost([saying for saying in covering if saying not in owning])
        return [*telling, *map(self.by, owning)]

    def _innermost(self, covering: list[Saying]) -> list[Said]:
        if not covering:
            return [Said((self.narrator,))]
        shortest = min(_length(saying) for saying in covering)
        inner = [saying for saying in covering if _length(saying) == shortest]
        outer = {saying.attribution.parent for saying in inner}  # "the radio said so, citing police": one chain
        voiced = [saying for saying in inner if saying.attribution.id not in outer]
        return [self.by(_cited_by_all(saying, inner)) for saying in voiced]

    def owns_up_later(self, saying: Saying) -> bool:
        """Whether it owns up to what is told beside it: in a later sentence, or "the blast, claimed by the Front,".

        Whoever does so speaks of the deed beside those who tell of it, and says nothing of how many were harmed.
        """
        if stance_of(saying.cue) != "claims" or not saying.attribution.cue:
            return False
        told, cue = max(part.end for part in saying.attribution.content), saying.attribution.cue[0].start
        beside = any(self._parsed.deps[token] == "acl" for token in self._parsed.tokens_in(cue, cue + 1))
        return beside or self._sentence_at(told - 1) < self._sentence_at(cue)

    def _holds(self, saying: Saying, anchor: int) -> bool:
        return any(part.start <= anchor < part.end for part in saying.attribution.content)

    def by(self, saying: Saying) -> Said:
        """The voice chain and stance of one saying."""
        stance = stance_of(saying.cue)
        if saying.negated and stance in ("asserts", "confirms"):
            stance = "doubts"
        return Said(saying.voices or (self.narrator,), stance, saying)


def spoken(parsed: Parsed, sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The sayings without those of nobody ("no group has claimed the attack") and those withheld ("would not deny").

    "Denied reports that troops shelled the town": nobody reports here, the one who denies speaks of the shelling.
    """
    voiced = (saying for saying in sayings if not _nobody(parsed, saying) and not _withheld(parsed, saying))
    kept = [_of_the_accused(parsed, saying) for saying in voiced if not _is_deed(parsed, saying)]
    refused = {s.attribution.id for s in kept if stance_of(s.cue) in _REFUSING}
    kept = [saying for saying in kept if saying.attribution.source or saying.attribution.parent not in refused]
    kept = [saying for saying in kept if not _is_called_names(parsed, saying)]
    outer = {saying.attribution.id: saying for saying in kept}
    return tuple(_by_itself(parsed, saying, outer.get(saying.attribution.parent or "")) for saying in kept)


def _is_called_names(parsed: Parsed, saying: Saying) -> bool:
    """Whether it is a charge of nobody's that somebody calls something ("called the accusation that ... a slander")."""
    if saying.attribution.source:
        return False
    cue = next((t for part in saying.attribution.cue for t in parsed.tokens_in(part.start, part.end)), None)
    if cue is None or parsed.deps[cue] != "dobj":
        return False
    return parsed.lemmas[parsed.heads[cue]] in yaml_data("lexicon/echoes.yml")["calling"]


def _by_itself(parsed: Parsed, saying: Saying, outer: Saying | None) -> Saying:
    """A saying of "it" with the voice that speaks of itself ("the ministry said it had always condemned ...")."""
    source = saying.attribution.source
    if outer is None or len(source) != 1 or parsed.text[source[0].start : source[0].end].lower() != "it":
        return saying
    opens = outer.attribution.content[:1]
    begins = bool(opens) and 0 <= source[0].start - opens[0].start <= len("that ")
    return replace(saying, voices=outer.voices) if begins else saying


def _cited_by_all(saying: Saying, beside: Sequence[Saying]) -> Saying:
    """A saying with the source that another speaker of the same words cites ("A and B, both citing police, said")."""
    mine = saying.attribution
    for cited in beside:
        first = next((s.attribution for s in beside if s.attribution.id == cited.attribution.parent), None)
        if first is not None and (first.cue, first.content) == (mine.cue, mine.content):
            return replace(saying, voices=(*saying.voices, cited.voices[-1]))
    return saying


def _of_the_accused(parsed: Parsed, saying: Saying) -> Saying:
    """A saying of nobody without the noun that it describes: "shot men accused of theft" charges no shooting."""
    mine = saying.attribution
    cue = next((t for part in mine.cue for t in parsed.tokens_in(part.start, part.end)), None)
    if mine.source or cue is None or parsed.deps[cue] != "acl":
        return saying
    content = tuple(part for part in mine.content if part.start >= parsed.starts[cue])
    return replace(saying, attribution=replace(mine, content=content))


def _is_deed(parsed: Parsed, saying: Saying) -> bool:
    """Whether the cue means a deed and says nothing: "denied him a visa", "dismissed the general"."""
    deeds = yaml_data("lexicon/speech.yml")["deeds"].get(saying.cue)
    if deeds is None:
        return False
    tokens = (t for part in saying.attribution.cue for t in parsed.tokens_in(part.start, part.end))
    verb = next((t for t in tokens if parsed.lemmas[t] == saying.cue), None)
    objects = parsed.children(verb, "dobj", "dative", "nsubjpass") if verb is not None else ()
    return any(parsed.lemmas[t] in deeds or parsed.lower(t) in deeds for t in objects)


def _withheld(parsed: Parsed, saying: Saying) -> bool:
    """Whether nothing was said: "neither confirmed nor denied", "did not deny"."""
    if stance_of(saying.cue) not in _YES_OR_NO:
        return False
    if saying.negated:
        return True
    for cue in saying.attribution.cue:
        for token in list(parsed.tokens_in(cue.start, cue.end))[:1]:
            near = (token - 1, *parsed.children(token), *parsed.children(parsed.heads[token]))
            if any(parsed.lower(word) in ("neither", "nor") for word in near if 0 <= word <= token):
                return True
    return False


def _nobody(parsed: Parsed, saying: Saying) -> bool:
    words = yaml_data("lexicon/echoes.yml")["nobody"]
    sources = [parsed.tokens_in(part.start, part.end) for part in saying.attribution.source]
    return any(tokens and parsed.lower(tokens[0]) in words for tokens in sources)


def _stretches(part: Span) -> range:
    """The numbers of the stretches of text that the part touches."""
    return range(part.start // STRETCH, max(part.end - 1, part.start) // STRETCH + 1)


def _length(saying: Saying) -> int:
    return sum(part.end - part.start for part in saying.attribution.content)


def commitment(said: Said, *, presupposed: bool = False) -> Commitment:
    """The first that applies of the contract's list."""
    inner = said.voices[-1]
    if presupposed:
        return "presupposed"
    if inner.role == "unnamed":
        return "hedged" if len(said.voices) <= 2 and not _hearsay(said) else "second_hand"
    if inner.role == "relay":
        return "second_hand" if len(said.voices) == 2 else "attributed"
    return "asserted" if len(said.voices) == 1 else "attributed"


def _hearsay(said: Said) -> bool:
    """Whether the hidden source is told of (reports, sources) rather than a hedge of the narrator's (reportedly)."""
    return (
        said.saying is not None
        and not said.saying.cue.endswith("ly")
        and said.saying.cue not in ("estimated", "estimate")
    )
