"""How one source is collected, as its `source.yml` says."""

from __future__ import annotations

from typing import Literal

from kuzet.basis.document import Source
from kuzet.basis.word import Word

Form = Literal["feed", "sitemap", "list", "telegram", "youtube"]
"""RSS or Atom; sitemap, also of news; a page of links; a `t.me/s` preview; a channel's feed of videos."""


class Start(Word):
    """One page that new addresses are found on."""

    form: Form
    url: str
    items: str = ""
    """CSS selector of the links of a list page."""
    inside: str = ""
    """Only addresses that begin with this are followed; empty: those of the same host."""


class Politeness(Word):
    """How a source's hosts are treated; a longer delay of its robots.txt is kept."""

    delay: float = 2.0
    """Seconds between two requests to a host."""
    at_once: int = 1
    """Requests to a host under way at once."""


class Expected(Word):
    """How many new documents a week are usual: fewer or more raise a notice."""

    least: int = 0
    most: int = 10_000


class Plan(Word):
    """A source, and how it is collected. `start` is empty for what people upload by hand."""

    source: Source
    start: tuple[Start, ...] = ()
    region: str = ""
    politeness: Politeness = Politeness()
    weekly: Expected = Expected()
