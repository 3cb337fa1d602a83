"""Web pages: the report's text and kinds, its day of publication, and pages made to break things."""

import time

import pytest

from contested.acquire.extract import extract_html
from contested.acquire.pagemeta import page_meta, url_day, written_day
from contested.errors import InputError

PARTS = [
    "Drones struck a fuel depot in Port Sudan on Sunday, the third attack on the city in a week.",
    "The army blamed the Rapid Support Forces, which have not commented on the strike.",
    "Smoke could be seen from the harbour, where aid for Darfur is unloaded, witnesses said.",
    "The United Nations said that one of its flights had been put off.",
]
BODY = "".join(f"<p>{part}</p>" for part in PARTS)
TITLE = "Drones hit fuel depot in Port Sudan"


def page(head="", above="", below="", body=BODY):
    return (
        f"<html lang='en'><head><title>{TITLE} - Example</title>{head}</head><body>"
        f"<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<article><h1>{TITLE}</h1>{above}{body}</article>{below}"
        "<footer>Copyright © 2015 Example Media. All rights reserved.</footer></body></html>"
    )


def parts(html, **options):
    found = extract_html(html, **options)
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def test_text_holds_the_report_and_its_kinds():
    figure = "<figure><img src='x.jpg'><figcaption>Firefighters at the depot</figcaption></figure>"
    html = page(
        above="<p class='byline'>By Hala Idris</p>",
        body=BODY
        + "<h2>Flights halted</h2><p>All flights were sent to Kassala, an official of the airport said.</p>"
        + figure,
        below="<div class='related'><h2>Related</h2><ul><li><a href='/a'>How the war began</a></li></ul></div>",
    )
    found = parts(html)
    assert [part for kind, part in found if kind == "body"][:4] == PARTS
    assert ("title", TITLE) in found
    assert ("heading", "Flights halted") in found
    text = extract_html(html).text
    assert "Copyright" not in text and "How the war" not in text and "Home" not in text
    assert ("caption", "Firefighters at the depot") in found or "Firefighters" not in text


def test_title_source_and_author_of_the_meta_data():
    head = (
        "<meta property='og:site_name' content='Example &amp; Sons'>"
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": [{"name": "Hala Idris"}],'
        ' "datePublished": "2025-05-04T10:00:00Z"}]}</script>'
    )
    found = extract_html(page(head), url="https://example.org/a")
    assert (found.title, found.source, found.author) == (TITLE, "Example & Sons", "Hala Idris")
    assert (found.published, found.published_basis, found.language) == ("2025-05-04", "meta", "en")


@pytest.mark.parametrize(
    ("options", "url", "day", "basis"),
    [
        ({"head": "<meta property='article:published_time' content='2025-05-04T09:00'>"}, None, "2025-05-04", "meta"),
        ({"head": "<meta name=date content='May 4, 2025, 07:47 PM EST'>"}, None, "2025-05-04", "meta"),
        ({}, "https://example.org/2025/05/04/drones.html", "2025-05-04", "url"),
        ({"above": "<time datetime='2025-05-04T08:00Z'>Sunday</time>"}, None, "2025-05-04", "page"),
        ({"above": "<p>Posted 4 May 2025</p>"}, None, "2025-05-04", "page"),
        ({}, "https://example.org/news/world-22778310", None, "none"),
        (
            {"below": "<aside><time datetime='2016-01-01'>1 January</time> <a href='/b'>Old news</a></aside>"},
            None,
            None,
            "none",
        ),
        ({"head": "<meta name=date content='2099-01-01'>"}, None, None, "none"),
    ],
)
def test_day_of_publication(options, url, day, basis):
    found = extract_html(page(**options), url=url)
    assert (found.published, found.published_basis) == (day, basis)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://e.org/2019/11/20/roadmap", "2019-11-20"),
        ("https://e.org/a/2019/nov/18/b", "2019-11-18"),
        ("https://e.org/story-20191115/", "2019-11-15"),
        ("https://e.org/2019/13/40/x", None),
        ("https://e.org/x?d=2019-11-20", None),
        (None, None),
    ],
)
def test_day_in_a_url(url, day):
    assert url_day(url) == day


def test_written_days():
    assert written_day("Published on 5th June 2013 at 10:00") == "2013-06-05"
    assert written_day("Sept. 3, 2014") == "2014-09-03"
    assert written_day("05/06/2013") is None


def test_a_body_declared_in_json_is_one_more_sign():
    assert (
        page_meta('<script type="application/ld+json">{"@type": "Article", "articleBody": "Words"}</script>').body
        == "Words"
    )
    assert page_meta('<script type="application/ld+json">{"@type": "Article", "articleBody": </script>').body == ""


@pytest.mark.parametrize(
    "html", ["", "   ", "\x00\x01", "<html><body></body></html>", "<script>var a = 1;</script>", "<script" * 50_000]
)
def test_nothing_to_read(html):
    with pytest.raises(InputError) as caught:
        extract_html(html)
    assert caught.value.code == "no_text"


def test_a_page_of_links_has_no_report():
    links = "".join(f"<li><a href='/{n}'>Story number {n}</a></li>" for n in range(30))
    with pytest.raises(InputError):
        extract_html(f"<html><body><ul>{links}</ul></body></html>")


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 3_000 + BODY + "</div>" * 3_000,
        "<html><body><p>" + "<b>" * 50_000 + PARTS[0],
        "<html><body><div class='article'>" + BODY + "<p>" + PARTS[0] + "<a href='",
        "<meta " * 100_000 + BODY,
        "<" * 500_000 + BODY,
        "<!--" * 100_000 + BODY,
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>" + BODY,
        "<p>\ud800 " + PARTS[0] + "</p>",
        "<?xml version='1.0' encoding='utf-16'?><html><body>" + BODY,
        "<table>" * 2_000 + BODY,
        "<p>" + " ".join(PARTS) * 2_000,
        PARTS[0] + " " + PARTS[1],
    ],
)
def test_hostile_pages_give_their_text_in_time(html):
    begin = time.perf_counter()
    text = extract_html(html).text
    assert PARTS[0] in text or PARTS[1] in text
    assert time.perf_counter() - begin < 5
