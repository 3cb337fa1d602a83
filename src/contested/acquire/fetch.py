"""Pages from the web, one GET each, hop by hop, and nothing from inside the own network unless it is allowed.

Every hop's name is resolved here and every address checked; the connection then goes to the checked address itself
(with the name in the Host header and in TLS), so that a name that answers differently the second time gains nothing.
"""

import ipaddress
import re
import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit

from contested.acquire.files import too_large
from contested.acquire.options import FormatIn, InputOptions, Raw
from contested.errors import InputError
from contested.lexicon import yaml_data

if TYPE_CHECKING:
    import httpx

USER_AGENT = "contested/0.1 (reads single news pages for research)"
MOST_HOPS = 8
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_KINDS: dict[str, FormatIn] = {
    "text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "text/markdown": "markdown",
    "application/x-ndjson": "jsonl", "application/jsonl": "jsonl",
}  # fmt: skip
_REFUSED = {
    401: "asks for a login", 403: "refuses access", 404: "does not exist", 410: "no longer exists",
    402: "asks for payment", 429: "gets too many requests: try again later", 451: "is blocked for legal reasons",
}  # fmt: skip


def fetch(url: str, options: InputOptions) -> Raw:
    """The page behind the URL as received, with its final address.

    InputError `fetch` where it cannot be had (the sentence says why), `timeout`, or `too_large`.
    """
    import httpx

    deadline = time.monotonic() + options.timeout_s
    timeout = httpx.Timeout(options.timeout_s, connect=min(10.0, options.timeout_s))
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5",
    }
    try:
        with httpx.Client(timeout=timeout, headers=headers, follow_redirects=False) as client:
            return _follow(client, url, options, deadline)
    except httpx.TimeoutException as error:
        raise _late(url, options) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise InputError("fetch", f"{url} could not be fetched: {error or type(error).__name__}") from error


def _follow(client: "httpx.Client", url: str, options: InputOptions, deadline: float) -> Raw:
    """The answer at the end of the redirects."""
    here = url
    for _ in range(MOST_HOPS):
        request = _request(client, here, options)
        response = client.send(request, stream=True)
        try:
            if response.is_redirect:
                here = urljoin(here, response.headers["location"])
                continue
            return _answer(response, url, here, options, deadline)
        finally:
            response.close()
    raise InputError("fetch", f"{url} leads on more than {MOST_HOPS} times")


def _request(client: "httpx.Client", url: str, options: InputOptions) -> "httpx.Request":
    """A GET to the checked address of the URL's host."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputError("fetch", f"{url} is not an address") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise InputError("fetch", f"{url} is not an http or https address")
    if parts.username is not None:
        raise InputError("fetch", "the address holds a user name: leave it out")
    address = _address(host, port or (443 if parts.scheme.lower() == "https" else 80), options)
    literal = f"[{address}]" if ":" in address else address
    netloc = literal if port is None else f"{literal}:{port}"
    request = client.build_request("GET", urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, "")))
    request.headers["Host"] = (
        parts.netloc.rsplit("@", 1)[-1].encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    )
    request.extensions["sni_hostname"] = host if host.isascii() else host.encode("idna").decode("ascii")
    return request


def _address(host: str, port: int, options: InputOptions) -> str:
    """The first address of the host, once all are checked; InputError `fetch` if one is not open to the world."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError("fetch", f"the host {host} is not known") from error
    addresses = [str(entry[4][0]).split("%", 1)[0] for entry in found]
    if not options.allow_private and not all(is_public(address) for address in addresses):
        raise InputError("fetch", f"{host} is an address inside a private network: allow private addresses to fetch it")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is open to the world: not private, loopback, link-local, multicast or reserved.

    IPv4 addresses wrapped into IPv6 ones (mapped, 6to4, Teredo, NAT64) are unwrapped first.
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _answer(response: "httpx.Response", asked: str, here: str, options: InputOptions, deadline: float) -> Raw:
    _require_page(response.status_code, asked, here)
    size = response.headers.get("content-length", "")
    if size.isdigit() and int(size) > options.max_bytes:
        raise too_large(int(size), options.max_bytes)
    received = bytearray()
    for chunk in response.iter_bytes():
        received += chunk
        if len(received) > options.max_bytes:
            raise too_large(None, options.max_bytes)
        if time.monotonic() > deadline:
            raise _late(asked, options)
    media = response.headers.get("content-type", "").split(";", 1)[0].strip().lower()
    if media.startswith(("image/", "audio/", "video/", "font/")):
        raise InputError("binary", f"{asked} is of the kind {media}, not a page with text")
    return Raw(asked, bytes(received), _KINDS.get(media), url=here, charset=response.charset_encoding)


def _require_page(status: int, asked: str, here: str) -> None:
    """InputError `fetch` unless the answer is the page asked for and not an error, a login or a cookie wall."""
    if status in _REFUSED:
        raise InputError("fetch", f"{asked} {_REFUSED[status]} (HTTP {status})")
    if not 200 <= status < 300:
        raise InputError("fetch", f"{asked} answers with an error (HTTP {status})")
    walls = set(yaml_data("lexicon/walls.yml")["words"])
    if _parts(here) & walls and not _parts(asked) & walls:
        raise InputError("fetch", f"{asked} leads to {here}, which asks for a login, a subscription or consent")


def _parts(url: str) -> set[str]:
    split = urlsplit(url.lower())
    return {*re.split(r"[/._]", split.path), *(split.hostname or "").split(".")}


def _late(url: str, options: InputOptions) -> InputError:
    return InputError("timeout", f"{url} did not answer within {options.timeout_s:g} seconds")
