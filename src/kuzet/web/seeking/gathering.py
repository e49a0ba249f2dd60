"""The keys of many incidents, gathered in blocks: what is in memory is one block, or the keys of one beginning.

A block depends on nothing but its incidents, so that another process can make it and a later build can take it over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from math import log2
from typing import IO, Final, NamedTuple

import msgspec

from kuzet.basis.incident import Incident
from kuzet.web.seeking.holding import held

BLOCK: Final = 1000
"""Incidents of a block."""

MOST: Final = 2000
"""Incidents that a key names at most, those where it weighs most: what more of them hold tells little."""

_RARE: Final = 16
"""Parts into which a doubling of rarity is divided, so that all scores are whole numbers."""

Block = Mapping[str, bytes]
"""The first two letters of keys -> the keys that begin so, as they are written."""


@dataclass(slots=True)
class Entry:
    """One key: the mark of the languages whose endings may follow, and the weight of each incident by its place.

    `rarity` is how much the key tells: more, the fewer incidents hold it.
    """

    mark: int = 0
    weights: Mapping[int, int] = field(default_factory=dict)
    rarity: int = 0


Group = Mapping[str, Entry]


class _Seen(msgspec.Struct, array_like=True):
    """One key: how many incidents hold it, and by weight the first places of those, no more than needed."""

    mark: int = 0
    number: int = 0
    places: dict[int, list[int]] = msgspec.field(default_factory=dict)

    def note(self, mark: int, weight: int, place: int) -> None:
        """One more incident holds the key."""
        self.mark |= mark
        self.number += 1
        places = self.places.setdefault(weight, [])
        if len(places) < MOST:
            places.append(place)

    def add(self, other: _Seen, first: int) -> None:
        """What later incidents hold of the key; their places are counted from `first`."""
        self.mark |= other.mark
        self.number += other.number
        for weight, more in other.places.items():
            places = self.places.setdefault(weight, [])
            places += [first + place for place in more[: MOST - len(places)]]

    def entry(self, incidents: int) -> Entry:
        """The entry among so many incidents, with those where the key weighs most."""
        heaviest = ((place, weight) for weight in sorted(self.places, reverse=True) for place in self.places[weight])
        return Entry(self.mark, dict(sorted(islice(heaviest, MOST))), rarity(incidents, self.number))


def block(incidents: Iterable[Incident]) -> Block:
    """The keys of some incidents in their order."""
    seen: defaultdict[str, _Seen] = defaultdict(_Seen)
    for place, incident in enumerate(incidents):
        for key, (mark, weight) in held(incident).items():
            seen[key].note(mark, weight, place)
    groups: dict[str, dict[str, _Seen]] = {}
    for key in sorted(seen):
        groups.setdefault(key[:2], {})[key] = seen[key]
    return {start: msgspec.msgpack.encode(group) for start, group in groups.items()}


class _Part(NamedTuple):
    """Where the keys of one beginning stand that one block holds, and the place of its first incident."""

    at: int
    size: int
    first: int


class Gathered:
    """The keys of blocks that were added in their order: in a file until they are read, one beginning at a time."""

    def __init__(self, room: IO[bytes]) -> None:
        self.incidents = 0
        self._parts: dict[str, list[_Part]] = {}
        self._room = room

    def add(self, block: Block, incidents: int) -> None:
        """One more block of so many incidents."""
        for start, rows in block.items():
            self._parts.setdefault(start, []).append(_Part(self._room.tell(), len(rows), self.incidents))
            self._room.write(rows)
        self.incidents += incidents

    def groups(self) -> Iterator[tuple[str, Group]]:
        """The entries of all keys by their first two letters, both in order."""
        for start in sorted(self._parts):
            seen: dict[str, _Seen] = {}
            for part in self._parts[start]:
                self._room.seek(part.at)
                for key, one in _ROWS.decode(self._room.read(part.size)).items():
                    seen.setdefault(key, _Seen()).add(one, part.first)
            yield start, {key: seen[key].entry(self.incidents) for key in sorted(seen)}


_ROWS: Final = msgspec.msgpack.Decoder(dict[str, _Seen])


def rarity(incidents: int, holding: int) -> int:
    """How much a key tells that so many of the incidents hold."""
    return round(_RARE * log2(1 + incidents / holding))
