"""The incidents of an edition as everybody may see them: lines in a file, so that their number fills no memory.

In memory is where each line stands, and in short columns what all of them are put in order and counted by.
"""

from __future__ import annotations

import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from sys import intern
from typing import overload
from weakref import finalize

from kuzet.basis.coding import Target
from kuzet.basis.dates import EventDate
from kuzet.basis.incident import Incident, main_method
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.basis.word import Word, from_json, to_bytes
from kuzet.web.public import record


class Cited(Word, forbid_unknown_fields=False):
    """The source of a citation."""

    source: str


class Outline(Word, forbid_unknown_fields=False):
    """What others say of an incident: lists, names, the page of a related one. The rest is passed over."""

    id: str
    title: Name
    summary: Name
    date: EventDate
    category: str
    methods: tuple[str, ...]
    targets: tuple[Target, ...]
    place: Place
    case: str = ""
    reconstructed: bool = False
    citations: tuple[Cited, ...] = ()

    @property
    def method(self) -> str:
        """The main method, `unknown` where none is known."""
        return main_method(self.methods)


class Incidents(Sequence[Incident]):
    """All incidents in the order of the release; one that is asked for is read from its line.

    The columns hold one entry an incident: `ids`, `dates`, `people` (0 where no source counts them), `cases` ('' for
    none), `precisions` and names of `places`, and `reconstructed`.
    """

    def __init__(self) -> None:
        self._handle = _nameless()
        finalize(self, os.close, self._handle)
        self._starts = array("Q", [0])
        self.ids: list[str] = []
        self.dates: list[EventDate] = []
        self.people = array("q")
        self.cases: list[str] = []
        self.precisions: list[str] = []
        self.places: list[Name] = []
        self._named: dict[Name, Name] = {}
        self.reconstructed: list[bool] = []

    @classmethod
    def of(cls, incidents: Iterable[Incident]) -> Incidents:
        """What everybody may see of these."""
        found = cls()
        with os.fdopen(found._handle, "wb", closefd=False) as file:
            for one in incidents:
                line = to_bytes(record.public(one)) + b"\n"
                file.write(line)
                found._note(one, len(line))
        return found

    def _note(self, one: Incident, size: int) -> None:
        self._starts.append(self._starts[-1] + size)
        self.ids.append(one.id)
        self.dates.append(one.date)
        self.people.append(one.people or 0)
        self.cases.append(intern(one.case))
        self.precisions.append(intern(one.place.precision))
        self.places.append(self._named.setdefault(one.place.name, one.place.name))
        self.reconstructed.append(one.reconstructed)

    def line(self, place: int) -> bytes:
        """The line of one incident, as it stands in `incidents.jsonl` of the open data."""
        start = self._starts[place]
        return os.pread(self._handle, self._starts[place + 1] - start, start)

    def lines(self) -> Iterator[bytes]:
        """The lines of all."""
        return map(self.line, range(len(self)))

    def outline(self, place: int) -> Outline:
        """What others say of one incident."""
        return from_json(self.line(place), Outline)

    def outlines(self) -> Iterator[Outline]:
        """The same of all."""
        return map(self.outline, range(len(self)))

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Incident: ...
    @overload
    def __getitem__(self, place: slice) -> list[Incident]: ...
    def __getitem__(self, place: int | slice) -> Incident | list[Incident]:
        several = range(len(self))[place]
        if isinstance(several, range):
            return [self[one] for one in several]
        return from_json(self.line(several), Incident)


def _nameless() -> int:
    """A file that nobody else finds, and that goes when it is closed."""
    handle, path = tempfile.mkstemp()
    Path(path).unlink()
    return handle
