"""Items by their keys: one new item is compared with the few that share a key, in milliseconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.judgement import Link
from kuzet.observatory.link.bound import Bound, sides
from kuzet.observatory.link.compare import LINKED, SUGGESTED, Weights, compare, score
from kuzet.observatory.link.items import Item
from kuzet.observatory.link.keys import crowd, lookups, postings

CROWDED: Final = 200
"""Items under one key from which on it says too little (a big outlet over a year) and only narrower keys count."""

WHOLE: Final = 150
"""Items tied together by links that are still all compared with each other, 11,175 pairs."""


class Index:
    """Grows by `add`; asked by `links`. What was added in which order makes no difference.

    `table` gives other weights than the shipped ones.
    """

    def __init__(self, items: Iterable[Item] = (), table: Weights | None = None) -> None:
        self._table = table
        self._bound = Bound(table)
        self._items: dict[str, Item] = {}
        self._sides: dict[str, int] = {}
        self._blocks: dict[str, list[str]] = defaultdict(list)
        for item in items:
            self.add(item)

    def __len__(self) -> int:
        return len(self._items)

    def add(self, item: Item) -> None:
        """Put an item in; `BadInput` when its id stands there already."""
        if item.id in self._items:
            raise BadInput(item.id, "an id that was not added before", "index of items")
        self._items[item.id] = item
        self._sides[item.id] = sides(item)
        for key in postings(item):
            self._blocks[key].append(item.id)

    def links(self, item: Item, least: float = SUGGESTED) -> list[Link]:
        """The links of an item, added or not, with what the index holds, of at least that score, strongest first."""
        return sorted(self._linked(item, self.neighbours(item), least), key=_strongest)

    def all_links(self, least: float = SUGGESTED) -> list[Link]:
        """Every link of at least that score, strongest first.

        Among items that links tie together into one lot, the pairs that speak against stand there too, whatever their
        score: grouping needs both sides.
        """
        found = {(link.left, link.right): link for link in self._each(least)}
        for lot in _lots(found.values()):
            for pair in combinations(sorted(lot), 2):
                if pair not in found:
                    found[pair] = compare(self._items[pair[0]], self._items[pair[1]], self._table)
        return sorted(found.values(), key=_strongest)

    def _each(self, least: float) -> Iterator[Link]:
        """Each pair of neighbours once: being neighbours is mutual."""
        for ident, item in self._items.items():
            yield from self._linked(item, (other for other in self.neighbours(item) if ident < other), least)

    def _linked(self, item: Item, others: Iterable[str], least: float) -> Iterator[Link]:
        mine = sides(item)
        for other in others:
            left, right = sorted((item, self._items[other]), key=lambda one: one.id)
            may = self._bound.reaches(left, right, mine & self._sides[other], least)
            if may and score(left, right, self._table) >= least:
                yield compare(left, right, self._table)

    def neighbours(self, item: Item) -> set[str]:
        """The ids of the items that share a telling key with it: those it is compared with."""
        telling = (key for key in lookups(item) if len(self._blocks.get(crowd(key), ())) <= CROWDED)
        return {ident for key in telling for ident in self._blocks.get(key, ())} - {item.id}


def links(items: Iterable[Item], least: float = SUGGESTED, table: Weights | None = None) -> list[Link]:
    """All links of these items, as `Index.all_links` gives them; the order of the items makes no difference."""
    return Index(items, table).all_links(least)


def _lots(links: Iterable[Link]) -> list[set[str]]:
    """Items tied together by links of the machine, in lots of at most `WHOLE`."""
    lots: dict[str, set[str]] = {}
    for link in links:
        if link.score >= LINKED:
            left, right = lots.get(link.left, {link.left}), lots.get(link.right, {link.right})
            both = left | right
            lots.update(dict.fromkeys(both, both))
    return [lot for lot in {id(lot): lot for lot in lots.values()}.values() if len(lot) <= WHOLE]


def _strongest(link: Link) -> tuple[float, str, str]:
    return -link.score, link.left, link.right
