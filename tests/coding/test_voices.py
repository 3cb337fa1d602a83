"""Who says it, with which stance, and what the voices agree or differ on. All sentences are our own."""

from tests.coding.reading import names, one, only, read, words

SUDAN = (
    "The Sudanese army has denied bombing the hospital in Nyala. It accused the Rapid Support Forces of doing so. "
    "The Rapid Support Forces rejected the accusation."
)
PALMYRA = (
    "State TV and the rebels said on Monday that Syrian government forces had retaken Palmyra. "
    "State TV said many rebels had been killed. The rebels said they withdrew from Palmyra overnight."
)


def test_two_voices_make_two_claims() -> None:
    claims = only(read(PALMYRA), "territory.government_gain")
    assert len({claim.voice.name for claim in claims}) == 2


def test_what_speaks_against_oneself_is_conceded() -> None:
    stances = {claim.voice.name: claim.stance for claim in only(read(PALMYRA), "territory.government_gain")}
    assert "concedes" in stances.values()
    assert "asserts" in stances.values()


def test_adversaries_agree_on_who_holds_the_town() -> None:
    reading = read(PALMYRA)
    question = next(q for q in reading.questions if q.slot == "controller")
    assert question.verdict == "agreed_by_adversaries"
    assert question.independent_voices == 2


def test_two_accounts_of_one_end() -> None:
    question = next(q for q in read(PALMYRA).questions if q.slot == "how_it_ended")
    assert question.verdict == "contested"
    assert len(question.positions) == 2


def test_one_capture_however_often_told() -> None:
    text = (
        "Army captures Palmyra\n\nSyrian troops captured Palmyra on Monday. The capture of Palmyra is a blow to the "
        "rebels. After capturing Palmyra, the army moved east. The fall of the town surprised many."
    )
    events = [e for e in read(text).events if e.type == "territory.government_gain"]
    assert len(events) == 1
    assert len(events[0].mentions) >= 3


def test_two_towns_are_two_events() -> None:
    text = "Rebels seized the town of Rutshuru on Monday. Rebels seized the town of Kiwanja on Tuesday."
    assert len([e for e in read(text).events if e.type == "territory.rebel_gain"]) == 2


def test_a_denial_is_no_event() -> None:
    reading = read("The Ethiopian army denied shelling Mekelle.")
    claim = one(reading, "strike.artillery")
    assert claim.stance == "denies"
    assert claim.polarity == "+"
    assert claim.quote == "The Ethiopian army denied shelling Mekelle"
    assert [event.status for event in reading.events] == ["denied"]


def test_denial_accusation_and_its_rejection_meet_on_one_question() -> None:
    reading = read(SUDAN)
    told = [claim.stance for claim in reading.claims if claim.kind == "event" and claim.type != "other"]
    assert told == ["denies", "accuses", "rejects"]
    question = next(q for q in reading.questions if q.slot == "perpetrator")
    assert question.verdict == "contested"
    assert question.independent_voices == 2
    assert {position.value for position in question.positions} >= {"Rapid Support Forces", "not Rapid Support Forces"}


def test_the_merely_accused_are_no_actors_of_the_event() -> None:
    reading = read(SUDAN)
    assert all("Rapid Support Forces" not in names(reading, event.actors) for event in reading.events)


def test_nobody_denies_for_another() -> None:
    reading = read("Kenya accused al-Shabaab of shelling Mandera. Uganda denied the accusation.")
    assert not [claim for claim in reading.claims if claim.method == "echo:refuse"]


def test_the_narrator_stands_first() -> None:
    for claim in read(PALMYRA).claims:
        assert claim.voices[0].role == "narrator"


def test_hearsay_is_second_hand() -> None:
    claim = next(
        c
        for c in read('"There are reports of dozens of people wounded," a nurse said in El Fasher.').claims
        if c.figure
    )
    assert claim.commitment in ("second_hand", "hedged")


def test_unchecked_claims_are_marked() -> None:
    text = (
        "The rebels said they shot down a helicopter. They said they captured the town of Kadugli. "
        "The claim could not be independently verified."
    )
    marked = [claim.verification for claim in read(text).claims if "Kadugli" in claim.quote]
    assert marked
    assert set(marked) == {"unverified"}


def test_alongside_is_not_against() -> None:
    claim = one(
        read("Hezbollah confirmed that its fighters had joined battle with Syrian troops in Palmyra."), "battle.clash"
    )
    assert not words(claim, "target")


def test_the_accused_did_it_and_not_the_accuser() -> None:
    reading = read("The Sudanese army accused the Rapid Support Forces of carrying out the attack on Nyala.")
    claim = one(reading, "battle.offensive")
    assert claim.stance == "accuses"
    assert words(claim, "actor") == ["Rapid Support Forces"]


def test_a_pretext_for_a_charge_is_no_charge() -> None:
    text = "The general said the aim was to find a pretext for accusing Syria of using chemical weapons. He left."
    assert not [c for c in only(read(text), "chemical") if c.voice.role == "narrator"]


def test_who_cites_and_who_is_cited_are_one_chain() -> None:
    reading = read("Local radio reported that 12 farmers had been abducted, citing police.")
    voices = {tuple(voice.name for voice in claim.voices[1:]) for claim in reading.claims}
    assert voices == {("Local radio", "police")}


def test_a_dash_parts_place_and_voice() -> None:
    reading = read("Shells fell on Kidal - residents")
    assert all(mention.end - mention.start <= len("residents") for mention in reading.mentions)
