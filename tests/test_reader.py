"""The library's door: what counts as a text and what as a file, wrong calls, streams of many kinds of source."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import contested
from contested import InputError, Reader, Report

TAIZ = "Residents of Taiz said on Sunday that shelling had killed three people. The group denied firing on the city."
GAO = "The army said two soldiers were killed in Gao on Tuesday. Rebels denied shelling the town."


@pytest.mark.parametrize("text", ["", " ", "\n\t \n", "\ufeff", "\u200b\u200b"])
def test_nothing_is_empty_and_not_the_current_folder(text: str) -> None:
    with pytest.raises(InputError) as caught:
        contested.read(text)
    assert caught.value.code == "empty"


@pytest.mark.parametrize("times", [1, 4, 8, 60])
def test_a_long_line_is_a_text_and_no_name(times: int) -> None:
    text = " ".join([TAIZ] * times)
    assert contested.read(text).text == text


@pytest.mark.parametrize("text", ["Troops\0 left Gao.", "Troops \ud800 left Gao.", "x" * 300, "~nobody/at/home"])
def test_what_can_be_no_name_is_a_text(text: str) -> None:
    assert len(contested.read(text).text) == len(text)


def test_a_name_a_path_and_a_report_give_the_same(tmp_path: Path) -> None:
    file = tmp_path / "gao.txt"
    file.write_text(GAO, encoding="utf-8")
    ways: list[str | Path | Report] = [str(file), file, GAO, Report(id="r", text=GAO)]
    readings = list(Reader(published="2024-03-06", gate="none").pipe(ways))
    assert [reading.report.id for reading in readings] == ["gao.txt", "gao.txt", "text3", "r"]
    assert readings[0].claims
    assert all(reading.claims == readings[0].claims for reading in readings)


def test_a_report_made_by_hand_keeps_what_it_says_of_itself() -> None:
    report = Report(
        id="x7",
        text=TAIZ,
        source="Aden Post",
        url="https://aden.example/7",
        title="Shelling",
        published_at="2022-01-03",
    )
    found = contested.read(report).report
    assert isinstance(found, Report)
    assert (found.id, found.source, found.url, found.title) == ("x7", "Aden Post", "https://aden.example/7", "Shelling")
    assert (found.published_at, found.published_basis) == ("2022-01-03", "given")
    assert found.blocks


def test_a_text_in_a_report_is_never_taken_for_a_file(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(GAO, encoding="utf-8")
    assert contested.read(Report(id="from a stranger", text=str(file))).text == str(file)


@pytest.mark.parametrize("day", ["2024-03-06", date(2024, 3, 6), datetime(2024, 3, 6, 23, 30)])
def test_the_day_may_be_a_string_a_day_or_a_moment(day: Any) -> None:
    found = contested.read(GAO, published=day).report
    assert isinstance(found, Report)
    assert found.published_at == "2024-03-06"


@pytest.mark.parametrize("wrong", [{"published": "yesterday"}, {"published": "2024-02-30"}, {"gate": "konflict"}])
def test_wrong_options_are_told_at_once(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"yesterday|day|gate"):
        Reader(**wrong)


@pytest.mark.parametrize("source", [5, None, b"bytes", ["a list"]])
def test_what_is_no_source_is_a_type_error(source: Any) -> None:
    with pytest.raises(TypeError, match="a source is a text, a Path, a URL or a Report, not "):
        contested.read(source)


@pytest.mark.parametrize("source", [GAO, Path("gao.txt"), Report(id="r", text=GAO), b"bytes"])
def test_one_source_is_not_taken_for_many(source: Any) -> None:
    with pytest.raises(TypeError, match="several sources"):
        Reader().pipe(source)


def test_no_processes_are_a_wrong_call() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        Reader().pipe([], processes=0)


def test_read_refuses_several_reports(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in (GAO, TAIZ)), encoding="utf-8")
    with pytest.raises(ValueError, match="more than one report"):
        contested.read(file)
    assert len(list(Reader().pipe([file]))) == 2


def test_a_file_without_a_report_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "none.jsonl"
    file.write_text("\n\n", encoding="utf-8")
    with pytest.raises(InputError, match="holds no report") as caught:
        contested.read(file)
    assert caught.value.code == "empty"


def test_missing_files_are_errors_in_their_place(tmp_path: Path) -> None:
    codes = [r.error and r.error.code for r in Reader().pipe([GAO, tmp_path / "none.txt", "ftp://x.example/a", TAIZ])]
    assert codes == [None, "no_text", None, None], "an address of another scheme is a text to the library"


def test_sources_are_taken_as_they_are_needed() -> None:
    taken = []

    def sources() -> Any:
        for number in range(1000):
            taken.append(number)
            yield Report(id=str(number), text=TAIZ, blocks=())

    assert next(Reader().pipe(sources())).report.id == "0"
    assert len(taken) < 20
