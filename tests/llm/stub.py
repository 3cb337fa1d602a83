"""A server that answers like a language model, well or badly, as a test tells it to; it runs on this machine only."""

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from contested.llm.endpoint import LanguageModel

Handler = BaseHTTPRequestHandler
Reply = Callable[[Handler], None]


@dataclass
class Stub:
    """What was asked, and the address to ask at. The last reply is given again and again."""

    replies: Sequence[Reply]
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    def model(self, **options: Any) -> LanguageModel:
        return LanguageModel(self.url, "stub-1", **options)


@contextmanager
def serving(*replies: Reply) -> Iterator[Stub]:
    stub = Stub(replies)

    class Asked(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/chat/completions"
            stub.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            stub.headers.append(dict(self.headers))
            with contextlib.suppress(OSError):
                stub.replies[min(len(stub.bodies), len(stub.replies)) - 1](self)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    stub.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def raw(status: int, body: bytes, **headers: str) -> Reply:
    def reply(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def completion(text: str | None, *, tokens: tuple[int, int] | None = (1000, 200), **choice: Any) -> Reply:
    body: dict[str, Any] = {"choices": [{"message": {"content": text}, "finish_reason": "stop", **choice}]}
    if tokens is not None:
        body["usage"] = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]}
    return raw(200, json.dumps(body).encode())


def claims(*found: Any, **how: Any) -> Reply:
    """A sound answer with these claims."""
    return completion(json.dumps({"claims": found}), **how)


def slowly(seconds: float, reply: Reply) -> Reply:
    def late(handler: Handler) -> None:
        time.sleep(seconds)
        reply(handler)

    return late


def dripping(handler: Handler) -> None:
    """Headers at once, then a byte now and then."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def hanging_up(handler: Handler) -> None:
    handler.connection.close()


def claim(trigger: str, type: str, quote: str, sentence: int = 1, **more: Any) -> dict[str, Any]:
    """A claim as the model is asked for it; what is not given is null or asserted."""
    empty = dict.fromkeys(
        ("source", "cue", "actor", "target", "instrument", "controller", "previous", "object", "origin", "destination")
    )
    mood = {"stance": "asserts", "polarity": "+", "modality": "actual"}
    return {**empty, **mood, "sentence": sentence, "quote": quote, "trigger": trigger, "type": type, **more}
