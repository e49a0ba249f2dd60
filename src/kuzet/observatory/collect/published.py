"""When a page was published, and where that stood: a visible order of places, the most deliberate first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from kuzet.basis.dates import EventDate
from kuzet.language.reading import appeared
from kuzet.observatory.collect import days
from kuzet.observatory.collect.found import Origin
from kuzet.observatory.collect.markup import Markup, nodes, words

Finder = Callable[[Markup, str], Iterator[str]]

_METAS: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publication_date",
    "article:published",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
)
"""Meta elements that hold the day of publication, those of the Open Graph protocol and schema.org first."""

_TIMES: Final = (
    ("datePublished", ("article time[itemprop=datePublished]", "time[itemprop=datePublished]")),
    ("pubdate", ("time[pubdate]",)),
    ("time", ("article time", "main time", "time")),
)
"""Elements for a time, by what stands in every page that has one."""
_DATED: Final = "[itemprop=datePublished],[class*=date],[class*=Date],[class*=time],[class*=publish]"
"""Elements whose class says that a date stands in them."""
_LOOKED_AT: Final = 20


def published(markup: Markup, url: str) -> tuple[EventDate | None, Origin]:
    """The first place that names a day; else the first that names a month or year; (None, '') where none does."""
    rough: tuple[EventDate | None, Origin] = (None, "")
    for origin, texts in FINDERS:
        date = next((found for text in texts(markup, url) if (found := days.day(text))), None)
        if date is not None and date.precision == "day":
            return date, origin
        if date is not None and rough[0] is None:
            rough = date, origin
    return rough


def _json_ld(markup: Markup, _: str) -> Iterator[str]:
    for one in markup.linked:
        for name in ("datePublished", "uploadDate", "dateCreated"):
            if isinstance(one.get(name), str):
                yield one[name]


def _meta(markup: Markup, _: str) -> Iterator[str]:
    yield from (markup.metas[name] for name in _METAS if name in markup.metas)


def _time(markup: Markup, _: str) -> Iterator[str]:
    page = markup.tree.document
    if page.query_selector("time") is None:
        return
    for selector in (each for sign, selectors in _TIMES if sign in markup.text for each in selectors):
        if (node := page.query_selector(selector)) is not None:
            yield node.getattr("datetime", "") or words(node)


def _url(_: Markup, url: str) -> Iterator[str]:
    if (found := appeared.in_url(url)) is not None:
        yield str(found)


def _text(markup: Markup, _: str) -> Iterator[str]:
    """Words in the elements that are there for a date, in the order of the page."""
    for node in nodes(markup.tree.document, _DATED)[:_LOOKED_AT]:
        yield node.getattr("content", "") or words(node)


FINDERS: Final[tuple[tuple[Origin, Finder], ...]] = (
    ("json-ld", _json_ld),
    ("meta", _meta),
    ("time", _time),
    ("url", _url),
    ("text", _text),
)
"""Where a date is looked for, in this order."""
