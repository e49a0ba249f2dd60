"""What is published by others: sources and the documents captured from them."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from typing import Final

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.names import Name
from kuzet.basis.word import Word

PRIVATE: Final = "correspondent:"
"""How the ids of documents begin that a correspondent told to the observatory, and nobody published."""


def is_private(document: str) -> bool:
    """Whether the words of the document with this id are for the desk alone."""
    return document.startswith(PRIVATE)


class Source(Word):
    """An outlet, channel, official page or correspondent that publishes documents."""

    id: str
    name: Name
    kind: str
    languages: tuple[str, ...]
    country: str
    url: str = ""
    panel_years: tuple[int, ...] = ()


class Document(Word):
    """What one source published, as captured at one moment. Immutable: a later capture is another Document.

    `sha256` is that of the raw bytes (of the UTF-8 text where no page was captured); `published` keeps its precision.
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    author: str = ""
    published: EventDate | None = None
    captured: datetime | None = None
    sha256: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            raise BadInput(self.id, "a document id", "document")
        if self.sha256 and not re.fullmatch(r"[0-9a-f]{64}", self.sha256):
            raise BadInput(self.sha256, "64 hexadecimal digits", f"document {self.id}, sha256")

    def digest(self) -> str:
        """`sha256`, or that of the text where no raw bytes are known."""
        return self.sha256 or hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Quotation(Word):
    """The very words of a document: `document.text[start:end] == text` (characters, not bytes)."""

    document: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise BadInput((self.start, self.end), "the span of its text", f"quotation of {self.document}")

    @classmethod
    def cut(cls, document: Document, start: int, end: int) -> Quotation:
        """The quotation of `document.text[start:end]`."""
        return cls(document=document.id, start=start, end=end, text=document.text[start:end])

    def covers(self, other: Quotation) -> bool:
        """Whether `other` lies inside this passage of the same document."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end
