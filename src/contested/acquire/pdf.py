"""The text of PDF files, page by page, by pdfium; running heads and feet are left out."""

import re
from collections import Counter
from dataclasses import dataclass

from contested.errors import InputError

MOST_PAGES = 500
"""Pages read of one file: more is a book, not a report."""
_EDGE = 2
"""Lines at the top and bottom of a page that can be a running head or foot."""
_MARK_OF_HYPHEN = re.compile("[\ufffe\u00ad]\r?\n?")
_DIGITS = re.compile(r"\d+")
_PASSWORD = 4
"""FPDF_ERR_PASSWORD of pdfium's public header fpdfview.h."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text with a blank line between pages, the title of the metadata if the text bears it out, and warnings."""

    text: str
    title: str | None
    warnings: tuple[str, ...] = ()


def pdf_text(data: bytes) -> PdfText:
    """InputError `no_text` for a PDF that is encrypted, damaged or holds only images.

    Words that pdfium marks as cut by a hyphen at a line's end are put together; all other line ends are kept.
    """
    pages, title, count = _pages(data)
    lines = _without_running_lines([page.splitlines() for page in pages])
    text = "\n\n".join("\n".join(page).strip("\n") for page in lines).strip()
    if not text:
        raise InputError("no_text", "the PDF holds no text, only images: it would have to be read by OCR first")
    warnings = [f"only the first {MOST_PAGES} of {count} pages were read"] if count > MOST_PAGES else []
    blank = sum(1 for page in lines if not "".join(page).strip())
    if blank:
        warnings.append(f"{blank} of {len(lines)} pages hold no text (images?)")
    return PdfText(text, title if title and title.lower() in text[:2_000].lower() else None, tuple(warnings))


def _pages(data: bytes) -> tuple[list[str], str | None, int]:
    """The pages' texts, the metadata's title, and how many pages there are."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError("no_text", _why_closed(error)) from error
    try:
        count = len(document)
        pages = [_page_text(document, number) for number in range(min(count, MOST_PAGES))]
        title = str(document.get_metadata_value("Title") or "").strip()
    except pypdfium2.PdfiumError as error:
        raise InputError("no_text", f"the PDF is damaged: {error}") from error
    finally:
        document.close()
    return pages, title or None, count


def _page_text(document, number: int) -> str:  # type: ignore[no-untyped-def]
    """One page's text; the page is closed at once, as files of many pages would fill the memory."""
    page = document[number]
    textpage = page.get_textpage()
    try:
        found = str(textpage.get_text_range())
    finally:
        textpage.close()
        page.close()
    return _MARK_OF_HYPHEN.sub("", found).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _why_closed(error: Exception) -> str:
    if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
        return "the PDF is protected by a password"
    return "the PDF is damaged and cannot be opened"


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """The pages without the first and last lines that come again on at least half of three or more."""
    if len(pages) < 3:
        return pages
    seen: Counter[str] = Counter()
    for page in pages:
        filled = [line for line in page if line.strip()]
        seen.update({_shape(line) for line in filled[:_EDGE] + filled[-_EDGE:]})
    running = {shape for shape, times in seen.items() if times >= max(3, len(pages) / 2)}
    return [_trimmed(page, running) for page in pages]


def _trimmed(page: list[str], running: set[str]) -> list[str]:
    filled = [number for number, line in enumerate(page) if line.strip()]
    edges = {*filled[:_EDGE], *filled[-_EDGE:]}
    return [line for number, line in enumerate(page) if number not in edges or _shape(line) not in running]


def _shape(line: str) -> str:
    """The line as it is compared: without its numbers if it has hardly a word besides ("Page 3 of 12")."""
    bare = _DIGITS.sub("#", line.strip())
    return bare if len(re.findall(r"[^\W\d_]+", bare)) <= 2 else line.strip()
