"""The page in a real browser (Debian's chromium by Playwright): run by .ci/nightly, `pytest -m browser`."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from contested.export.html.page import render, render_case
from contested.model.report import Report
from tests.export.html.shared import shared, with_id
from tests.export.made import kosti, unreadable

pytestmark = pytest.mark.browser
Opens = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Fails, and does not skip, where there is no browser: whoever asks for these tests wants them run."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    assert path, "these tests need chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opens(browser: Any, tmp_path: Path) -> Iterator[Opens]:
    """Opens a page from a file; at the end it must have asked for nothing and complained of nothing."""
    trouble: list[str] = []
    contexts = []

    def open_page(html: str = "", *, width: int = 1280, **options: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_text(html or render([kosti()]), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on("request", lambda r: None if r.url == file.as_uri() else trouble.append(r.url))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []


def lit(page: Any, selector: str) -> list[str]:
    """The claims of what is lit, of this kind."""
    return page.eval_on_selector_all(f"{selector}.on", "found => found.map(one => one.dataset.claims)")  # type: ignore[no-any-return]


def test_words_light_up_their_claim_and_claims_their_words(opens: Opens) -> None:
    page = opens()
    page.hover(".w[data-claims='c5']")
    assert lit(page, ".card") == ["c5"]
    assert "c5" in lit(page, "tr")
    page.hover("#r1-c4 .said")
    assert lit(page, ".w") == ["c4"]
    page.hover("footer h2")
    assert lit(page, "*") == []


def test_focus_lights_up_too(opens: Opens) -> None:
    page = opens()
    page.focus("#r1-at-c5")
    assert lit(page, ".w") == ["c5"]
    page.focus("#r1-c6 summary")
    assert lit(page, ".w") == ["c6"]


def test_a_click_stays_and_goes_through_overlapping_claims(opens: Opens) -> None:
    page = opens()
    words = page.locator(".w[data-claims='c1 c2']")
    for claim in ("c1", "c2", "c1"):
        words.click()
        page.hover("footer h2")
        assert lit(page, ".card") == [claim]
    page.keyboard.press("Escape")
    assert lit(page, ".card") == []


def test_a_number_leads_to_its_claim_and_back(opens: Opens) -> None:
    page = opens()
    page.click("#r1-at-c9")
    assert page.url.endswith("#r1-c9")
    assert page.locator("#r1-c9").is_visible()
    page.click("#r1-c9 .said .chip")
    assert page.url.endswith("#r1-at-c9")


def test_without_a_script_the_links_still_lead_on(opens: Opens) -> None:
    page = opens(java_script_enabled=False)
    page.click(".item .chip >> nth=0")
    assert "#r1-c" in page.url
    assert not page.locator(".filters").is_visible()


def test_filters_leave_the_claims_of_one_voice(opens: Opens) -> None:
    page = opens()
    page.select_option("[data-filter=voice]", "Doctors")
    assert page.locator(".card:visible").count() == 1
    assert page.text_content(".filters output") == "1 of 9 claims"
    page.click("#r1-at-c1")  # what a filter hides comes back where a link leads to it
    assert page.locator("#r1-c1").is_visible()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_screen(opens: Opens, width: int) -> None:
    page = opens(render([kosti(), unreadable(), kosti()]), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_keyboard_comes_first_to_the_skip_link(opens: Opens) -> None:
    page = opens()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(opens: Opens, scheme: str) -> None:
    """WCAG AA: a contrast of 4.5 for text, also where claims lie over each other and where one is lit."""
    page = opens(color_scheme=scheme)
    page.hover("#r1-c5 .said")
    found = page.evaluate(CONTRASTS)
    assert found and {name: ratio for name, ratio in found.items() if ratio < 4.5} == {}


CONTRASTS = """() => {
  const parsed = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const color = parsed(getComputedStyle(one).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const found = {};
  for (const selector of ["body", ".under", ".flag", ".verdict", ".warning", ".label", ".chip", ".chip.on", ".w.d1",
                          ".w.d2", ".w.on", ".at", ".kind", "dt", "summary", "tr.on th", "footer", ".contents a"]) {
    const one = document.querySelector(selector);
    if (!one) continue;
    const [a, b] = [light(parsed(getComputedStyle(one).color)), light(ground(one))];
    found[selector] = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  return found;
}"""


def test_printed_it_has_every_claim(opens: Opens, tmp_path: Path) -> None:
    import pypdfium2

    page = opens()
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    printed = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    for claim in kosti().claims:
        assert f"“{claim.quote}”" in printed
    assert len(document) < 8


def test_hostile_text_runs_nothing(opens: Opens) -> None:
    words = "</script><script>alert(1)</script><img src='http://127.0.0.1:9/x' onerror='alert(2)'><style>*{color:red}"
    reading = kosti()
    assert isinstance(reading.report, Report)
    claims = tuple(replace(claim, quote=words) for claim in reading.claims)
    report = replace(reading.report, title=words, source=words, url="javascript:alert(3)", warnings=(words,))
    page = opens(render([replace(reading, report=report, claims=claims)], [words]))
    assert page.locator("h1").text_content() == words
    assert page.locator("script").count() == 1


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (420, "dark")])
def test_the_page_of_many_reports(opens: Opens, width: int, scheme: str) -> None:
    readings = [with_id(kosti(), "a"), with_id(kosti(), "b")]
    page = opens(render_case(shared(readings), readings), width=width, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.hover("#c-list ~ table tbody tr >> nth=0")
    assert lit(page, "section.event") == ["e1"]
    assert not page.is_visible("#c-1\\:c3")
    page.click(".side a[href='#c-1:c3']")
    assert page.is_visible("#c-1\\:c3"), "a link into a closed list opens it"
