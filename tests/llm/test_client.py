import time

import pytest

from contested.errors import InputError, SettingsError
from contested.llm.client import MOST_BYTES, Answer, ask
from contested.llm.endpoint import KEY, LanguageModel
from tests.llm.stub import Reply, completion, dripping, hanging_up, raw, serving, slowly

SECRET = "sk-not-to-be-seen"
BODY = {"model": "stub-1", "messages": [], "response_format": {"type": "json_schema"}}


@pytest.fixture(autouse=True)
def _with_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, SECRET)


def asked(model: LanguageModel) -> Answer:
    return ask(model, BODY, time.monotonic() + model.timeout_s)


def test_the_answer_with_its_tokens() -> None:
    with serving(completion("{}", tokens=(12, 3))) as stub:
        assert asked(stub.model()) == Answer("{}", 12, 3)
    assert stub.headers[0]["Authorization"] == f"Bearer {SECRET}"
    assert stub.bodies == [BODY]


def test_no_key_no_header_and_no_tokens_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY)
    with serving(completion("{}", tokens=None)) as stub:
        assert asked(stub.model()) == Answer("{}", None, None)
    assert "Authorization" not in stub.headers[0]


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (raw(200, b"<html>Hello</html>"), "is no chat completion"),
        (raw(200, b'{"choices": [{"mess'), "is no chat completion"),
        (raw(200, b'{"choices": []}'), "is no chat completion"),
        (raw(200, b"[" * 100_000), "is no chat completion"),
        (raw(200, b'{"choices": [{"message": null}]}'), "is no chat completion"),
        (completion(None, message={"content": None, "refusal": "no"}), "did not want to read"),
        (completion("  "), "did not want to read"),
        (completion('{"claims": [', finish_reason="length"), "was cut off"),
        (raw(200, b" " * (MOST_BYTES + 1)), "is longer than"),
        (raw(413, b"too much"), "does not take the question"),
        (hanging_up, "no language model answers at 127.0.0.1"),
        (raw(200, b"short", Content_Length="900"), "no language model answers"),
    ],
)
def test_broken_answers_are_one_sentence_without_the_key(reply: Reply, why: str) -> None:
    with serving(reply) as stub, pytest.raises(InputError, match=why) as told:
        asked(stub.model())
    assert told.value.code == "fetch"
    assert SECRET not in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("reply", [slowly(1.5, completion("{}")), dripping, slowly(0.2, dripping)])
def test_a_slow_answer_is_not_waited_for(reply: Reply) -> None:
    began = time.monotonic()
    with serving(reply) as stub, pytest.raises(InputError, match=r"did not answer within 0\.3 seconds") as told:
        asked(stub.model(timeout_s=0.3))
    assert told.value.code == "timeout"
    assert time.monotonic() - began < 1.4


def test_nobody_there() -> None:
    with pytest.raises(InputError, match="no language model answers at 127"):
        asked(LanguageModel("http://127.0.0.1:9/v1", "m"))


def test_a_busy_server_is_asked_again_when_it_says() -> None:
    began = time.monotonic()
    with serving(raw(429, b"", Retry_After="1"), raw(503, b""), completion("{}")) as stub:
        assert asked(stub.model()).text == "{}"
    assert len(stub.bodies) == 3
    assert 1.0 < time.monotonic() - began < 5


def test_a_server_that_stays_busy_is_given_up() -> None:
    with serving(raw(500, b"", Retry_After="0")) as stub, pytest.raises(InputError, match=r"too busy \(HTTP 500\)"):
        asked(stub.model())
    assert len(stub.bodies) == 3


def test_nobody_waits_longer_than_was_asked_for() -> None:
    with serving(raw(429, b"", Retry_After="20")) as stub, pytest.raises(InputError, match="HTTP 429"):
        asked(stub.model(timeout_s=5))
    assert len(stub.bodies) == 1


@pytest.mark.parametrize("asked_for", ["Wed, 21 Oct 2037 07:28:00 GMT", "-5", "²", "soon"])
def test_a_pause_that_is_no_number_is_ours(asked_for: str) -> None:
    with serving(raw(429, b"", Retry_After=asked_for), completion("{}")) as stub:
        assert asked(stub.model()).text == "{}"


@pytest.mark.parametrize(
    ("status", "why"),
    [(401, "wants a key"), (403, "does not accept the key"), (404, "does not know this address or model")],
)
def test_what_no_other_report_would_get_past_stops_the_run(status: int, why: str) -> None:
    wrong = raw(status, b'{"error": "sk-not-to-be-seen is wrong"}')
    with serving(wrong) as stub, pytest.raises(SettingsError, match=why) as told:
        asked(stub.model())
    assert SECRET not in str(told.value)
    assert len(stub.bodies) == 1


def test_no_redirect_is_followed_with_the_key() -> None:
    with serving(completion("{}")) as other:
        elsewhere = raw(307, b"", Location=other.url + "/chat/completions")
        with serving(elsewhere) as stub, pytest.raises(SettingsError, match="leads elsewhere"):
            asked(stub.model())
    assert other.bodies == []


def test_a_server_that_knows_no_shapes_is_asked_without_one() -> None:
    with serving(raw(400, b"unknown field response_format"), completion("{}")) as stub:
        assert asked(stub.model()).text == "{}"
    assert [sorted(body) for body in stub.bodies] == [["messages", "model", "response_format"], ["messages", "model"]]
