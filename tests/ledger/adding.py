"""Adds readings to a ledger until it is killed, and prints the name of each as soon as it is confirmed."""

import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from made import shelling

from contested.ledger import writer
from contested.ledger.book import Ledger


def main(place: str, round_: str, most: str = "") -> None:
    writer.MOST = 3
    numbers = range(int(most)) if most else count()
    for added in Ledger(place).add(shelling(id=f"r{round_}-{n}") for n in numbers):
        print(f"{added.name}.", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
