"""The one place that knows the order of the stages: reports in, readings out; readings in, stories out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from contested.coding.code import Coded, code
from contested.coding.world import QUIET_BLOCKS
from contested.errors import SettingsError
from contested.grounding.ground import ground
from contested.llm.endpoint import LanguageModel
from contested.model.grounding import Attribution, Grounded
from contested.model.learned import Learned
from contested.model.parse import Parsed, Sentence
from contested.model.proposed import Asked
from contested.model.reading import Reading
from contested.model.reconciled import Decision, Reconciled
from contested.model.report import Report, Unreadable
from contested.parsing.casing import in_prose_case, restored
from contested.parsing.engine import encoder_installed, worth_reading
from contested.parsing.gate import wanted
from contested.parsing.parse import parse_batch
from contested.parsing.segment import sentences
from contested.reconciling.deciding import decided
from contested.reconciling.reconcile import reconcile
from contested.reconciling.tolls import Rule

if TYPE_CHECKING:
    from contested.llm.propose import Proposed

BATCH = 8
"""Reports parsed in one run of the parser: more is no faster (sentences are batched inside) and delays the first."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. `gate` none reads every sentence of every report; `processes` > 1 reads in parallel, order kept.

    `engine` learned asks the encoder as well as the rules, where onnxruntime is installed; rules asks rules alone; llm
    asks a language model besides both, which is then needed as `language_model`.
    """

    gate: Literal["conflict", "none"] = "conflict"
    engine: Literal["learned", "rules", "llm"] = "learned"
    processes: int = 1
    language_model: LanguageModel | None = None

    def __post_init__(self) -> None:
        if (self.engine == "llm") != (self.language_model is not None):
            raise SettingsError("the engine llm, and it alone, needs a language model: give its address and name")


DEFAULTS = ReadOptions()


def read_reports(reports: Iterable[Report | Unreadable], options: ReadOptions = DEFAULTS) -> Iterator[Reading]:
    """One reading a report, in order. An unreadable report becomes a reading that carries its error."""
    waiting = iter(reports)
    while batch := list(islice(waiting, BATCH)):
        yield from read_batch(batch, options)


def read_batch(batch: Iterable[Report | Unreadable], options: ReadOptions = DEFAULTS) -> list[Reading]:
    """As `read_reports`, all at once: the sentences of the whole batch go through the parser together."""
    plans = [(item, *_plan(item, options)) for item in batch]
    to_parse = [(cased.text, all_, few) for _, cased, all_, few in plans if cased is not None and few]
    parses = iter(parse_batch(to_parse))
    readings = []
    for item, cased, _, few in plans:
        if isinstance(item, Unreadable):
            readings.append(Reading(report=item))
        elif few and cased is not None:
            reading = _read(cased, next(parses), options)
            readings.append(reading if cased is item else _in_its_own_letters(reading, item))
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


def _plan(item: Report | Unreadable, options: ReadOptions) -> tuple[Report | None, tuple[Sentence, ...], set[int]]:
    """The report as it is to be read, its sentences and the indices of those to parse."""
    if isinstance(item, Unreadable):
        return None, (), set()
    found = sentences(item)
    few = wanted(item, found, gate=options.gate)
    cased = in_prose_case(item) if few else item
    if cased is not item:
        found = sentences(cased)
        few = wanted(cased, found, gate=options.gate)
    whole = few and options.language_model is not None  # the model may see what no word of the gate tells
    return cased, found, set(range(len(found))) if whole else few


def _in_its_own_letters(reading: Reading, report: Report) -> Reading:
    """The reading of a report that was read in other letters than its own."""
    own = replace(report, warnings=reading.report.warnings)
    return replace(reading, report=own, text=report.text, claims=restored(reading.claims, report.text))


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


def _proposed(report: Report, parsed: Parsed, options: ReadOptions) -> "Proposed | None":
    """What the language model proposes for the sentences that are the report's own; None where none is asked."""
    if options.language_model is None:
        return None
    from contested.llm.propose import propose

    own = [s.span for s in parsed.sentences if s.parsed and report.blocks[s.block].kind not in QUIET_BLOCKS]
    return propose(parsed.text, own, options.language_model)


def _read(report: Report, parsed: Parsed, options: ReadOptions) -> Reading:
    grounded = ground(report, parsed, _learned(parsed, options))
    proposed = _proposed(report, parsed, options)
    proposals = proposed.proposals if proposed is not None else None
    coded = code(report, parsed, grounded, in_full=options.gate == "none", proposals=proposals)
    asked = _settled(proposed.asked, coded) if proposed is not None else None
    return Reading(
        report=_warned(report, asked),
        text=report.text,
        blocks=report.blocks,
        entities=grounded.entities,
        mentions=grounded.mentions,
        times=grounded.times,
        attributions=_attributions(grounded),
        claims=coded.claims,
        events=coded.events,
        questions=coded.questions,
        language_model=asked,
    )


def _settled(asked: Asked, coded: Coded) -> Asked:
    """What asking came to, once the proposals have been weighed."""
    weighed = coded.weighed
    if weighed is None:
        return asked
    dropped = Counter(asked.dropped) + weighed.dropped
    return replace(asked, known=weighed.known, added=weighed.added, dropped=dict(dropped))


def _warned(report: Report, asked: Asked | None) -> Report:
    """The report, with a warning where the language model was to be asked and gave no answer."""
    if asked is None or asked.error is None:
        return report
    return replace(report, warnings=(*report.warnings, f"read without the language model: {asked.error}"))


def _attributions(grounded: Grounded) -> tuple[Attribution, ...]:
    """Voices and other attributions in text order, as their numbers are."""
    found = (*(saying.attribution for saying in grounded.sayings), *grounded.others)
    return tuple(sorted(found, key=lambda attribution: int(attribution.id[1:])))
