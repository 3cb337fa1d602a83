"""What people died of, told behind it: "two were killed in Gao on Friday when police fired at a crowd".

The act is then the event, and it was where and when they died, unless it has a place or a day of its own.
"""

from contested.coding.frames import index
from contested.coding.world import World
from contested.lexicon import word_set

_FILE = "lexicon/where.yml"


def is_told_how(world: World, verb: int) -> bool:
    """Whether a clause behind the verb, or behind one joined to it, tells of the act that it came of."""
    verbs = (verb, *world.parsed.children(verb, "conj"))
    return any(_names_act(world, clause) for v in verbs for clause in world.parsed.children(v, "advcl") if clause > v)


def outcome_of(world: World, clause: int | None) -> set[int | None]:
    """The verbs of dying or being hurt that the clause tells the cause of ("was killed and two were hurt when ...")."""
    parsed = world.parsed
    if clause is None or parsed.deps[clause] != "advcl":
        return set()
    above = parsed.heads[clause]
    if above > clause or parsed.lemmas[above] not in word_set(_FILE, "outcomes") or not _is_linked(world, clause):
        return set()
    return {above, parsed.heads[above]} if parsed.deps[above] == "conj" else {above}


def _names_act(world: World, clause: int) -> bool:
    parsed = world.parsed
    if not _is_linked(world, clause):
        return False
    near = {parsed.lemmas[word] for word in parsed.children(clause, "dobj", "prep", "prt")}
    lemma = parsed.lemmas[clause]
    phrased = [frame for words, frame in index().phrases.get(lemma, ()) if near & set(words[1:])]
    return any(frame.kind == "event" for frame in (*index().verbs.get(lemma, ()), *phrased))


def _is_linked(world: World, clause: int) -> bool:
    parsed = world.parsed
    return any(parsed.lower(word) in word_set(_FILE, "how_links") for word in parsed.children(clause, "mark", "advmod"))
