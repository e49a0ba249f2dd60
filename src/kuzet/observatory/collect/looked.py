"""What one capture turned out to hold: further addresses, texts with their reading, or why neither."""

from __future__ import annotations

from kuzet.basis.document import Document
from kuzet.basis.word import Word
from kuzet.observatory.collect.copies import Sketch
from kuzet.observatory.collect.found import Entry, Origin


class Text(Word):
    """One text of a capture: its document, what the page says of it, and what the reader makes of it."""

    document: Document
    canonical: str = ""
    origin: Origin = ""
    language: str = ""
    sketch: Sketch | None = None
    """By which near-copies are known; none for a text too short to be compared."""
    reading: str = ""
    """The line of `kuzet read`, of a document that reports an attack; else empty."""


class Looked(Word):
    """What a start page or a page gave."""

    entries: tuple[Entry, ...] = ()
    texts: tuple[Text, ...] = ()
    aside: str = ""
    """Why nothing could be read; empty where something was."""
