"""What was sent, as raw rows: read from the fields' names, and changed as the person asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

Raw = dict[str, str]
"""A row as the browser sends it: name of the field -> text."""

MOST: Final = 300
"""Rows of one question that are read: the largest known group of people named one by one had a fifth of that."""


class Act(NamedTuple):
    """A change of the rows that a button asks for: `add`, `remove` or `first`."""

    verb: str
    question: str
    number: int


def act(text: str) -> Act | None:
    """Read `add targets`, `remove targets 2` or `first methods 1`; None for anything else."""
    match = re.fullmatch(r"(add|remove|first) ([a-z_]+)(?: (\d{1,4}))?", text)
    return Act(match[1], match[2], int(match[3] or 0)) if match else None


def rows(data: Mapping[str, str], prefix: str, question: str) -> list[Raw]:
    """The rows of a question, in the order of their numbers."""
    form = re.compile(rf"{re.escape(prefix)}-{question}-(\d{{1,4}})-(\w+)")
    found: dict[int, Raw] = {}
    for key in data:
        if match := form.fullmatch(key):
            found.setdefault(int(match[1]), {})[match[2]] = data[key]
    return [found[number] for number in sorted(found)[:MOST]]


def acted(found: Sequence[Raw], one: Act) -> list[Raw]:
    """The rows after the act; one that names no row changes nothing."""
    if one.verb == "add":
        return [*found, {}]
    if one.number >= len(found):
        return list(found)
    rest = [*found[: one.number], *found[one.number + 1 :]]
    return rest if one.verb == "remove" else [found[one.number], *rest]
