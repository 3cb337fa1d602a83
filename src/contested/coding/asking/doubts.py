"""What a voice says is not known or not confirmed: an answer beside those who say what it was."""

import re
from functools import cache

from contested.coding.asking.told import Told
from contested.coding.asking.verdicts import is_reporter
from contested.lexicon import yaml_data
from contested.model.claim import Claim

NOT_KNOWN = "not known"
_NEAR = 2
"""Sentences after an account in which "their account" and "the bomb" speak of it."""


def doubted(told: Told, claim: Claim) -> str | None:
    """What the voice says is not known, in its words; None where it doubts nothing or is the report itself."""
    words = claim.quote.lower()
    found = _doubting().search(words)
    return words[found.end() :] if found and not is_reporter(told.world, claim) else None


def unconfirmed(told: Told, claim: Claim) -> bool:
    """Whether the voice says that an account is not confirmed ("could not confirm the report")."""
    words = claim.quote.lower()
    found = _unconfirmed().search(words)
    about = found is not None and any(re.search(rf"\b{noun}s?\b", words) for noun in _words("accounts"))
    return about and not is_reporter(told.world, claim)


def after(told: Told, account: Claim, doubt: Claim) -> bool:
    """Whether the doubt stands soon enough after the account to be of it, and is another's."""
    parsed = told.world.parsed
    first, second = (parsed.tokens_in(claim.start, claim.end) for claim in (account, doubt))
    if not first or not second or account.voice == doubt.voice:
        return False
    return 0 <= parsed.sentence_number(second[0]) - parsed.sentence_number(first[0]) <= _NEAR


@cache
def _doubting() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(_words("doubting")) + r")\b")


@cache
def _unconfirmed() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(_words("unconfirmed")) + r")\b")


def _words(name: str) -> list[str]:
    found: list[str] = yaml_data("lexicon/questions.yml")[name]
    return found
