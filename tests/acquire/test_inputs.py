import hashlib
import io
import json
import os
import time
from pathlib import Path

import pytest

from contested.acquire.inputs import InputOptions, read_inputs, report_from_text
from contested.errors import InputError
from contested.model.report import Report, Unreadable
from tests.acquire.pdfs import pdf

TEXT = (
    "Fighters of the Arakan Army entered the town of Paletwa on Sunday, residents said.\n\n"
    "The junta's spokesman denied that the town had been lost."
)
PAGE = (
    "<html lang='en'><head><title>Paletwa</title></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>Town in Chin State changes hands</h1>"
    + "".join(f"<p>{paragraph} It was the third such report in a week.</p>" for paragraph in TEXT.split("\n\n") * 2)
    + "</article></body></html>"
)


def reports(*sources: str | Path, **options: object) -> list[Report | Unreadable]:
    return list(read_inputs(sources, InputOptions(**options)))  # type: ignore[arg-type]


def report(path: Path, **options: object) -> Report:
    (found,) = reports(path, **options)
    assert isinstance(found, Report), found
    return found


def error(path: Path | str, **options: object) -> Unreadable:
    (found,) = reports(path, **options)
    assert isinstance(found, Unreadable), found
    return found


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_file(tmp_path: Path) -> None:
    found = report(write(tmp_path / "paletwa.txt", TEXT), published="2024-01-14", source="Chin Post")
    assert (found.id, found.text, found.source, found.language) == ("paletwa.txt", TEXT, "Chin Post", "en")
    assert (found.published_at, found.published_basis, found.warnings) == ("2024-01-14", "given", ())
    assert found.sha256 == found.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert found.blocks


def test_checksums_are_of_the_bytes_and_of_the_text(tmp_path: Path) -> None:
    data = TEXT.encode("utf-16")
    found = report(write(tmp_path / "a.txt", data))
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_every_format_gives_the_text(tmp_path: Path) -> None:
    line = "Residents of Paletwa said that fighters had entered the town on Sunday."
    files = [
        write(tmp_path / "a.md", f"---\ndate: 2024-01-14\n---\n# Paletwa\n\n{line}"),
        write(tmp_path / "b.html", PAGE),
        write(tmp_path / "c.pdf", pdf([line])),
        write(tmp_path / "d.jsonl", json.dumps({"id": "d", "text": line}) + "\n"),
    ]
    found = reports(*files)
    assert [getattr(item, "id", None) for item in found] == ["a.md", "b.html", "c.pdf", "d"]
    assert all(isinstance(item, Report) and "Paletwa" in item.text for item in found), found
    assert isinstance(found[0], Report) and (found[0].title, found[0].published_basis) == ("Paletwa", "meta")


def test_a_format_can_be_forced(tmp_path: Path) -> None:
    path = write(tmp_path / "odd.data", f"# Paletwa\n\n{TEXT}")
    assert report(path).text.startswith("# Paletwa")
    assert report(path, format_in="markdown").text.startswith("Paletwa\n")


def test_a_pdf_with_the_wrong_name(tmp_path: Path) -> None:
    path = write(tmp_path / "paletwa.txt", pdf(["Residents of Paletwa said that fighters had entered the town."]))
    assert "Paletwa" in report(path).text


def test_one_bad_report_does_not_stop_the_others_and_the_order_stays(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.txt", "")
    write(tmp_path / "c.txt", b"\x89PNG" + bytes(99))
    write(
        tmp_path / "d.jsonl",
        json.dumps({"id": "d1", "text": TEXT}) + "\nbroken\n" + json.dumps({"id": "d3", "text": TEXT}),
    )
    write(tmp_path / "e.txt", TEXT)
    found = reports(tmp_path / "missing.txt", tmp_path)
    assert [getattr(item, "code", "ok") for item in found] == [
        "no_text", "ok", "empty", "binary", "ok", "not_json", "ok", "ok",
    ]  # fmt: skip


def test_files_of_one_name_get_different_ids(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "report.txt", TEXT)
    assert [item.id for item in reports(tmp_path)] == ["report.txt", "report.txt-2"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "empty"),
        (" \n\t\r\n ", "empty"),
        ("\ufeff\u200b\n", "empty"),
        (b"PK\x03\x04" + bytes(99), "binary"),
        (bytes(range(128, 256)) * 8, "encoding"),
        ("Министерство обороны сообщило, что войска отошли из города после тяжёлых боёв.", "language"),
    ],
)
def test_texts_that_cannot_be_read(tmp_path: Path, content: str | bytes, code: str) -> None:
    found = error(write(tmp_path / "bad.txt", content))
    assert (found.id, found.code) == ("bad.txt", code)
    assert found.message


def test_an_unknown_language_names_itself(tmp_path: Path) -> None:
    assert (
        "Russian"
        in error(write(tmp_path / "a.txt", "Войска отошли из города после тяжёлых боёв, сообщили власти.")).message
    )


def test_fifty_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    begun = time.perf_counter()
    assert error(path).code == "too_large"
    assert time.perf_counter() - begun < 0.5


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path / "closed.txt", TEXT)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert error(path).code == "no_text"


def test_a_sentence_of_ten_thousand_words(tmp_path: Path) -> None:
    text = "The army said that " + "the village and " * 5_000 + "the hill were taken."
    assert report(write(tmp_path / "long.txt", text)).text == text


def test_marks_without_width_keep_their_places(tmp_path: Path) -> None:
    text = "The mayor\u200b of \u202bحمص\u202c told the council that the road to the north was open again 🕊️ on Monday."
    assert report(write(tmp_path / "marks.txt", text)).text == text


@pytest.mark.parametrize(
    "page",
    [
        PAGE[: len(PAGE) * 2 // 3],
        PAGE.replace("</p>", "").replace("</article>", ""),
        PAGE.replace("fighters", "figh\u200bters 🕊️ \u202bحمص\u202c"),
    ],
    ids=["cut off", "unclosed", "marks"],
)
def test_broken_pages_still_give_their_text_or_say_why(tmp_path: Path, page: str) -> None:
    (found,) = reports(write(tmp_path / "page.html", page))
    if isinstance(found, Unreadable):
        assert found.code == "no_text"
    else:
        assert "Paletwa" in found.text


def test_thousands_of_nested_tags_do_not_break_the_reader(tmp_path: Path) -> None:
    page = PAGE.replace("<article>", "<div>" * 5_000 + "<article>")
    (found,) = reports(write(tmp_path / "page.html", page))
    assert found.code == "no_text" if isinstance(found, Unreadable) else found.text.split()[0] in page


def test_a_page_without_a_report(tmp_path: Path) -> None:
    assert error(write(tmp_path / "page.html", "<html><body><script>load()</script></body></html>")).code in (
        "no_text",
        "empty",
    )


def test_standard_input_as_text() -> None:
    (found,) = reports("-", stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(found, Report)
    assert (found.id, found.text) == ("stdin", TEXT)


def test_standard_input_as_json_lines_is_a_stream() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as sender, os.fdopen(reading, "rb") as stdin:
        sender.write(json.dumps({"id": "s1", "text": TEXT}).encode() + b"\n")
        sender.write(json.dumps({"id": "s2", "text": TEXT}).encode() + b"\n")
        sender.flush()
        stream = read_inputs(["-"], InputOptions(stdin=stdin))
        assert next(stream).id == "s1"
        sender.close()
        assert [item.id for item in stream] == ["s2"]


def test_standard_input_that_is_too_large() -> None:
    (found,) = reports("-", stdin=io.BytesIO(b"word " * 10_000), max_bytes=20_000)
    assert isinstance(found, Unreadable) and found.code == "too_large"


def test_a_string_as_a_report() -> None:
    found = report_from_text(TEXT, published="2024-01-14", title="Paletwa")
    assert (found.id, found.title, found.published_at) == ("text", "Paletwa", "2024-01-14")
    with pytest.raises(InputError) as refused:
        report_from_text("  ")
    assert refused.value.code == "empty"


def test_without_a_day_the_report_says_what_that_means(tmp_path: Path) -> None:
    assert "relative times stay unresolved" in report(write(tmp_path / "a.txt", TEXT)).warnings[0]


def test_an_archive_is_no_report() -> None:
    with pytest.raises(InputError, match="characters") as caught:
        report_from_text("Troops left. " * 200_000)
    assert caught.value.code == "too_large"
