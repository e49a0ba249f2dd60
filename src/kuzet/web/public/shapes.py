"""Regions as shapes, from a boundary file that the publisher has: drawn here, so that the page asks nobody for a map.

The file is GeoJSON (RFC 7946), degrees of WGS 84. Shapes are drawn in Albers' equal-area conic projection (Snyder, Map
Projections: A Working Manual, 1987, p. 98 to 100), so that no region looks larger beside another one than it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import cos, radians, sin, sqrt
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from kuzet.basis.errors import BadInput
from kuzet.countries.records import Region

WIDTH: Final = 1200
"""Width of the drawing; its points stand on whole numbers, so that the borders of two neighbours stay one line."""

_EDGE: Final = 12
_PARALLELS: Final = 6
"""The standard parallels lie a sixth of the height inside, as is usual for a country."""
_EQUATOR: Final = 1e-6
"""The cone of a country that lies as far south as north of the equator, where it would be a cylinder."""

Point = tuple[float, float]
Ring = Sequence[Point]


class Shape(NamedTuple):
    """One region: its outline as an SVG path, and where its number is written."""

    region: str
    path: str
    x: int
    y: int


class Shapes(NamedTuple):
    """The drawing of all regions; `attribution` is what the file says of its makers."""

    shapes: tuple[Shape, ...]
    height: int
    attribution: str
    projection: Projection

    def at(self, latitude: float, longitude: float) -> tuple[int, int]:
        """Where a place is drawn."""
        x, y = self.projection.at((longitude, latitude))
        return round(x), round(y)


class Read(NamedTuple):
    """The drawing, and what could not be used of the file, each with its reason."""

    shapes: Shapes
    aside: tuple[str, ...]


class Projection(NamedTuple):
    """Degrees to points of the drawing: a cone, and the frame that is cut out of what it shows."""

    middle: float
    cone: float
    constant: float
    left: float = 0.0
    top: float = 0.0
    scale: float = 1.0

    @classmethod
    def of(cls, points: Iterable[Point]) -> Projection:
        """The projection that fits these degrees."""
        known = list(points)
        west, east = (edge(longitude for longitude, _ in known) for edge in (min, max))
        south, north = (radians(edge(latitude for _, latitude in known)) for edge in (min, max))
        first, second = south + (north - south) / _PARALLELS, north - (north - south) / _PARALLELS
        cone = (sin(first) + sin(second)) / 2 or _EQUATOR
        whole = cls((west + east) / 2, cone, cos(first) ** 2 + 2 * cone * sin(first))
        across, down = zip(*map(whole.unrolled, known), strict=True)
        scale = (WIDTH - 2 * _EDGE) / (max(across) - min(across) or 1.0)
        return whole._replace(left=min(across), top=min(down), scale=scale)

    def unrolled(self, point: Point) -> Point:
        """A longitude and latitude on the cone that was unrolled, in radii of the earth."""
        longitude, latitude = point
        radius = sqrt(max(0.0, self.constant - 2 * self.cone * sin(radians(latitude)))) / self.cone
        angle = self.cone * radians(longitude - self.middle)
        return radius * sin(angle), radius * cos(angle) - sqrt(max(0.0, self.constant)) / self.cone

    def at(self, point: Point) -> Point:
        """Where a longitude and latitude are drawn."""
        x, y = self.unrolled(point)
        return (x - self.left) * self.scale + _EDGE, (y - self.top) * self.scale + _EDGE


def read(path: Path, regions: Sequence[Region]) -> Read:
    """The drawing of the regions of a file; raises `BadInput` where it is no GeoJSON, or names no region."""
    found = _collection(path)
    known = dict(_names(regions))
    rings: dict[str, list[Ring]] = {}
    aside = []
    for number, feature in enumerate(found["features"], 1):
        where = f"{path.name}, feature {number}"
        code = _code(feature, known)
        if code is None:
            aside.append(f"{where}: names no region by its code or name")
        else:
            rings.setdefault(code, []).extend(_rings(feature, where))
    if not rings:
        raise BadInput(path.name, f"a boundary file of regions such as {regions[0].iso}", "--boundaries")
    aside += [f"{path.name}: no shape of {one.iso}" for one in regions if one.iso not in rings]
    return Read(_drawn(rings, str(found.get("attribution", ""))), tuple(aside))


def _collection(path: Path) -> Mapping[str, Any]:
    try:
        found = msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        raise BadInput(path.name, f"a GeoJSON file ({error})", "--boundaries") from None
    if not isinstance(found, dict) or not isinstance(found.get("features"), list):
        raise BadInput(path.name, "a GeoJSON file with a FeatureCollection", "--boundaries")
    return found


def _names(regions: Sequence[Region]) -> Iterator[tuple[str, str]]:
    """What a file may call a region, with its code; what comes later goes before: the name, and then the code."""
    for one in regions:
        for word in (*one.aliases.all(), one.short.kk, one.short.ru, one.short.en):
            yield word.casefold(), one.iso
    for one in regions:
        for word in (one.name.kk, one.name.ru, one.name.en, one.iso):
            yield word.casefold(), one.iso


def _code(feature: Any, known: Mapping[str, str]) -> str | None:  # noqa: ANN401  (whatever the file holds)
    """The region that a property of a feature names, by its code or in a language."""
    told = feature.get("properties") if isinstance(feature, dict) else None
    values = told.values() if isinstance(told, dict) else ()
    words = [value.strip().casefold() for value in values if isinstance(value, str)]
    return next((known[word] for word in words if word in known), None)


def _rings(feature: Mapping[str, Any], where: str) -> Iterator[Ring]:
    """The outlines of a feature and of the holes in it."""
    told = feature.get("geometry")
    geometry = told if isinstance(told, dict) else {}
    kind, inner = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon"):
        raise BadInput(kind, "Polygon or MultiPolygon", where)
    for polygon in [inner] if kind == "Polygon" else _several(inner, where):
        for ring in _several(polygon, where):
            yield [_point(one, where) for one in _several(ring, where)]


def _several(given: Any, where: str) -> Sequence[Any]:  # noqa: ANN401  (whatever the file holds)
    if not isinstance(given, list) or not given:
        raise BadInput(given, "a list of coordinates", where)
    return given


def _point(given: Any, where: str) -> Point:  # noqa: ANN401  (whatever the file holds)
    match given:
        case [float() | int() as east, float() | int() as north, *_] if abs(east) <= 180 and abs(north) < 90:
            return float(east), float(north)
    raise BadInput(given, "longitude and latitude in degrees", where)


def _drawn(rings: Mapping[str, Sequence[Ring]], attribution: str) -> Shapes:
    projection = Projection.of(point for some in rings.values() for ring in some for point in ring)
    flat = {code: [[projection.at(point) for point in ring] for ring in some] for code, some in sorted(rings.items())}
    height = max(y for some in flat.values() for ring in some for _, y in ring) + _EDGE
    return Shapes(tuple(_shape(code, some) for code, some in flat.items()), round(height), attribution, projection)


def _shape(code: str, rings: Sequence[Ring]) -> Shape:
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    path = "".join(_path(ring) for ring in rings)
    x, y = _inside(largest)
    return Shape(code, path or _path(largest, least=1), round(x), round(y))


def _path(ring: Ring, least: int = 3) -> str:
    """A ring on whole numbers, each point told from the one before; '' where it is smaller than that."""
    points = [(round(x), round(y)) for x, y in ring]
    points = [one for before, one in pairwise([(-1, -1), *points]) if one != before]
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len({*points}) < least:
        return ""
    steps = "".join(f"l{x - a} {y - b}" for (a, b), (x, y) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}{steps}z"


def _area(ring: Ring) -> float:
    return sum(a * y - x * b for (a, b), (x, y) in pairwise([*ring, ring[0]])) / 2


def _inside(ring: Ring) -> Point:
    """A point inside: the middle of the widest stretch at the height of the centre of gravity."""
    area = _area(ring) or 1.0
    height = sum((b + y) * (a * y - x * b) for (a, b), (x, y) in pairwise([*ring, ring[0]])) / (6 * area)
    crossed = sorted(
        a + (height - b) * (x - a) / (y - b)
        for (a, b), (x, y) in pairwise([*ring, ring[0]])
        if (b <= height) != (y <= height)
    )
    left, right = max(zip(crossed[::2], crossed[1::2], strict=False), key=lambda one: one[1] - one[0], default=ring[0])
    return (left + right) / 2, height
