"""Claims of kind assessment: what a text judges, explains or foretells ("the deadliest attack since", "a heavy blow").

They make no events. The words are in data/lexicon/assessments.yml. A clause with people for its subject judges nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from contested.coding import arguments
from contested.coding.clauses import bare_span, plain_end, trimmed
from contested.coding.draft import Draft
from contested.coding.mood import mood
from contested.coding.saying import Said, Voices
from contested.coding.world import QUIET_BLOCKS, World
from contested.lexicon import word_set
from contested.lexicon.speech import verb_cues
from contested.model.claim import Modality, Stance
from contested.model.parse import Parsed
from contested.model.text import Span

FILE = "lexicon/assessments.yml"
SEEN = "lexicon/seen.yml"
LONGEST = 260
"""Code points of the longest such claim."""
_QUIET_BLOCKS = QUIET_BLOCKS | {"dateline"}
_UNREAL: frozenset[Stance] = frozenset({"demands", "hopes", "intends", "threatens"})
"""Stances whose content nobody says to be so."""
_ACTS: frozenset[Stance] = frozenset({"praises", "criticises"})
_BEING = frozenset({"be", "remain", "become", "stay"})
_VERBAL = frozenset({"VERB", "AUX"})
_POINTING = frozenset({"this", "that", "it", "which", "these", "those"})
_Finder = Callable[[World, int], int | None]
"""From a token to the verb or noun whose words are the assessment."""


def words(name: str) -> frozenset[str]:
    """A list of lexicon/assessments.yml."""
    return word_set(FILE, name)


def assessments(world: World, voices: Voices) -> Iterator[tuple[Draft, Said]]:
    """(draft, voice) pairs in text order; of several judgements in the same words one."""
    parsed, finders = world.parsed, _finders()
    done: set[int] = set()
    for token, lemma in enumerate(parsed.lemmas):
        for name, finder in finders.get(lemma, ()):
            head = finder(world, token)
            if head is None or head in done or not _is_told(world, token) or _is_asked(parsed, head):
                continue
            done.add(head)
            for said in voices.over(parsed.starts[token]):
                if said.stance not in _UNREAL:
                    yield _draft(world, head, name), _speaking(said, name)
            break


def _speaking(said: Said, name: str) -> Said:
    """The voice as it judges: who says that a toll will rise predicts it, whatever else is praised or condemned."""
    if name == "outlook" and said.stance in ("asserts", "explains"):
        return replace(said, stance="predicts")
    return replace(said, stance="asserts") if said.stance in _ACTS else said


def _is_told(world: World, token: int) -> bool:
    return world.block_kind(token) not in _QUIET_BLOCKS


def _is_asked(parsed: Parsed, head: int) -> bool:
    """Whether the clause hangs on a question: "it is not known if the raid was aimed at him"."""
    marks = {parsed.lower(m) for m in parsed.children(head, "mark")}
    return "whether" in marks or ("if" in marks and parsed.lemmas[parsed.heads[head]] in word_set(SEEN, "known"))


@cache
def _finders() -> dict[str, list[tuple[str, _Finder]]]:
    """What looks for an assessment, by the lemma that it looks from."""
    kinds: tuple[tuple[str, _Finder, tuple[str, ...]], ...] = (
        ("superlative", _superlative, ("happenings", "spells")),
        ("weight", _weighty_site, ("sites",)),
        ("weight", _has_weight, ("weights", "importance")),
        ("verdict", _verdict, ("verdicts",)),
        ("meaning", _meaning, ("means",)),
        ("effect", _effect, ("effects",)),
        ("state", _state, ("states", "changes")),
        ("usual", _usual, ("usual",)),
        ("judgement", _judgement, ("judgements",)),
        ("motive", _in_return, ("in_return", "avenging")),
        ("motive", _meant, ("meant", "aims")),
        ("motive", _purpose, ("purposes",)),
        ("cause", _cause, ("causes", "stems")),
        ("verdict", _hallmark, ("hallmarks", "parts")),
        ("outlook", _outlook, ("growing",)),
    )
    table: dict[str, list[tuple[str, _Finder]]] = {}
    for name, finder, lists in kinds:
        for lemma in {lemma for one in lists for lemma in words(one)}:
            table.setdefault(lemma, []).append((name, finder))
    return table


def _draft(world: World, head: int, name: str) -> Draft:
    parsed = world.parsed
    state = mood(parsed, head, head)
    span = trimmed(world.text, _span(parsed, head))
    told = parsed.deps[head] == "xcomp" and parsed.lemmas[parsed.heads[head]] in verb_cues()
    unreal = state.modality == "hypothetical" and not (told or name == "motive")
    modality: Modality = state.modality if unreal or state.modality != "hypothetical" else "actual"
    if name == "outlook" and modality == "actual":
        modality = "possible"
    return Draft("assessment", span, f"assessment:{name}", polarity=state.polarity, modality=modality)


def _span(parsed: Parsed, head: int) -> Span:
    """The clause or noun phrase; an aside keeps its relative clause ("a development that ...")."""
    if parsed.pos[head] in _VERBAL and parsed.deps[head] == "relcl" and parsed.deps[parsed.heads[head]] == "appos":
        head = parsed.heads[head]
    if parsed.pos[head] in _VERBAL:
        span = bare_span(parsed, head)
    elif parsed.deps[head] == "prep":
        span = Span(parsed.starts[head], plain_end(parsed, head))
    elif parsed.deps[head] == "appos":
        span = parsed.subtree_span(head)
    else:
        span = bare_span(parsed, head)
    return span if span.end - span.start <= LONGEST else bare_span(parsed, head)


def _clause_of(parsed: Parsed, noun: int) -> int:
    """The verb of which the noun is the complement ("is a blow", "dealt a blow"), else the noun itself."""
    top = noun
    while parsed.deps[top] == "pobj" and parsed.lower(parsed.heads[top]) in ("of", "among"):
        above = parsed.heads[top]
        if parsed.lower(above) == "of" and parsed.lemmas[parsed.heads[above]] not in words("one_of"):
            return noun
        top = parsed.heads[above] if parsed.deps[above] == "prep" else above
        if parsed.pos[top] in _VERBAL:
            return top
    above = parsed.heads[top]
    if parsed.deps[top] == "attr" and parsed.lemmas[above] in _BEING:
        return above
    if parsed.deps[top] == "dobj" and parsed.lemmas[above] in words("makes"):
        return above
    return top


def _is_of_people(world: World, verb: int) -> bool:
    """Whether people, a party or a paper is the subject: then the clause tells what they did, said or are."""
    parsed = world.parsed
    who = arguments.subject(parsed, verb)
    if who is None:
        return arguments.is_passive(parsed, verb)
    if parsed.pos[who] == "PRON":
        return parsed.lower(who) not in _POINTING
    if parsed.lemmas[who] in words("papers") or world.is_class(who, "people"):
        return parsed.lemmas[who] not in words("happenings")
    return False


def _superlative(world: World, noun: int) -> int | None:
    """ "The deadliest attack since", "some of the worst violence in months", "the first deaths since"."""
    parsed = world.parsed
    behind = {parsed.lower(c) for c in _after(parsed, noun)}
    if not behind & words("scopes"):
        return None
    head = _clause_of(parsed, noun)
    for word in parsed.children(noun, "amod"):
        if parsed.lower(word) in words("first"):
            return head if "since" in behind or (head != noun and parsed.lemmas[head] in _BEING) else None
        if parsed.tags[word] == "JJS" or any(parsed.tags[c] == "RBS" for c in parsed.children(word, "advmod")):
            return head
    return None


def _after(parsed: Parsed, noun: int) -> list[int]:
    """What hangs on the noun behind it, and the conjunctions of its clauses."""
    behind = [c for c in parsed.children(noun) if c > noun]
    return behind + [m for c in behind for m in parsed.children(c, "mark", "advmod")]


def _weighty_site(world: World, noun: int) -> int | None:
    """ "Is a key supply line", "Bor, a strategic town": said of a place."""
    parsed = world.parsed
    if not any(parsed.lemmas[c] in words("weighty") for c in parsed.children(noun, "amod", "compound")):
        return None
    if parsed.deps[noun] == "appos":
        return noun
    head = _clause_of(parsed, noun)
    return head if parsed.pos[head] in _VERBAL and not _is_of_people(world, head) else None


def _has_weight(world: World, token: int) -> int | None:
    """ "Is strategic", "has symbolic importance", "is of strategic value"."""
    parsed = world.parsed
    above = parsed.heads[token]
    if parsed.deps[token] == "acomp" and parsed.lemmas[above] in _BEING:
        urged = any(parsed.lower(c) == "it" for c in parsed.children(above, "nsubj"))
        return above if not urged and not _is_of_people(world, above) else None
    if parsed.lemmas[token] not in words("importance") or not parsed.children(token, "amod"):
        return None
    if parsed.deps[token] == "dobj" and parsed.lemmas[above] in ("have", "hold"):
        return above if not _is_of_people(world, above) else None
    return None


def _verdict(world: World, noun: int) -> int | None:
    """ "Is a heavy blow", "in a blow to the rebels", "constitutes a war crime"."""
    parsed = world.parsed
    head = _clause_of(parsed, noun)
    if head != noun:
        told = parsed.pos[head] in _VERBAL and arguments.subject(parsed, head) is not None
        return head if told and not _is_of_people(world, head) else None
    in_a = parsed.deps[noun] == "pobj" and parsed.lower(parsed.heads[noun]) == "in"
    some = any(parsed.lower(d) in ("a", "an") for d in parsed.children(noun, "det"))
    to = any(parsed.lower(p) in ("to", "for") for p in parsed.children(noun, "prep"))
    return noun if some and to and (in_a or parsed.deps[noun] == "appos") else None


def _meaning(world: World, verb: int) -> int | None:
    """ "The raid highlights the risk", "which marks a victory"; what people and papers show is no judgement."""
    parsed = world.parsed
    who = arguments.subject(parsed, verb) if _is_finite(parsed, verb) else None
    if who is None or not (parsed.lower(who) in _POINTING - {"it"} or parsed.lemmas[who] in words("happenings")):
        return None
    behind = parsed.children(verb, "dobj") or arguments.prepositional(parsed, verb, "to")
    return verb if behind else None


def _effect(world: World, verb: int) -> int | None:
    """ "Has heightened tensions", "raised fears of a war", "causing alarm"."""
    parsed = world.parsed
    if parsed.pos[verb] != "VERB" or parsed.deps[verb] == "pcomp" or _is_of_people(world, verb):
        return None
    what, who = arguments.patient(parsed, verb), arguments.subject(parsed, verb)
    if (
        what is None
        or parsed.lemmas[what] not in words("worked_on")
        or any(parsed.tags[a] == "TO" for a in parsed.children(verb, "aux"))
    ):
        return None
    if who is not None and parsed.lemmas[verb] in words("voicing") and parsed.lemmas[what] in words("voiced"):
        return verb if parsed.lower(who) in _POINTING or parsed.lemmas[who] in words("happenings") else None
    return verb


def _is_finite(parsed: Parsed, verb: int) -> bool:
    if parsed.pos[verb] != "VERB" or any(parsed.tags[a] == "TO" for a in parsed.children(verb, "aux")):
        return False
    return parsed.tags[verb] in ("VBZ", "VBP", "VBD") or bool(parsed.children(verb, "aux"))


def _state(world: World, token: int) -> int | None:
    """ "The situation remains tense", "conditions have worsened"; no patient's "condition is stable"."""
    parsed = world.parsed
    above = parsed.heads[token]
    if parsed.lemmas[token] in words("states"):
        if parsed.deps[token] != "acomp" or parsed.lemmas[above] not in _BEING:
            return None
        who = arguments.subject(parsed, above)
        ill = who is not None and parsed.tags[who] == "NN" and parsed.lemmas[who] == "condition"
        return above if who is not None and parsed.lemmas[who] in words("situations") and not ill else None
    who = arguments.subject(parsed, token) if parsed.pos[token] == "VERB" else None
    return token if who is not None and parsed.lemmas[who] in words("changing") else None


def _usual(world: World, token: int) -> int | None:
    """ "Such attacks are rare"."""
    parsed = world.parsed
    above = parsed.heads[token]
    if parsed.deps[token] != "acomp" or parsed.lemmas[above] not in _BEING:
        return None
    who = arguments.subject(parsed, above)
    return above if who is not None and parsed.lemmas[who] in words("happenings") else None


def _judgement(world: World, token: int) -> int | None:
    """ "The raid was unacceptable"."""
    parsed = world.parsed
    above = parsed.heads[token]
    if parsed.deps[token] != "acomp" or parsed.lemmas[above] not in _BEING or _is_of_people(world, above):
        return None
    return above


def _in_return(world: World, token: int) -> int | None:
    """ "In retaliation for", "to avenge": the phrase; not in what somebody only said in response."""
    parsed = world.parsed
    if parsed.lemmas[token] in words("avenging"):
        to = any(parsed.tags[a] == "TO" for a in parsed.children(token, "aux"))
        return token if to and parsed.children(token, "dobj") else None
    above = parsed.heads[token]
    if parsed.deps[token] != "pobj" or parsed.lower(above) != "in" or parsed.children(token, "det", "compound", "poss"):
        return None
    if parsed.lemmas[parsed.heads[above]] in verb_cues():
        return None
    return above if any(parsed.lower(p) in words("in_return_for") for p in parsed.children(token, "prep")) else None


def _meant(world: World, token: int) -> int | None:
    """ "Was meant to", "aimed at ending", "the aim of the raid was to", "with the aim of ending"."""
    parsed = world.parsed
    if parsed.pos[token] == "NOUN":
        above = parsed.heads[token]
        if parsed.deps[token] == "pobj" and parsed.lower(above) == "with":
            of = [c for p in parsed.children(token, "prep") for c in parsed.children(p, "pcomp")]
            return above if of else None
        to = parsed.deps[token] == "nsubj" and parsed.lemmas[above] == "be" and parsed.children(above, "xcomp", "ccomp")
        return above if to else None
    if parsed.tags[token] != "VBN" or parsed.lemmas[token] not in words("meant"):
        return None
    what = arguments.patient(parsed, token)
    if what is None or world.is_class(what, "people") or world.is_class(what, "weapon"):
        return None
    if parsed.deps[token] == "acl" and parsed.lemmas[what] not in words("deeds") | words("happenings"):
        return None
    at = [c for p in parsed.children(token, "prep") if parsed.lower(p) == "at" for c in parsed.children(p, "pcomp")]
    return token if at or parsed.children(token, "xcomp") else None


def _purpose(world: World, verb: int) -> int | None:
    """ "Shelled the market to punish the town": the infinitive, where it says what for and no plan."""
    parsed = world.parsed
    to = any(parsed.tags[a] == "TO" for a in parsed.children(verb, "aux"))
    not_for = parsed.children(verb, "neg")
    return verb if to and not not_for and parsed.deps[verb] == "advcl" and parsed.children(verb, "dobj") else None


def _cause(world: World, verb: int) -> int | None:
    """ "The fighting was sparked by a feud", "the crisis stems from the siege"."""
    parsed = world.parsed
    if parsed.pos[verb] != "VERB" or parsed.deps[verb] == "acl":
        return None
    if parsed.lemmas[verb] in words("stems"):
        what, why = arguments.subject(parsed, verb), arguments.prepositional(parsed, verb, "from")
    else:
        passive = arguments.is_passive(parsed, verb)
        what, why = arguments.patient(parsed, verb), [t for t in [arguments.subject(parsed, verb)] if passive and t]
    if what is None or not why or world.is_class(why[0], "people") or world.is_class(why[0], "weapon"):
        return None
    return verb if parsed.lemmas[what] in words("happenings") | words("worked_on") else None


def _hallmark(world: World, noun: int) -> int | None:
    """ "The raid bears the hallmarks of", "played a crucial part in"."""
    parsed = world.parsed
    above = parsed.heads[noun]
    if parsed.deps[noun] != "dobj":
        return None
    if parsed.lemmas[noun] in words("hallmarks"):
        return above if parsed.lemmas[above] in ("bear", "have", "carry") else None
    weighty = any(parsed.lemmas[c] in words("weighty") for c in parsed.children(noun, "amod"))
    return above if weighty and parsed.lemmas[above] == "play" else None


def _outlook(world: World, verb: int) -> int | None:
    """ "The toll could rise", "the number is expected to rise": the clause."""
    parsed = world.parsed
    above = parsed.heads[verb]
    hoped = parsed.deps[verb] == "xcomp" and parsed.lemmas[above] in words("expected")
    clause = above if hoped else verb
    if hoped and parsed.deps[clause] == "acomp":
        clause = parsed.heads[clause]
    who = arguments.subject(parsed, verb) if not hoped else parsed.child(clause, "nsubj", "nsubjpass")
    may = any(parsed.lower(a) in words("could") for a in parsed.children(verb, "aux"))
    return clause if (may or hoped) and who is not None and parsed.lemmas[who] in words("counts") else None
