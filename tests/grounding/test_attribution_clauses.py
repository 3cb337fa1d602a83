"""Whose clause it is: voices side by side, words that go on behind "he said", counts, and what is not said at all."""

import pytest

from tests.grounding.test_attribution import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The junta says the convoy was attacked near Gao; the separatists say it was never there.",
            [("The junta", "the convoy was attacked near Gao"), ("the separatists", "it was never there")],
        ),
        (
            "Kyiv said nine drones were shot down over Sumy; Moscow said all of them had hit their targets.",
            [
                ("Kyiv", "nine drones were shot down over Sumy"),
                ("Moscow", "all of them had hit their targets"),
            ],
        ),
        (
            "The militia says two guards were beaten in Goma; we have found nobody who saw it.",
            [("The militia", "two guards were beaten in Goma")],
        ),
        (
            "The minister said the bridge was intact; it had been shelled twice.",
            [("The minister", "the bridge was intact; it had been shelled twice")],
        ),
    ],
)
def test_a_semicolon_parts_voices(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(source, content) for source, _, content in shown(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sudanese radio says so, farmers in Gezira say so.",
        "The governor said so, and the rebels said so too.",
    ],
)
def test_so_is_no_content(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The army did not say whether the village had been taken.",
        "The police have not confirmed who planted the mine.",
        "Officials in Bamako did not say how many people were in the lorry.",
    ],
)
def test_a_question_left_open_is_nobodys_claim(text: str) -> None:
    assert shown(text) == []


def test_would_say_only_is_said() -> None:
    (found,) = shown("The consul would say only that talks on the hostages went on.")
    assert found[0] == "The consul"
    assert found[2].endswith("talks on the hostages went on")
    assert shown("The consul would say that talks went on.") == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Its men crossed the Benue at night, the militia said, and burned three barns.",
            "the militia",
            "Its men crossed the Benue at night ... and burned three barns",
        ),
        (
            "The mortar struck a bakery, the mayor said, and wounded a boy.",
            "the mayor",
            "The mortar struck a bakery ... and wounded a boy",
        ),
        ("The road was open again, the driver said, and walked off.", "the driver", "The road was open again"),
        ('"The road is open," the driver said, and a boy ran past.', "the driver", '"The road is open,"'),
    ],
)
def test_a_second_verb_behind_a_parenthesis(text: str, source: str, content: str) -> None:
    assert [(s, c) for s, _, c in shown(text)] == [(source, content)]


def test_words_behind_an_inverted_speaker_are_about_her() -> None:
    text = '"We ate grass for a week," said Amina, a nurse who fled El Fasher with her three girls, aged two to seven.'
    assert [c for _, _, c in shown(text)] == ['"We ate grass for a week,"']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nurses at the clinic counted 14 dead.",
            ("Nurses at the clinic", "count", "14 dead"),
        ),
        (
            "The governor put the number of villagers killed at no fewer than 30.",
            ("The governor", "put at", "the number of villagers killed at no fewer than 30"),
        ),
        (
            "The ministry spoke of more than 200 rebels killed near Buenaventura.",
            ("The ministry", "speak of", "more than 200 rebels killed near Buenaventura"),
        ),
        (
            "Residents talked of dozens of bodies in the market.",
            ("Residents", "talk of", "dozens of bodies in the market"),
        ),
        (
            "Two teachers told us of a burnt bus.",
            ("Two teachers", "tell of", "a burnt bus"),
        ),
        (
            "The analyst thinks between 40 and 60 soldiers were lost.",
            ("The analyst", "think", "between 40 and 60 soldiers were lost"),
        ),
    ],
)
def test_counts_have_voices(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "The general put troops at the border.",
        "The mayor put lives at risk.",
        "The rebels counted on allies in two villages.",
        "The clerk counted the ballots.",
    ],
)
def test_no_count_no_voice(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The special envoy of the African Union and the Security Council said it would rain.", 1),
        ("The mayor of Tripoli and the rebels said the airport had closed.", 2),
        ("The leader of the union and the police say the airport has closed.", 2),
    ],
)
def test_one_person_of_two_bodies(text: str, sources: int) -> None:
    assert len(shown(text)) == sources


@pytest.mark.parametrize(
    ("text", "sources", "content"),
    [
        (
            "Government troops have left Bakhmut, public radio and the separatists said on Friday.",
            ["public radio", "the separatists"],
            "Government troops have left Bakhmut",
        ),
        (
            "Two gunmen were shot dead in Cali, police and a hospital said.",
            ["police", "a hospital"],
            "Two gunmen were shot dead in Cali",
        ),
    ],
)
def test_sources_joined_behind_a_comma(text: str, sources: list[str], content: str) -> None:
    found = shown(text)
    assert [s for s, _, _ in found] == sources
    assert {c for _, _, c in found} == {content}


def test_one_of_them_speaks() -> None:
    assert ("One of them, Colonel Traore", "threaten", "to shell the airport") in shown(
        "One of them, Colonel Traore, threatened to shell the airport."
    )
    assert shown("One of the rockets threatened to explode.") == []


def test_that_which_somebody_reported() -> None:
    assert ("state radio", "report", "the mass escape") in shown(
        "We saw no sign of the mass escape that state radio reported."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A mine killed four herders, navy spokeswoman Lt Aye Mon said.",
            ("navy spokeswoman Lt Aye Mon", "A mine killed four herders"),
        ),
        (
            "Two depots burned down in Odesa, the press office of the ministry of transport said on Sunday.",
            ("the press office of the ministry of transport", "Two depots burned down in Odesa"),
        ),
        (
            "The well had been poisoned, a police officer at the camp said.",
            ("a police officer at the camp", "The well had been poisoned"),
        ),
        (
            "Doctor Hassan al-Masri a surgeon in Taiz said he had treated nine cases.",
            ("Doctor Hassan al-Masri a surgeon in Taiz", "he had treated nine cases"),
        ),
    ],
)
def test_a_source_is_whole(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(source, content) for source, _, content in shown(text)]


def test_a_question_somebody_asked_is_not_the_next_speakers() -> None:
    text = (
        'A rebel envoy said: "We sent them flour. Why would we burn it now?" Camp doctor Ana Ruiz said she had no idea.'
    )
    assert ("Camp doctor Ana Ruiz", "say", "she had no idea") in shown(text)


def test_a_question_with_its_asker_behind_it() -> None:
    (found,) = shown('"Who will pay for all of these houses?" the grocer asked.')
    assert found[0] == "the grocer"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fighters took the airfield, Kyodo and the junta said on Friday.",
            [("Kyodo", "Fighters took the airfield"), ("the junta", "Fighters took the airfield")],
        ),
        (
            "Two barges sank, coast guard press office director Navy Capt. Luz Marin said today.",
            [("coast guard press office director Navy Capt. Luz Marin", "Two barges sank")],
        ),
        (
            "Early Sunday General Otieno said the pass was open.",
            [("General Otieno", "the pass was open")],
        ),
        (
            "The monitor says the shelling began in Kadugli on Friday and continued into the night.",
            [("The monitor", "the shelling began in Kadugli on Friday and continued into the night")],
        ),
    ],
)
def test_days_and_titles_around_a_source(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(source, content) for source, _, content in shown(text)] == expected


def test_a_second_verb_of_saying_is_the_speakers() -> None:
    text = "Colonel Deng said the navy was not responsible for the raid and accused Chad of withholding the films."
    assert [(source, cue) for source, cue, _ in shown(text)] == [("Colonel Deng", "say"), ("Colonel Deng", "accuse")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine miners died when gunmen raided a camp near Lower Kivu, the provincial governor, Odile Manda, said.",
            (
                "the provincial governor, Odile Manda",
                "Nine miners died when gunmen raided a camp near Lower Kivu",
            ),
        ),
        (
            "The Lake Guard overran the well on Sunday, its spokesman Adel Morro said, and the company confirmed it.",
            ("its spokesman Adel Morro", "The Lake Guard overran the well on Sunday"),
        ),
    ],
)
def test_an_office_before_a_name_is_the_sources(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(source, content) for source, _, content in shown(text)]


def test_as_well_as_goes_on_with_the_clause() -> None:
    text = "The raid killed six children, according to the Red Crescent as well as three nurses from the camp."
    assert [source for source, _, _ in shown(text)] == ["the Red Crescent"]


def test_who_begins_something_has_not_spoken() -> None:
    text = '"The push has made a lot of progress since Monday." The army began its assault on Sennar in May.'
    assert shown(text) == []


def test_a_second_verb_behind_a_quotation_mark_keeps_its_subject() -> None:
    text = 'An official in Goma spoke of "several thousand" new arrivals but said nobody was counting them.'
    assert {source for source, _, _ in shown(text)} == {"An official in Goma"}


def test_the_name_behind_an_office_is_part_of_the_source() -> None:
    text = "That makes nine funerals this week, according to the undertaker, Samir Aziz, who keeps a list."
    assert shown(text) == [("the undertaker, Samir Aziz", "according to", "That makes nine funerals this week")]


def test_whom_and_how_it_was_told_is_not_what_was_told() -> None:
    text = "The militia has told us in writing that it would not stop the ferry."
    assert [content for _, _, content in shown(text)] == ["that it would not stop the ferry"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Claiming that the dam was safe, the ministry sent its engineers home.",
            ("the ministry", "that the dam was safe"),
        ),
        (
            "Saying the truce was dead, the commander left Aden.",
            ("the commander", "the truce was dead"),
        ),
        (
            "The army said it had taken the town of Bor, citing drone footage.",
            ("The army", "it had taken the town of Bor"),
        ),
        (
            "Radio Okapi reports that the bridge at Bunia is closed, quoting a boatman.",
            ("Radio Okapi", "that the bridge at Bunia is closed"),
        ),
        (
            'The guard kept saying "Do not run," until shots were heard.',
            ("The guard", '"Do not run,"'),
        ),
    ],
)
def test_what_the_reporter_tells_beside_it_is_not_said(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(source, content) for source, _, content in shown(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It is believed that the rebels hold Ménaka.",
        "The rebels are thought to hold the road to Gao.",
        "Twelve miners are feared to have died at Bisie.",
    ],
)
def test_a_belief_of_nobody_is_hidden(text: str) -> None:
    assert [source for source, _, _ in shown(text)] == [""]


def test_a_belief_in_somebodys_words_is_his() -> None:
    found = shown("The governor of Kidal said five gunmen were believed to be in the fort.")
    assert [source for source, _, _ in found] == ["The governor of Kidal"]
