"""The list of public names and reality are the same."""

import contested


def test_every_public_name_exists_and_is_documented() -> None:
    for name in contested.__all__:
        assert getattr(contested, name).__doc__, name


def test_there_are_few_of_them() -> None:
    assert len(contested.__all__) <= 25
    assert contested.__all__ == sorted(contested.__all__)
