import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.acquire.jsonl import read_jsonl
from contested.acquire.options import InputOptions
from contested.model.report import Report, Unreadable

TEXT = "The ferry to Haju was fired on, its captain said. Two of the passengers were hurt and one is missing."


def read(*lines: str | bytes | dict[str, Any], **options: Any) -> list[Report | Unreadable]:
    raw = [
        line if isinstance(line, bytes) else (line if isinstance(line, str) else json.dumps(line)).encode()
        for line in lines
    ]
    return list(read_jsonl(io.BytesIO(b"\n".join(raw)), InputOptions(**options), name="in.jsonl"))


def one(record: dict[str, Any], **options: Any) -> Report:
    (report,) = read(record, **options)
    assert isinstance(report, Report), report
    return report


def test_all_fields_of_the_contract() -> None:
    report = one(
        {"id": "r1", "text": TEXT, "title": "Ferry fired on", "url": "https://n.example/a", "source": "Haju Radio",
         "published_at": "2021-02-03T10:00:00Z", "language": "en"}
    )  # fmt: skip
    assert (report.id, report.text, report.title, report.url) == ("r1", TEXT, "Ferry fired on", "https://n.example/a")
    assert (report.source, report.published_at, report.published_basis) == ("Haju Radio", "2021-02-03", "given")
    assert (report.language, report.warnings) == ("en", ())
    assert len(report.sha256) == len(report.text_sha256) == 64


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("not json at all", "not_json"),
        ('{"text": "cut off', "not_json"),
        ("[" * 100_000, "not_json"),
        ('["text"]', "not_object"),
        ('"text"', "not_object"),
        ("17", "not_object"),
        ("null", "not_object"),
        ("{}", "no_text"),
        ('{"text": null, "html": null}', "no_text"),
        ('{"text": 5}', "no_text"),
        ('{"text": ""}', "empty"),
        ('{"text": " \\n\\t "}', "empty"),
        (json.dumps({"text": TEXT, "language": "fr"}), "language"),
        (json.dumps({"text": TEXT * 60}), "too_large"),
    ],
)
def test_a_bad_line_gives_an_error_and_the_next_goes_on(line: str, code: str) -> None:
    bad, good = read(line, {"id": "good", "text": TEXT}, max_bytes=5_000)
    if code == "not_json" and len(line) > 5_000:
        code = "too_large"
    assert isinstance(bad, Unreadable)
    assert (bad.code, bad.id, bad.line, bad.source) == (code, None, 1, "in.jsonl")
    assert isinstance(good, Report) and good.id == "good"


def test_deep_nesting_does_not_break_the_reader() -> None:
    bad, good = read("[" * 100_000, {"id": "good", "text": TEXT})
    assert isinstance(bad, Unreadable) and bad.code == "not_json"
    assert isinstance(good, Report)


def test_an_error_carries_the_id_if_there_is_one() -> None:
    (bad,) = read({"id": "r7", "text": ""})
    assert isinstance(bad, Unreadable)
    assert (bad.id, bad.line) == ("r7", None)


def test_blank_lines_are_passed_over_but_counted() -> None:
    first, second = read("", "  ", json.dumps({"text": TEXT}), "\r", "oops")
    assert isinstance(first, Report)
    assert isinstance(second, Unreadable) and second.line == 5


def test_missing_ids_are_made_from_the_line_and_stay_the_same() -> None:
    line = json.dumps({"text": TEXT})
    first, again, other = read(line, line, {"text": TEXT + "!"})
    assert first.id == read({"id": "x", "text": TEXT}, line)[1].id
    assert again.id == f"{first.id}-2"
    assert other.id not in (first.id, again.id)


def test_ids_that_are_numbers_become_text() -> None:
    assert one({"id": 17, "text": TEXT}).id == "17"
    assert one({"id": ["a"], "text": TEXT}).id.startswith("r-")


def test_fields_of_the_wrong_kind_are_passed_over_with_a_warning() -> None:
    report = one({"text": TEXT, "title": 5, "source": None, "published_at": 1370390400, "language": "en"})
    assert (report.title, report.published_at) == (None, None)
    assert "title is not text and was passed over" in report.warnings
    assert "published_at is not text and was passed over" in report.warnings


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    line = '{"id": "s\\udc00", "text": "' + TEXT + ' \\ud800 end", "title": "\\udfff"}'
    (report,) = read(line)
    assert isinstance(report, Report)
    assert report.text == TEXT + " \ufffd end"
    assert (report.id, report.title) == ("s\ufffd", "\ufffd")
    assert any("surrogate" in warning for warning in report.warnings)
    json.dumps([report.text, report.id, report.title], ensure_ascii=False).encode("utf-8")


def test_pairs_of_surrogates_are_one_character() -> None:
    (report,) = read('{"text": "' + TEXT + ' \\ud83d\\udd4a"}')
    assert isinstance(report, Report)
    assert report.text.endswith("\N{DOVE OF PEACE}")


def test_a_line_in_another_encoding_is_read_with_a_warning() -> None:
    mixed = '{"text": "Médecins Sans Frontières: '.encode() + f'the team’s hospital. {TEXT}"}}'.encode("cp1252")
    (report,) = read(mixed)
    assert isinstance(report, Report)
    assert report.text.startswith("Médecins Sans Frontières: the team’s hospital.")
    assert "Windows-1252" in report.warnings[0]


def test_a_byte_order_mark_in_front_is_no_error() -> None:
    (report,) = read(b"\xef\xbb\xbf" + json.dumps({"id": "b", "text": TEXT}).encode())
    assert report.id == "b"


def test_a_long_line_is_not_read_whole() -> None:
    class Counting(io.BytesIO):
        longest = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            self.longest = max(self.longest, len(line))
            return line

    file = Counting(b'{"text": "' + b"x" * 8_000_000 + b'"}\n' + json.dumps({"id": "good", "text": TEXT}).encode())
    bad, good = read_jsonl(file, InputOptions(max_bytes=1_000_000))
    assert isinstance(bad, Unreadable) and (bad.code, bad.line) == ("too_large", 1)
    assert good.id == "good"
    assert file.longest <= 1 << 20


def test_lines_are_read_one_by_one() -> None:
    file = io.BytesIO((json.dumps({"text": TEXT}) + "\n").encode() * 3)
    reports = read_jsonl(file, InputOptions())
    next(reports)
    assert file.tell() < 2 * (len(TEXT) + 20)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300).filter(
    lambda t: t.strip("\ufeff\u200b \xa0").strip()
)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_text_comes_out_unchanged_and_blocks_lie_inside(text: str) -> None:
    (report,) = read({"id": "p", "text": text, "language": "en"})
    if isinstance(report, Unreadable):
        assert report.code == "empty"
        return
    assert report.text == text
    assert all(0 <= block.start < block.end <= len(text) for block in report.blocks)
    assert all(a.end <= b.start for a, b in zip(report.blocks, report.blocks[1:], strict=False))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_reports_or_errors(data: bytes) -> None:
    for item in read_jsonl(io.BytesIO(data), InputOptions()):
        assert isinstance(item, Report | Unreadable)
