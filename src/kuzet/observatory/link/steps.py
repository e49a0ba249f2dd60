"""How far a proceeding had gone when a report was written, in the order of law."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kuzet.basis.coding import Coding


def of(coding: Coding) -> str:
    """The step of a coding by its stage, verdict and main method, whichever goes furthest; '' where none is told.

    Methods beside the main one are often told of somebody else, or of what went before.
    """
    return max((step for step in _told(coding) if step), key=order, default="")


def order(step: str) -> int:
    """The place of a step in the course of a case, from 0; steps of one place follow each other within days."""
    return _table()[1][step]


def _told(coding: Coding) -> Iterator[str]:
    by_code = _table()[0]
    for variable, answer in (("stage", coding.stage), ("verdict", coding.verdict)):
        if answer is not None:
            yield by_code.get((variable, answer.value), "")
    for method in coding.methods[:1]:
        yield by_code.get(("methods", method.value), "")


@cache
def _table() -> tuple[dict[tuple[str, str], str], dict[str, int]]:
    with (files(__package__) / "steps.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {(row["variable"], row["code"]): row["step"] for row in rows}, {
        row["step"]: int(row["order"]) for row in rows
    }
