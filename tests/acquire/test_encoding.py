import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.acquire.encoding import decode
from contested.errors import InputError

SENTENCE = "The governor of Kayah said “we will not leave” – the café in Loikaw’s market stayed open."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + SENTENCE.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "utf-16-be"),
        (SENTENCE.encode("utf-16-le"), "utf-16-le"),
        (SENTENCE.encode("utf-16-be"), "utf-16-be"),
        (SENTENCE.encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found_out(data: bytes, encoding: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding, found.warnings) == (SENTENCE, encoding, ())


def test_a_page_that_declares_its_encoding_is_read_by_it() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Донецк, Горловка</body></html>'
    assert decode(page.encode("cp1251")).text == page


def test_a_wrong_declaration_does_not_garble_utf_8() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?><p>Zaporizhzhia’s “grey zone”</p>'
    assert decode(page.encode()).text == page


def test_an_http_header_counts_as_a_declaration() -> None:
    assert decode("Славянск и Краматорск".encode("koi8-r"), declared="KOI8-R").text == "Славянск и Краматорск"


def test_foreign_bytes_in_utf_8_are_read_and_warned_about() -> None:
    data = "Médecins Sans Frontières à Bangui: ".encode() + "the rebels’ base".encode("cp1252")
    found = decode(data)
    assert found.text == "Médecins Sans Frontières à Bangui: the rebels’ base"
    assert found.warnings == ("1 bytes are not UTF-8 and were read as Windows-1252",)


def test_an_undeclared_encoding_is_guessed_with_a_warning() -> None:
    text = "В понедельник военные заявили об отходе из города, сообщает агентство."
    found = decode(text.encode("cp1251"))
    assert found.text == text
    assert "guessed" in found.warnings[0]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04" + bytes(60), "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "JPEG"),
        (b"some words\0\0\0 and more", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
    ],
)
def test_what_is_no_text_is_called_so(data: bytes, name: str) -> None:
    with pytest.raises(InputError) as refused:
        decode(data)
    assert refused.value.code == "binary"
    assert name in refused.value.message


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(InputError) as refused:
        decode(bytes(range(128, 256)) * 8)
    assert refused.value.code == "encoding"


def test_marks_without_width_stay_where_they_are() -> None:
    text = "The mayor\u200b of \u202bحمص\u202c spoke 🕊️ on\u00a0Monday\ufeff."
    assert decode(text.encode()).text == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: t[0] != "\ufeff"))
def test_all_text_survives_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decode(data).text.encode("utf-8")
    except InputError as refused:
        assert refused.code in ("binary", "encoding")
