"""Two people changed one word: what of both can stand, and what only a person can choose between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kuzet.basis.errors import BrokenRule

Data = Mapping[str, Any]
"""A word as JSON."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both sides changed, each to something else; None where a side left it out."""

    field: str
    base: object
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Merge:
    """`data` holds what one side changed or both changed alike; in a field that clashes it keeps theirs."""

    data: Data
    clashes: tuple[Clash, ...]


def merge(base: Data, mine: Data, theirs: Data) -> Merge:
    """Merge field by field.

    >>> merge({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 3})
    Merge(data={'a': 2, 'b': 3}, clashes=())
    """
    names = list(dict.fromkeys((*theirs, *mine, *base)))
    merged = {name: mine.get(name) if theirs.get(name) == base.get(name) else theirs.get(name) for name in names}
    clashes = tuple(
        Clash(name, base.get(name), mine.get(name), theirs.get(name))
        for name in names
        if base.get(name) != mine.get(name) != theirs.get(name) != base.get(name)
    )
    return Merge({name: value for name, value in merged.items() if value is not None}, clashes)


class Conflict(BrokenRule):
    """A word was changed by somebody else since the version that this change was made on.

    Nothing was written. `base`, `mine` and `theirs` are the word as it was, as it was to become, and as it is;
    `version` is that of `theirs`, on which the change can be made again.
    """

    def __init__(self, what: str, version: int, base: Data, mine: Data, theirs: Data) -> None:
        self.what, self.version = what, version
        self.base, self.mine, self.theirs = base, mine, theirs
        super().__init__(f"{what} was changed by somebody else meanwhile (now version {version}){self._told()}")

    @property
    def merge(self) -> Merge:
        """What of both sides can stand."""
        return merge(self.base, self.mine, self.theirs)

    def _told(self) -> str:
        clashes = [clash.field for clash in self.merge.clashes]
        return f"; both changed {', '.join(clashes)}" if clashes else "; the two changes touch different fields"
