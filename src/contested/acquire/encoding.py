"""Bytes to text: the encoding is found out, not assumed.

Order: byte order mark, UTF-16 by its zero bytes, strict UTF-8, the encoding the page declares, UTF-8 with some foreign
bytes in it, Windows-1252, and last charset-normalizer. Strict UTF-8 stands before the declaration because text in
another encoding is practically never valid UTF-8 by chance, while pages often declare the wrong one.
"""

import codecs
import re
from dataclasses import dataclass

from contested.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"ID3", "a sound file"),
)
_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]*?\bcharset\s*=\s*|<\?xml\b[^>]*?\bencoding\s*=\s*)["']?\s*([\w.:-]{2,40})""", re.I
)
_ONE_BYTE_ALIASES = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
"""Encodings that pages name but do not mean (WHATWG Encoding Standard, section 4.2)."""
_CONTROLS = bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])
_HEAD = 65_536
_FOREIGN = "contested.foreign_bytes"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read by, and what a person should know about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of `data`, without a byte order mark; `declared` is the encoding named by an HTTP header.

    InputError `binary` for what is no text (images, archives, zero bytes), `encoding` if no encoding fits. Bytes that
    stand outside the encoding of the rest are read as Windows-1252 with a warning.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    if wide := _wide(data):
        return Decoded(data.decode(wide), wide)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def _refuse_binary(data: bytes) -> None:
    """InputError `binary` if the bytes are an image, an archive or anything else that is no text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise InputError("binary", f"this is {name}, not text")
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\0" in head or controls > len(head) // 20:
        raise InputError("binary", "this is binary data, not text")


def _marked(data: bytes, name: str) -> Decoded:
    """Text after a byte order mark; what the mark's encoding cannot read becomes U+FFFD with a warning."""
    text = data.decode(name, errors="replace")
    damaged = text.count("�") - data.count("�".encode(name))
    if damaged > max(3, len(text) // 20):
        raise InputError("encoding", f"the text says it is {name.upper()} but most of it cannot be read so")
    return Decoded(text, name, (f"{damaged} characters could not be decoded as {name.upper()}",) if damaged > 0 else ())


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: English has a zero byte in every second place. None if it is not that."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    name = (
        "utf-16-le"
        if odd > len(head) * 0.35 and even == 0
        else "utf-16-be"
        if even > len(head) * 0.35 and odd == 0
        else None
    )
    if name is None:
        return None
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return None
    return name


def _not_utf8(data: bytes, declared: str | None) -> Decoded:
    named = _codec(declared) or _codec(_declaration(data))
    if named and named not in ("utf-8", "utf-16", "utf-32"):
        try:
            return Decoded(data.decode(named), named)
        except UnicodeDecodeError:
            pass
    mixed, foreign = _utf8_with_foreign(data)
    if mixed is not None:
        return Decoded(mixed, "utf-8", (f"{foreign} bytes are not UTF-8 and were read as Windows-1252",))
    return _western(data) or _guessed(data)


def _declaration(data: bytes) -> str | None:
    """The encoding that an HTML or XML head names."""
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii", errors="replace") if found else None


def _codec(name: str | None) -> str | None:
    """Python's name of a text encoding as it is meant on the web, None if there is no such encoding."""
    if not name:
        return None
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    textual = getattr(found, "_is_text_encoding", True)
    return _ONE_BYTE_ALIASES.get(found.name, found.name) if textual and found.name != "utf-7" else None


def _utf8_with_foreign(data: bytes) -> tuple[str | None, int]:
    """UTF-8 with some foreign bytes in it: the text and how many they are; None where it is not UTF-8 at heart."""
    valid = data.decode("utf-8", errors="ignore")
    foreign = len(data) - len(valid.encode("utf-8"))
    letters = sum(1 for c in valid if c > "\x7f")
    if letters <= foreign:
        return None, foreign
    return data.decode("utf-8", errors=_FOREIGN), foreign


def _read_foreign(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: the bytes that UTF-8 refuses, read as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_FOREIGN, _read_foreign)


def _western(data: bytes) -> Decoded | None:
    """Windows-1252, if few bytes are not ASCII and none is one that it lacks: statistics err on short texts."""
    high = sum(1 for b in data[:_HEAD] if b > 127)
    if high > min(len(data), _HEAD) // 10:
        return None
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_HEAD]).best()
    if best is None:
        raise InputError("encoding", "the text's encoding could not be found out: save it as UTF-8")
    text = data.decode(best.encoding, errors="replace")
    return Decoded(text, best.encoding, (f"the encoding was guessed: {best.encoding}",))
