"""Write data/lexicon/word_rates.tsv: how often English words are used, from the word list of the package symspellpy.

    python tools/pack_word_rates.py frequency_dictionary_en_82_765.txt

The list is in the package's wheel (MIT). Its counts come from Google Books Ngram (CC BY 3.0), its words from SCOWL.
"""

import sys
from collections import Counter
from pathlib import Path

from contested.reconciling.words import stem

LEAST = 10  # per million: below it a word is as rare as a name to a batch of reports (reconciling/rarity.py)
TARGET = Path(__file__).parent.parent / "src" / "contested" / "data" / "lexicon" / "word_rates.tsv"


def main(source: str) -> None:
    counts: Counter[str] = Counter()
    for line in Path(source).read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        counts[stem(word)] += int(count)
    total = counts.total()
    rates = {word: round(count * 1e6 / total) for word, count in counts.items() if count * 1e6 / total >= LEAST}
    rows = [f"{word}\t{rate}" for word, rate in sorted(rates.items(), key=lambda item: (-item[1], item[0]))]
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
