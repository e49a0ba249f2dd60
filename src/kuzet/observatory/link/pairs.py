"""Which pairs are compared at all: those that share a key, so that not everything meets everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from kuzet.basis.judgement import Link
from kuzet.observatory.link.compare import SUGGESTED, compare
from kuzet.observatory.link.items import Item

CROWDED: Final = 400
"""Items under one key from which on it says too little (a big outlet over a year) and only narrower keys count."""


def keys(item: Item) -> Iterator[str]:
    """The keys under which an item meets others; a reading without any meets nobody."""
    for person in item.people:
        yield from (f"person {word}" for word in person.split() if len(word) > 2)
    month = f"{item.when.first():%Y-%m}" if item.when and item.when.precision != "year" else ""
    for outlet in item.outlets:
        yield f"outlet {outlet} {month}" if month else f"outlet {outlet}"
        yield f"outlet {outlet}"
    if item.when is not None and item.when.precision == "day":
        yield f"day {item.when.start} {item.region}"
    yield from (f"sum {money.amount.normalize()} {money.currency}" for money in item.sums)


def links(items: Iterable[Item], least: float = SUGGESTED) -> list[Link]:
    """All links of at least that score, strongest first; the order of the items makes no difference."""
    blocks: dict[str, dict[str, Item]] = defaultdict(dict)
    for item in items:
        for key in keys(item):
            blocks[key][item.id] = item
    seen: dict[tuple[str, str], Link] = {}
    for block in blocks.values():
        if len(block) > CROWDED:
            continue
        for left, right in combinations(sorted(block.values(), key=lambda item: item.id), 2):
            if (left.id, right.id) not in seen:
                seen[left.id, right.id] = compare(left, right)
    return sorted((link for link in seen.values() if link.score >= least), key=_strongest)


def _strongest(link: Link) -> tuple[float, str, str]:
    return -link.score, link.left, link.right
