"""Files of the user's: what is taken and how a wrong one is refused."""

from pathlib import Path

import pytest

from contested.errors import SettingsError
from contested.grounding.gazetteer import add, index_path
from contested.grounding.gazetteer.added import added_files, read_added

DUMP = "1 Testville Testville TestCity,Тест 48.5 37.5 P PPL UA _ 05 _ _ _ 1200 _ 100 Europe/Kiev 2020-01-01\n"
DUMP = DUMP.replace(" ", "\t").replace("_", "")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path / "cache"))
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_dump_of_geonames(own_folder: Path) -> None:
    file = write(own_folder, "XX.txt", DUMP)
    (row,) = read_added(file)
    assert row.names == ("Testville", "TestCity", "Тест")
    assert (row.lat, row.lon, row.country, row.population, row.geonames_id) == (48.5, 37.5, "UA", 1200, 1)


def test_table_with_pcodes(own_folder: Path) -> None:
    text = (
        "Name,Latitude,Longitude,Country,PCODE,ADM1_name,alt_names\nMaidan,13.6,44.0,ye,YE1512,Taiz,Al Maydan;الميدان\n"
    )
    (row,) = read_added(write(own_folder, "yemen.csv", text))
    assert row.pcode == "YE1512"
    assert row.country == "YE"
    assert row.names == ("Maidan", "Al Maydan", "الميدان")
    assert row.population is None


def test_adding_keeps_a_copy_and_asks_for_a_new_index(own_folder: Path) -> None:
    before = index_path()
    assert add(write(own_folder, "XX.txt", DUMP)) == 1
    assert [file.name for file in added_files()] == ["XX.txt"]
    assert index_path() != before


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "name,latitude\nX,1\n", "no column lon"),
        ("a.csv", "name,lat,lon\nX,north,1\n", "line 2: 'north'"),
        ("a.csv", "name,lat,lon\nX,95,1\n", "line 2: '95'"),
        ("a.csv", "name,lat,lon\n,5,1\n", "line 2: no name"),
        ("a.csv", "name,lat,lon\n", "no places"),
        ("a.txt", "only\tthree\tcolumns\n", "line 1: 3 columns"),
        ("a.xlsx", "x", "give a GeoNames dump"),
    ],
)
def test_wrong_files_are_refused_with_the_reason(own_folder: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        add(write(own_folder, name, text))
    assert added_files() == []


def test_missing_file_and_wrong_encoding(own_folder: Path) -> None:
    with pytest.raises(SettingsError, match="no such file"):
        add(own_folder / "none.csv")
    (own_folder / "b.csv").write_bytes("name,lat,lon\nMünchen,1,2\n".encode("latin-1"))
    with pytest.raises(SettingsError, match="UTF-8"):
        add(own_folder / "b.csv")
