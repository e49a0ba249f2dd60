"""The map: a grid of tiles, one for each region, drawn without scripts and told as a table too.

Where the publisher has a boundary file, the regions are drawn in their shapes as well, and towns as points on them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.places import PRECISIONS
from kuzet.web.public.edition import Edition, Entry
from kuzet.web.public.facets import counts, page
from kuzet.web.public.rendering import page as rendered
from kuzet.web.public.shapes import WIDTH
from kuzet.web.public.tongue import Tongue, tongue

SHADES: Final = 4
"""Steps of the shading above none."""

WIDE, HIGH = 118, 92
"""Size of a tile."""

RADIUS: Final = 5
"""Radius of the point of a town with one incident; its surface grows with their number."""

PINNED: Final = PRECISIONS[:2]
"""Levels of places that are drawn as a point."""


def part(edition: Edition) -> Iterator[Entry]:
    """The page in each language."""
    found = dict(counts(edition, "region"))
    exact = [_precise(edition, name) for name in PRECISIONS]
    for language in LANGUAGES:
        said = tongue(language, edition.release.manifest.codebook, edition.release.manifest.country)
        units = tiles(edition, said, found)
        path = f"{language}/map.html"
        told = [
            f"{said.small(said.label('place_precisions', name))} — {said.number(number)}"
            for name, number in zip(PRECISIONS, exact, strict=True)
        ]
        values = {
            "title": said.words["map_title"],
            "tiles": units,
            "wide": WIDE * (max((unit["column"] for unit in units), default=0) + 1),
            "high": HIGH * (max((unit["row"] for unit in units), default=0) + 1),
            "unknown": found.get("unknown", 0),
            "precisions": ", ".join(told),
            "drawn": drawn(edition, said, units),
            "section": "map",
            "address": edition.extra.address,
        }
        yield path, rendered("map.html", path, said, values)


def tiles(edition: Edition, said: Tongue, found: Mapping[str, int]) -> Sequence[Mapping[str, Any]]:
    """One tile a region: its place, number, shade and list."""
    most = max((number for code, number in found.items() if code != "unknown"), default=1)
    return [
        {
            "code": region.iso,
            "column": region.column,
            "row": region.row,
            "x": region.column * WIDE,
            "y": region.row * HIGH,
            "short": said.of(region.short),
            "brief": brief(said.of(region.short)),
            "name": said.of(region.name),
            "number": found.get(region.iso, 0),
            "shade": shade(found.get(region.iso, 0), most),
            "page": page("region", region.iso),
        }
        for region in edition.country.regions
    ]


def drawn(edition: Edition, said: Tongue, units: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The regions in their shapes, with the towns of incidents that are known so exactly; None without boundaries."""
    shapes = edition.extra.boundaries
    if shapes is None:
        return None
    by_code = {unit["code"]: unit for unit in units}
    return {
        "wide": WIDTH,
        "high": shapes.height,
        "attribution": shapes.attribution,
        "shapes": [{**by_code[one.region], "path": one.path, "at": (one.x, one.y)} for one in shapes.shapes],
        "towns": [
            {
                "at": shapes.at(*where),
                "name": name.best(said.language),
                "number": number,
                "radius": round(RADIUS * number**0.5, 1),
            }
            for (where, name), number in sorted(_towns(edition).items(), key=lambda one: (-one[1], one[0][0]))
        ],
    }


def _towns(edition: Edition) -> Counter[tuple[tuple[float, float], Name]]:
    """The incidents of each place that may be drawn as a point, by its degrees and name."""
    places = (one.place for one in edition.incidents.outlines() if one.place.precision in PINNED)
    return Counter(
        ((one.latitude, one.longitude), one.name)
        for one in places
        if one.latitude is not None and one.longitude is not None
    )


def brief(short: str) -> str:
    """The name of a region for a tile on a phone: its first word.

    >>> brief("Астана"), brief("Карагандинская область")
    ('Астана', 'Карагандинская')
    """
    return short.partition(" ")[0]


def shade(number: int, most: int) -> int:
    """0 for none, else 1 to `SHADES` by the share of the most."""
    return 0 if not number else min(SHADES, 1 + (SHADES * (number - 1)) // max(most, 1))


def _precise(edition: Edition, name: str) -> int:
    """How many described incidents are known to this level."""
    shown = edition.incidents
    return sum(one == name and not other for one, other in zip(shown.precisions, shown.reconstructed, strict=True))
