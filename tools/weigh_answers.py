"""What the checks let through of a language model's answers, right ones and wrong ones (docs/language-model.md).

    python tools/weigh_answers.py ANNOTATED.jsonl [--every N]

ANNOTATED has readings in the contract's form that somebody else made, one a line (.gz too). Their claims are turned
into answers of a model, as they are and made wrong on purpose: another type, another doer of the same sentence, what is
denied or only planned told as done, and any word of the sentence taken for any happening. Prints, for each sort of
answer, how many happenings it proposes, how many of them the rules had read, how many claims are added of the proposed
type and of an open one (`other`), how many of those tell something as done, and how many of these name a doer.
"""

import argparse
import gzip
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from contested.acquire.inputs import report_from_text
from contested.coding.code import code
from contested.coding.events import ASSERTING
from contested.grounding.ground import ground
from contested.llm.question import roles, types
from contested.model.claim import Claim
from contested.model.grounding import Grounded
from contested.model.learned import Learned
from contested.model.parse import Parsed, Sentence
from contested.model.proposed import Proposal
from contested.model.report import Report
from contested.model.text import Span
from contested.parsing.parse import parse
from contested.parsing.segment import sentences

WORDS_TRIED = 4
"""Words of a sentence that are taken for a happening at random."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report read by the rules up to grounding, with what somebody else claims of it."""

    report: Report
    parsed: Parsed
    grounded: Grounded
    claims: list[dict[str, Any]]


Answer = Callable[[Annotated], Iterator[Proposal]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n\n")[0])
    parser.add_argument("annotated", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every Nth report")
    options = parser.parse_args()
    random.seed(0)
    found = list(annotated(options.annotated, options.every))
    print(f"{len(found)} reports")
    row = "{:24}{:>10}{:>8}{:>8}{:>8}{:>9}{:>8}"
    print(row.format("answers", "proposed", "known", "typed", "open", "as done", "a doer"))
    for name, answer in ANSWERS.items():
        print(row.format(name, *counted(found, answer)))


def annotated(path: Path, every: int) -> Iterator[Annotated]:
    """Every Nth report whose text is taken in unchanged."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][::every]
    for row in rows:
        report = report_from_text(row["text"], published=row["report"]["published_at"])
        if report.text == row["text"]:
            parts = sentences(report)
            parsed = parse(report.text, parts, range(len(parts)))
            yield Annotated(report, parsed, ground(report, parsed, Learned()), row["claims"])


def counted(found: list[Annotated], answer: Answer) -> tuple[int, ...]:
    """Proposed, known, claims of the type and of an open one, told as done, with a doer."""
    proposed = known = 0
    lent: list[Claim] = []
    for one in found:
        proposals = list(answer(one))
        coded = code(one.report, one.parsed, one.grounded, proposals=proposals)
        lent += [claim for claim in coded.claims if claim.method.startswith("llm")]
        proposed += len(proposals)
        known += coded.weighed.known if coded.weighed is not None else 0
    typed = sum(claim.type != "other" for claim in lent)
    done = [claim for claim in lent if is_done(claim)]
    named = sum("actor" in claim.roles or "controller" in claim.roles for claim in done)
    return proposed, known, typed, len(lent) - typed, len(done), named


def is_done(claim: Claim) -> bool:
    """Whether somebody says that it was done."""
    real = claim.polarity == "+" and claim.modality in ("actual", "ongoing")
    return real and claim.stance in (*ASSERTING, "accuses")


def as_annotated(one: Annotated) -> Iterator[Proposal]:
    """The annotated happenings, each with the verb or noun that heads its words."""
    for claim in one.claims:
        if claim.get("start") is None or claim["type"] not in types():
            continue
        sentence = sentence_at(one.parsed, claim["start"])
        quote = Span(claim["start"], min(claim["end"], sentence.end)) if sentence is not None else None
        head = heading(one.parsed, quote) if quote is not None else None
        if sentence is None or quote is None or head is None:
            continue
        yield Proposal(
            type=claim["type"],
            quote=quote,
            trigger=one.parsed.span(head, head),
            stance=claim["stance"],
            polarity=claim["polarity"],
            modality=claim["modality"],
            source=spoken(claim, sentence),
            roles=dict(cited(claim, sentence)),
        )


def heading(parsed: Parsed, quote: Span) -> int | None:
    """The first verb of the words, else the word that heads them."""
    inside = [t for t in parsed.tokens_in(*quote) if parsed.starts[t] >= quote.start]
    return next((t for t in inside if parsed.pos[t] == "VERB"), parsed.head_of(*quote))


def sentence_at(parsed: Parsed, at: int) -> Sentence | None:
    return next((s for s in parsed.sentences if s.parsed and s.start <= at < s.end), None)


def spoken(claim: dict[str, Any], sentence: Sentence) -> Span | None:
    """The words of the voice, where they stand in the same sentence."""
    voice = claim["voices"][-1]
    span = Span(voice["start"], voice["end"]) if voice.get("start") is not None else None
    return span if span is not None and sentence.span.covers(span) else None


def cited(claim: dict[str, Any], sentence: Sentence) -> Iterator[tuple[str, Span]]:
    for role, refs in (claim["roles"] or {}).items():
        if role in roles() and refs and refs[0].get("start") is not None:
            span = Span(refs[0]["start"], refs[0]["end"])
            if sentence.span.covers(span):
                yield role, span


def of_another_type(one: Annotated) -> Iterator[Proposal]:
    for proposal in as_annotated(one):
        yield replace(proposal, type=random.choice(sorted(types() - {proposal.type})))


def by_another_doer(one: Annotated) -> Iterator[Proposal]:
    """The same happenings, done by somebody else whom the sentence names."""
    for proposal in as_annotated(one):
        sentence = sentence_at(one.parsed, proposal.trigger.start)
        mine = proposal.roles.get("actor", Span(-1, -1))
        others = [m.span for m in one.grounded.mentions if m.entity and sentence and sentence.span.covers(m.span)]
        others = [span for span in others if not span.overlaps(mine)]
        if others and "actor" in proposal.roles:
            yield replace(proposal, roles={**proposal.roles, "actor": random.choice(others)})


def told_as_done(one: Annotated) -> Iterator[Proposal]:
    """What is denied, negative or not yet done, as if it had been done."""
    for proposal in as_annotated(one):
        if proposal.polarity == "-" or proposal.modality not in ("actual", "ongoing") or proposal.stance == "denies":
            yield replace(proposal, stance="asserts", polarity="+", modality="actual")


def any_word(one: Annotated) -> Iterator[Proposal]:
    """Any verb or noun as any happening, done by anybody whom the sentence names."""
    for sentence in one.parsed.sentences:
        words = [t for t in range(sentence.first, sentence.last) if one.parsed.pos[t] in ("VERB", "NOUN")]
        named = [m.span for m in one.grounded.mentions if m.entity and sentence.span.covers(m.span)]
        for word in random.sample(words, min(WORDS_TRIED, len(words))):
            doer = {"actor": random.choice(named)} if named else {}
            trigger = one.parsed.span(word, word)
            yield Proposal(random.choice(sorted(types())), sentence.span, trigger, roles=doer)


ANSWERS: dict[str, Answer] = {
    "as annotated": as_annotated,
    "of another type": of_another_type,
    "by another doer": by_another_doer,
    "not done, told as done": told_as_done,
    "any word as anything": any_word,
}

if __name__ == "__main__":
    main()
