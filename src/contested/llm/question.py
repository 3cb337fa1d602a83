"""What the model is asked: numbered sentences of the report, and an answer of a fixed shape."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from contested.lexicon import yaml_data
from contested.model.claim import MODALITIES, STANCES
from contested.model.codebook import codebook
from contested.model.text import Span

PART = 8_000
"""Code points of the sentences in one question: a long news report whole, and an answer that small models can give."""
FILE = "language_model.yml"
CHOICES: dict[str, tuple[str, ...]] = {"stance": STANCES, "polarity": ("+", "-"), "modality": MODALITIES}


@dataclass(frozen=True, slots=True)
class Part:
    """The sentences of one question, by their number in it."""

    sentences: dict[int, Span]


def parts(sentences: Iterable[Span]) -> Iterator[Part]:
    """The sentences, numbered from 1 through the report, in parts of at most PART code points (a longer one alone)."""
    here: dict[int, Span] = {}
    size = 0
    for number, span in enumerate(sentences, 1):
        length = span.end - span.start
        if here and size + length > PART:
            yield Part(here)
            here, size = {}, 0
        here[number] = span
        size += length
    if here:
        yield Part(here)


def question(text: str, part: Part, model: str) -> dict[str, Any]:
    """The body of the chat completion. Nothing of the report but these sentences is sent."""
    return {
        "model": model,
        "temperature": 0,
        "messages": [{"role": "system", "content": _task()}, {"role": "user", "content": _numbered(text, part)}],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "claims", "strict": True, "schema": _schema()},
        },
    }


def _numbered(text: str, part: Part) -> str:
    """One sentence a line: what looks like a number of ours inside a sentence can begin no line."""
    lines = (f"[{number}] {' '.join(text[s.start : s.end].split())}" for number, s in part.sentences.items())
    return "\n".join(lines).encode("utf-8", "replace").decode("utf-8")


def roles() -> Sequence[str]:
    """The roles that are asked for."""
    return tuple(yaml_data(FILE)["roles"])


@cache
def types() -> frozenset[str]:
    """The codes of the codebook that are asked for."""
    left_out = set(yaml_data(FILE)["not_asked"])
    return frozenset(code for code, row in codebook().items() if row.family not in left_out)


@cache
def _task() -> str:
    asked = "; ".join(f"{row.code} ({row.label})" for row in codebook().values() if row.code in types())
    named = ", ".join(f"{role} ({meaning})" for role, meaning in yaml_data(FILE)["roles"].items())
    return str(yaml_data(FILE)["task"]).format(roles=named, types=asked)


@cache
def _schema() -> dict[str, Any]:
    words = {"type": "string"}
    maybe = {"type": ["string", "null"]}
    fields: dict[str, Any] = {"sentence": {"type": "integer"}, "quote": words, "trigger": words}
    fields["type"] = {"type": "string", "enum": sorted(types())}
    fields |= {name: {"type": "string", "enum": list(values)} for name, values in CHOICES.items()}
    fields |= dict.fromkeys(("source", "cue", *roles()), maybe)
    claim = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    return {
        "type": "object",
        "properties": {"claims": {"type": "array", "items": claim}},
        "required": ["claims"],
        "additionalProperties": False,
    }
