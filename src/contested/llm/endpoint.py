"""Where the language model is, and what is asked of that address before anything is sent to it."""

import os
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from contested.errors import SettingsError

KEY = "CONTESTED_LLM_KEY"
"""The environment variable of the key: no option, no file and no object holds it, so that nothing can print it."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A language model behind an OpenAI-compatible endpoint.

    `url` is the base address ("https://host/v1"), `name` the model's. `timeout_s` bounds the wait for one report in
    seconds; prices are for a million tokens in any currency, None where not given. Plain http goes to this machine
    only; `allow_private` lets it go to an address inside the own network too. SettingsError for an address that may
    not be used.
    """

    url: str
    name: str
    timeout_s: float = 120.0
    price_in: float | None = None
    price_out: float | None = None
    allow_private: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise SettingsError("the language model needs a name")
        _require_safe(_parts(self.url), allow_private=self.allow_private)

    @property
    def host(self) -> str:
        """Host and port, for messages."""
        return urlsplit(self.url).netloc

    @property
    def encrypted(self) -> bool:
        """Whether the way there is encrypted."""
        return urlsplit(self.url).scheme == "https"


def key() -> str | None:
    """The user's key, None where there is none; SettingsError, without the key, where it cannot be one."""
    found = os.environ.get(KEY, "").strip()
    if not (found.isascii() and found.isprintable()):
        raise SettingsError(f"{KEY} holds characters that no key has")
    return found or None


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        named = parts.hostname and (parts.port is None or parts.port)
    except ValueError as error:
        raise SettingsError("the language model's address is not an address") from error
    if parts.scheme not in ("http", "https") or not named:
        raise SettingsError("the language model's address is not an http or https address")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise SettingsError(f"the language model's address must be a bare one: the key belongs into {KEY}")
    return parts


def _require_safe(parts: SplitResult, *, allow_private: bool) -> None:
    """SettingsError unless the address is this machine, encrypted, or inside the own network by permission."""
    host = parts.hostname or ""
    address = _literal(host)
    if host == "localhost" or (address is not None and address.is_loopback):
        return
    inside = address is not None and not address.is_global
    if inside and not allow_private:
        raise SettingsError(f"{host} is an address inside a private network: --llm-private lets the model be there")
    if address is not None and (address.is_link_local or address.is_multicast or address.is_unspecified):
        raise SettingsError(f"{host} is no address of a language model")
    if parts.scheme == "http" and not inside:
        raise SettingsError(f"the language model at {host} must be asked by https: report and key would be readable")


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    """The host as an IP address (wrapped IPv4 ones unwrapped); None for a name."""
    try:
        address = ip_address(host)
    except ValueError:
        return None
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address
