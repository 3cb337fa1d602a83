"""What the words above a happening make of it: "failed to", "threat of", "without", "know that" (lexicon/mood.yml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from contested.lexicon import yaml_data
from contested.model.claim import Modality, Polarity

Effect = Literal["same", "fact", "not", "planned", "possible", "hypothetical"]
Construction = Literal["to", "ing", "that", "noun"]
CONSTRUCTIONS: tuple[Construction, ...] = ("to", "ing", "that", "noun")
_RANK: dict[Modality, int] = {
    "actual": 0, "ongoing": 0, "planned": 1, "possible": 2, "conditional": 3, "hypothetical": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mood:
    """`cue` is the word that decided, for the record."""

    modality: Modality = "actual"
    polarity: Polarity = "+"
    cue: str | None = None

    @property
    def real(self) -> bool:
        """Whether something is said to have happened or to go on."""
        return self.polarity == "+" and self.modality in ("actual", "ongoing")

    @property
    def certain(self) -> bool:
        """Whether it is told as a fact, be it that it happened or that it did not."""
        return self.modality in ("actual", "ongoing")


FACT = Mood()


@dataclass(frozen=True, slots=True)
class Signature:
    """What a word makes of what it governs, where it is itself affirmed and where it is denied."""

    makes: Effect
    denied: Effect


@cache
def signatures(construction: Construction) -> Mapping[str, Signature]:
    """By lemma, or lemma and preposition ("call for"): what the word makes of what it governs in this construction."""
    table: dict[str, Signature] = {}
    for entry in yaml_data("lexicon/mood.yml")["governing"]:
        for word in entry[construction]:
            table.setdefault(word, Signature(entry["makes"], entry["denied"]))
    return table


def under(outer: Mood, signature: Signature, word: str) -> Mood:
    """The mood of what a word of this signature and mood governs."""
    effect = signature.denied if outer.polarity == "-" else signature.makes
    if effect == "same":
        return outer
    if effect == "fact":
        return FACT if outer.certain or signature.makes == signature.denied else Mood(outer.modality, "+", outer.cue)
    if effect == "not":
        return both(Mood(outer.modality, "+", outer.cue), Mood("actual", "-", word))
    return both(Mood(outer.modality, "+", outer.cue), Mood(effect, "+", word))


def both(outer: Mood, inner: Mood) -> Mood:
    """The mood of what stands under two words: the less certain modality; two negations cancel each other."""
    decides = inner if _RANK[inner.modality] >= _RANK[outer.modality] else outer
    polarity: Polarity = "-" if (outer.polarity == "-") != (inner.polarity == "-") else "+"
    lasting = "ongoing" in (outer.modality, inner.modality) and decides.certain
    return Mood("ongoing" if lasting else decides.modality, polarity, decides.cue or inner.cue or outer.cue)
