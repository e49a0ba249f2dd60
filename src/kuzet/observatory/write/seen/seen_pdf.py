"""A PDF report as it is seen: the words of its pages in the order of its tags; page numbers and running heads aside."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

from kuzet.observatory.write.pdf_pages import NO_MARK, Tag, marked, opened, tags
from kuzet.observatory.write.seen import record
from kuzet.observatory.write.seen.record import Record
from kuzet.observatory.write.seen.seen import DIGITS, Seen

Marked = Mapping[int, str]
"""The words of a page by the mark that ties them to a tag."""


def published(raw: bytes, name: str) -> tuple[Record, Seen]:
    """The record that is attached to a PDF and what its reader sees; raises `Missing`, `BadInput`."""
    with opened(raw, name) as pdf:
        made = record.read(_attached(pdf), name)
        reader = _Reader()
        for page in pdf:
            reader.page(page)
    return made, reader.seen


def _attached(pdf: Any) -> bytes | None:  # noqa: ANN401 - a document of pypdfium2
    for index in range(pdf.count_attachments()):
        attachment = pdf.get_attachment(index)
        if attachment.get_name() == record.NAME:
            held = attachment.get_data()
            return bytes(held) if not isinstance(held, ctypes.Array) else bytes(held.raw)
    return None


class _Reader:
    """Reads page after page; a table's head that is repeated on the next page is read once."""

    def __init__(self) -> None:
        self.seen = Seen()
        self._head = ""

    def page(self, page: Any) -> None:  # noqa: ANN401 - a page of pypdfium2
        """Reads one page."""
        words: dict[int, str] = defaultdict(str)
        for letter, mark in marked(page):
            words[mark] += letter
        self.seen.drawn += DIGITS.findall(words.pop(NO_MARK, ""))
        self._tag(tags(page), words)

    def _tag(self, tag: Tag, words: Marked) -> None:
        if tag.kind == "Figure":
            self.seen.drawn += DIGITS.findall("".join(words.get(mark, "") for mark in tag.marks()))
            self.seen.words.append(f" {tag.alt} ")
        elif tag.kind == "Link":
            self._link(tag, words)
        elif tag.kind == "THead":
            self._repeated(tag, words)
        else:
            self._inner(tag, words)

    def _inner(self, tag: Tag, words: Marked) -> None:
        for one in tag.inner:
            if isinstance(one, int):
                self.seen.words.append(words.get(one, ""))
            else:
                self._tag(one, words)
        self.seen.words.append(" " if tag.kind in _BLOCKS else "")

    def _link(self, tag: Tag, words: Marked) -> None:
        """A figure is words and a raised number."""
        own = "".join(words.get(one, "") for one in tag.inner if isinstance(one, int))
        inner = [one for one in tag.inner if isinstance(one, Tag)]
        note = _text(inner[0], words).strip() if [one.kind for one in inner] == ["NonStruct"] else ""
        if own and note.isascii() and note.isdecimal():
            self.seen.figure(note, own)
        else:
            self.seen.words.extend(_linked(tag, words))

    def _repeated(self, tag: Tag, words: Marked) -> None:
        text = _text(tag, words)
        if text != self._head:
            self._inner(tag, words)
        self._head = text


_BLOCKS: Final = frozenset({"P", "LI", "TD", "TH", "H1", "H2", "H3", "H4", "Caption"})


def _linked(tag: Tag, words: Marked) -> Iterator[str]:
    """The words of a link without page numbers, which are generated: a link in a link, or what hangs on a span."""
    for one in tag.inner:
        if isinstance(one, int):
            yield words.get(one, "")
        elif one.kind != "Link" and (tag.kind, one.kind) != ("Span", "NonStruct"):
            yield from _linked(one, words)


def _text(tag: Tag, words: Marked) -> str:
    return "".join(_said(tag, words))


def _said(tag: Tag, words: Marked) -> Iterator[str]:
    for one in tag.inner:
        if isinstance(one, int):
            yield words.get(one, "")
        else:
            yield from _said(one, words)
