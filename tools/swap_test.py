"""The swap test: who fights, under which name and where must not change what is read.

    python tools/swap_test.py [--engine rules] [--verbose]

Reads each sentence of tools/swap_sentences.yml with the first filling of every list, then with each other filling of
one list at a time. A flip is a reading whose claims (kind, type, stance, polarity, modality) or events (type, status)
differ from those of the first. Voices, roles and places are not compared: they name what was exchanged.
The flip rate is flips over comparisons. Wanted: below .02.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

import contested
from contested.model.reading import Reading

DATA = Path(__file__).with_name("swap_sentences.yml")
DAY = "2024-05-08"
"""A publication day for all: without one every reading would carry the same warning."""
SLOT = re.compile(r"\{(\w+)\}")
Filling = Mapping[str, str]
Shape = Counter[tuple[str | None, ...]]


@dataclass(frozen=True, slots=True)
class Pair:
    """One comparison: the sentence with the first fillings, and with another filling of `list_`."""

    list_: str
    first: str
    other: str
    alike: tuple[frozenset[str], ...]
    """The sets of types that count as one here."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A pair read differently, with what only either reading has."""

    pair: Pair
    lost: Shape
    gained: Shape


def main() -> None:
    """Print the flips if asked, then the rate by list and overall."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n\n")[0])
    parser.add_argument("--engine", choices=contested.reader.ENGINES, default="learned")
    parser.add_argument("--verbose", action="store_true", help="print each flip")
    options = parser.parse_args()
    made = list(pairs(load()))
    found = flips(made, options.engine)
    for flip in found if options.verbose else ():
        print(f"{flip.pair.list_}: {flip.pair.first}\n  > {flip.pair.other}")
        print(f"  - {list(flip.lost.elements())}\n  + {list(flip.gained.elements())}")
    counted, flipped = Counter(p.list_ for p in made), Counter(f.pair.list_ for f in found)
    for name, number in (*counted.items(), ("all", counted.total())):
        wrong = flipped[name] if name != "all" else flipped.total()
        print(f"{name}: {wrong} of {number}, {wrong / number:.4f}")


def load() -> Mapping[str, Any]:
    """The lists of fillings, the exceptions and the sentences by theme."""
    data: Mapping[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return data


def pairs(data: Mapping[str, Any], every: int = 1) -> Iterator[Pair]:
    """The comparisons of each `every`th sentence, in the order of the file."""
    sentences = [sentence for theme in data["sentences"].values() for sentence in theme]
    firsts = {slot: text for fillings in data["fillings"].values() for slot, text in fillings[0].items()}
    for sentence in sentences[::every]:
        slots = set(SLOT.findall(sentence))
        for list_, (first, *others) in data["fillings"].items():
            for other in others if slots & first.keys() else ():
                alike = _alike(data["exceptions"], list_, first, other)
                yield Pair(list_, _filled(sentence, firsts), _filled(sentence, {**firsts, **other}), alike)


def flips(made: Sequence[Pair], engine: Literal["learned", "rules"]) -> list[Flip]:
    """The pairs that are read differently; each text is read once."""
    texts = list(dict.fromkeys(text for pair in made for text in (pair.first, pair.other)))
    reader = contested.Reader(published=DAY, gate="conflict", engine=engine)
    readings = dict(zip(texts, reader.pipe(texts), strict=True))
    found = []
    for pair in made:
        first, other = (_shape(readings[text], pair.alike) for text in (pair.first, pair.other))
        if first != other:
            found.append(Flip(pair, first - other, other - first))
    return found


def _alike(exceptions: Sequence[Mapping[str, Any]], list_: str, first: Filling, other: Filling) -> Any:
    changed = first.get("side") != other.get("side")
    return tuple(frozenset(e["types"]) for e in exceptions if changed and e["list"] == list_)


def _filled(sentence: str, filling: Filling) -> str:
    text = SLOT.sub(lambda slot: filling[slot[1]], sentence)
    start = 1 if text.startswith('"') else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def _shape(reading: Reading, alike: Sequence[frozenset[str]]) -> Shape:
    def told(type_: str | None) -> str | None:
        return next((min(types) for types in alike if type_ in types), type_)

    claims = ((c.kind, told(c.type), c.stance, c.polarity, c.modality) for c in reading.claims)
    return Counter([*claims, *((told(e.type), e.status) for e in reading.events)])


if __name__ == "__main__":
    main()
