"""What a paragraph looks like on its page: numbers between 0 and 1 by which report and page furniture differ.

Almost all of them hold for any language that writes words: length, how a line ends, how it is written, where it stands,
what stands around it. Only the cue words (data/lexicon/furniture.yml) and the function words are English.
"""

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from math import exp

from contested.acquire.lines import Paragraph
from contested.lexicon import Matcher, yaml_data

Row = dict[str, float]
Cover = dict[str, float]
CUES = "lexicon/furniture.yml"
KINDS = (
    "share", "account", "legal", "navigation", "promo", "comment", "browser", "tags", "stamp", "author", "credit",
)  # fmt: skip
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w+\.\w|\w+\.(?:com|org|net)\b")
_SIGNS = re.compile(r"[|©®™»›✕×→▸►]|\.\.\.$|…$")
_STAMP = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b|\b\d+ ?\w+ ago\b|\b(?:says|said|wrote) ?:|\bsaid on\b", re.I
)
_QUOTE = re.compile(r"[“”\"]")
_EDGE = "\"'“”‘’.,;:!?()"
_LENGTHS = ((2, "words_1_2"), (5, "words_3_5"), (10, "words_6_10"), (20, "words_11_20"), (40, "words_21_40"))
SENTENCE = 10
"""Words a closed paragraph needs to count as running text."""


@cache
def cue_matcher() -> Matcher:
    """Finds the cue phrases; the key of a hit is its kind."""
    lists = yaml_data(CUES)
    return Matcher((phrase, kind) for kind in ("notice", *KINDS) for phrase in lists[kind])


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(yaml_data(CUES)[name])


def cue_cover(text: str, paras: list[Paragraph]) -> list[Cover]:
    """For each paragraph the share of its characters under cues of each kind.

    `phrases` counts the cues of several words; `opens` is 1 where one that promotes stands before a colon at its start,
    `notice` where words stand that only legal and technical notices use.
    """
    found: list[Cover] = [{} for _ in paras]
    starts = [p.start for p in paras]
    for hit in cue_matcher().find(text):
        i = bisect_right(starts, hit.start) - 1
        if i >= 0 and hit.end <= paras[i].end:
            cover, key = found[i], "legal" if hit.key == "notice" else hit.key
            if hit.key == "notice":
                cover["notice"] = 1.0
            cover[key] = cover.get(key, 0.0) + (hit.end - hit.start) / max(len(paras[i].text), 1)
            if hit.key == "promo" and hit.start == paras[i].start and text[hit.end : hit.end + 1] in (":", "|"):
                cover["opens"] = 1.0
            if " " in text[hit.start : hit.end]:
                cover["phrases"] = cover.get("phrases", 0.0) + 1
    return found


def is_sentence(p: Paragraph) -> bool:
    """Whether the paragraph is running text by its length and end."""
    return p.words >= SENTENCE and p.closed


def rows(paras: list[Paragraph], cover: list[Cover], title: str | None) -> list[Row]:
    """One row of named numbers for each paragraph."""
    table = [_alone(p, c) for p, c in zip(paras, cover, strict=True)]
    _add_repeats(table, paras)
    _add_neighbours(table, paras)
    _add_rhythm(table, paras)
    span = core(paras)
    _add_core(table, paras, span)
    _add_headers(table, paras, cover, span[0])
    _add_title(table, title_lines(paras[: span[1]], title))
    _add_topic(table, paras, span)
    return table


def _alone(p: Paragraph, cover: Cover) -> Row:
    """What the paragraph says of itself."""
    words = p.text.split()[:200]
    count = max(len(words), 1)
    row = {"bias": 1.0, next((name for most, name in _LENGTHS if p.words <= most), "words_41"): 1.0}
    row["sentence"] = float(is_sentence(p))
    row["closed_short"] = float(p.closed and p.words < SENTENCE)
    row["open_long"] = float(not p.closed and p.words > 10)
    function = sum(word.lower() in _listed("function") for word in words) / count
    row["reader"] = min(sum(w.strip(_EDGE).lower() in _listed("reader") for w in words) / count * 5, 1.0)
    row["capitals"] = float(p.text.isupper())
    row["function"] = min(function * 2, 1.0)
    row["lower"] = sum(word[0].islower() for word in words) / count
    row["digits"] = min(sum(c.isdigit() for c in p.text[:1000]) / max(len(p.text[:1000]), 1) * 3, 1.0)
    row["bullet"] = float(p.bullet)
    row["address"] = float(_ADDRESS.search(p.text[:2000]) is not None)
    row["signs"] = float(_SIGNS.search(p.text[:2000]) is not None)
    row["quote"] = float(_QUOTE.search(p.text[:2000]) is not None and p.words >= SENTENCE)
    for kind in KINDS:
        if kind in cover:
            row["cue_" + kind] = min(cover[kind], 1.0)
    row["cues"] = min(cue_share(cover), 1.0)
    row["opens_promo"] = cover.get("opens", 0.0)
    row["phrases"] = min(cover.get("phrases", 0.0) / 2, 1.0)
    row["phrases_rate"] = min(cover.get("phrases", 0.0) / max(p.words, 1) * 10, 1.0)
    return row


def _add_repeats(table: list[Row], paras: list[Paragraph]) -> None:
    seen = Counter(p.text for p in paras)
    for row, p in zip(table, paras, strict=True):
        row["repeated"] = float(seen[p.text] > 1)


def _add_neighbours(table: list[Row], paras: list[Paragraph]) -> None:
    """Running text before and after, near and a little farther, and how long the run of short lines around is."""
    running = [float(is_sentence(p)) for p in paras]
    sums = [0.0]
    for value in running:
        sums.append(sums[-1] + value)
    last = len(paras)
    runs = _short_runs(paras)
    for i, row in enumerate(table):
        for far in (1, 3, 8):
            before, after = max(i - far, 0), min(i + 1 + far, last)
            row[f"running_before_{far}"] = (sums[i] - sums[before]) / far
            row[f"running_after_{far}"] = (sums[after] - sums[i + 1]) / far
        row["short_run"] = min(runs[i] / 10, 1.0)
        row["glued_above"] = float(not paras[i].blank)
        row["glued_below"] = float(i + 1 < last and not paras[i + 1].blank)


def _add_rhythm(table: list[Row], paras: list[Paragraph]) -> None:
    """Readers' comments come with a time stamp each; a list of days, results or figures has a number in each line."""
    stamps = [float(is_stamp(p)) for p in paras]
    numbered = [float(3 < p.words <= 30 and any(c.isdigit() for c in p.text)) for p in paras]
    for i, row in enumerate(table):
        row["stamp"] = stamps[i]
        row["stamps_near"] = min(sum(stamps[max(i - 6, 0) : i + 7]) - 1, 4) / 4
        row["stamps_above"] = min(sum(stamps[max(i - 12, 0) : i]), 4) / 4
        row["numbers_near"] = sum(numbered[max(i - 3, 0) : i + 4]) / 7


def _short_runs(paras: list[Paragraph]) -> list[int]:
    """For each paragraph, how many that are no running text stand in a row around it (0 for running text)."""
    lengths, begin = [0] * len(paras), 0
    for i in range(len(paras) + 1):
        if i == len(paras) or is_sentence(paras[i]):
            for j in range(begin, i):
                lengths[j] = i - begin
            begin = i + 1
    return lengths


def is_stamp(p: Paragraph) -> bool:
    """Whether the line holds little more than a time, as over each of the readers' comments."""
    return p.words <= 14 and not is_sentence(p) and _STAMP.search(p.text) is not None


def cue_share(cover: Cover) -> float:
    """The share of a paragraph that cues cover."""
    return sum(cover.get(kind, 0.0) for kind in KINDS)


def has_cues(p: Paragraph, cover: Cover) -> bool:
    """Whether the cues of a paragraph alone speak for the page: they cover much of it, or several are long.

    Single words in a closed sentence ("The search goes on.") must cover more of it.
    """
    if not cover:
        return False
    phrases = cover.get("phrases", 0.0)
    enough = 0.6 if p.closed and not phrases else 0.3
    return cue_share(cover) > enough or phrases > 1 or "opens" in cover


def is_header(p: Paragraph, cover: Cover) -> bool:
    """Whether the line opens a list of links or the readers' comments."""
    return p.words <= 8 and max(cover.get("promo", 0.0), cover.get("comment", 0.0)) >= 0.5


PRICES = (6.0, 8.0, 12.0, 20.0)
"""Prices of a line that is no running text in `core`; none is right on all pages, so the model sees several."""


def core(paras: list[Paragraph], price: float = 8.0) -> tuple[int, int]:
    """The stretch `[first, last)` with the most running text: words gained, less a price for every other line."""
    best, best_span, total, begin = 0.0, (0, 0), 0.0, 0
    for i, p in enumerate(paras):
        total += min(p.words, 80) if is_sentence(p) else -price
        if total <= 0:
            total, begin = 0.0, i + 1
        elif total > best:
            best, best_span = total, (begin, i + 1)
    return best_span


def _add_core(table: list[Row], paras: list[Paragraph], span: tuple[int, int]) -> None:
    """Whether the paragraph lies in the core, for several prices, and how far above or below it."""
    for price in PRICES:
        first, last = core(paras, price)
        for row in table[first:last]:
            row["in_cores"] = row.get("in_cores", 0.0) + 1 / len(PRICES)
    first, last = span
    for i, row in enumerate(table):
        if i < first:
            row["above_core"] = 1 - exp(-(first - i) / 4)
        elif i >= last:
            row["below_core"] = 1 - exp(-(i - last + 1) / 4)


def _add_headers(table: list[Row], paras: list[Paragraph], cover: list[Cover], first: int) -> None:
    """How near above a short line stands that opens a list of links or the readers' comments."""
    near = {"promo": 0.0, "comment": 0.0}
    comments = 0.0
    for i, row in enumerate(table):
        for kind, value in near.items():
            row["after_" + kind] = value
            head = paras[i].words <= 8 and cover[i].get(kind, 0.0) >= 0.5
            near[kind] = 1.0 if head else value * 0.8
            if head and kind == "comment" and i > first:
                comments = 1.0
        row["comments_open"] = comments


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if len(word) > 2}


def likeness(text: str, title: str) -> float:
    """How much of all their words two short texts share, from 0 to 1."""
    mine, other = _words(text[:400]), _words(title[:400])
    return len(mine & other) / len(mine | other) if mine and other else 0.0


def title_lines(paras: list[Paragraph], title: str | None) -> list[int]:
    """Indices of the paragraphs that repeat the title (the given one, else the page's first line)."""
    wanted = wanted_title(paras, title)
    if not 2 <= len(wanted.split()) <= 40 or (not title and is_sentence(paras[0]) and wanted.endswith(".")):
        return []
    return [i for i, p in enumerate(paras) if 2 <= p.words <= 40 and likeness(p.text, wanted) > 0.6]


def wanted_title(paras: list[Paragraph], title: str | None) -> str:
    """The title to look for: the given one, else the text's first line."""
    return title or (paras[0].text if paras else "")


def _add_title(table: list[Row], places: list[int]) -> None:
    """Whether the last repetition of the title (`places`) before the running text's end is still to come."""
    if not places or places[-1] == 0:
        return
    for i, row in enumerate(table):
        if i in places:
            row["is_title"] = 1.0
        elif i < places[-1]:
            row["before_title"] = 1.0
        else:
            row["after_title"] = exp(-(i - places[-1]) / 10)


def _add_topic(table: list[Row], paras: list[Paragraph], span: tuple[int, int]) -> None:
    """The share of a paragraph's longer words that the running text of the core uses elsewhere too."""
    first, last = span
    uses: Counter[str] = Counter()
    bags = [{w for w in _words(p.text[:3000]) if len(w) > 4} for p in paras]
    for i in range(first, last):
        if is_sentence(paras[i]):
            uses.update(bags[i])
    for i, (row, bag) in enumerate(zip(table, bags, strict=True)):
        own = 1 if first <= i < last and is_sentence(paras[i]) else 0
        row["topic"] = sum(uses[word] > own for word in bag) / len(bag) if bag else 0.0
