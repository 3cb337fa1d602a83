import pickle

import pytest

from contested.errors import SettingsError
from contested.llm.endpoint import KEY, LanguageModel, key

SECRET = "sk-not-to-be-seen"


@pytest.mark.parametrize(
    "url",
    [
        "https://models.example/v1", "http://localhost:11434/v1", "http://127.0.0.1:8080/v1", "http://[::1]:8080/v1",
        "http://[::ffff:127.0.0.1]:8080/v1", "https://8.8.8.8/v1",
    ],
)  # fmt: skip
def test_encrypted_addresses_and_this_machine_may_be_asked(url: str) -> None:
    assert LanguageModel(url, "m").url == url


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "is not an http or https address"),
        ("ftp://models.example/v1", "is not an http or https address"),
        ("models.example/v1", "is not an http or https address"),
        ("https:///v1", "is not an http or https address"),
        ("https://models.example:99999/v1", "is not an address"),
        ("https://[::1/v1", "is not an address"),
        ("http://models.example/v1", "must be asked by https"),
        ("http://localhost.example/v1", "must be asked by https"),
        ("http://8.8.8.8/v1", "must be asked by https"),
        ("http://192.168.1.7:8080/v1", "is an address inside a private network"),
        ("https://10.0.0.7/v1", "is an address inside a private network"),
        ("http://169.254.169.254/v1", "is an address inside a private network"),
        ("http://[::ffff:10.0.0.1]/v1", "is an address inside a private network"),
        ("https://models.example/v1?key=a", "must be a bare one"),
        ("https://models.example/v1#a", "must be a bare one"),
        (f"https://user:{SECRET}@models.example/v1", "must be a bare one"),
    ],
)
def test_other_addresses_may_not_and_the_reason_is_a_sentence(url: str, why: str) -> None:
    with pytest.raises(SettingsError, match=why) as told:
        LanguageModel(url, "m")
    assert SECRET not in str(told.value)


def test_a_model_in_the_own_network_has_to_be_allowed() -> None:
    assert LanguageModel("http://192.168.1.7:8080/v1", "m", allow_private=True).encrypted is False
    for url in ("http://169.254.169.254/v1", "http://0.0.0.0/v1", "http://models.example/v1"):
        with pytest.raises(SettingsError):
            LanguageModel(url, "m", allow_private=True)


def test_a_model_needs_a_name() -> None:
    with pytest.raises(SettingsError, match="needs a name"):
        LanguageModel("https://models.example/v1", " ")


def test_the_key_is_in_no_object(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, f" {SECRET}\n")
    model = LanguageModel("https://models.example/v1", "m")
    assert key() == SECRET
    assert SECRET not in repr(model)
    assert SECRET.encode() not in pickle.dumps(model)


def test_a_key_that_cannot_be_one_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, f"{SECRET}\nX-Injected: 1")
    with pytest.raises(SettingsError) as told:
        key()
    assert SECRET not in str(told.value)
    monkeypatch.delenv(KEY)
    assert key() is None
