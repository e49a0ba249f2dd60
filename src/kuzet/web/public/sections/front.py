"""The front page: the figures of the year, each leading to its incidents, the trend, and what happened last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile
from typing import Any, Final

import numpy as np

from kuzet.basis.errors import Missing
from kuzet.basis.fields import UNKNOWN
from kuzet.basis.names import LANGUAGES
from kuzet.basis.rounding import whole
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.facets import ALL, YEAR, counts, page, ranks
from kuzet.web.public.rendering import page as rendered
from kuzet.web.public.sections.lists import Row, row
from kuzet.web.public.tongue import Tongue, tongue, words

LATEST: Final = 8
BARS: Final = 6
"""Bars of one field; the others are a page further."""


def part(edition: Edition) -> Iterator[Entry]:
    """The page in each language, and the first one, where a language is chosen."""
    latest = _latest(edition)
    for language in LANGUAGES:
        said = _tongue(edition, language)
        path = f"{language}/index.html"
        yield path, rendered("front.html", path, said, {**_values(edition, said), "latest": latest})
    said = _tongue(edition, "en")
    yield "index.html", rendered("first.html", "index.html", said, {"title": words("en")["site"], "everywhere": False})


def _tongue(edition: Edition, language: str) -> Tongue:
    return tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)


def _values(edition: Edition, said: Tongue) -> Mapping[str, Any]:
    manifest, engine = edition.release.manifest, edition.engine
    year = manifest.period.last().year
    number = engine.count({}, year).numerator
    described = engine.count({"reconstructed": "no"}, year).numerator
    return {
        "title": manifest.title.best(said.language),
        "manifest": manifest,
        "year": year,
        "number": number,
        "described": described,
        "placeholders": number - described,
        "moved": moved(edition, year, said),
        "trend": trend(edition, said),
        "categories": [(code, n, page("category", code)) for code, n in counts(edition, "category")],
        "perpetrators": _bars(edition, "perpetrator", said),
        "methods": _bars(edition, "method", said),
        "regions": _bars(edition, "region", said),
        "unplaced": dict(counts(edition, "region")).get(UNKNOWN, 0),
        "page_of_year": page(YEAR, str(year)),
        "page_of_all": page(ALL, ALL),
        "feed": f"{said.language}/{page(ALL, ALL)}",
        "address": edition.extra.address,
        "frozen": said.date(manifest.frozen.isoformat()),
    }


def moved(edition: Edition, year: int, said: Tongue) -> str:
    """How the year compares with the one before; '' where that is not known."""
    try:
        change = edition.engine.change({}, year - 1)
        before = edition.engine.earlier({}, year - 1).numerator
    except Missing:
        return ""
    key = "moved_same" if change.value == 0 else "moved_up" if change.value > 0 else "moved_down"
    return said.say(key, percent=whole(abs(change.value)), before=said.number(before), year=year - 1)


def trend(edition: Edition, said: Tongue) -> Sequence[Mapping[str, Any]]:
    """One column a year from the first total that is known: its number, and its height in hundredths."""
    last = edition.release.manifest.period.last().year
    first = min((total.year for total in edition.release.totals), default=last)
    found = edition.engine.series({}, range(first, last + 1))
    series = list(dropwhile(lambda one: one[1] is None, found))
    most = max((figure.numerator for _, figure in series if figure), default=1) or 1
    return [
        {
            "year": year,
            "text": said.number(figure.numerator) if figure else said.phrases.text("not_known"),
            "high": round(100 * figure.numerator / most, 2) if figure else None,
            "now": year == last,
        }
        for year, figure in series
    ]


def _bars(edition: Edition, field: str, said: Tongue) -> Sequence[tuple[str, int, str, str]]:
    """The most frequent codes with their lists, and last those whose code nobody knows."""
    found = counts(edition, field)
    known = sorted((one for one in found if one[0] != UNKNOWN), key=lambda one: -one[1])[:BARS]
    known += [one for one in found if one[0] == UNKNOWN and field != "region"]
    return [
        (said.code(field, code), number, f"../{said.language}/{page(field, code)}.html", "") for code, number in known
    ]


def _latest(edition: Edition) -> Sequence[Row]:
    newest = np.argsort(ranks(edition))[-LATEST:][::-1]
    return [row(edition.incidents.outline(place)) for place in newest.tolist()]
