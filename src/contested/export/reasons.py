"""Why a claim is read as it is: the rule in plain words, the frame behind it, why this stance, place and day.

A claim's `method` names its rule; data/reasons.yml says in words what each kind of rule does.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from contested.export.safe import clean
from contested.export.sitrep.outline import Line
from contested.lexicon import yaml_data
from contested.model.claim import Claim, When
from contested.model.grounding import Attribution
from contested.model.place import PlaceRef
from contested.model.reading import Reading
from contested.model.text import Span


def at(reading: Reading, start: int, end: int) -> str:
    """Words of the text with where they stand."""
    return f"“{clean(reading.text[start:end])}” at {start}-{end}"


def rule(claim: Claim) -> Iterator[Line]:
    """What the rule that found the claim does, and its frame."""
    name, *parts = clean(claim.method).split(":")
    words = _reasons("methods").get(name) or _by_beginning(name)
    if words:
        yield Line("Rule", words.format(*parts, *[""] * 3).strip())
    if parts[2:]:
        yield Line("Rule", str(_reasons("after").get(parts[2], parts[2])))
    if name == "frame" and len(parts) > 1:
        yield from (Line("Frame", _frame(file, entry)) for file, entry in _frames(parts[0], parts[1]))


def score(claim: Claim) -> str:
    """What the score says, by the kind of rule that found the claim."""
    words = _reasons("scores")
    return words.get(claim.method.split(":")[0].split(".")[0], words["measured"])


def _by_beginning(name: str) -> str | None:
    """Rules of counting are named by dots ("counts.object.number"): the longest name that is known."""
    parts = name.split(".")
    known = _reasons("methods")
    return next((known[key] for n in range(len(parts), 0, -1) if (key := ".".join(parts[:n])) in known), None)


def _reasons(table: str) -> dict[str, str]:
    found: dict[str, str] = yaml_data("reasons.yml")[table]
    return found


def _frames(type_: str, lemma: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of data/frames that have the type and the word, with the name of their file."""
    for file in _frame_files():
        for entry in yaml_data(f"frames/{file}"):
            if entry["type"] == type_ and lemma in _triggers(entry):
                yield file, entry


@cache
def _frame_files() -> tuple[str, ...]:
    return tuple(sorted(file.name for file in files("contested.data").joinpath("frames").iterdir()))


def _triggers(entry: dict[str, Any]) -> set[str]:
    """The words by which a frame is found: its verbs, the first words of its phrases, the last of its nouns."""
    first = {str(phrase).split()[0] for phrase in entry.get("phrase") or ()}
    last = {str(noun).split()[-1] for noun in entry.get("noun") or ()}
    return {*map(str, entry.get("verb") or ()), *map(str, entry.get("participle") or ()), *first, *last}


def _frame(file: str, entry: dict[str, Any]) -> str:
    """A frame's rules: which argument fills which role, what says where, what is asked of whom."""
    roles = ", ".join(f"{argument} is {role}" for argument, role in (entry.get("roles") or {}).items())
    needs = ", ".join(
        f"{argument}: {kind.replace('_', ' ')}" for argument, kind in (entry.get("require") or {}).items()
    )
    parts = (
        f"{entry['type']} in data/frames/{file}",
        f"roles: {roles}" if roles else "",
        f"place by {', '.join(map(str, entry.get('place') or ('in', 'at', 'near')))}",
        f"needs {needs}" if needs else "",
    )
    return "; ".join(part for part in parts if part)


def stance(reading: Reading, claim: Claim) -> str:
    """The stance and what sets it: the words of saying, the frame, or that no voice but the report's is named."""
    saying = _saying(reading, claim)
    if saying is not None and saying.cue:
        cue = ", ".join(at(reading, *span) for span in saying.cue)
        return f"{claim.stance} by the words {cue}"
    why = _reasons("stances").get("own" if len(claim.voices) == 1 else "hidden", "")
    return f"{claim.stance}; {why}" if why else claim.stance


def told(reading: Reading, claim: Claim) -> Iterator[Line]:
    """The words that name the source and those that are its content, from the innermost attribution outwards."""
    saying, seen = _saying(reading, claim), set[str]()
    while saying is not None and saying.id not in seen:
        seen.add(saying.id)
        source = ", ".join(at(reading, *span) for span in saying.source) or "nobody named"
        content = ", ".join(f"{span.start}-{span.end}" for span in saying.content)
        yield Line("Told by", f"{source}; {saying.form} speech, its content at {content} ({clean(saying.id)})")
        saying = next((a for a in reading.attributions if a.id == saying.parent), None) if saying.parent else None


def _saying(reading: Reading, claim: Claim) -> Attribution | None:
    return next((a for a in reading.attributions if a.id == claim.attribution), None) if claim.attribution else None


def commitment(claim: Claim) -> str:
    """How sure it is told, and why."""
    why = _reasons("commitments").get(claim.commitment, "")
    return f"{claim.commitment.replace('_', ' ')} ({why})" if why else claim.commitment.replace("_", " ")


def place(reading: Reading, claim: Claim, found: PlaceRef) -> str:
    """From which words a place comes, whether they stand in the claim's own, and how sure the match is."""
    mention = next((m for m in reading.mentions if m.id == found.mention), None)
    parts = [f"from {at(reading, mention.start, mention.end)}{_outside(claim, mention.span)}"] if mention else []
    if found.score is not None:
        parts.append(f"score {found.score:.2f} among the places of this name")
    return "; ".join(parts)


def when(reading: Reading, claim: Claim, found: When) -> str:
    """From which words a time comes, and how it was reckoned."""
    time = next((t for t in reading.times if t.id == found.time), None)
    parts = [_reasons("bases").get(found.basis, found.basis)] if found.basis else []
    parts += [f"from {at(reading, time.start, time.end)}{_outside(claim, time.span)}"] if time else []
    return "; ".join(parts)


def _outside(claim: Claim, span: Span) -> str:
    """A remark where words stand outside the claim's own."""
    if claim.start <= span.start and span.end <= claim.end:
        return ""
    return ", just outside its words" if _gap(claim, span) <= NEAR else ", carried over from another part of the text"


NEAR = 200
"""Characters between a claim and words outside it that still belong to the same passage: about one long sentence."""


def _gap(claim: Claim, span: Span) -> int:
    return max(span.start - claim.end, claim.start - span.end, 0)
