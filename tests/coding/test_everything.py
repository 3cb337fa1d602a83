"""Under gate none what is told besides conflict is claimed as well; under gate conflict it is not."""

import contested
from contested import Claim, Reading

NEWS = (
    "Rebels shelled the town of Ndele on Monday, killing four soldiers. The parliament passed a budget on Tuesday. "
    "The finance minister refused to resign after protests. He may visit Lagos next week. "
    "The union demanded an end to the dispute, and nobody answered."
)


def told(reading: Reading) -> dict[str, Claim]:
    """The claims of type `other` by their trigger."""
    return {reading.text[slice(*c.trigger)]: c for c in reading.claims if c.type == "other" and c.trigger}


def read(gate: str = "none") -> Reading:
    reader = contested.Reader(gate="none" if gate == "none" else "conflict", published="2024-05-15")
    return reader.read(contested.acquire.inputs.report_from_text(NEWS, published="2024-05-15"))


def test_verbs_and_nouns_of_happening_are_claims() -> None:
    assert {"passed", "refused", "resign", "protests", "visit", "dispute"} <= set(told(read()))


def test_what_a_frame_tells_is_not_told_again() -> None:
    found = told(read())
    assert "shelled" not in found


def test_they_have_mood_roles_and_day() -> None:
    found = told(read())
    passed = found["passed"]
    assert (passed.kind, passed.modality, passed.polarity) == ("event", "actual", "+")
    assert [ref.text for ref in passed.roles["object"]] == ["a budget"]
    assert passed.when is not None
    assert passed.when.low == passed.when.high == "2024-05-14"
    assert (found["resign"].polarity, found["resign"].quote) == ("-", "to resign after protests")
    assert found["visit"].modality == "possible"
    assert found["protests"].commitment == "presupposed"


def test_nobody_is_no_actor() -> None:
    answered = told(read())["answered"]
    assert answered.polarity == "-"
    assert "actor" not in answered.roles


def test_what_a_demand_takes_for_granted_is_asserted() -> None:
    dispute = told(read())["dispute"]
    assert (dispute.stance, dispute.modality) == ("asserts", "actual")


def test_they_make_no_events() -> None:
    reading = read()
    assert all(event.type != "other" for event in reading.events)
    assert all(claim.event is None for claim in told(reading).values())


def test_the_gate_conflict_leaves_them_out() -> None:
    reading = read("conflict")
    assert reading.claims
    assert not told(reading)


def test_frame_claims_are_the_same_under_both_gates() -> None:
    def frames(reading: Reading) -> set[tuple[str, str | None]]:
        return {(claim.quote, claim.type) for claim in reading.claims if claim.method.startswith("frame:")}

    assert frames(read()) == frames(read("conflict"))


def test_a_saying_that_is_one_happening_is_one_claim() -> None:
    reading = contested.read("The minister said the dam may crack.", published="2024-05-15")
    assert [claim.method for claim in reading.claims] == ["happening:crack"]
