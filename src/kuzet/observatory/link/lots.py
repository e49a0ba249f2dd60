"""Lots of items that links or judgements tie together: no group reaches over two of them, so each is grouped alone.

What is in a lot is grouped by `group` itself, with the same links as `Index.all_links` gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from kuzet.basis.judgement import Judgement, Link, LinkKind
from kuzet.observatory.link.blocks import packed, runs, spread
from kuzet.observatory.link.compare import LINKED
from kuzet.observatory.link.files import Array
from kuzet.observatory.link.group import Group, group
from kuzet.observatory.link.index import WHOLE
from kuzet.observatory.link.pairs import LINK, Pairs, every
from kuzet.observatory.link.said import Contradiction
from kuzet.observatory.link.shelf import Shelf

AT_ONCE: Final = 50_000
"""Pairs within lots that make one task; a larger lot makes one by itself."""


@dataclass(frozen=True, slots=True)
class Lots:
    """Some whole lots: items with their numbers, the links between them, and the pairs not yet compared."""

    numbers: Array
    ids: list[str]
    links: Array
    missing: Pairs
    judgements: list[Judgement]
    several: list[str]


@dataclass(frozen=True, slots=True)
class Grouped:
    """What `Groups` holds, with links without their evidence."""

    groups: list[Group]
    links: Array
    refused: Array
    suggested: Array
    contradictions: tuple[Contradiction, ...]
    cases: tuple[tuple[Group, ...], ...]
    related: tuple[tuple[Group, Group], ...]


def settle(lots: Lots) -> Grouped:
    """Compare what is missing, and group."""
    found = np.concatenate((lots.links, every(lots.missing)))
    ids = dict(zip(lots.numbers.tolist(), lots.ids, strict=True))
    links = [
        Link(left=ids[a], right=ids[b], kind=LinkKind.SAME_INCIDENT, score=score) for a, b, score in found.tolist()
    ]
    made = group(lots.ids, links, lots.judgements, set(lots.several))
    numbers = {ident: number for number, ident in ids.items()}

    def bare(links: Iterable[Link]) -> Array:
        return np.array([(numbers[one.left], numbers[one.right], one.score) for one in links], LINK)

    kept = bare(made.links), bare(made.refused), bare(made.suggested)
    return Grouped(list(made.groups), *kept, made.contradictions, made.cases, made.related)


class Ties:
    """All items cut into lots."""

    def __init__(self, shelf: Shelf, links: Array, judgements: Sequence[Judgement]) -> None:
        self._shelf, self._links = shelf, links
        self._judged, ids = _numbered(judgements, shelf)
        strong = links[links["score"] >= LINKED]
        left, right = np.array([pair for pair, _ in self._judged], np.uint32).reshape(-1, 2).T
        self._whole = components(len(shelf), strong["left"], strong["right"])
        """Lots by links alone: within these every pair is compared."""
        self._of_all = components(ids, np.concatenate((strong["left"], left)), np.concatenate((strong["right"], right)))
        """Lots of items and of what judgements name beside them: people may tie two items by a third that is gone."""
        self._lots = self._of_all[: len(shelf)]
        self._inside = self._lots[links["left"]] == self._lots[links["right"]]

    def alone(self) -> list[tuple[str]]:
        """The groups of one that nothing ties to anything."""
        sizes = np.bincount(self._lots, minlength=1)
        return [(self._shelf.ids[number],) for number in np.flatnonzero(sizes[self._lots] == 1)]

    def suggested(self) -> Array:
        """Links between two lots: nobody has said anything on them, or they would be one lot."""
        between: Array = self._links[~self._inside]
        return between

    def lots(self) -> Iterator[Lots]:
        """The lots of two and more, several in a task."""
        members = np.argsort(self._lots, kind="stable")
        sizes = runs(self._lots[members])[1]
        members = members[np.repeat(sizes > 1, sizes)]
        sizes = sizes[sizes > 1]
        tasks = np.repeat(np.cumsum(sizes * (sizes - 1) // 2) // AT_ONCE, sizes)
        task_of = np.full(len(self._lots), -1)
        task_of[members] = tasks
        inside = self._links[self._inside]
        inside = inside[np.argsort(task_of[inside["left"]], kind="stable")]
        of_links = task_of[inside["left"]]
        judgements = self._by_task(task_of)
        for start, size in zip(*runs(tasks), strict=True):
            task = int(tasks[start])
            first, last = np.searchsorted(of_links, (task, task + 1))
            yield self._task(np.sort(members[start : start + size]), inside[first:last], judgements.get(task, []))

    def _task(self, numbers: Array, links: Array, judgements: list[Judgement]) -> Lots:
        ids = [self._shelf.ids[number] for number in numbers]
        missing = Pairs.of(self._missing(numbers, links), self._shelf)
        return Lots(numbers, ids, links, missing, judgements, self._shelf.several(numbers))

    def _missing(self, numbers: Array, links: Array) -> Array:
        """Pairs of items of one lot, unless it is too large, that are not among the links."""
        numbers = numbers[np.argsort(self._whole[numbers], kind="stable")]
        starts, sizes = runs(self._whole[numbers])
        here = np.flatnonzero(np.repeat((sizes > 2) & (sizes <= WHOLE), sizes))
        rest = np.repeat(starts + sizes, sizes)[here] - here - 1
        pairs = [packed(numbers[left], numbers[right]) for left, right in spread(here, here + 1, rest)]
        return np.setdiff1d(np.concatenate(pairs), packed(links["left"], links["right"]))

    def _by_task(self, task_of: Array) -> dict[int, list[Judgement]]:
        """The judgements of the lots of each task; a lot of one item has no task, and nothing to be judged in it."""
        if not self._judged:
            return {}
        lot_task = dict(zip(self._lots[task_of >= 0].tolist(), task_of[task_of >= 0].tolist(), strict=True))
        found: dict[int, list[Judgement]] = {}
        for (left, _), one in self._judged:
            if (task := lot_task.get(int(self._of_all[left]))) is not None:
                found.setdefault(task, []).append(one)
        return found


def _numbered(judgements: Sequence[Judgement], shelf: Shelf) -> tuple[list[tuple[tuple[int, int], Judgement]], int]:
    """Judgements with the numbers of their ends, and how many there are: unknown ids are numbered after the items."""
    unknown: dict[str, int] = {}

    def number(ident: str) -> int:
        known = shelf.number(ident)
        return known if known is not None else unknown.setdefault(ident, len(shelf) + len(unknown))

    numbered = [((number(one.left), number(one.right)), one) for one in judgements]
    return numbered, len(shelf) + len(unknown)


def components(count: int, left: Array, right: Array) -> Array:
    """The lowest number in the lot of each item, where `left` and `right` are the ends of what ties lots together."""
    lowest = np.arange(count)
    while not np.array_equal(lowest[left], lowest[right]):
        both = np.minimum(lowest[left], lowest[right])
        for end in (lowest[left], lowest[right]):
            np.minimum.at(lowest, end, both)
        while not np.array_equal(lowest, lower := lowest[lowest]):
            lowest = lower
    return lowest
