import pytest

from contested.acquire.pdf import pdf_text
from contested.errors import InputError
from tests.acquire.pdfs import pdf

REPORT = ["Cabo Delgado: situation report", "Fighters entered Palma at dawn.", "The bank was looted."]


def test_the_lines_of_all_pages() -> None:
    found = pdf_text(pdf(REPORT, ["On the next day the army came back."]))
    assert found.text == "\n".join(REPORT) + "\n\nOn the next day the army came back."
    assert found.warnings == ()


def test_the_title_counts_only_if_the_text_bears_it_out() -> None:
    assert pdf_text(pdf(REPORT, title="Cabo Delgado: situation report")).title == "Cabo Delgado: situation report"
    assert pdf_text(pdf(REPORT, title="Microsoft Word - draft3.doc")).title is None


def test_running_heads_and_feet_are_left_out() -> None:
    pages = [["UN Office, daily brief", f"Shelling in sector {n}.", f"Page {n} of 4"] for n in ("1", "2", "3", "4")]
    assert pdf_text(pdf(*pages)).text == "\n\n".join(f"Shelling in sector {n}." for n in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (pdf(REPORT, encrypted=True), "password"),
        (pdf([]), "images"),
        (b"%PDF-1.4\nnothing follows", "damaged"),
        (pdf(REPORT)[:150], "damaged"),
    ],
    ids=["encrypted", "images", "no objects", "cut off"],
)
def test_pdfs_without_text_say_why(data: bytes, word: str) -> None:
    with pytest.raises(InputError) as refused:
        pdf_text(data)
    assert refused.value.code == "no_text"
    assert word in refused.value.message


def test_a_page_without_text_among_others_is_told_of() -> None:
    assert "1 of 2 pages" in pdf_text(pdf(REPORT, [])).warnings[0]
