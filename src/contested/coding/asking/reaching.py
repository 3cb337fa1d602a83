"""Was access given? Asked where two voices speak of aid workers' way into a place."""

from collections.abc import Iterator

from contested.coding.asking.labels import named
from contested.coding.asking.told import DENYING, REAL, Asked, Told
from contested.coding.asking.verdicts import independent, on_one_answer
from contested.model.claim import Claim

Groups = dict[str | int | float | None, list[Claim]]
_ANSWERS = {"access.granted": "yes", "access.denied": "no"}


def access(told: Told) -> Iterator[Asked]:
    """One question a place at most."""
    places: dict[str, list[Claim]] = {}
    for claim in told.claims:
        if claim.type in _ANSWERS and claim.place is not None and claim.modality in REAL:
            places.setdefault(claim.place.name, []).append(claim)
    for name, claims in places.items():
        if len({claim.voice.name for claim in claims}) < 2:
            continue
        groups: Groups = {}
        for claim in claims:
            groups.setdefault(_answer(claim), []).append(claim)
        event = next((claim.event for claim in claims if claim.event), None)
        contested = len(groups) > 1 and len(independent(told.world, groups)) > 1
        verdict = "contested" if contested else "variance" if len(groups) > 1 else on_one_answer(told.world, claims)
        yield Asked(f"Has aid been let into {named(name)}?", "occurred", event, groups, verdict)


def _answer(claim: Claim) -> str:
    answer = _ANSWERS[claim.type or ""]
    turned = claim.stance in DENYING or claim.polarity == "-"
    return {"yes": "no", "no": "yes"}[answer] if turned else answer
