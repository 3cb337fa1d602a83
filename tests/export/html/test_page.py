"""The page as a file: whole, closed to the outside, everything escaped, every claim there and every link leading on."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from contested.export.html.page import render, render_case
from contested.model.claim import Claim
from contested.model.report import Report
from tests.export.html.parsed import Page
from tests.export.html.shared import shared, with_id
from tests.export.made import NARRATOR, TEXT, hostile, kosti, unreadable

READINGS = {"one": [kosti()], "several": [kosti(), unreadable(), kosti()], "hostile": [hostile()], "none": []}


CASES = {"case": [kosti(), kosti()], "hostile case": [hostile()], "empty case": []}


@pytest.fixture(params=[*READINGS, *CASES], scope="module")
def html(request: pytest.FixtureRequest) -> str:
    """A page of readings, or one of the events they share."""
    if request.param in READINGS:
        return render(READINGS[request.param])
    readings = [with_id(reading, f"report{n}") for n, reading in enumerate(CASES[request.param], 1)]
    return render_case(shared(readings), readings, ["made by <hand>"])


def test_it_is_well_nested(html: str) -> None:
    assert html.startswith("<!doctype html>\n<html lang=")
    assert Page(html).wrong == []


def test_ids_are_there_once_and_every_link_leads_to_one(html: str) -> None:
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    for _, attributes in page.tags:
        for name in ("href", "aria-labelledby"):
            if name in attributes:
                assert attributes[name].removeprefix("#") in page.ids, attributes


def test_nothing_comes_from_outside(html: str) -> None:
    page = Page(html)
    for tag, attributes in page.tags:
        assert not {"src", "srcset", "action", "style", "data", "background"} & set(attributes), (tag, attributes)
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
        assert attributes.get("href", "#").startswith("#"), (tag, attributes)
        assert tag not in ("link", "iframe", "object", "embed", "base", "img", "image", "use")
    assert not re.search(r"@import|url\(|fetch\(|XMLHttp|innerHTML|eval\(", html.partition("</head>")[0])
    assert not re.search(r"fetch\(|XMLHttp|innerHTML|document\.write|eval\(", page.text_of("script"))


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(html: str) -> None:
    page = Page(html)
    (policy,) = [a["content"] for a in page.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        assert len(page.all(tag)) == 1
        assert rules[f"{tag}-src"] == f"'sha256-{b64encode(sha256(page.text_of(tag).encode()).digest()).decode()}'"


def test_the_policy_comes_before_what_it_governs(html: str) -> None:
    assert html.index("Content-Security-Policy") < html.index("<title") < html.index("<style")


def test_every_claim_has_its_card_and_its_words() -> None:
    html = render([kosti()])
    page = Page(html)
    for claim in kosti().claims:
        assert f"r1-{claim.id}" in page.ids
        assert f"r1-at-{claim.id}" in page.ids
        lit = [a for a in page.all("span", class_="w") if claim.id in a.get("data-claims", "").split()]
        assert lit, claim.id
    cards = page.all("li", class_="card")
    assert len(cards) == len(kosti().claims)


def test_the_text_is_the_reports_text() -> None:
    html = render([kosti()])
    body = re.search(r'<div class="text">(.*?)</div>', html, re.S)
    assert body is not None
    shown = Page(f"<p>{re.sub(r'<a class=.at.*?</a>', '', body.group(1))}</p>")
    blocks = ["".join(TEXT[b.start : b.end]) for b in kosti().blocks]
    assert "".join(data for _, data in shown.texts).split("\n") == "".join(blocks).split("\n")


def test_all_accounts_of_a_question_stand_side_by_side() -> None:
    page = Page(render([kosti()]))
    labels = [a["aria-label"] for a in page.all("section", class_="side")]
    assert labels == [
        "Account: It happened", "Account: It did not happen",
        "Account: Sudanese army", "Account: paramilitaries", "Account: not stated",
    ]  # fmt: skip


def test_the_chain_of_voices_goes_from_the_report_inwards() -> None:
    html = render([kosti()])
    assert re.search(r'<ol class="chain"[^>]*><li[^>]*>Nile Wire</li><li[^>]*>Radio Dabanga</li><li', html)


def test_several_reports_come_with_a_list_and_the_unreadable_one_says_why() -> None:
    html = render([kosti(), unreadable(), kosti()])
    page = Page(html)
    assert "Reports read: 3" in page.text_of("h1")
    assert {"r1", "r2", "r3", "r1-c1", "r3-c1"} <= set(page.ids)
    assert "the file scan.pdf holds no text, only pictures" in html


def test_a_report_without_claims_says_so() -> None:
    nothing = replace(kosti(), claims=(), events=(), questions=())
    assert "Nothing about armed conflict was found" in render([nothing])


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x' {{ 7 * 7 }} \u202egnp\x1b[31m"


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    reading = kosti()
    text = HOSTILE + " " + TEXT
    voice = replace(NARRATOR, name=HOSTILE)
    moved = tuple(
        replace(c, start=0, end=len(HOSTILE), quote=HOSTILE, voices=(voice, *c.voices[1:], voice), method=HOSTILE)
        for c in reading.claims
    )
    assert isinstance(reading.report, Report)
    report = replace(
        reading.report, text=text, title=HOSTILE, source=HOSTILE, author=HOSTILE, url=HOSTILE, warnings=(HOSTILE,)
    )
    entities = tuple(replace(entity, name=HOSTILE) for entity in reading.entities)
    questions = tuple(replace(question, about=HOSTILE) for question in reading.questions)
    made = replace(reading, report=report, text=text, blocks=(), claims=moved, entities=entities, questions=questions)
    for html in (render([made]), render([made, made], [HOSTILE])):
        page = Page(html)
        assert page.wrong == []
        assert len(page.all("script")) == 1
        assert not page.all("img")
        assert not [a for _, a in page.tags if any(name.startswith("on") for name in a)]
        assert "49" not in page.text_of("blockquote")
        assert "\u202e" not in html and "\x1b" not in html


def test_words_that_belong_to_two_claims_lead_to_both() -> None:
    claims: list[Claim] = list(kosti().claims)
    inner = replace(claims[0], id="c99", start=claims[0].start + 11, end=claims[0].start + 17, quote="troops")
    page = Page(render([replace(kosti(), claims=(*claims, inner))]))
    spans = [a.get("data-claims", "") for a in page.all("span", class_="w")]
    assert "c99 c1 c2" in spans  # the shortest first
    assert spans.count("c1 c2") == 2  # before and after it
