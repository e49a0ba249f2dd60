"""The prepared lists: newest first on the first page, the pages behind it numbered from the oldest.

A new incident so changes the newest page of each of its lists and leaves the others as they are. Only the first page
tells figures and the edition, and so is the only one that a new edition always changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import PurePosixPath
from typing import Final, NamedTuple, cast
from urllib.parse import urlencode

import numpy as np
from msgspec import Raw

from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.figure import Filter
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.word import Word, from_json, to_bytes
from kuzet.web.public.edition import Edition, Entry, Work
from kuzet.web.public.facets import ALL, QUARTER, YEAR, Facet, Places, facets, ranks
from kuzet.web.public.rendering import page
from kuzet.web.public.sections import feeds
from kuzet.web.public.sentence import Asked, Cited, cited
from kuzet.web.public.shown import Outline
from kuzet.web.public.tongue import Tongue, tongue

PAGE: Final = 50
"""Incidents a page; the first one holds up to 75, so that it is never nearly empty."""

_NEAR: Final = 3
"""Pages on each side that a page leads to."""

_KEPT: Final = 20_000
"""Lines that are kept as they are written."""

SPLITS: Final = ("category", "perpetrator", "region")
"""Fields by which the first page of a list tells what it is made of."""

FED: Final = (ALL, "category", "method", "perpetrator", "target_kind", "region", "person", "outlet")
"""Fields whose lists have feeds."""


WHOLE: Final = (ALL, YEAR, QUARTER)
"""Lists that hold everything of a period and narrow nothing else."""


class Row(Word):
    """One incident in a list."""

    id: str
    title: Name
    date: str
    place: Name
    category: str
    method: str
    summary: Name
    reconstructed: bool = False


class Split(Word):
    """How many incidents of a list hold each code of a field; `other` where an incident may stand in several."""

    field: str
    parts: tuple[tuple[str, int], ...]


class Head(Word):
    """What the first page tells: the figure with its citation, and its parts."""

    asked: Asked
    splits: tuple[Split, ...]


class Listed(Word):
    """One page of a list, in no language yet: `number` is 0 for the first page, else counted from the oldest."""

    field: str
    code: str
    place: str
    codebook: str
    country: str
    rows: tuple[Row, ...]
    number: int
    pages: int
    address: str = ""
    name: Name | None = None
    head: Head | None = None


def part(edition: Edition) -> Iterator[Work]:
    """The pages of every list, those of one time together, so that a process makes the line of an incident once."""
    rank, shown = ranks(edition), edition.incidents
    written = lru_cache(maxsize=_KEPT)(lambda place: Raw(to_bytes(row(shown.outline(place)))))
    found = [one for facet in facets(edition) for one in _pages(facet, rank)]
    for one in sorted(found, key=lambda one: rank[one.places[-1]]):
        yield _work(edition, one, tuple(map(written, one.places.tolist())))


def row(incident: Outline) -> Row:
    """An incident as a list shows it."""
    return Row(
        id=incident.id,
        title=incident.title,
        date=str(incident.date),
        place=incident.place.name,
        category=incident.category,
        method=incident.method,
        summary=incident.summary,
        reconstructed=incident.reconstructed,
    )


class _Page(NamedTuple):
    """One page of a list, the newest of its incidents first."""

    facet: Facet
    number: int
    pages: int
    places: Places


def _pages(facet: Facet, rank: Places) -> Iterator[_Page]:
    places = facet.places[np.argsort(rank[facet.places])]
    older = max(0, (len(places) - PAGE // 2 - 1) // PAGE)
    for number in range(older, -1, -1):
        some = places[older * PAGE :] if number == 0 else places[(number - 1) * PAGE : number * PAGE]
        yield _Page(facet, number, older, some[::-1])


def _work(edition: Edition, one: _Page, rows: tuple[Raw, ...]) -> Work:
    """What makes a page; `rows` are its lines as they are written."""
    listed = Listed(
        field=one.facet.field,
        code=one.facet.code,
        place=one.facet.page,
        codebook=edition.release.manifest.codebook,
        country=edition.release.manifest.country,
        rows=cast("tuple[Row, ...]", rows),
        number=one.number,
        pages=one.pages,
        address=edition.extra.address,
        name=one.facet.name,
        head=None if one.number else _head(edition, one.facet),
    )
    return Work(f"list {one.facet.page} {one.number}", make, to_bytes(listed))


def _head(edition: Edition, facet: Facet) -> Head:
    manifest = edition.release.manifest
    period = manifest.period if facet.year is None else EventDate(PartialDate(facet.year))
    if facet.field == QUARTER:
        period = EventDate.parse(facet.code)
    filters = () if facet.field in WHOLE or facet.name else (Filter(field=facet.field, codes=(facet.code,)),)
    asked = Asked(
        count=len(facet.places),
        period=str(period),
        filters=filters,
        about=facet.name,
        release=manifest.id,
        edition=manifest.edition,
        frozen=manifest.frozen.isoformat(),
    )
    return Head(asked=asked, splits=tuple(_splits(edition, facet)))


def _splits(edition: Edition, facet: Facet) -> Iterator[Split]:
    """What the engine counts inside the list; nothing for what it has no field of."""
    if facet.where is None:
        return
    for name in SPLITS:
        parts = edition.engine.cross((name,), facet.where).rows()
        if name != facet.field and len(parts) > 1:
            yield Split(field=name, parts=tuple((key[0], number) for key, number in parts))


def make(given: bytes) -> Iterator[Entry]:
    """The page in every language, with the feeds of its list."""
    listed = from_json(given, Listed)
    for language in LANGUAGES:
        said = tongue(language, listed.codebook, listed.country)
        stem = f"{language}/{listed.place}"
        path = f"{stem}.html" if listed.number == 0 else f"{stem}-{listed.number}.html"
        fed = listed.number == 0 and listed.field in FED
        values = {
            "title": title(listed, said),
            "listed": listed,
            "others": pages(listed, stem.rpartition("/")[2]),
            "current": current(listed),
            "cited": _cited(listed, path, said),
            "feed": stem if fed else "",
            "narrowed": _narrowed(listed),
            "address": listed.address,
            "section": "incidents",
        }
        yield path, page("list.html", path, said, values)
        if fed:
            newest = list(islice(listed.rows, feeds.MOST))
            yield from feeds.both(stem, said, title(listed, said), listed.address, newest)


def title(listed: Listed, said: Tongue) -> str:
    """What a list is called."""
    if listed.name:
        return listed.name.best(said.language)
    if listed.field == ALL:
        return said.say("all_incidents")
    return (
        said.begun(said.date(listed.code)) if listed.field in (YEAR, QUARTER) else said.code(listed.field, listed.code)
    )


def pages(listed: Listed, stem: str) -> Sequence[tuple[int, str]]:
    """The numbers that readers see (1 is the newest) with the file of each page: the first, the last, those near."""
    here, last = current(listed), listed.pages + 1
    numbers = sorted({1, last, *range(max(1, here - _NEAR), min(last, here + _NEAR) + 1)})
    return [(one, f"{stem}.html" if one == 1 else f"{stem}-{last + 1 - one}.html") for one in numbers]


def current(listed: Listed) -> int:
    """The number of the page as readers see it."""
    return listed.pages - listed.number + 2 if listed.number else 1


def _narrowed(listed: Listed) -> str:
    """What the filter is asked for the same list, '' for the list of everything."""
    if listed.field in (YEAR, QUARTER):
        period = EventDate.parse(listed.code)
        return urlencode({"from": period.first().isoformat(), "until": period.last().isoformat()})
    if listed.field == ALL:
        return ""
    return urlencode({listed.field: PurePosixPath(listed.place).name if listed.name else listed.code})


def _cited(listed: Listed, path: str, said: Tongue) -> Cited | None:
    return cited(listed.head.asked, f"{listed.address}/{path}" if listed.address else "", said) if listed.head else None
