"""How one source is collected, as its `source.yml` says."""

from __future__ import annotations

from typing import Final, Literal

from kuzet.basis.document import Source
from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word

Form = Literal["feed", "sitemap", "list", "telegram", "youtube"]
"""RSS or Atom; sitemap, also of news; a page of links; a `t.me/s` preview; a channel's feed of videos."""


KINDS: Final = (
    "online_media",
    "newspaper",
    "radio",
    "tv_channel",
    "youtube_channel",
    "telegram_channel",
    "news_agency",
    "media_company",
    "ngo",
    "official",
    "court_service",
    "correspondent",
)
"""What a source may be: the kinds of outlets of the codebook, and those that only publish about them."""

Status = Literal["active", "paused", "closed"]
"""Collected; not collected for now; exists no more."""


class Start(Word):
    """One page that new addresses are found on."""

    form: Form
    url: str
    items: str = ""
    """CSS selector of the links of a list page."""
    inside: str = ""
    """Only addresses that begin with this are followed; empty: those of the same host."""
    unverified: bool = False
    """Whether nobody has yet seen that this address answers."""

    def __post_init__(self) -> None:
        if not self.url.startswith(("https://", "http://")):
            raise BadInput(self.url, "an address of http or https", "start")
        if (self.form == "list") != bool(self.items):
            raise BadInput(self.items, "a CSS selector of a list page, and of no other form", "start, items")


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

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.most:
            raise BadInput((self.least, self.most), "a least number that is not above the most", "weekly")


class Plan(Word):
    """A source, and how it is collected. `start` is empty for what people upload by hand."""

    source: Source
    start: tuple[Start, ...] = ()
    region: str = ""
    politeness: Politeness = Politeness()
    weekly: Expected = Expected()
    status: Status = "active"
    note: str = ""
    """For whoever looks after the source."""
