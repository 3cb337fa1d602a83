"""Headlines read as prose. All are our own."""

import pytest

from contested.model.parse import Sentence
from contested.parsing.parse import parse


def clause(headline: str) -> tuple[str, str, str] | None:
    """Subject, lemma of the verb and object of the first finite verb; None where there is no such verb."""
    parsed = parse(headline, [Sentence(0, len(headline), 0)], [0])
    tokens = range(len(parsed.starts))
    verb = next((i for i in tokens if parsed.tags[i] in ("VBD", "VBZ", "VBP")), None)
    if verb is None:
        return None

    def hangs(relation: str) -> str:
        return next((parsed.word(i) for i in tokens if parsed.heads[i] == verb and parsed.deps[i] == relation), "")

    return hangs("nsubj"), parsed.lemmas[verb], hangs("dobj")


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Rebels storm Abéché", ("Rebels", "storm", "Abéché")),
        ("TPLF retakes Alamata", ("TPLF", "retake", "Alamata")),
        ("JNIM fighters overrun Djibo base", ("fighters", "overrun", "base")),
        ("Junta bombs village in Sagaing", ("Junta", "bomb", "village")),
        ("Protesters storm parliament in Baghdad", ("Protesters", "storm", "parliament")),
        ("Refugees flee Nagorno-Karabakh", ("Refugees", "flee", "Karabakh")),
        ("Anti-balaka attack Bria", ("balaka", "attack", "Bria")),
        ("Grenade attack wounds 6 in Bujumbura", ("attack", "wound", "6")),
        ("TALIBAN CAPTURE KUNDUZ", ("TALIBAN", "capture", "KUNDUZ")),
        ("Iran Fires Missiles at Erbil", ("Iran", "fire", "Missiles")),
        ("Bomb blast rocks Quetta", ("blast", "rock", "Quetta")),
        ("Peace talks open in Doha", ("talks", "open", "")),
        ("LTTE attacks Trincomalee harbour", ("LTTE", "attack", "harbour")),
    ],
)
def test_a_headline_in_the_present_has_a_clause(headline: str, read: tuple[str, str, str]) -> None:
    assert clause(headline) == read


@pytest.mark.parametrize(
    "headline",
    [
        "Boko Haram attack in Diffa",
        "Goma attack victims",
        "US strikes on Hodeidah",
        "Police raid on Gao market",
        "Hunger strikes in Turkish prisons",
        "Fierce fighting in Bakhmut",
    ],
)
def test_a_headline_of_nouns_stays_one(headline: str) -> None:
    assert clause(headline) is None


def test_tokens_keep_their_words_and_places() -> None:
    text = "Rebels storm  Abéché"
    parsed = parse(text, [Sentence(0, len(text), 0)], [0])
    assert [parsed.word(i) for i in range(len(parsed.starts))] == ["Rebels", "storm", "Abéché"]
    assert (parsed.starts[2], parsed.ends[2]) == (14, 20)


def test_prose_is_left_alone() -> None:
    text = "Rebels who attack villages near Bria were told that talks begin today."
    parsed = parse(text, [Sentence(0, len(text), 0)], [0])
    assert "attack" in parsed.lemmas and parsed.tags[parsed.lemmas.index("attack")] == "VBP"


def test_a_comma_joins_two_who_act() -> None:
    text = "Philippine troops, Maute gunmen battle in Marawi"
    parsed = parse(text, [Sentence(0, len(text), 0)], [0])
    gunmen = next(i for i in range(len(parsed.starts)) if parsed.word(i) == "gunmen")
    assert (parsed.deps[gunmen], parsed.word(parsed.heads[gunmen])) == ("conj", "troops")
