"""Packaged data files: what is wrong with one is told with its name and line."""

from collections.abc import Iterator

import pytest

from contested.errors import DataError
from contested.lexicon import load


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    load.yaml_data.cache_clear()
    yield
    load.yaml_data.cache_clear()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            b"verbs:\n  - shell\n  - [raze, loot\nnouns: x\n",
            r"^packaged data file lexicon/x\.yml, line \d, is not YAML: ",
        ),
        (b"verbs: !!python/object/apply:os.system [ls]\n", r"line 1, is not YAML: "),
        (b"day: 2013-99-99\n", r"^packaged data file lexicon/x\.yml is not YAML: month"),
        (b"name: \xff\xfe\n", r"^packaged data file lexicon/x\.yml is not YAML: "),
    ],
)
def test_a_broken_file_is_a_data_error_with_its_line(
    written: bytes, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "data_bytes", lambda _: written)
    with pytest.raises(DataError, match=told) as caught:
        load.yaml_data("lexicon/x.yml")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_a_data_error() -> None:
    with pytest.raises(DataError, match=r"lexicon/no-such\.yml is missing"):
        load.yaml_data("lexicon/no-such.yml")


def test_the_files_of_a_folder_are_named_in_order() -> None:
    assert load.data_names("actors")[:2] == ("africa.yml", "americas.yml")
