"""The index of an edition in memory: its keys with the incidents that hold them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kuzet.basis.incident import Incident
from kuzet.web.seeking.gathering import Entry, Gathered, Group, block


@dataclass(frozen=True, slots=True)
class Index:
    """All keys of some incidents in groups by their first two letters.

    `ids` are the numbers of the incidents, by whose place entries name them.
    """

    ids: tuple[str, ...]
    groups: Mapping[str, Group]

    @classmethod
    def of(cls, incidents: Iterable[Incident]) -> Index:
        """The index of incidents in their order."""
        every = tuple(incidents)
        gathered = Gathered(io.BytesIO())
        gathered.add(block(every), len(every))
        return cls(tuple(one.id for one in every), dict(gathered.groups()))

    def along(self, word: str) -> Mapping[str, Entry]:
        """The keys that a word may begin with, or that may begin with it."""
        return self.group(word[:2])

    def group(self, start: str) -> Mapping[str, Entry]:
        """The keys that begin with these two letters."""
        return self.groups.get(start, {})

    def others(self, near: Callable[[str], bool]) -> Iterable[tuple[str, Entry]]:
        """The keys of all groups that are near."""
        return (pair for name, group in self.groups.items() if near(name) for pair in group.items())

    def weights(self, entries: Sequence[Entry]) -> Iterable[Mapping[int, int]]:
        """What each of the entries weighs in which incident."""
        return (entry.weights for entry in entries)
