"""What a request asks, checked: parameters as a table that the checks and the OpenAPI document are both made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kuzet.basis.errors import BadInput
from kuzet.basis.fields import FIELDS
from kuzet.observatory.tally import Where
from kuzet.observatory.tally.fields import nearest

MOST: Final = 200
USUAL: Final = 50
"""Incidents of a page: at most, and where nothing is said."""

LONGEST_QUERY: Final = 200
"""Letters of a query in words."""

LAST_ROW: Final = 999_999_999
FILTERS: Final = tuple(name for name in FIELDS if name != "id")
"""The fields by which incidents and figures are filtered, each a parameter of its name."""

BASE: Final = "of_"
"""In front of a filter of the whole that a share is taken of."""

SORTS: Final = ("id", "-id", "date", "-date")

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Whole:
    """A parameter that is a whole number in a range."""

    name: str
    least: int
    most: int
    usual: int | None = None

    def read(self, given: Given) -> int | None:
        """The number, `usual` where it is not given; raises `BadInput`."""
        text = given.get(self.name)
        if text is None:
            return self.usual
        number = int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 12 else None
        if number is None or not self.least <= number <= self.most:
            raise BadInput(text, f"a whole number from {self.least} to {self.most}", f"parameter {self.name}")
        return number

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        told: dict[str, Any] = {"type": "integer", "minimum": self.least, "maximum": self.most}
        return told if self.usual is None else told | {"default": self.usual}


LIMIT: Final = Whole("limit", 1, MOST, USUAL)
CURSOR: Final = Whole("cursor", 0, LAST_ROW, 0)
YEAR: Final = Whole("year", 1, 9999)


@dataclass(frozen=True, slots=True)
class Listing:
    """Which incidents are asked for, in which order, from which row."""

    where: Where
    year: int | None = None
    sort: str = SORTS[0]
    query: str = ""
    limit: int = USUAL
    cursor: int = 0


def known(given: Given, names: tuple[str, ...]) -> None:
    """Raises `BadInput` for a parameter that the endpoint does not have, with the nearest one."""
    for name in given:
        if name not in names:
            raise BadInput(name, f"a parameter of this address{nearest(name, names)}", "query")


def once(lists: Mapping[str, list[str]]) -> dict[str, str]:
    """Each parameter with its one value; raises `BadInput` where one is given twice."""
    for name, values in lists.items():
        if len(values) != 1:
            raise BadInput(values, f"given once (several codes: {name}=one,other)", f"parameter {name}")
    return {name: values[0] for name, values in lists.items()}


def where(given: Given, before: str = "") -> dict[str, tuple[str, ...]]:
    """The filters among the parameters, each with its codes; `before` stands in front of their names."""
    return {name: tuple(given[before + name].split(",")) for name in FILTERS if before + name in given}


def choice(given: Given, name: str, among: tuple[str, ...], usual: str) -> str:
    """One of several words; raises `BadInput`."""
    found = given.get(name, usual)
    if found not in among:
        raise BadInput(found, f"one of {', '.join(among)}", f"parameter {name}")
    return found


def listing(given: Given) -> Listing:
    """What is asked of the list of incidents; raises `BadInput`."""
    query = given.get("q", "")
    if len(query) > LONGEST_QUERY:
        raise BadInput(query, f"at most {LONGEST_QUERY} letters", "parameter q")
    return Listing(
        where=where(given),
        year=YEAR.read(given),
        sort=choice(given, "sort", SORTS, SORTS[0]),
        query=query,
        limit=LIMIT.read(given) or USUAL,
        cursor=CURSOR.read(given) or 0,
    )


def fields(given: Given) -> tuple[str, ...]:
    """The one or two fields of a table; raises `BadInput`."""
    found = tuple(given.get("by", FILTERS[0]).split(","))
    wrong = [name for name in found if name not in FILTERS]
    if wrong or len(found) > 2 or len(set(found)) < len(found):
        told = nearest(wrong[0], FILTERS) if wrong else ""
        raise BadInput(given.get("by"), f"one field or two, such as category,perpetrator{told}", "parameter by")
    return found
