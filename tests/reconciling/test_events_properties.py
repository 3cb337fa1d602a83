"""What holds of the events of several reports whatever they tell."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from contested.export.check import problems
from contested.export.reconciled import to_dict
from contested.model.reading import Reading
from contested.pipeline import reconcile_claims
from tests.reconciling.test_events import ARMY, BAND, DOCTOR, dead, raid


def test_every_claim_reference_leads_somewhere() -> None:
    readings = [ARMY, BAND, DOCTOR]
    known = {(r.report.id, claim.id) for r in readings for claim in r.claims}
    for event in reconcile_claims(readings).events:
        refs = [*event.claims, *(ref for values in event.fields.values() for one in values for ref in one.claims)]
        refs += [ref for question in event.questions for position in question.positions for ref in position.claims]
        assert {(ref.report, ref.claim) for ref in refs} <= known
        assert problems(to_dict(event)) == []


def test_every_event_of_every_report_is_in_one_shared_event() -> None:
    readings = [ARMY, BAND, DOCTOR]
    found = [(ref.report, ref.claim) for event in reconcile_claims(readings).events for ref in event.claims]
    assert sorted(found) == sorted((r.report.id, claim.id) for r in readings for claim in r.claims)


PLACES, DAYS, TOLLS = ("Dahra", "Tell Sabha", None), ("2031-03-03", "2031-03-04", "2031-03-09"), (3, 4, 11)


@st.composite
def batches(draw: st.DrawFn) -> list[Reading]:
    found = []
    for number in range(draw(st.integers(1, 5))):
        place, day, toll = (draw(st.sampled_from(choices)) for choices in (PLACES, DAYS, TOLLS))
        voice = draw(st.sampled_from(["The army spokesman", "The Salt Road Front", "A nurse"]))
        found.append(raid(f"r{number}", f"Outlet {number}", "2031-03-10", dead(toll, voice), place=place, on=day))
    return found


@settings(max_examples=40, deadline=None)
@given(batches(), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(batch: list[Reading], order: random.Random) -> None:
    shuffled = list(batch)
    order.shuffle(shuffled)
    assert reconcile_claims(shuffled) == reconcile_claims(batch)


@settings(max_examples=20, deadline=None)
@given(batches())
def test_what_is_given_twice_counts_once(batch: list[Reading]) -> None:
    assert reconcile_claims([*batch, *batch]) == reconcile_claims(batch)
