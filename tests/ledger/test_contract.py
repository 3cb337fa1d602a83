"""What every ledger does, in a file or on a server."""

import json
from copy import deepcopy
from typing import Any

import pytest

from contested.errors import SettingsError
from contested.ledger.book import Ledger
from contested.ledger.view import Filter
from tests.ledger.made import SHELLING, claim, day, figure, place, reading, shelling


def outcomes(ledger: Ledger, *readings: dict[str, Any]) -> list[tuple[str, int]]:
    return [(added.outcome, added.retired) for added in ledger.add(readings)]


def test_what_goes_in_comes_out(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    assert outcomes(ledger, shelling()) == [("new", 0)]
    assert list(ledger.readings()) == [shelling()]
    assert ledger.reading("a1") == shelling()
    assert ledger.reading("a2") is None


def test_adding_twice_changes_nothing(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    assert outcomes(ledger, shelling(), shelling()) == [("new", 0), ("same", 0)]
    before = ledger.totals(), ledger.claims()
    assert outcomes(ledger, shelling()) == [("same", 0)]
    assert (ledger.totals(), ledger.claims()) == before


def test_a_changed_text_retires_the_claims_of_the_old_one_and_deletes_none(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    old = shelling(url="https://harbour.example/1")
    text = SHELLING.replace("Four", "Five")
    new = reading(text, [claim(text, "Five dockers were killed", 1)], url="https://harbour.example/1")
    assert outcomes(ledger, old, new) == [("new", 0), ("changed", 2)]
    assert [c["quote"] for c in ledger.claims()] == ["Five dockers were killed"]
    assert {c["quote"] for c in ledger.claims(Filter(retired=True))} == {c["quote"] for c in old["claims"]}
    assert list(ledger.readings()) == [new]


def test_a_text_that_comes_back_brings_its_claims_back(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    old = shelling(url="https://harbour.example/1")
    new = reading("Nothing happened.", [], url="https://harbour.example/1")
    assert outcomes(ledger, old, new, old) == [("new", 0), ("changed", 2), ("changed", 0)]
    assert list(ledger.readings()) == [old]
    assert len(ledger.claims()) == 2


def test_a_better_reader_retires_what_it_no_longer_finds_and_keeps_what_it_does(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    list(ledger.add([shelling()]))
    kept = {c["quote"]: c["number"] for c in ledger.claims()}
    better = shelling()
    better["claims"][1] = claim(SHELLING, "the mayor said", 2, kind="statement", type=None)
    better["claims"][0]["method"] = "another"
    assert outcomes(ledger, better) == [("reread", 1)]
    assert list(ledger.readings()) == [better]
    assert {c["quote"]: c["number"] for c in ledger.claims()}["Shells hit the harbour of Oru"] == kept[
        "Shells hit the harbour of Oru"
    ]


def test_claims_alike_in_all_but_their_order_are_kept_apart(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    twice = shelling()
    twice["claims"].append({**deepcopy(twice["claims"][1]), "id": "c3"})
    assert outcomes(ledger, twice, twice) == [("new", 0), ("same", 0)]
    assert ledger.totals()["claims"] == 3


def test_two_reports_with_one_id_are_two(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    assert outcomes(ledger, shelling(), shelling(source="Hill Gazette")) == [("new", 0), ("new", 0)]
    names = [report["name"] for report in ledger.reports()]
    assert names[0] == "a1"
    assert names[1].startswith("a1#")
    assert [one["report"]["id"] for one in ledger.readings()] == names


def test_what_cannot_be_read_is_noted_and_the_rest_goes_on(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    broken = {"report": {"id": "b1", "warnings": []}, "error": {"code": "binary", "message": "this is no text"}}
    assert outcomes(ledger, broken, shelling()) == [("error", 0), ("new", 0)]
    assert ledger.totals() == {"reports": 1, "claims": 2, "retired": 0, "issues": 1}


def test_hostile_characters_are_kept(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    text = "A \0 and \ud800 '); DROP TABLE claim; -- hit Oru"
    odd = reading(text, [claim(text, text, 1)])
    assert outcomes(ledger, odd, odd) == [("new", 0), ("same", 0)]
    assert list(ledger.readings()) == [odd]
    assert len(ledger.claims(Filter(words="drop table'); --"))) == 1


WANTED = [
    (Filter(kind="figure"), 1),
    (Filter(type="strike.artillery"), 1),
    (Filter(type="strike"), 1),
    (Filter(type="stri"), 0),
    (Filter(place="ORU"), 1),
    (Filter(country="xk"), 1),
    (Filter(actor="coast guard"), 1),
    (Filter(actor="gov-xk"), 1),
    (Filter(actor="coast"), 0),
    (Filter(speaker="mayor of  oru"), 1),
    (Filter(source="harbour radio"), 2),
    (Filter(measure="killed"), 1),
    (Filter(since="2031-03-04", until="2031-03-04"), 1),
    (Filter(since="2031-03-05"), 0),
    (Filter(until="2031-03-03"), 0),
    (Filter(box=(9.0, 19.0, 11.0, 21.0)), 1),
    (Filter(box=(9.0, 21.0, 11.0, 22.0)), 0),
    (Filter(words="harbour"), 1),
    (Filter(words="dockers killed"), 1),
    (Filter(words="dockers harbour"), 0),
    (Filter(words="harbour", kind="figure"), 0),
    (Filter(), 2),
]


@pytest.mark.parametrize("wanted", WANTED, ids=lambda w: str(w))
def test_claims_are_found_by_what_they_say(somewhere: str, wanted: tuple[Filter, int]) -> None:
    ledger = Ledger(somewhere)
    list(ledger.add([shelling()]))
    assert len(ledger.claims(wanted[0])) == wanted[1]


def test_pages_follow_one_another(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    text = "One. Two. Three."
    claims = [claim(text, word, n) for n, word in enumerate(("One", "Two", "Three"), 1)]
    list(ledger.add([reading(text, claims)]))
    first = ledger.claims(limit=2)
    assert [c["quote"] for c in first] == ["Three", "Two"]
    assert [c["quote"] for c in ledger.claims(limit=2, before=first[-1]["number"])] == ["One"]


def test_a_spell_touches_the_days_it_holds(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    text = "Fighting went on."
    list(ledger.add([reading(text, [claim(text, text, 1, when=day("2031-03-01", "2031-03-09"))])]))
    assert len(ledger.claims(Filter(since="2031-03-05", until="2031-03-06"))) == 1
    assert len(ledger.claims(Filter(since="2031-03-10"))) == 0


def test_a_search_without_a_word_is_refused(somewhere: str) -> None:
    ledger = Ledger(somewhere)
    list(ledger.add([shelling()]))
    with pytest.raises(SettingsError, match="no word"):
        ledger.claims(Filter(words=" -- "))


def test_two_ledgers_of_the_same_readings_hold_the_same(somewhere: str, tmp_path: Any) -> None:
    one, other = Ledger(somewhere), Ledger(tmp_path / "other.db")
    list(one.add([shelling()]))
    list(other.add([shelling(), shelling()]))
    assert json.dumps(list(one.readings())) == json.dumps(list(other.readings()))
    assert figure("killed", 4, 4) == one.claims(Filter(kind="figure"))[0]["figure"]
    assert place("Oru", "XK", 10.0, 20.0) == one.claims(Filter(place="oru"))[0]["place"]
