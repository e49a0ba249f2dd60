"""A million readings linked at once on one machine, or on many: the same links and groups as `Index` and `group` give.

Items and keys go to files in a temporary folder. Pairs that share a key come from sorting the keys (`blocks`), are
scored in tasks that hold all they need (`pairs`), and what links tie together is grouped in tasks too (`lots`). In
memory stay the ids, some 30 bytes an item, 16 bytes a link, and the groups. Evidence is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar, overload

import numpy as np

from kuzet.basis.judgement import Judgement, Link
from kuzet.observatory.link.blocks import RANGE, Blocks
from kuzet.observatory.link.compare import compare
from kuzet.observatory.link.files import Array, Files
from kuzet.observatory.link.group import Group, group
from kuzet.observatory.link.items import Item
from kuzet.observatory.link.lots import Grouped, Lots, Ties, settle
from kuzet.observatory.link.pairs import LINK, Pairs, likely, strongest_first
from kuzet.observatory.link.said import Contradiction
from kuzet.observatory.link.shelf import Shelf

AT_ONCE: Final = 50_000
"""Pairs in one task: about a second of work, and some megabytes to send."""

T = TypeVar("T")
R = TypeVar("R")


class Run(Protocol):
    """Does `function` of each task, here or elsewhere, and gives the results in the order of the tasks.

    It takes tasks only as fast as they are done, since all of them together do not fit into memory.
    """

    def __call__(self, function: Callable[[T], R], tasks: Iterable[T], /) -> Iterator[R]:
        """The results."""


Watch = Callable[[str, int | None], AbstractContextManager[Callable[[int], object]]]
"""Shows how work goes on: takes its name and its size, and gives what is called with the number of items done."""


def here(function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
    """Tasks done in this process."""
    return map(function, tasks)


def unwatched(_name: str, _total: int | None) -> AbstractContextManager[Callable[[int], object]]:
    """Nobody looks."""
    return nullcontext(lambda _done: None)


class Links(Sequence[Link]):
    """Links, strongest first, whose evidence is made when one is taken."""

    def __init__(self, found: Array, shelf: Shelf) -> None:
        self._found, self._shelf = strongest_first(found), shelf
        self._by_left = np.argsort(self._found["left"], kind="stable")
        self._lefts = self._found["left"][self._by_left]

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Link: ...
    @overload
    def __getitem__(self, index: slice) -> list[Link]: ...
    def __getitem__(self, index: int | slice) -> Link | list[Link]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        left, right, _ = self._found[index].tolist()
        return compare(self._shelf.item(left), self._shelf.item(right))

    def within(self, group: Sequence[str]) -> Iterator[Link]:
        """Those of which both ends are in a group of ids."""
        numbers = [number for ident in group if (number := self._shelf.number(ident)) is not None]
        starts, ends = (np.searchsorted(self._lefts, numbers, side) for side in ("left", "right"))
        found = np.concatenate([self._by_left[:0], *map(self._by_left.__getitem__, map(slice, starts, ends))])
        found = found[np.isin(self._found["right"][found], numbers)]
        return (self[int(each)] for each in np.sort(found))


@dataclass(frozen=True, slots=True)
class Linked:
    """What `Groups` holds; all links come strongest first, and can be asked for as long as `linked` is open."""

    groups: tuple[Group, ...]
    links: Links
    refused: Links
    suggested: Links
    contradictions: tuple[Contradiction, ...]
    cases: tuple[tuple[Group, ...], ...]
    related: tuple[tuple[Group, Group], ...]


@contextmanager
def linked(
    items: Iterable[Item], judgements: Iterable[Judgement] = (), run: Run = here, watch: Watch = unwatched
) -> Iterator[Linked]:
    """Link and group items; the result does not depend on their order, nor on who does the tasks.

    Raises `BadInput` when an id stands twice and `Missing` when the temporary folder has no room.
    """
    with closing(Files()) as files, closing(Shelf(files)) as shelf:
        blocks = Blocks(files)
        for item in items:
            shelf.add(item)
            blocks.add(item)
        numbers = shelf.sort()
        with watch("compared", len(shelf)) as advance:
            found = list(run(likely, _pairs(blocks.pair(numbers), shelf, advance)))
        said = list(judgements)
        ties = Ties(shelf, np.concatenate((np.empty(0, LINK), *found)), said)
        with watch("grouped", len(shelf)) as advance:
            settled = list(run(settle, _counted(ties.lots(), advance)))
        yield _merged(ties, settled, shelf, group((), (), said).contradictions)


def _pairs(pieces: Iterable[Array], shelf: Shelf, advance: Callable[[int], object]) -> Iterator[Pairs]:
    """All pairs of neighbours in tasks; each piece holds those of the next `RANGE` items."""
    for number, pairs in enumerate(pieces):
        for first in range(0, len(pairs), AT_ONCE):
            yield Pairs.of(pairs[first : first + AT_ONCE], shelf)
        advance(min(RANGE, len(shelf) - number * RANGE))


def _counted(lots: Iterable[Lots], advance: Callable[[int], object]) -> Iterator[Lots]:
    for each in lots:
        yield each
        advance(len(each.ids))


def _merged(ties: Ties, settled: Sequence[Grouped], shelf: Shelf, said: Iterable[Contradiction]) -> Linked:
    def joined(*found: Array) -> Links:
        return Links(np.concatenate((np.empty(0, LINK), *found)), shelf)

    groups = [*ties.alone(), *(group for each in settled for group in each.groups)]
    contradictions = {*said, *(one for each in settled for one in each.contradictions)}
    return Linked(
        groups=tuple(sorted(groups)),
        links=joined(*(each.links for each in settled)),
        refused=joined(*(each.refused for each in settled)),
        suggested=joined(ties.suggested(), *(each.suggested for each in settled)),
        contradictions=tuple(sorted(contradictions, key=str)),
        cases=tuple(sorted(case for each in settled for case in each.cases)),
        related=tuple(sorted(pair for each in settled for pair in each.related)),
    )
