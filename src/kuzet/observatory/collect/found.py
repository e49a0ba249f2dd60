"""What is read out of bytes: addresses on a start page, the text of a page, or why there is none."""

from __future__ import annotations

from typing import Literal

from kuzet.basis.dates import EventDate
from kuzet.basis.word import Word

Origin = Literal["", "json-ld", "meta", "time", "url", "text", "start page"]
"""Where a day of publication stood: in the page's JSON-LD, a meta or time element, its address, its text."""


class Entry(Word):
    """One address that a start page names, with what the start page says of it."""

    url: str
    title: str = ""
    published: EventDate | None = None
    text: str = ""
    """The whole text, where the start page brings it (a channel's message); the page is not fetched then."""
    forwarded: str = ""
    """Whom a channel's message was taken over from: the name, and the address in brackets where it is told."""
    edited: bool = False
    """Whether a channel's message is marked as changed after it was sent."""
    sitemap: bool = False
    """Whether the address is that of a further sitemap: a start page itself, and no page."""


class Page(Word):
    """The text of one page, its headline first. `origin` says where `published` stood."""

    text: str
    title: str = ""
    author: str = ""
    published: EventDate | None = None
    origin: Origin = ""
    language: str = ""
    canonical: str = ""
    charset: str = ""
    """The charset that the bytes were read in; not the declared one where that was wrong."""
    whole: bool = True
    """Whether the main text was looked for with care; the quick text of a page that matters to nobody is not."""


class SetAside(Word):
    """Bytes that are kept and give no text: why, fit to be shown as it stands."""

    why: str
