"""The one place that knows the order of the stages: reports in, readings out; readings in, stories out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from contested.coding.code import code
from contested.grounding.ground import ground
from contested.model.grounding import Attribution, Grounded
from contested.model.learned import Learned
from contested.model.parse import Parsed, Sentence
from contested.model.reading import Reading
from contested.model.reconciled import Decision, Reconciled
from contested.model.report import Report, Unreadable
from contested.parsing.engine import encoder_installed, worth_reading
from contested.parsing.gate import wanted
from contested.parsing.parse import parse_batch
from contested.parsing.segment import sentences
from contested.reconciling.deciding import decided
from contested.reconciling.reconcile import reconcile
from contested.reconciling.tolls import Rule

BATCH = 8
"""Reports parsed in one run of the parser: more is no faster (sentences are batched inside) and delays the first."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. `gate` none reads every sentence of every report; `processes` > 1 reads in parallel, order kept.

    `engine` learned asks the encoder as well as the rules, where onnxruntime is installed; rules asks rules alone.
    """

    gate: Literal["conflict", "none"] = "conflict"
    engine: Literal["learned", "rules"] = "learned"
    processes: int = 1


DEFAULTS = ReadOptions()


def read_reports(reports: Iterable[Report | Unreadable], options: ReadOptions = DEFAULTS) -> Iterator[Reading]:
    """One reading a report, in order. An unreadable report becomes a reading that carries its error."""
    waiting = iter(reports)
    while batch := list(islice(waiting, BATCH)):
        yield from read_batch(batch, options)


def read_batch(batch: Iterable[Report | Unreadable], options: ReadOptions = DEFAULTS) -> list[Reading]:
    """As `read_reports`, all at once: the sentences of the whole batch go through the parser together."""
    plans = [(item, *_plan(item, options)) for item in batch]
    to_parse = [(item.text, all_, few) for item, all_, few in plans if isinstance(item, Report) and few]
    parses = iter(parse_batch(to_parse))
    readings = []
    for item, _, few in plans:
        if isinstance(item, Unreadable):
            readings.append(Reading(report=item))
        elif few:
            readings.append(_read(item, next(parses), options))
        else:
            readings.append(Reading(report=item, text=item.text, blocks=item.blocks))
    return readings


def reconcile_claims(
    readings: Iterable[Reading], rule: Rule = "default", decisions: Sequence[Decision] = ()
) -> Reconciled:
    """What the readings of many reports tell together, in an order of its own; `rule` says how counts give one best.

    `decisions` join and split what the rules have made of the happenings.
    """
    if not decisions:
        return reconcile(readings, rule)
    kept = list(readings)
    return decided(kept, reconcile(kept, rule), decisions, rule)


def _plan(item: Report | Unreadable, options: ReadOptions) -> tuple[tuple[Sentence, ...], set[int]]:
    """The report's sentences and the indices of those to parse."""
    if isinstance(item, Unreadable):
        return (), set()
    found = sentences(item)
    return found, wanted(item, found, gate=options.gate)


def _learned(parsed: Parsed, options: ReadOptions) -> Learned:
    """What the encoder finds in the sentences worth it; nothing, and nothing loaded, where rules read alone.

    Each report by itself: int8 sums depend a little on what else is in the batch, and a reading must not.
    """
    if options.engine == "rules" or not encoder_installed():
        return Learned()
    spans = worth_reading(parsed, options.gate)
    if not spans:
        return Learned()
    from contested.parsing.learned import read_spans

    return read_spans(parsed.text, spans)


def _read(report: Report, parsed: Parsed, options: ReadOptions) -> Reading:
    grounded = ground(report, parsed, _learned(parsed, options))
    coded = code(report, parsed, grounded, in_full=options.gate == "none")
    return Reading(
        report=report,
        text=report.text,
        blocks=report.blocks,
        entities=grounded.entities,
        mentions=grounded.mentions,
        times=grounded.times,
        attributions=_attributions(grounded),
        claims=coded.claims,
        events=coded.events,
        questions=coded.questions,
    )


def _attributions(grounded: Grounded) -> tuple[Attribution, ...]:
    """Voices and other attributions in text order, as their numbers are."""
    found = (*(saying.attribution for saying in grounded.sayings), *grounded.others)
    return tuple(sorted(found, key=lambda attribution: int(attribution.id[1:])))
