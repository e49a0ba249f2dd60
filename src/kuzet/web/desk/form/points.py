"""A map of points, drawn by ourselves: each settlement of the country at its place, to choose one or mark a spot."""

from __future__ import annotations

from functools import cache
from math import cos, radians
from typing import Final, NamedTuple

from django.utils.html import format_html_join

from kuzet import countries

MARGIN: Final = 0.6
"""Degrees of the map around the outermost settlements."""


class PointMap(NamedTuple):
    """Degrees of its north-western corner, how much a degree of longitude is shortened, its size, and its circles.

    A degree of latitude is 1 of the drawing; all numbers are written out, since a page writes numbers its own way.
    """

    west: str
    north: str
    shrink: str
    width: str
    height: str
    circles: str


@cache
def points(code: str, language: str) -> PointMap:
    """The settlements of a country; those of hundreds of pages are written once."""
    found = countries.load(code).settlements
    west, east = min(one.longitude for one in found) - MARGIN, max(one.longitude for one in found) + MARGIN
    south, north = min(one.latitude for one in found) - MARGIN, max(one.latitude for one in found) + MARGIN
    shrink = cos(radians((south + north) / 2))
    dots = (
        (
            f"{(one.longitude - west) * shrink:.2f}",
            f"{north - one.latitude:.2f}",
            "0.22" if one.kind == "city" else "0.12",
            getattr(one.name, language),
            one.region,
        )
        for one in found
    )
    shape = '<circle cx="{}" cy="{}" r="{}" data-name="{}" data-place="{}"/>'
    return PointMap(
        west=f"{west:.4f}",
        north=f"{north:.4f}",
        shrink=f"{shrink:.4f}",
        width=f"{(east - west) * shrink:.4f}",
        height=f"{north - south:.4f}",
        circles=format_html_join("", shape, dots),
    )
