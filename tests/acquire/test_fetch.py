import contextlib
import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from contested.acquire.fetch import USER_AGENT, fetch, is_public
from contested.acquire.inputs import read_inputs
from contested.acquire.options import InputOptions
from contested.acquire.page import outlet_of
from contested.errors import InputError
from contested.model.report import Report, Unreadable

STORY = (
    "<html><head><title>Bridge reopened</title></head><body><article><h1>Bridge reopened at Severodonetsk</h1>"
    + "<p>Engineers reopened the bridge on Friday, the regional administration said in a statement to reporters.</p>"
    * 4
    + "</article></body></html>"
)


class Site(BaseHTTPRequestHandler):
    """A small site with what real ones do: redirects, errors, walls, slowness."""

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path == "/moved":
            self.answer(302, b"", location="/" + self.path.partition("?")[2])
        elif path == "/inside":
            self.answer(302, b"", location="http://169.254.169.254/latest")
        elif path == "/scheme":
            self.answer(302, b"", location="file:///etc/hostname")
        elif path == "/circle":
            self.answer(302, b"", location="/circle")
        elif path.startswith("/status/"):
            self.answer(int(path.rsplit("/", 1)[1]), b"no")
        elif path == "/slow":
            time.sleep(1.5)
            self.answer(200, b"late")
        elif path == "/drip":
            self.drip()
        elif path == "/bomb":
            self.answer(200, gzip.compress(b"a" * 3_000_000), **{"content-encoding": "gzip"})
        elif path == "/latin":
            self.answer(
                200, STORY.replace("bridge", "café").encode("latin-1"), **{"content-type": "text/html; charset=latin-1"}
            )
        elif path == "/image":
            self.answer(200, b"\x89PNG", **{"content-type": "image/png"})
        elif path == "/agent":
            self.answer(
                200, f"{self.headers['User-Agent']}|{self.headers['Host']}".encode(), **{"content-type": "text/plain"}
            )
        else:
            self.answer(200, STORY.encode())

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content-type": "text/html", "content-length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(40):
                self.wfile.write(b"drop ")
                self.wfile.flush()
                time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output stays clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


LOCAL = InputOptions(allow_private=True, timeout_s=5)


def refused(url: str, options: InputOptions = LOCAL) -> InputError:
    with pytest.raises(InputError) as error:
        fetch(url, options)
    return error.value


def test_a_page_is_fetched_and_read(site: str) -> None:
    (report,) = read_inputs([f"{site}/2022/03/04/bridge"], LOCAL)
    assert isinstance(report, Report)
    assert "reopened the bridge" in report.text
    assert (report.id, report.url) == (f"{site}/2022/03/04/bridge", f"{site}/2022/03/04/bridge")
    assert (report.published_at, report.published_basis) == ("2022-03-04", "url")


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    error = refused(f"{site}/", InputOptions())
    assert error.code == "fetch"
    assert "private" in error.message
    (item,) = read_inputs([f"{site}/"])
    assert isinstance(item, Unreadable) and item.code == "fetch"


def test_every_hop_is_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contested.acquire.fetch.is_public", lambda address: address == "127.0.0.1")
    assert "private" in refused(f"{site}/inside", InputOptions()).message


def test_the_connection_goes_to_the_address_that_was_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def answers(host: str, *args: object, **kwargs: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if host == "news.example" else host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    port = site.rsplit(":", 1)[1]
    raw = fetch(f"http://news.example:{port}/agent", LOCAL)
    assert raw.data.decode() == f"{USER_AGENT}|news.example:{port}"
    assert asked.count("news.example") == 1
    assert raw.url == f"http://news.example:{port}/agent"


def test_redirects_are_followed_to_the_end(site: str) -> None:
    assert fetch(f"{site}/moved?story", LOCAL).url == f"{site}/story"
    assert "more than" in refused(f"{site}/circle").message
    assert "not an http or https" in refused(f"{site}/scheme").message


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "login"), (403, "refuses"), (404, "does not exist"), (429, "too many"), (451, "legal"), (500, "HTTP 500")],
)
def test_errors_of_the_site_say_what_they_are(site: str, status: int, words: str) -> None:
    error = refused(f"{site}/status/{status}")
    assert error.code == "fetch"
    assert words in error.message


@pytest.mark.parametrize("wall", ["login", "consent/v2", "user/sign-in"])
def test_walls_are_told(site: str, wall: str) -> None:
    error = refused(f"{site}/moved?{wall}")
    assert error.code == "fetch"
    assert "asks for a login" in error.message


def test_an_address_that_names_a_login_itself_is_fetched(site: str) -> None:
    assert fetch(f"{site}/news/login-attacks/login", LOCAL).data


@pytest.mark.parametrize("path", ["slow", "drip"])
def test_slow_sites_time_out(site: str, path: str) -> None:
    begun = time.monotonic()
    assert refused(f"{site}/{path}", InputOptions(allow_private=True, timeout_s=0.3)).code == "timeout"
    assert time.monotonic() - begun < 1.4


def test_large_pages_are_cut_off(site: str) -> None:
    assert refused(f"{site}/", InputOptions(allow_private=True, max_bytes=200)).code == "too_large"
    assert refused(f"{site}/bomb", InputOptions(allow_private=True, max_bytes=100_000)).code == "too_large"


def test_the_header_names_the_encoding(site: str) -> None:
    (report,) = read_inputs([f"{site}/latin"], LOCAL)
    assert isinstance(report, Report)
    assert "reopened the café" in report.text


def test_images_are_no_pages(site: str) -> None:
    assert refused(f"{site}/image").code == "binary"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.example/a",
        "http://",
        "http://user:secret@news.example/",
        "http://news.example:99999/",
        "http://[::1/",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    error = refused(url)
    assert error.code == "fetch"
    assert "secret" not in error.message


def test_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert refused(f"http://127.0.0.1:{taken.getsockname()[1]}/").code == "fetch"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.5.5", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "240.0.0.1", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"],
)  # fmt: skip
def test_addresses_that_are_not_open_to_the_world(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:8.8.8.8"])
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


def test_outlets_by_their_host() -> None:
    assert outlet_of("https://www.bbc.co.uk/news/1") == "BBC News"
    assert outlet_of("https://english.alarabiya.net/a") == "Al Arabiya"
    assert outlet_of("https://notbbc.co.uk/") is None
    assert outlet_of("http://[broken") is None
    assert outlet_of(None) is None
