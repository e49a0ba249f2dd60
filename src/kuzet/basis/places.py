"""Places that are never more exact than their source."""

from __future__ import annotations

from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.names import Name
from kuzet.basis.word import Word

PRECISIONS: Final = ("point", "town", "district", "region", "country")
"""From the most to the least exact; only `point` and `town` may be drawn as a pin."""


class Place(Word):
    """Where something happened: `region` is an ISO 3166-2 code (empty at country precision), degrees are WGS 84."""

    name: Name
    precision: str
    country: str
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None

    def __post_init__(self) -> None:
        if self.precision not in PRECISIONS:
            raise BadInput(self.precision, f"one of {', '.join(PRECISIONS)}", "place precision")
        if self.precision == "country" and self.region:
            raise BadInput(self.region, "empty at country precision", "place region")
        if (self.latitude is None) != (self.longitude is None):
            raise BadInput((self.latitude, self.longitude), "both coordinates or none", "place")
        if self.latitude is not None and self.precision not in PRECISIONS[:2]:
            raise BadInput(self.precision, "point or town, as it has coordinates", "place precision")
        _check_degrees(self.latitude, 90, "latitude")
        _check_degrees(self.longitude, 180, "longitude")


def _check_degrees(value: float | None, limit: int, where: str) -> None:
    if value is not None and not -limit <= value <= limit:
        raise BadInput(value, f"between -{limit} and {limit} degrees", f"place {where}")
