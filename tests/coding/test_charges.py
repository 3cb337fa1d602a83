"""Who is charged with a deed, denies it or owns up to it. All sentences are our own."""

import pytest

from contested import Claim, Reading
from tests.coding.reading import names, only, read

# sentence · stance · voice · type · who did it ("-" where nobody is named)
CHARGES = """
The Front said it was behind Monday's ambush near Kidal. · claims · Front · battle.offensive · it
The Houthis said they were behind the missile attack on Eilat. · claims · Houthis · strike.artillery · they
A branch of al-Qaeda claimed Sunday's bombing in Gao. · claims · Qaeda · explosion.remote · branch of al-Qaeda
Responsibility for the ambush near Diffa was claimed by Boko Haram. · claims · Boko Haram · battle.offensive · Haram
Rebels admitted killing two teachers in Cauca in March. · concedes · rebels · attack.civilians · Rebels
The army denied any role in the killing of the bishop in Lira. · denies · army · attack.civilians · army
Hezbollah denied being behind the rocket attack on Haifa. · denies · Hezbollah · strike.artillery · Hezbollah
The junta denied having bombed the camp near Loikaw. · denies · junta · strike.air · junta
The Front rejected the charge that it had shelled the market in Bria. · denies · Front · strike.artillery · it
The Libyan army said the drone strike in Murzuq was not its doing. · denies · Libyan army · strike.air · army
Ruiz holds the National Front responsible for the assassination of the minister. · accuses · Ruiz · execution · Front
Officials attribute the bombing in Leon to drug traffickers. · accuses · Officials · explosion.remote · traffickers
Sudan accused Chad of massacring nomads near Tine. · accuses · Sudan · mass_killing · Chad
The army is accused by residents of killing 30 herders near Bria. · accuses · residents · attack.civilians · army
The mayor accused the Front of being behind the bombing in Tarin. · accuses · mayor · explosion.remote · Front
Police blamed a drug cartel for the car bomb that killed two men in Leon. · accuses · police · explosion.remote · cartel
Armenia and Azerbaijan traded blame for the shelling of Goris. · accuses · Armenia · strike.artillery · Azerbaijan
Armenia and Azerbaijan traded blame for the shelling of Goris. · accuses · Azerbaijan · strike.artillery · Armenia
Sudan and Chad accused each other of bombing the well at Tine. · accuses · Chad · strike.air · Sudan
"""


def _rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("·")] for line in CHARGES.strip().splitlines()]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row[0][:50]} {row[2]}")
def test_who_did_it_is_what_the_voice_says(row: list[str]) -> None:
    text, stance, voice, type_, doer = row
    reading = read(text)
    found = [c for c in only(reading, type_) if c.stance == stance and _is_by(reading, c, voice)]
    assert any(doer in ref.text for claim in found for ref in claim.roles.get("actor", ())), reading.claims
    assert all(claim.polarity == "+" for claim in found)


@pytest.mark.parametrize(
    "row", [r for r in _rows() if r[1] in ("denies", "rejects", "accuses")], ids=lambda r: r[0][:60]
)
def test_who_is_only_accused_or_denies_it_did_not_do_it(row: list[str]) -> None:
    assert not [actor for event in read(row[0]).events for actor in event.actors]


def _is_by(reading: Reading, claim: Claim, voice: str) -> bool:
    bodies = {key for key in (claim.voice.entity, claim.voice.for_) if key is not None}
    known = {claim.voice.name, *names(reading, bodies)}
    start, end = claim.voice.start or 0, claim.voice.end or 0
    return any(voice.lower() in name.lower() for name in (*known, reading.text[start:end]))


def test_what_one_denies_a_part_in_has_happened() -> None:
    reading = read("The army denied any role in the killing of the bishop in Lira.")
    assert [event.status for event in reading.events] == ["reported"]
    assert {claim.stance for claim in reading.claims if claim.figure} == {"asserts"}


def test_nobody_who_claimed_it_did_it() -> None:
    reading = read("No group has claimed the bombing of the mosque in Hangu.")
    assert not [actor for event in reading.events for actor in event.actors]


@pytest.mark.parametrize(
    ("saying", "stance"),
    [
        ('"It was not us," a spokesman for the Levant Front said.', "denies"),
        ('"We did not do it," said a spokesman for the Levant Front.', "denies"),
        ("The Levant Front denied any involvement.", "denies"),
        ("The Levant Front denied it had a hand in it.", "denies"),
        ("The Levant Front said it had nothing to do with it.", "denies"),
        ("The Levant Front said it was behind it.", "claims"),
        ("The Levant Front claimed the operation.", "claims"),
        ("The Levant Front said the army had done it.", "accuses"),
    ],
)
def test_a_deed_told_before_needs_no_word_of_its_own(saying: str, stance: str) -> None:
    reading = read(f"A car bomb killed nine people in Aleppo on Monday. {saying}")
    (charge,) = [claim for claim in only(reading, "explosion.remote") if claim.stance == stance]
    assert charge.event == reading.events[0].id
    assert charge.quote in saying
    assert ("army" in charge.roles["actor"][0].text) == (stance == "accuses")
    assert reading.events[0].status == "reported"


@pytest.mark.parametrize(
    "text",
    [
        'The rebels said in a statement: "We did not attack the convoy of the Red Cross in Bor."',
        "The army said its jets had not bombed the camp near Loikaw.",
        "The Front said it had never used chlorine in Saraqib.",
    ],
)
def test_who_says_that_his_side_did_not_do_it_denies_it(text: str) -> None:
    reading = read(text)
    assert [(c.stance, c.polarity) for c in reading.claims if c.event] == [("denies", "+")]
    assert [event.status for event in reading.events] == ["denied"]


def test_what_somebody_else_did_not_do_is_no_denial() -> None:
    reading = read("The doctor said the rebels had not attacked the clinic in Bor.")
    assert {claim.stance for claim in reading.claims} == {"asserts"}


def test_what_one_is_not_to_do_is_no_deed() -> None:
    reading = read('"Even while we fight we are taught not to kill a child," the Hill Front said in a statement.')
    assert not only(reading, "attack.civilians")


@pytest.mark.parametrize(
    "text",
    [
        "Syria described the reports its army had used chemical weapons as completely untrue.",
        "Sudan called claims that its jets had bombed Yida baseless.",
        "The general called the claim that his troops had executed prisoners in Jaffna a lie.",
        "The Sudanese army said it was untrue that its men had shot protesters in Omdurman.",
        '"At no time did we bomb populated areas," a spokesman for the Sudanese army said.',
        "The Sudanese government and its allies have denied bombing hospitals in the campaign.",
    ],
)
def test_what_is_called_false_is_denied(text: str) -> None:
    reading = read(text)
    assert {claim.stance for claim in reading.claims if claim.event or claim.figure} == {"denies"}
    assert all(event.status == "denied" and not event.actors for event in reading.events)


@pytest.mark.parametrize(
    "text",
    [
        "An attack in Ansongo on Monday, claimed by al-Qaeda, killed nine soldiers.",
        "Bomb blasts claimed by Islamic State hit the town of Gao on Monday.",
    ],
)
def test_an_attack_claimed_by_somebody_is_told_and_claimed(text: str) -> None:
    reading = read(text)
    assert {claim.stance for claim in reading.claims if claim.kind == "event" and claim.event} == {"asserts", "claims"}
    assert [question.verdict for question in reading.questions if question.slot == "perpetrator"] == ["admitted"]


def test_the_regime_is_never_the_state_of_him_who_speaks() -> None:
    reading = read("France said the regime had used sarin in at least two places.")
    assert {claim.stance for claim in only(reading, "chemical")} == {"accuses"}
    assert all(not event.actors for event in reading.events)
    assert not [question for question in reading.questions if question.verdict == "admitted"]


def test_a_charge_answered_in_a_relative_clause_has_its_own_voice() -> None:
    reading = read("Azerbaijan accused Armenia of firing at its posts near Tovuz overnight, a charge Yerevan rejected.")
    said = [(claim.stance, len(claim.voices)) for claim in reading.claims if claim.event]
    assert said == [("accuses", 2), ("rejects", 2)]
    assert [question.verdict for question in reading.questions] == ["contested"]


@pytest.mark.parametrize(
    "text",
    [
        "Investigators said they had found no evidence that sarin was used in Douma.",
        "There is no proof that rebels shelled the school in Bor.",
    ],
)
def test_of_what_there_is_no_evidence_is_not_told_as_a_fact(text: str) -> None:
    assert not read(text).events


def test_reports_that_do_not_correspond_to_reality_are_denied() -> None:
    text = "The Armenian army said reports about the shelling of Ganja by its forces do not correspond to reality."
    reading = read(text)
    assert {claim.stance for claim in only(reading, "strike.artillery")} == {"denies"}
    assert all(not event.actors for event in reading.events)
