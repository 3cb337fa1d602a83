"""What a user can set once for all runs: environment variables CONTESTED_*, or one TOML file; the environment wins.

The file is `config.toml` in the user's configuration folder (docs/cli.md says where that is), or the one that
CONTESTED_CONFIG names. Options of a command win over both.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from contested.errors import SettingsError

PREFIX = "CONTESTED_"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run. `cache` is the folder of the gazetteer index, None for the user's cache folder.

    `ledger` is a path or `postgresql://` address, None for DATABASE_URL or else a file in the user's data folder.
    `max_bytes` bounds one report, `timeout_s` the wait for one page in seconds, `processes` is how many read at once.
    `llm_url`, `llm_model`, `llm_timeout_s` and the prices for a million tokens are of the language model that the
    engine llm asks, None where none is named; its key is no setting (docs/language-model.md).
    """

    cache: Path | None = None
    max_bytes: int = 20 * 1024 * 1024
    timeout_s: float = 30.0
    processes: int = 1
    ledger: str | None = None
    llm_url: str | None = None
    llm_model: str | None = None
    llm_timeout_s: float = 120.0
    llm_price_in: float | None = None
    llm_price_out: float | None = None

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings of this user; SettingsError with a sentence for people where one is wrong."""
        environment = os.environ if environment is None else environment
        given: dict[str, Any] = _from_file(environment)
        given |= {name: environment[_variable(name)] for name in _CHECKS if environment.get(_variable(name))}
        checked: dict[str, Any] = {name: _CHECKS[name](name, value) for name, value in given.items()}
        return cls(**checked)


def config_path(environment: Mapping[str, str] | None = None) -> Path:
    """Where the settings file is looked for."""
    environment = os.environ if environment is None else environment
    named = environment.get(PREFIX + "CONFIG")
    return Path(named).expanduser() if named else user_config_path("contested") / "config.toml"


def _variable(name: str) -> str:
    return PREFIX + name.upper()


def _from_file(environment: Mapping[str, str]) -> dict[str, Any]:
    path = config_path(environment)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if environment.get(PREFIX + "CONFIG"):
            raise SettingsError(f"there is no settings file {path} ({PREFIX}CONFIG names it)") from error
        return {}
    except (OSError, ValueError) as error:
        raise SettingsError(f"the settings file {path} cannot be read: {error}") from error
    for name in data:
        if name not in _CHECKS:
            raise SettingsError(f"the settings file {path} has an unknown setting {name}; known: {', '.join(_CHECKS)}")
    return data


def _folder(name: str, value: Any) -> Path:
    if not isinstance(value, str):
        raise SettingsError(f"the setting {name} must be a folder, not {value!r}")
    return Path(value).expanduser()


def _address(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise SettingsError(f"the setting {name} must be a path or an address, not {value!r}")
    return value


def _name(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise SettingsError(f"the setting {name} must be a word, not {value!r}")
    return value


def _whole_number(name: str, value: Any) -> int:
    number = _number(name, value)
    if not number.is_integer():
        raise SettingsError(f"the setting {name} must be a whole number above 0, not {value!r}")
    return int(number)


def _number(name: str, value: Any) -> float:
    try:
        number = 0.0 if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = 0.0
    if not 0 < number < float("inf"):
        raise SettingsError(f"the setting {name} must be a number above 0, not {value!r}")
    return number


_CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "cache": _folder,
    "max_bytes": _whole_number,
    "timeout_s": _number,
    "processes": _whole_number,
    "ledger": _address,
    "llm_url": _name,
    "llm_model": _name,
    "llm_timeout_s": _number,
    "llm_price_in": _number,
    "llm_price_out": _number,
}
