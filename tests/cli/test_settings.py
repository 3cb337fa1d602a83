"""Settings: the environment over the file, the file over the defaults, mistakes in one sentence."""

from pathlib import Path

import pytest

from contested.errors import SettingsError
from contested.settings import Settings, config_path


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text('max_bytes = 500\ntimeout_s = 2.5\ncache = "~/places"\n')
    return path


def test_without_anything_the_defaults_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("contested.settings.user_config_path", lambda name: tmp_path / name)
    assert Settings.load({}) == Settings(None, 20 * 1024 * 1024, 30.0, 1)


def test_the_environment_wins_over_the_file(config: Path) -> None:
    environment = {"CONTESTED_CONFIG": str(config), "CONTESTED_MAX_BYTES": "900", "CONTESTED_TIMEOUT_S": ""}
    assert Settings.load(environment) == Settings(Path.home() / "places", 900, 2.5, 1)


def test_the_file_is_where_the_environment_says(config: Path) -> None:
    assert config_path({"CONTESTED_CONFIG": str(config)}) == config
    assert config_path({}).name == "config.toml"


@pytest.mark.parametrize(
    ("name", "value"),
    [("max_bytes", "0"), ("max_bytes", "1.5"), ("timeout_s", "nan"), ("timeout_s", "-1"), ("processes", "two")],
)
def test_a_wrong_value_is_told(name: str, value: str, config: Path) -> None:
    with pytest.raises(SettingsError, match=f"the setting {name} must be a .*number above 0, not '{value}'"):
        Settings.load({"CONTESTED_CONFIG": str(config), f"CONTESTED_{name.upper()}": value})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("max_bytes = true", "max_bytes must be a number"),
        ("cache = 3", "cache must be a folder"),
        ("colour = 'red'", "unknown setting colour; known: cache, max_bytes"),
        ("max_bytes =", "cannot be read"),
    ],
)
def test_a_wrong_file_is_told(content: str, message: str, config: Path) -> None:
    config.write_text(content)
    with pytest.raises(SettingsError, match=message):
        Settings.load({"CONTESTED_CONFIG": str(config)})


def test_a_named_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no settings file"):
        Settings.load({"CONTESTED_CONFIG": str(tmp_path / "none.toml")})
