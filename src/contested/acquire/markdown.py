"""Markdown to plain text: the marks are taken out once, and offsets refer to what is left."""

import re
from dataclasses import dataclass, field
from html import unescape

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.M)
_FENCE = re.compile(r"^[ \t]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^[ \t]{0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"^[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t:|-]*-{2,}[ \t:|-]*$")
_DEFINITION = re.compile(r"^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*\S+.*$")
_QUOTE = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+")
_INLINE = (
    (re.compile(r"<!--.{0,20000}?-->", re.S), ""),
    (re.compile(r"<(https?://[^\s<>]+)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,500}>"), ""),
    (re.compile(r"!\[([^\[\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]"), r"\1"),
    (re.compile(r"\[\^[^\[\]\n]+\]"), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"(?<!`)(`{1,10})(?!`)(.+?)(?<!`)\1(?!`)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text, its first heading or the front matter's title, and the front matter's fields in lower case."""

    text: str
    title: str | None = None
    fields: dict[str, str] = field(default_factory=dict)


def plain(markdown: str) -> Plain:
    """Headings, paragraphs, lists, quotes and tables as lines of text; links and images as their words; no code."""
    fields: dict[str, str] = {}
    front = _FRONT.match(markdown)
    if front:
        fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front.group(1))}
        markdown = markdown[front.end() :]
    title, lines = _lines(markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    text = "\n".join(lines)
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    text = re.sub(r"\n{3,}", "\n\n", unescape(text)).strip()
    heading = plain(title).text if title and title != markdown else None
    return Plain(text, fields.get("title") or heading, fields)


def _lines(source: list[str]) -> tuple[str | None, list[str]]:
    """The first heading of the highest level as written, and the lines without block marks."""
    title: str | None = None
    lines: list[str] = []
    fence: str | None = None
    for line in source:
        if mark := _FENCE.match(line):
            fence = None if fence and mark.group(1).startswith(fence) else fence or mark.group(1)
            continue
        if fence or _DEFINITION.match(line):
            continue
        heading = _HEADING.match(line)
        if heading:
            title = title or heading.group(1)
            lines += ["", heading.group(1), ""]
        elif _UNDERLINE.match(line) and lines and lines[-1].strip():
            title = title or lines[-1].strip()
            lines.append("")
        elif _RULE.match(line) or _TABLE_RULE.match(line):
            lines.append("")
        else:
            lines.append(_row(_QUOTE.sub("", line)))
    return title, lines


def _row(line: str) -> str:
    """A table's row with its cells apart; any other line as it is."""
    cells = line.strip()
    if cells.startswith("|") and cells.endswith("|") and len(cells) > 1:
        return " | ".join(cell.strip() for cell in cells.strip("|").split("|"))
    return line
