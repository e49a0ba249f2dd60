"""The index of an edition as a file: a query reads the keys that it can meet, and takes little memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from kuzet.web.seeking.gathering import Gathered, Group

_TABLE: Final = (
    "CREATE TABLE keys (start TEXT, key TEXT, mark INTEGER, rarity INTEGER, places BLOB, weights BLOB, "
    "PRIMARY KEY (start, key)) WITHOUT ROWID"
)
_SELECT: Final = "SELECT key, mark, rarity, places, weights FROM keys WHERE "
_LAST: Final = "\U0010ffff"
"""What stands behind every letter of a key."""


class Held(NamedTuple):
    """One key: its mark and rarity, and the places of incidents with their weights as they are written."""

    mark: int
    rarity: int
    places: bytes
    weights: bytes


def write(path: Path, gathered: Gathered) -> None:
    """Make the file; nothing may stand in its place."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = OFF")
        file.execute("PRAGMA synchronous = OFF")
        file.execute(_TABLE)
        for start, group in gathered.groups():
            file.executemany("INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?)", _rows(start, group))
        file.commit()


def _rows(start: str, group: Group) -> Iterator[tuple[str, str, int, int, bytes, bytes]]:
    for key, entry in group.items():
        places = np.fromiter(entry.weights, np.uint32).tobytes()
        yield start, key, entry.mark, entry.rarity, places, bytes(entry.weights.values())


class Disk:
    """An index that `write` made; threads may ask it together."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._starts = [start for (start,) in self._file.execute("SELECT DISTINCT start FROM keys")]

    def along(self, word: str) -> Mapping[str, Held]:
        """The keys that a word begins with, and those that begin with it."""
        starts = [word[:length] for length in range(1, len(word))]
        marks = ",".join("?" * len(starts))
        where = f"start = ? AND (key IN ({marks}) OR key BETWEEN ? AND ?)"
        return dict(self._asked(where, (word[:2], *starts, word, word + _LAST)))

    def group(self, start: str) -> Mapping[str, Held]:
        """The keys that begin with these two letters."""
        return dict(self._asked("start = ?", (start,)))

    def others(self, near: Callable[[str], bool]) -> Iterable[tuple[str, Held]]:
        """The keys of all groups that are near."""
        return (pair for start in self._starts if near(start) for pair in self._asked("start = ?", (start,)))

    def weights(self, entries: Sequence[Held]) -> Iterable[Mapping[int, int]]:
        """What each of the entries weighs in which incident."""
        return (dict(zip(np.frombuffer(one.places, np.uint32).tolist(), one.weights, strict=True)) for one in entries)

    def _asked(self, where: str, values: Sequence[str]) -> Iterator[tuple[str, Held]]:
        for key, *held in self._file.execute(_SELECT + where, values):
            yield key, Held(*held)
