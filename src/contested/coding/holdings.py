"""Who holds a place, where the words of a change say so: who "took control of" a town holds it, by that voice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from contested.coding.draft import Draft
from contested.coding.saying import Said

_GAINS = frozenset({"territory.government_gain", "territory.rebel_gain"})


def holdings(told: Iterable[tuple[Draft, Said]]) -> Iterator[tuple[Draft, Said]]:
    """A control claim beside each change of control that is said to be complete and names who and where."""
    for draft, said in told:
        if draft.type not in _GAINS or draft.modality != "actual" or draft.polarity != "+":
            continue
        actor = draft.roles.get("actor")
        if actor and draft.place is not None:
            roles = {"controller": actor} | ({"previous": draft.roles["previous"]} if "previous" in draft.roles else {})
            yield replace(draft, kind="control", type="control.held", roles=roles, method=draft.method + ":holds"), said
