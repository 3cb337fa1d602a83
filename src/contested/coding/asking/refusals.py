"""What the accused answer in words that tell of no deed: "denied the charge", "had nothing to do with it"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from contested.coding import parties
from contested.coding.asking.told import DENYING, Told
from contested.lexicon import yaml_data
from contested.model.claim import Claim

_NEAR = 4
"""Sentences after a charge within which the accused's refusal is of it."""


def refusals(told: Told, charges: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[str, Claim]]:
    """(answer, claim) for each refusal by a party that is charged; `charges` are the accounts by whom they name."""
    for claim in told.claims:
        if claim.kind != "statement" or claim.event is not None or len(claim.voices) < 2 or not _refuses(claim):
            continue
        party = parties.party(told.world, claim.voice)
        for name, accounts in charges.items():
            if any(_answers(told, account, claim, party) for account in accounts):
                yield f"not {name}", claim
                break


def _answers(told: Told, account: Claim, claim: Claim, party: str) -> bool:
    """Whether the account names the party of who refuses, and stands shortly before."""
    parsed = told.world.parsed
    named = any(parties.party_of_doer(told.world, account, ref) == party for ref in account.roles.get("actor", ()))
    tokens = [parsed.tokens_in(one.start, one.end) for one in (account, claim)]
    if not named or account.voice == claim.voice or not all(tokens):
        return False
    return 0 <= parsed.sentence_number(tokens[1][0]) - parsed.sentence_number(tokens[0][0]) <= _NEAR


def _refuses(claim: Claim) -> bool:
    words = claim.quote.lower()
    if claim.stance in DENYING:
        return any(re.search(rf"\b{noun}", words) for noun in yaml_data("lexicon/questions.yml")["charges"])
    return _disowning().search(words) is not None


@cache
def _disowning() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(yaml_data("lexicon/questions.yml")["disowning"]) + r")\b")
