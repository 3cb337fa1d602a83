"""Who is who in the ledger: names for reports, texts and claims that come out the same whenever they are read.

Identity is what is said, by whom and where it stands, not when or by which version of the reader: a second run over
the same report gives the same names, so nothing is stored twice.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

Plain = Mapping[str, Any]
"""A reading, report or claim in the contract's JSON shape."""


def digest(parts: list[Any]) -> str:
    """32 hex digits of the parts. A JSON list is hashed, so that no two lists of parts run into one another."""
    plain = json.dumps(parts, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.blake2b(plain.encode("ascii"), digest_size=16).hexdigest()


def report_id(report: Plain) -> str:
    """The report's name: its outlet and its address exactly as given, or the id and day of one that has no address.

    A page that was changed keeps its name. A file's name alone would not do: every folder has its `report.txt`.
    """
    if report.get("url"):
        return digest([report.get("source"), report["url"]])
    return digest([report.get("source"), report["id"], report.get("published_at")])


def text_id(text: str) -> str:
    """The name of one wording; offsets hold in it alone."""
    return digest([text])


def claim_ids(report: str, text: str, claims: list[Plain]) -> list[str]:
    """A name for each claim; claims alike in all that counts (which the reader does not give) are told by their order.

    Neither run, day, method nor score is in it: a better reader that finds the same claim finds the same name.
    """
    seen: dict[str, int] = {}
    names = []
    for claim in claims:
        name = digest([report, text, *_said(claim)])
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else digest([name, seen[name]]))
    return names


def _said(claim: Plain) -> list[Any]:
    figure = claim.get("figure") or {}
    return [
        claim["kind"], claim["type"], claim["start"], claim["end"],
        [voice["name"] for voice in claim["voices"]],
        claim["stance"], claim["polarity"], claim["modality"],
        figure.get("measure"), figure.get("value"), figure.get("group"),
    ]  # fmt: skip
