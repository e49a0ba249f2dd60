"""How urgent a candidate is: the machine's score, how grave the method is, how new the document is.

The parts are added, so that the order of two candidates never changes while both wait; `urgency.csv` is the whole list
of weights.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from kuzet.basis.codebook import Codebook

DAYS: Final = 60
"""Days of age that weigh as much as a sure score against an unsure one, or a grave method against none."""

_START: Final = date(2000, 1, 1)


@cache
def weights() -> Mapping[tuple[str, str], float]:
    """(table of the codebook, code) -> weight; a method without its own has that of its group."""
    rows = csv.DictReader((files(__package__) / "urgency.csv").read_text("utf-8").splitlines())
    return {(row["table"], row["code"]): float(row["weight"]) for row in rows}


def rank(score: float, method: str, day: date, book: Codebook) -> float:
    """The place in the queue: more is earlier."""
    return score + gravity(method, book) + (day - _START).days / DAYS


def gravity(method: str, book: Codebook) -> float:
    """The weight of a method; 0 where none is proposed."""
    known = book.table("methods").get(method)
    if known is None:
        return 0.0
    return weights().get(("methods", method), weights().get(("method_groups", known.extra["group"]), 0.0))
