"""Bytes to text: what the bytes say of their charset, what is declared, and which of both reads as words."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from kuzet.basis.errors import BadInput

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GUESSES: Final = ("windows-1251", "koi8-r", "kz1048", "utf-8")
"""Tried besides the declared one, in this order: the charsets of Cyrillic sites; kz1048 has the Kazakh letters."""

_ON_THE_WEB: Final = {
    "iso8859-1": "windows-1252",
    "ascii": "windows-1252",
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
}
"""What a name means on the web, by the name that Python has for it (WHATWG Encoding, section 4.2)."""

_HEAD: Final = 2048
_SAMPLE: Final = 20_000
_BEGINNING: Final = 4_000
_IN_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_BODY: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
"""No text has many of these: of pictures and archives they are a third."""

_LOWER: Final = "а-яёәғқңөұүһі"
_WORDS: Final = re.compile(rf"(?<!\w)[{_LOWER}{_LOWER.upper()}][{_LOWER}]{{2,}}(?!\w)")
"""Words as Cyrillic is written: small letters after the first. Read in a wrong charset there are hardly any."""


class Decoded(NamedTuple):
    """A text, the charset it was read in, and the declared one ('' for none); they differ where that was wrong."""

    text: str
    charset: str
    declared: str


def decode(body: bytes, content_type: str = "") -> Decoded:
    """The text of `body`; single bytes that fit no charset become replacement characters.

    A byte order mark decides; then UTF-8, since bytes of another charset are no valid UTF-8 except by design; else the
    declared charset, unless the text read in another one has more words. Raises `BadInput` for what is no text at all.
    """
    decoded = _decoded(body, content_type)
    sample = decoded.text[:_BEGINNING]
    if len(_CONTROLS.findall(sample)) * 20 > len(sample):
        raise BadInput(body[:20], "text (one in twenty characters is none)")
    return decoded


def _decoded(body: bytes, content_type: str) -> Decoded:
    declared = _declared(body, content_type)
    for mark, charset in BOMS:
        if body.startswith(mark):
            return Decoded(body[len(mark) :].decode(charset, "replace"), charset, declared)
    if (text := _as_utf8(body)) is not None and not declared.startswith("utf-16"):
        return Decoded(text, "utf-8", declared)
    charsets = dict.fromkeys((declared, *GUESSES) if declared else GUESSES)
    charset = max(charsets, key=lambda name: _worded(body[:_SAMPLE].decode(name, "replace")))
    return Decoded(body.decode(charset, "replace"), charset, declared)


def _as_utf8(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _worded(text: str) -> int:
    """How many characters stand in words."""
    return sum(map(len, _WORDS.findall(text)))


def _declared(body: bytes, content_type: str) -> str:
    """The charset that the header names, or else the body; '' for none that is known."""
    if match := _IN_HEADER.search(content_type):
        return _known(match[1])
    if found := _IN_BODY.search(body[:_HEAD]):
        return _known((found[1] or found[2]).decode("ascii", "replace"))
    return ""


def _known(name: str) -> str:
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    if not codec._is_text_encoding:  # noqa: SLF001  (hex, rot13 and their like: Python has no public word for it)
        return ""
    return _ON_THE_WEB.get(codec.name, codec.name)
