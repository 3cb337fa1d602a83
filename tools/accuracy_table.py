"""Print the rows of docs/accuracy.md from the benchmark's numbers: `python tools/accuracy_table.py RESULT.json ...`.

RESULT.json is what `bench.py --json RESULT.json` wrote; of several files the last one that has a set counts.
"""

import json
import sys
from pathlib import Path
from typing import Any


def main(paths: list[str]) -> None:
    results: dict[str, dict[str, Any]] = {}
    for path in paths:
        results.update(json.loads(Path(path).read_text(encoding="utf-8")))
    print("| set | headline | contested | floor | best known |", "|---|---|---|---|---|", sep="\n")
    for name, result in results.items():
        print(
            f"| `{name}` | `{result['headline']}` | {_number(result['value'])} | {_number(result['floor'])} |", end=""
        )
        print(f" {_anchor(result['anchor'])} |")


def _number(value: float | None) -> str:
    """Shares with three decimals, per cent with one; nothing where there is no number."""
    if value is None:
        return ""
    return f"{value:.1f} %" if value > 1 else f"{value:.3f}"


def _anchor(anchor: list[Any] | None) -> str:
    return f"{_number(anchor[1])} ({anchor[0]})" if anchor else "none published"


if __name__ == "__main__":
    main(sys.argv[1:])
