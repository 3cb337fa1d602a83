"""What must not be told as fact, of the wrong party or at the wrong place. All sentences are our own."""

import pytest

from tests.coding.reading import DAY, figures, only, read, words


def test_a_massacre_committed_is_no_plan() -> None:
    (claim,) = only(read("Gunmen committed a massacre in the village of Bor on Monday."), "mass_killing")
    assert claim.modality == "actual"


def test_fighting_to_take_a_place_is_not_taking_it() -> None:
    claims = only(read("The army is fighting to recapture Homs."), "territory.government_gain", "control.held")
    assert all(claim.modality == "possible" for claim in claims)


def test_what_came_before_a_refusal_is_not_negated() -> None:
    reading = read("The ministry refuses to talk to them after 20 people were killed in clashes with rebels in Homs.")
    assert [claim.polarity for claim in only(reading, "battle.clash")] == ["+"]


def test_an_offensive_is_not_aimed_at_its_owner() -> None:
    reading = read("The rebels gave up their offensive against Aleppo on Monday.")
    assert not any("their" in words(claim, "target") for claim in reading.claims)


def test_a_country_before_embassy_is_no_place() -> None:
    reading = read("The bombing of the U.S. embassy in Nairobi on Monday killed nine people.")
    assert all(claim.place is None or claim.place.country == "KE" for claim in reading.claims)


def test_an_arrest_is_not_where_and_when_the_blast_was() -> None:
    reading = read("A man was arrested in connection with the bombings in Nairobi last year, police said.")
    arrests = only(reading, "detention")
    assert arrests
    assert all(claim.place is None and (claim.when is None or claim.when.high == DAY) for claim in arrests)


@pytest.mark.parametrize(
    "text", ["The death toll could reach 40 in Homs.", "Civilians may also have been injured in Homs."]
)
def test_a_count_that_may_be(text: str) -> None:
    assert {modality for _, modality, _ in figures(text)} == {"possible"}


@pytest.mark.parametrize("text", ["No group has claimed the attack.", "No group has admitted carrying out the attack."])
def test_nobody_is_no_voice_and_no_culprit(text: str) -> None:
    reading = read(f"A bomb killed nine people in Kano on Monday. {text}")
    assert all(len(claim.voices) == 1 and not words(claim, "actor") for claim in reading.claims)


def test_those_reported_missing_are_no_voice() -> None:
    (claim,) = [c for c in read("The number of fighters reported missing in Kano stands at 73.").claims if c.figure]
    assert claim.figure is not None and (claim.figure.measure, claim.figure.low) == ("missing", 73)
    assert len(claim.voices) == 1


def test_the_toll_so_far_of_a_raid_that_is_to_go_on() -> None:
    text = "The minister vowed to continue the offensive near Homs that has left 30 people dead."
    assert ("asserts", "actual", 30) in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this report gave 140 dead in the shelling of Bor; that was wrong.",
        "A previous version of the story said that 140 people were killed in Bor. That was incorrect.",
        "The original article wrongly stated that 140 people were killed in Bor.",
    ],
)
def test_a_corrected_count_is_taken_back(text: str) -> None:
    assert {stance for stance, _, low in figures(text) if low == 140} == {"retracts"}


def test_a_bomb_that_was_going_to_be_placed_has_not_gone_off() -> None:
    reading = read("Police believe that the bomb was going to be placed in a bank in Kano.")
    assert not any(claim.modality in ("actual", "ongoing") for claim in only(reading, "explosion.remote"))


def test_a_battalion_named_after_a_general_holds_no_office() -> None:
    reading = read("Three members of the General Pedro Salas Battalion were injured in clashes in Bor on Monday.")
    assert not [claim for claim in reading.claims if claim.kind == "role"]


def test_a_corrected_count_leaves_the_happening_standing() -> None:
    text = "An earlier version of this report gave 140 dead in the shelling of Bor; that was wrong."
    assert {claim.stance for claim in only(read(text), "strike.artillery")} <= {"asserts"}


@pytest.mark.parametrize("word", ["reports", "rumours", "allegations"])
def test_denied_reports_are_a_denial(word: str) -> None:
    reading = read(f"The ministry denied {word} that troops had shelled the village of Duma.")
    assert [claim.stance for claim in only(reading, "strike.artillery")] == ["denies"]
    assert [event.status for event in reading.events] == ["denied"]


def test_a_general_of_no_known_party_may_deny_what_troops_are_blamed_for() -> None:
    text = (
        "Troops shot dead five protesters in Cali, residents said. General Eduardo Rojas denied it and blamed rebels."
    )
    reading = read(text)
    assert [c.stance for c in only(reading, "protest.excessive_force")][:2] == ["asserts", "denies"]
    assert [event.status for event in reading.events] == ["contested"]


def test_men_accused_of_something_are_not_killed_by_hearsay() -> None:
    assert ("asserts", "actual", 59) in figures("Vigilantes lynched at least 59 men accused of gang links.")


def test_agencies_that_cite_one_source_are_one_voice() -> None:
    text = "Reuters and AP, both citing the health ministry in Sanaa, said 11 people had been killed in Taiz on Monday."
    reading = read(text)
    assert {claim.voices[-1].name for claim in reading.claims} == {"health ministry in Sanaa"}
    assert all(question.independent_voices == 1 for question in reading.questions)


def test_the_day_a_toll_rises_is_not_the_day_of_the_blast() -> None:
    reading = read(
        "The death toll from a suicide bombing outside Kabul airport rose to more than 170 on Tuesday, officials said."
    )
    assert [claim.when.low for claim in only(reading, "explosion.suicide") if claim.when] == [None]


def test_a_day_that_opens_the_sentence_dates_both_acts() -> None:
    reading = read("In 2014, gunmen stormed a school in Peshawar and killed 147 people, most of them children.")
    assert {claim.when.low for claim in reading.claims if claim.when} == {"2014-01-01"}


def test_between_two_days_is_all_of_them() -> None:
    reading = read("Between 1 January and 31 March 2024, at least 2,505 people were killed in violence in Haiti.")
    days = {(c.when.low, c.when.high) for c in reading.claims if c.figure is not None and c.when}
    assert days == {("2024-01-01", "2024-03-31")}


def test_the_dead_of_weeks_are_not_those_of_todays_raid() -> None:
    text = "At least 202 militants have been killed in three weeks of fighting in Marawi."
    (claim,) = [
        claim for claim in read(f"{text} On Tuesday troops shelled a mosque.").claims if claim.figure is not None
    ]
    assert claim.event is None


def test_the_first_dead_since_something_died_on_their_own_day() -> None:
    text = (
        "Three sailors were killed in a missile attack on a ship off Yemen on Monday, the navy said, "
        "the first deaths since the attacks began in November."
    )
    (claim,) = [claim for claim in read(text).claims if claim.figure is not None and claim.figure.measure == "killed"]
    assert (claim.when.low, claim.when.high) == ("2024-05-13", "2024-05-13")


@pytest.mark.parametrize("text", ["the attacks of September 11", "the September 11 attacks"])
def test_days_that_everybody_knows_by_their_attack(text: str) -> None:
    reading = read(f"Nearly 3,000 people were killed in {text}.")
    assert {claim.when.low for claim in reading.claims if claim.when} == {"2001-09-11"}


def test_an_accusation_kills_nobody() -> None:
    assert not figures("The army rejects accusations that it killed ten civilians in Tumaco.")
    assert ("asserts", "actual", 1) in figures("Two men were charged in the shooting death of a boy in Boston.")


def test_who_was_behind_a_blast_is_the_noun_of_the_relative_clause_and_not_who_says_so() -> None:
    reading = read(
        "Among the dead was a commander who was behind the bombing of a hotel in Kismayo, the ministry said."
    )
    assert all("the ministry" not in words(claim, "actor") for claim in reading.claims)


def test_whoever_foils_an_attack_makes_none() -> None:
    reading = read("The army said it foiled an attack on Djibo.")
    assert only(reading, "attack.foiled")
    assert not only(reading, "battle.offensive")


@pytest.mark.parametrize(
    "told", ["Chad, which denies backing the rebels, left the talks.", "Chad denied backing the rebels."]
)
def test_a_denial_of_support_is_no_praise(told: str) -> None:
    assert not only(read(told), "speech.praise")


def test_a_denial_in_a_relative_clause_is_of_what_follows_and_not_of_the_noun() -> None:
    (claim,) = only(read("Chad, which denied shelling Goma, left the talks."), "strike.artillery")
    assert claim.stance == "denies"


def test_denied_reports_are_denied_by_who_denies_them() -> None:
    text = "The army denied reports that 30 soldiers had been captured in Tessit."
    assert figures(text) == [("denies", "actual", 30)]


def test_who_owns_up_to_a_blast_says_nothing_of_its_toll() -> None:
    reading = read("Nine people were killed in twin car bombings in Beledweyne. Al-Shabaab claimed responsibility.")
    assert [(c.stance, len(c.voices)) for c in reading.claims if c.figure is not None] == [("asserts", 1)]
    owned = [c for c in only(reading, "explosion.remote") if c.stance == "claims"]
    assert [words(c, "actor") for c in owned] == [["Al-Shabaab"]]


def test_what_is_said_ends_where_somebody_else_has_the_word() -> None:
    text = "The minister said that troops had captured Humera, while the rebels' leader denied the claim."
    denied = [c for c in read(text).claims if c.stance == "denies"]
    assert denied
    assert all(len(c.voices) == 2 and "leader" in c.voices[-1].name for c in denied)


def test_since_when_a_town_is_held_is_no_period_of_a_toll() -> None:
    reading = read("A doctor was killed on Tuesday in Kherson, which Ukraine has held since November 2022.")
    (figure,) = [c for c in reading.claims if c.figure is not None]
    assert figure.when is not None
    assert figure.when.low == figure.when.high == "2024-05-14"


def test_a_title_written_as_one_word_is_no_half_name() -> None:
    reading = read("The Secretary-General condemned the attacks in Bamako.")
    assert all(not voice.name.startswith("-") for claim in reading.claims for voice in claim.voices)


def test_where_a_charge_says_when_it_was_is_no_charge() -> None:
    reading = read("Hamas accused the army of using civilians as human shields in previous raids.")
    assert not reading.events
    assert [claim.stance for claim in only(reading, "speech.accuse")] == ["accuses"]


def test_the_day_before_and_is_that_of_the_clause_before_it() -> None:
    text = "Israel says 1,200 people were killed in an attack on its towns that day and about 250 hostages were taken."
    reading = read(f"The war began on Oct. 7. {text}")
    assert {c.when.low for c in reading.claims if c.figure is not None and c.figure.value == 1200} == {"2023-10-07"}


def test_a_day_on_which_something_began_is_past() -> None:
    reading = read("The war began on Oct. 7.", published="2024-08-20")
    assert [claim.when.low for claim in only(reading, "conflict.onset")] == ["2023-10-07"]


def test_who_hosts_talks_is_no_party_to_them() -> None:
    (claim, *_) = only(read("Talks between Israel and Hamas hosted by Qatar opened in Doha."), "talks.meeting")
    assert "Qatar" not in words(claim, "actor")


def test_suicide_bombers_are_no_aircraft_and_what_they_did_is_told_once() -> None:
    reading = read("The agency said six suicide bombers had attacked a convoy, killing 40 soldiers.")
    assert [event.type for event in reading.events] == ["explosion.suicide"]


def test_a_ministry_that_speaks_of_it_speaks_of_itself() -> None:
    text = "India accused Islamabad of a raid. Pakistan's foreign office said it had always condemned violence."
    voices = [claim.voices[-1].name for claim in only(read(text), "speech.criticise")]
    assert "Indian government" not in voices


def test_all_over_a_country_is_in_none_of_its_towns() -> None:
    reading = read("The committees documented 63 martyrs across Syria on Saturday: 21 in Damascus, 17 in Homs.")
    assert {c.place.name for c in reading.claims if c.figure is not None and c.figure.value == 63} == {"Syria"}


def test_protests_in_a_headline_are_no_act_of_the_state() -> None:
    reading = read("Iran protests: live updates\n\nSecurity forces opened fire on protesters in Izeh on Monday.")
    assert not only(reading, "speech.criticise")


@pytest.mark.parametrize(
    "text", ["have offered a reward for Mr Salim's arrest", "have issued a warrant for the arrest of Mr Salim"]
)
def test_who_is_wanted_is_not_arrested(text: str) -> None:
    assert all(modality != "actual" for _, modality, _ in figures(f"Prosecutors {text}."))


def test_the_dead_of_the_fighting_before_are_not_those_of_the_taking() -> None:
    reading = read(
        "The army said its troops had forced the rebels out of Kibumba after two days of fighting "
        "in which 11 rebels and three soldiers died."
    )
    taken = {event.id for event in reading.events if event.type == "territory.government_gain"}
    assert taken
    assert not any(claim.event in taken for claim in reading.claims if claim.figure is not None)


def test_an_ambassador_is_not_received_in_his_own_country() -> None:
    (claim,) = only(read("President Kiir receives today the ambassador of France."), "talks.meeting")
    assert claim.place is None


def test_under_headings_that_name_countries_nothing_is_carried_over() -> None:
    reading = read(
        "Daily notes on the week\n\nSudan\n\nOn Friday a convoy was on the road to Nyala; 30 people were killed.\n\n"
        "Mali\n\nA mine hit a vehicle near Tessalit. It was the fourth such attack since 20 April. Nobody was hurt.\n"
    )
    mali = {claim.event for claim in reading.claims if claim.type == "battle.offensive"}
    assert not any(
        claim.event in mali for claim in reading.claims if claim.figure is not None and claim.figure.low == 30
    )


def test_the_dead_of_a_town_that_no_map_has_are_not_those_of_another() -> None:
    reading = read(
        "Troops were advancing on Axum on Friday. Monitors said that 60 civilians were hacked to death in Mai Kadrah. "
        "They blamed militia for the killings."
    )
    axum = {event.id for event in reading.events if event.place is not None and event.place.name == "Axum"}
    assert not any(claim.event in axum for claim in reading.claims if claim.figure is not None)


def test_the_dead_all_over_a_country_were_not_killed_in_the_next_raid() -> None:
    reading = read("The committees documented 63 martyrs across Syria on Saturday. Jets bombed the village of Dabaa.")
    assert [c.event for c in reading.claims if c.figure is not None and c.figure.value == 63] == [None]


def test_another_sum_beside_a_sum_of_days_is_no_toll_of_the_next_clash() -> None:
    text = (
        "At least 19 people have died in six days of protests, the ombudsman said. A rights group counted 31 deaths. "
        "In Cali, riot police clashed with demonstrators. Five people were killed."
    )
    assert all(len(q.positions) == 1 for q in read(f"Protests go on\n\n{text}").questions if q.slot == "killed")


def test_the_dead_of_others_are_not_those_of_what_is_denied() -> None:
    text = "At least 58 soldiers have been killed. A spokesman denied reports that foreign troops were fighting there."
    reading = read(text)
    denied = {event.id for event in reading.events if event.status == "denied"}
    assert not denied & {claim.event for claim in reading.claims if claim.figure is not None}


@pytest.mark.parametrize(
    "told", ["Rebels took the town of Sake on Tuesday", "Troops repelled an attack in the northern town of Sake"]
)
def test_the_town_of_a_name_is_not_the_one_of_the_dateline(told: str) -> None:
    reading = read(f"GOMA, DR Congo - {told}, residents said.")
    assert {event.place.name for event in reading.events if event.place is not None} <= {"Sake", "DR Congo"}


def test_a_base_is_not_where_the_dateline_is() -> None:
    reading = read(
        "Army says base was attacked\n\nBy Ali Kone\nOuagadougou, Burkina Faso, 14 October 2024\n\n"
        "The army said on Sunday it had repelled an attack by armed men on its base, killing about 50 of them.\n"
    )
    places = {event.place.name for event in reading.events if event.place is not None}
    assert "Ouagadougou" not in places


def test_who_reports_an_attack_has_not_made_it() -> None:
    for text in (
        "The governor of Homs had also reported the deadly attacks on a school.",
        "Protests followed the attack on a mosque in Herat.",
        "Police disrupted an attack on a bank in Lyon.",
    ):
        acts = [c for c in read(text).claims if (c.type or "").startswith(("battle", "attack.civ", "explosion"))]
        assert not [claim.roles["actor"] for claim in acts if "actor" in claim.roles]
