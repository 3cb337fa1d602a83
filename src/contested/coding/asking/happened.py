"""Did it happen? Asked where a voice denies or confirms what another tells, and where opposed sides tell the same."""

from collections.abc import Iterator, Sequence

from contested.coding import parties
from contested.coding.asking.doubts import after, unconfirmed
from contested.coding.asking.labels import label, where
from contested.coding.asking.told import DENYING, REAL, Asked, Told
from contested.coding.asking.verdicts import independent, is_reporter, on_one_answer
from contested.coding.events import ASSERTING
from contested.coding.world import World
from contested.lexicon import yaml_data
from contested.model.claim import Claim
from contested.model.event import Event


def occurred(told: Told) -> Iterator[Asked]:
    """One question an event at most."""
    doubts = [(account, claim) for claim in told.claims if unconfirmed(told, claim) and (account := _last(told, claim))]
    for event, own in told.topics():
        no = [c for c in own if denies(c) and c.stance != "doubts" and not parties.of_itself(told.world, c)]
        yes = [c for c in own if _affirms(c)]
        if no:
            yes = [c for c in yes if c.type in {other.type for other in no}]
            if yes and len(independent(told.world, {"yes": yes, "no": no})) > 1:
                yield Asked(_about(event), "occurred", event.id, {"yes": yes, "no": no}, "contested")
        elif _both_sides(told.world, yes):
            yield Asked(_about(event), "occurred", event.id, {"yes": yes}, "agreed_by_adversaries")
        elif _confirmed(told.world, yes):
            yield Asked(_about(event), "occurred", event.id, {"yes": yes}, on_one_answer(told.world, yes))
        elif doubted := [doubt for account, doubt in doubts if account in yes]:
            yield Asked(_about(event), "occurred", event.id, {"yes": yes, "not confirmed": doubted}, "variance")


def _about(event: Event) -> str:
    if event.type == "casualties":
        return f"Was anybody killed or hurt{where(event)}?"
    if event.type.startswith(("damage.", "need.", "displacement.", "access.", "attack.property")):
        return f"Was there {label(event)}{where(event)}?"
    return f"Did the {label(event)}{where(event)} take place?"


def _affirms(claim: Claim) -> bool:
    return claim.stance not in DENYING and claim.polarity == "+" and claim.modality in REAL


def denies(claim: Claim) -> bool:
    """Whether a voice says that it was not so. Whether it was oneself is another question (doers.py)."""
    return claim.stance in DENYING or (claim.polarity == "-" and claim.stance in ASSERTING)


def _last(told: Told, doubt: Claim) -> Claim | None:
    """The account told last before the doubt, by another voice: the one that is doubted."""
    voiced = [c for c in told.claims if c.event and c.start < doubt.start and not is_reporter(told.world, c)]
    account = max(voiced, key=lambda claim: claim.start, default=None)
    return account if account is not None and after(told, account, doubt) else None


def _confirmed(world: World, yes: Sequence[Claim]) -> bool:
    """Whether a voice confirms what another tells, and it is no charge against anybody."""
    if any(claim.type not in yaml_data("lexicon/questions.yml")["told_by_both"] for claim in yes):
        return False
    confirming = [claim for claim in yes if claim.stance in ("confirms", "concedes") and len(claim.voices) > 1]
    voiced = [claim for claim in yes if not is_reporter(world, claim)]
    return bool(confirming) and len(independent(world, {"yes": voiced})) > 1


def _both_sides(world: World, yes: Sequence[Claim]) -> bool:
    """Whether opposed sides say that it happened, neither as a charge against the other."""
    if any(claim.type not in yaml_data("lexicon/questions.yml")["told_by_both"] for claim in yes):
        return False
    return parties.opposed(world, [claim for claim in yes if claim.stance in ASSERTING])
