"""What of a language model's proposals the rules' reading bears out, without any model."""

from typing import Any

import pytest

from contested.acquire.inputs import report_from_text
from contested.coding.code import Coded, code
from contested.coding.proposed import SCORE
from contested.grounding.ground import ground
from contested.llm.citing import Citable
from contested.model.claim import Claim
from contested.model.learned import Learned
from contested.model.proposed import Proposal
from contested.model.text import Span
from contested.parsing.parse import parse
from contested.parsing.segment import sentences
from tests.coding.reading import DAY


def weigh(text: str, trigger: str, type: str, **more: Any) -> Coded:
    """The text coded with one proposal, whose spans are given by their words."""
    report = report_from_text(text, published=DAY)
    parts = sentences(report)
    parsed = parse(report.text, parts, range(len(parts)))

    def at(words: str | None) -> Span | None:
        found = Citable(text).find(words, Span(0, len(text))) if words else None
        assert found is not None or words is None
        return found

    roles = {role: span for role, words in more.pop("roles", {}).items() if (span := at(words)) is not None}
    voice = {name: at(more.pop(name, None)) for name in ("source", "cue")}
    named = at(trigger)
    assert named is not None
    proposal = Proposal(type, Span(0, len(text)), named, roles=roles, **voice, **more)
    return code(report, parsed, ground(report, parsed, Learned()), proposals=[proposal])


def lent(coded: Coded) -> list[Claim]:
    return [claim for claim in coded.claims if claim.method.startswith("llm")]


def result(coded: Coded) -> tuple[int, int, dict[str, int]]:
    assert coded.weighed is not None
    return coded.weighed.known, coded.weighed.added, dict(coded.weighed.dropped)


def filled(claim: Claim) -> dict[str, list[str]]:
    return {role: [ref.text for ref in refs] for role, refs in claim.roles.items()}


def test_a_word_that_no_frame_knows_becomes_a_claim_like_any_other() -> None:
    text = "Soldiers torched the granary of Tenenkou on Monday."
    coded = weigh(text, "torched", "attack.property", roles={"actor": "Soldiers", "target": "the granary"})
    (claim,) = lent(coded)
    assert result(coded) == (0, 1, {})
    assert (claim.kind, claim.type, claim.quote) == ("event", "attack.property", text.rstrip("."))
    assert filled(claim) == {"actor": ["Soldiers"], "target": ["the granary of Tenenkou"]}
    assert claim.place is not None
    assert claim.place.name == "Tenenkou"
    assert claim.when is not None
    assert (claim.when.low, claim.method, claim.score) == ("2024-05-13", "llm:attack.property:torch", SCORE)
    assert [event.claims for event in coded.events if event.id == claim.event] == [(claim.id,)]


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        ("The Lake Front [Front for the Lake] has taken hostages in Bol.", "taken", "abduction"),
        ("Units of the army regained control over Hill 875 near Konna.", "regained", "territory.government_gain"),
        ("The relief fund is currently providing tents to the hills around Konna.", "providing", "aid.delivered"),
    ],
)
def test_a_phrase_that_the_frames_know_counts_for_its_verb(text: str, trigger: str, type: str) -> None:
    known, added, dropped = result(weigh(text, trigger, type))
    assert (known + added, dropped) == (1, {})


def test_what_the_rules_read_already_is_not_claimed_twice() -> None:
    coded = weigh("Soldiers shelled Kherson on Monday.", "shelled", "strike.artillery")
    assert (result(coded), lent(coded)) == ((1, 0, {}), [])


def test_nor_what_they_read_by_another_word_of_the_clause() -> None:
    coded = weigh("A barrage of rockets rained on Kherson on Monday.", "rained", "strike.artillery")
    assert (result(coded), lent(coded)) == ((1, 0, {}), [])


@pytest.mark.parametrize(
    ("text", "trigger", "type", "quote"),
    [
        ("Soldiers crushed the revolt.", "crushed", "mass_killing", "Soldiers crushed the revolt"),
        ("Lorries took 40 guests to a gathering in Bol.", "gathering", "talks.meeting", "a gathering in Bol"),
        ("Elders ferried 31 children to Mopti.", "ferried", "evacuation", "Elders ferried 31 children to Mopti"),
    ],
)
def test_a_happening_whose_kind_no_word_bears_out_is_left_open(text: str, trigger: str, type: str, quote: str) -> None:
    coded = weigh(text, trigger, type)
    (claim,) = lent(coded)
    assert (claim.kind, claim.type, claim.event, claim.quote) == ("event", "other", None, quote)
    assert claim.method.startswith("llm.other:")
    assert claim.method.endswith(f":{type}")
    assert result(coded) == (0, 1, {"type": 1})


def test_an_open_happening_has_who_both_see() -> None:
    roles = {"actor": "The elders of Konna", "target": "31 children"}
    (claim,) = lent(weigh("The elders of Konna ferried 31 children to Mopti.", "ferried", "evacuation", roles=roles))
    assert set(filled(claim)) <= {"actor", "target", "object"}
    assert "31 children" in [text for texts in filled(claim).values() for text in texts]
    wrong = {"actor": "31 children"}
    (claim,) = lent(weigh("The elders of Konna ferried 31 children to Mopti.", "ferried", "evacuation", roles=wrong))
    assert filled(claim) == {}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels prepared for fresh assaults on Konna.", "prepared"),
        ("Rebels threatened fresh assaults on Konna.", "threatened"),
        ("Nurses tried to avoid more attacks in Kherson.", "tried"),
        ("The mayor said that Konna was quiet.", "said"),
    ],
)
def test_a_word_that_says_how_another_is_meant_is_no_happening(text: str, trigger: str) -> None:
    assert lent(weigh(text, trigger, "battle.offensive")) == []


def test_without_proposals_nothing_is_weighed() -> None:
    report = report_from_text("Soldiers torched the granary.", published=DAY)
    parts = sentences(report)
    parsed = parse(report.text, parts, range(len(parts)))
    assert code(report, parsed, ground(report, parsed, Learned())).weighed is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The granary of Tenenkou was torched on Monday as soldiers looked on.", "soldiers"),
        ("Soldiers found the granary torched near Tenenkou.", "Soldiers"),
        ("The army said that rebels torched the granary of Tenenkou.", "The army"),
        ("Rebels who fled the army torched the granary of Tenenkou.", "the army"),
        ("After rebels entered Tenenkou, the granary was torched.", "rebels"),
        ("Soldiers and the rebels had met before the granary was torched.", "the rebels"),
    ],
)
def test_a_name_of_the_sentence_in_the_wrong_part_is_no_perpetrator(text: str, actor: str) -> None:
    coded = weigh(text, "torched", "attack.property", roles={"actor": actor})
    for claim in lent(coded):
        assert actor not in filled(claim).get("actor", [])
    assert all(not event.actors for event in coded.events if event.type == "attack.property")
    known, added, dropped = result(coded)
    assert known == 0
    assert added == 0 or dropped["perpetrator"] == 1


def test_who_is_harmed_is_not_who_did_it() -> None:
    coded = weigh("Rebels torched two granaries near Gao.", "torched", "attack.property",
                  roles={"actor": "two granaries", "target": "Rebels"})  # fmt: skip
    assert all(claim.roles == {} for claim in lent(coded))
    assert result(coded)[2] == {"perpetrator": 1, "role": 1}


def test_a_doer_whom_the_model_leaves_out_is_left_out() -> None:
    (claim,) = lent(weigh("Soldiers torched the granary of Tenenkou.", "torched", "attack.property"))
    assert claim.roles == {}


def test_a_denial_taken_for_a_fact_stays_a_denial() -> None:
    text = "The army denied that soldiers torched the granary of Tenenkou."
    coded = weigh(text, "torched", "attack.property", source="The army", cue="denied", roles={"actor": "soldiers"})
    (claim,) = lent(coded)
    assert (claim.stance, [voice.role for voice in claim.voices]) == ("denies", ["narrator", "speaker"])
    assert result(coded) == (0, 1, {"mood": 1})
    assert all(event.status == "denied" and not event.actors for event in coded.events)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers did not torch the granary of Tenenkou.",
        "No soldiers torched the granary of Tenenkou.",
        "Soldiers threatened to torch the granary of Tenenkou.",
        "The governor has ordered soldiers not to torch the granary of Tenenkou.",
        "It is not true that soldiers torched the granary of Tenenkou.",
        "Soldiers may torch the granary of Tenenkou if they are fired on.",
        "Elders asked soldiers never to torch the granary of Tenenkou.",
        "Nobody has confirmed that soldiers torched the granary of Tenenkou.",
    ],
)
def test_what_was_not_done_is_never_claimed_as_done(text: str) -> None:
    trigger = "torched" if "torched" in text else "torch"
    coded = weigh(text, trigger, "attack.property", roles={"target": "the granary of Tenenkou"})
    done = [c for c in lent(coded) if c.stance == "asserts" and c.polarity == "+" and c.modality == "actual"]
    assert done == []
    assert not any(event.status in ("reported", "ongoing", "agreed") for event in coded.events)


@pytest.mark.parametrize("sees", [{"polarity": "-"}, {"stance": "denies"}, {"modality": "planned"}])
def test_where_the_model_doubts_it_the_rules_alone_do_not_claim_it(sees: dict[str, Any]) -> None:
    coded = weigh("Soldiers torched the granary of Tenenkou.", "torched", "attack.property", **sees)
    assert (result(coded), lent(coded)) == ((0, 0, {"mood": 1}), [])


def test_a_voice_that_both_see_speaks() -> None:
    text = "Soldiers torched the granary of Tenenkou on Monday, the mayor said."
    (claim,) = lent(weigh(text, "torched", "attack.property", source="the mayor", cue="said"))
    assert [voice.name for voice in claim.voices] == ["narrator", "mayor"]
    assert claim.quote == "Soldiers torched the granary of Tenenkou on Monday"


def test_a_voice_that_the_model_leaves_out_speaks_all_the_same() -> None:
    (claim,) = lent(weigh("Soldiers torched the granary, the mayor of Tenenkou said.", "torched", "attack.property"))
    assert len(claim.voices) == 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The army, which said it was ready, torched the granary of Tenenkou.", "The army"),
        ("Rebels said soldiers torched the granary of Tenenkou.", "soldiers"),
    ],
)
def test_a_voice_that_only_the_model_hears_is_not_given_the_words(text: str, source: str) -> None:
    coded = weigh(text, "torched", "attack.property", source=source, cue="said")
    assert (result(coded), lent(coded)) == ((0, 0, {"voice": 1}), [])


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        ("The minister arrived in Kherson on Monday.", "arrived", "mass_killing"),
        ("The minister praised the bakers of Kherson.", "praised", "attack.sexual"),
        ("The team toured Kherson after soldiers shelled it.", "toured", "strike.artillery"),
        ("Soldiers torched the granary of Tenenkou.", "torched", "chemical"),
        ("The minister torched his own career in Kherson.", "career", "execution"),
        ("The minister landed in Kherson on Monday.", "landed", "strike.artillery"),
        ("Airstrikes hit the port of Hodeida on Monday.", "hit", "explosion.suicide"),
        ("Oslo warned Riga of new missile strikes.", "warned", "strike.air"),
        ("Nurses tried to avoid more attacks in Kherson.", "avoid", "attack.civilians"),
        ("Government forces of Chad cheered the singer.", "forces", "protest.excessive_force"),
        ("The coalition conducted eleven strikes near Konna on Monday.", "conducted", "disaster.natural"),
        ("Two army aircraft brought a choir to Kidal.", "aircraft", "deployment"),
    ],
)
def test_no_report_can_talk_a_word_into_a_meaning(text: str, trigger: str, type: str) -> None:
    coded = weigh(text, trigger, type)
    assert {(claim.type, claim.event) for claim in lent(coded)} <= {("other", None)}
    assert sum(result(coded)[2].values()) == 1
