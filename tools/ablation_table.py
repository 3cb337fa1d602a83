"""Print the table of docs/accuracy-parts.md: `python tools/ablation_table.py "rules alone=A.json" "and spans=B.json"`.

Each file is what `bench.py --json` wrote with one engine; the first is what the others are compared with.
"""

import json
import sys
from pathlib import Path
from typing import Any

EXTRA = {
    "seed": ["claim_f1"],
    "articles": ["claim_f1"],
    "attribution": ["direct_f1", "indirect_f1"],
    "entities": ["conll_f1"],
    "recall": ["kill_f1", "arrest_f1", "force_f1"],
    "dyads": ["triple_precision", "triple_recall", "false_events"],
    "factuality": ["happened_f1", "uncertain_f1", "not_f1"],
}
"""Numbers besides the headline, where a set has them."""


def main(columns: list[str]) -> None:
    names, paths = zip(*(column.split("=", 1) for column in columns), strict=True)
    results: list[dict[str, Any]] = [json.loads(Path(path).read_text(encoding="utf-8")) for path in paths]
    print("| set | number |", *(f" {name} |" for name in names), sep="")
    print("|---|---|", "---|" * len(names), sep="")
    for name in results[0]:
        scores = [result.get(name, {}).get("metrics", {}) for result in results]
        for key in (results[0][name]["headline"], *(key for key in EXTRA.get(name, ()) if key in scores[0])):
            print(f"| `{name}` | `{key}` |", *(f" {_number(score.get(key))} |" for score in scores), sep="")


def _number(value: float | None) -> str:
    """Shares with three decimals, per cent with one."""
    return "" if value is None else f"{value:.1f} %" if value > 1 else f"{value:.3f}"


if __name__ == "__main__":
    main(sys.argv[1:])
