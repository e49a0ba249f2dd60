"""An HTML report as it is seen: the text of the page, its alt texts, and the charts that stand in it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from typing import Final

from kuzet.observatory.write.seen import record
from kuzet.observatory.write.seen.record import Record
from kuzet.observatory.write.seen.seen import DIGITS, Seen

RECORD: Final = "figure-record"
"""The id of the template that holds the record: it is part of the page, and never shown."""
_UNSEEN: Final = frozenset({"head", "style", "script", "template"})
_PICTURE: Final = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")

Drawing = Callable[[str], Iterable[str]]
"""What is kept of a picture, from its address."""


def published(raw: bytes, name: str) -> tuple[Record, Seen]:
    """The record that a page carries and what its reader sees; raises `Missing`, `BadInput`."""
    page = _Page(fingerprint)
    page.feed(raw.decode("utf-8", "replace"))
    page.close()
    return record.read("".join(page.record), name), page.seen


def see(text: str, drawing: Drawing | None = None) -> Seen:
    """What the reader of a page sees."""
    page = _Page(drawing or fingerprint)
    page.feed(text)
    page.close()
    return page.seen


def fingerprint(address: str) -> Iterable[str]:
    """A picture by its SHA-256, shortened."""
    return (hashlib.sha256(address.encode()).hexdigest()[:16] + " ",)


def digits(address: str) -> Iterable[str]:
    """The digits that are written in a picture."""
    found = _PICTURE.fullmatch(address)
    text = base64.b64decode(found[1]).decode("utf-8", "replace") if found else ""
    words = re.findall(r"<text\b[^>]*>(.*?)</text>", text, re.DOTALL)
    return DIGITS.findall(re.sub(r"<[^>]*>", "", "".join(words)))


class _Page(HTMLParser):
    """Collects what is seen of a page and the record that is not."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self.record: list[str] = []
        self._drawing = drawing
        self._unseen = 0
        self._in_record = False
        self._figure: list[str] | None = None
        self._note: list[str] | None = None
        self._lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self._unseen += tag in _UNSEEN
        self._in_record = tag == "template" and said.get("id") == RECORD
        if tag == "a" and said.get("class") == "figure":
            self._figure, self._note = [], []
        elif tag in _LISTS:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._entry(said.get("value"))
        elif tag == "img":
            self.seen.words.append(f" {said.get('alt') or ''} ")
        if tag in _DRAWN:
            self.seen.drawn.extend(self._drawing(said.get("src") or said.get("srcset") or ""))

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        self._in_record = False
        if tag == "a" and self._figure is not None:
            self._close_figure()
        elif tag in _LISTS and self._lists:
            self._lists.pop()

    def _entry(self, value: str | None) -> None:
        """The number in front of an entry of a numbered list is seen too."""
        last = self._lists[-1] if self._lists else None
        if last is not None:
            self._lists[-1] = int(value) if value and value.isdecimal() else last + 1
            self.seen.words.append(f"{self._lists[-1]}. ")

    def _close_figure(self) -> None:
        text, note = "".join(self._figure or ()), "".join(self._note or ()).strip()
        self._figure = self._note = None
        if note.isascii() and note.isdecimal():
            self.seen.figure(note, text)
        else:
            self.seen.words.append(text + note)

    def handle_data(self, data: str) -> None:
        if self._in_record:
            self.record.append(data)
        elif self._unseen:
            return
        elif self._figure is None or self._note is None:
            self.seen.words.append(data)
        elif self.lasttag == "sup":
            self._note.append(data)
        else:
            self._figure.append(data)


_DRAWN: Final = frozenset({"img", "source"})
_LISTS: Final = frozenset({"ol", "ul"})
