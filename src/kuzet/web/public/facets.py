"""The lists of the site: every code of the main fields that an incident holds, every year, every actor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kuzet.basis.dates import EventDate
from kuzet.basis.fields import NONE
from kuzet.basis.names import Name
from kuzet.observatory.tally import Where
from kuzet.web.public.actors import actors
from kuzet.web.public.edition import Edition

FIELDS: Final = (
    "category",
    "method",
    "method_group",
    "perpetrator",
    "perpetrator_kind",
    "target_kind",
    "target_unit",
    "region",
    "month",
    "mode",
    "context_event",
    "proceeding",
    "stage",
    "verdict",
    "penalty",
    "article",
    "source",
    "certainty",
    "reconstructed",
)
"""Fields of the engine that have lists and are offered by the filter, in the order in which they are shown."""

Places: TypeAlias = NDArray[np.int32]
"""Incidents by their places in the release, or a number for each of them."""

YEAR: Final = "year"
ALL: Final = "all"
SOURCE: Final = "source"
QUARTER: Final = "quarter"
"""Three months of a year, as a range of months such as 2024-10/2024-12."""

_STARTS: Final = (1, 4, 7, 10)


class Facet(NamedTuple):
    """One list: its field and code, the page without language and ending, what the engine is asked, and its incidents.

    These are told by their places in the release. `where` is None where the engine has no field for it: an actor, one
    year of several.
    """

    field: str
    code: str
    page: str
    where: Where | None
    year: int | None
    places: Places
    name: Name | None = None
    """The name of an actor or source."""


def safe(code: str) -> str:
    """A code as part of an address."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", code)


def page(field: str, code: str) -> str:
    """The page of a list, without language and ending."""
    return f"list/{field}/{safe(code)}"


def facets(edition: Edition) -> Iterator[Facet]:
    """Every list of the site that is not empty, in a fixed order."""
    yield Facet(ALL, ALL, page(ALL, ALL), {}, None, _places(edition, {}))
    years = edition.engine.facts.years
    for year in years:
        places = _places(edition, {}, year)
        yield Facet(YEAR, str(year), page(YEAR, str(year)), {} if len(years) == 1 else None, year, places)
    yield from quarters(edition)
    for name in FIELDS:
        yield from _of_field(edition, name)
    for actor in actors(edition).values():
        place = f"{actor.unit}/{actor.slug}"
        yield Facet(actor.unit, actor.slug, place, None, None, np.array(actor.places, np.int32), actor.name)


def _places(edition: Edition, where: Where, year: int | None = None) -> Places:
    """The incidents that the engine counts."""
    facts = edition.engine.facts
    return facts.places(facts.read(where), year).astype(np.int32)


def quarters(edition: Edition) -> Iterator[Facet]:
    """The quarters of every year; what is not known to the month stands in none of them."""
    years = edition.engine.facts.years
    for year in years:
        for number, start in enumerate(_STARTS, 1):
            where = {"month": tuple(str(month) for month in range(start, start + 3))}
            places = _places(edition, where, year)
            if len(places):
                code, place = f"{year}-{start:02}/{year}-{start + 2:02}", page(QUARTER, f"{year}-q{number}")
                yield Facet(QUARTER, code, place, where if len(years) == 1 else None, year, places)


def _of_field(edition: Edition, name: str) -> Iterator[Facet]:
    names = sources(edition) if name == SOURCE else {}
    for code, number in counts(edition, name):
        if number and code != NONE:
            places = _places(edition, {name: code})
            yield Facet(name, code, page(name, code), {name: code}, None, places, names.get(code))


def sources(edition: Edition) -> Mapping[str, Name]:
    """The names of the sources by id, which no codebook lists."""
    return {source.id: source.name for source in edition.release.sources}


def counts(edition: Edition, name: str) -> list[tuple[str, int]]:
    """The codes of a field that occur, with their numbers, in the order of the codebook."""
    return [(key[0], number) for key, number in edition.engine.cross((name,)).rows()]


@lru_cache(maxsize=2)
def ranks(edition: Edition) -> Places:
    """The rank of every incident in lists, oldest first; placeholders, which have no story, before all others."""
    shown = edition.incidents
    days = {date: number for number, date in enumerate(sorted({*shown.dates}, key=EventDate.order))}
    columns = (shown.reconstructed, shown.dates, shown.ids)
    keys = [(not one, days[date], ident) for one, date, ident in zip(*columns, strict=True)]
    found = np.empty(len(keys), np.int32)
    found[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return found
