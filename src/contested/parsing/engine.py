"""Whether the encoder can be run here, and what it is given to read; nothing of it is loaded for that."""

import logging
import re
from functools import cache
from importlib.util import find_spec

from contested.lexicon.speech import noun_cues, verb_cues
from contested.model.parse import Parsed, Sentence
from contested.model.text import Span

log = logging.getLogger(__name__)
_QUOTED = re.compile("[\"“”„«»]|``|''")
MISSING = "onnxruntime is not installed: reading by rules alone, which finds fewer attributions and names"


@cache
def encoder_installed() -> bool:
    """Whether onnxruntime is there. If not, says so once in the log, which shows warnings on standard error."""
    found = find_spec("onnxruntime") is not None
    if not found:
        log.warning(MISSING)
    return found


def worth_reading(parsed: Parsed, gate: str) -> list[Span]:
    """The sentences for the encoder: under gate `none` all that were parsed, under `conflict` those where somebody may
    speak, by a verb or noun of saying or a quotation mark (seven words in ten of a conflict report).
    """
    read = [sentence for sentence in parsed.sentences if sentence.parsed]
    return [Span(s.start, s.end) for s in read if gate == "none" or _may_speak(parsed, s)]


def _may_speak(parsed: Parsed, sentence: Sentence) -> bool:
    if _QUOTED.search(parsed.text, sentence.start, sentence.end):
        return True
    return any(parsed.lemmas[i] in _cues(parsed.pos[i]) for i in range(sentence.first, sentence.last))


@cache
def _cues(pos: str) -> frozenset[str]:
    """Lemmas of verbs, or of nouns, of saying; nothing for other parts of speech."""
    if pos in ("VERB", "AUX"):
        return frozenset(word.split()[0] for word in verb_cues())
    return frozenset(noun_cues()) if pos == "NOUN" else frozenset()
