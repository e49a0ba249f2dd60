"""What is read out of bytes: addresses on a start page, the text of a page, or why there is none."""

from __future__ import annotations

from typing import Literal

from kuzet.basis.dates import EventDate
from kuzet.basis.word import Word


class Entry(Word):
    """One address that a start page names, with what the start page says of it."""

    url: str
    title: str = ""
    published: EventDate | None = None
    text: str = ""
    """The whole text, where the start page brings it (a channel's message); the page is not fetched then."""


class Page(Word):
    """The text of one page. `origin` says where `published` stood."""

    text: str
    title: str = ""
    author: str = ""
    published: EventDate | None = None
    origin: Literal["", "json-ld", "meta", "time", "url", "text", "start page"] = ""
    language: str = ""
    canonical: str = ""


class SetAside(Word):
    """Bytes that are kept and give no text: why, fit to be shown as it stands."""

    why: str
