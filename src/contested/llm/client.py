"""One question to the endpoint, with bounds on time, size and tries. Every failure is one sentence without the key."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from contested.errors import InputError, SettingsError
from contested.llm.endpoint import KEY, LanguageModel, key

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 4 * 1024 * 1024
"""Bytes of the longest answer: a thousand claims need less than one."""
TRIES = 3
LONGEST_PAUSE_S = 30.0
_SHAPE_REFUSED = frozenset({400, 422})
"""What servers answer that do not know `response_format`; they are asked once more without it."""
_NOT_THERE = {
    401: f"wants a key, or another one: {KEY} holds it", 403: f"does not accept the key: {KEY} holds it",
    404: "does not know this address or model", 405: "takes no questions at this address",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model wrote, and the tokens the server counted (None where it does not say)."""

    text: str
    tokens_in: int | None
    tokens_out: int | None


def ask(model: LanguageModel, body: Mapping[str, Any], deadline: float) -> Answer:
    """The model's answer to a chat completion, to be had before `deadline` (time.monotonic).

    InputError `timeout` or `fetch`, one sentence, where there is none; SettingsError where no other report would get
    one either: a wrong key, address or model, or an endpoint that leads elsewhere.
    """
    import httpx

    try:
        with httpx.Client(
            timeout=model.timeout_s, headers=_headers(), follow_redirects=False, trust_env=model.encrypted
        ) as client:
            return _answer(_tried(client, model, dict(body), deadline), model)
    except httpx.TimeoutException:
        raise _late(model) from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise InputError(
            "fetch", f"no language model answers at {model.host}: is it running? ({type(error).__name__})"
        ) from None


def _headers() -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
    found = key()
    return headers | {"Authorization": f"Bearer {found}"} if found else headers


def _tried(client: "httpx.Client", model: LanguageModel, body: dict[str, Any], deadline: float) -> bytes:
    """The answer's bytes, asked for again after a pause where the server is busy or fails."""
    for attempt in range(1, TRIES + 1):
        left = deadline - time.monotonic()
        if left <= 0:
            raise _late(model)
        with client.stream(
            "POST", f"{model.url.rstrip('/')}/chat/completions", content=msgspec.json.encode(body), timeout=left
        ) as response:
            if response.status_code == 200:
                return _received(response, model, deadline)
            pause = _pause(response.headers.get("retry-after", ""), attempt)
        pause = _ready_again(model, response.status_code, body, pause)
        if attempt == TRIES or time.monotonic() + pause > deadline:
            break
        time.sleep(pause)
    raise InputError("fetch", f"the language model at {model.host} fails or is too busy (HTTP {response.status_code})")


def _ready_again(model: LanguageModel, status: int, body: dict[str, Any], pause: float) -> float:
    """Seconds until the next try, which leaves out what the server does not know; an error where none can help."""
    if status in _NOT_THERE:
        raise SettingsError(f"the language model at {model.host} {_NOT_THERE[status]} (HTTP {status})")
    if 300 <= status < 400:
        raise SettingsError(f"{model.host} leads elsewhere (HTTP {status}): give the address where the model answers")
    if status in _SHAPE_REFUSED and body.pop("response_format", None) is not None:
        return 0.0
    if status != 429 and status < 500:
        raise InputError("fetch", f"the language model at {model.host} does not take the question (HTTP {status})")
    return pause


def _pause(asked: str, attempt: int) -> float:
    """Seconds until the next try: what the server asks for, within bounds, or longer each time."""
    by_itself = float(2 ** (attempt - 1)) / 2
    return min(float(asked), LONGEST_PAUSE_S) if asked.isascii() and asked.isdigit() else by_itself


def _received(response: "httpx.Response", model: LanguageModel, deadline: float) -> bytes:
    received = bytearray()
    for chunk in response.iter_raw():
        received += chunk
        if len(received) > MOST_BYTES:
            raise InputError("fetch", f"the language model's answer is longer than {MOST_BYTES} bytes")
        if time.monotonic() > deadline:
            raise _late(model)
    return bytes(received)


def _late(model: LanguageModel) -> InputError:
    return InputError(
        "timeout", f"the language model at {model.host} did not answer within {model.timeout_s:g} seconds"
    )


def _answer(received: bytes, model: LanguageModel) -> Answer:
    """The first choice's text. InputError `fetch` for what is no chat completion, a refusal, or was cut off."""
    try:
        found = msgspec.json.decode(received)
        choice = found["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content"), message.get("refusal")
    except (msgspec.DecodeError, RecursionError, KeyError, IndexError, TypeError, AttributeError):
        raise InputError("fetch", f"what {model.host} answers is no chat completion") from None
    if refusal or not isinstance(text, str) or not text.strip():
        raise InputError("fetch", "the language model did not want to read the report")
    if choice.get("finish_reason") == "length":
        raise InputError("fetch", "the language model's answer was cut off: it may not write enough tokens")
    usage = found.get("usage")
    return Answer(text, _count(usage, "prompt_tokens"), _count(usage, "completion_tokens"))


def _count(usage: object, name: str) -> int | None:
    value = usage.get(name) if isinstance(usage, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
