"""The editions that are served: releases in one folder, each opened once by each process."""

from __future__ import annotations

import logging
import tempfile
import weakref
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Final, NamedTuple

import numpy as np
import polars as pl

from kuzet import countries
from kuzet.basis import codebook as codebooks
from kuzet.basis.document import Source
from kuzet.basis.errors import KuzetError, Missing
from kuzet.basis.figure import Filter
from kuzet.basis.incident import Incident
from kuzet.basis.release import Manifest
from kuzet.basis.word import from_json, read_lines
from kuzet.observatory import pipeline, tally
from kuzet.observatory.tally.columns import Places
from kuzet.observatory.tally.filters import Filters
from kuzet.web.api.lines import Lines
from kuzet.web.api.searching import Search
from kuzet.web.public import record
from kuzet.web.public.data import answers
from kuzet.web.seeking.seek import asked, ranked

MANIFEST: Final = "manifest.json"
_KEPT: Final = 32
"""Answers to filters that an edition remembers: four megabytes each of a million incidents."""

AGAIN: Final = 60
"""Seconds after which an edition that could not be opened is tried again."""

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Opened:
    """One edition: `engine` counts in it, `lines` are its incidents, `search` finds among them.

    `folder` is that of its release.
    """

    folder: Path
    engine: tally.Tally
    lines: Lines
    search: Search

    @classmethod
    def of(cls, path: Path, searches: Path) -> Opened:
        """Open a release, checked against its manifest; raises `BadRelease`. Its index is looked for in `searches`.

        The files of a zip lie in a folder of their own that is there as long as the edition is.
        """
        if not path.is_file():
            return cls._in(path, searches)
        room = tempfile.TemporaryDirectory(prefix="kuzet-edition-")
        try:
            _unpack(path, Path(room.name))
            opened = cls._in(Path(room.name), searches)
        except BaseException:
            room.cleanup()
            raise
        weakref.finalize(opened, room.cleanup)
        return opened

    @classmethod
    def _in(cls, folder: Path, searches: Path) -> Opened:
        manifest = from_json((folder / MANIFEST).read_bytes(), Manifest, MANIFEST)
        known = pipeline.known(_sources(folder), countries.load(manifest.country))
        engine = tally.Tally(tally.open_facts(folder, known), codebooks.load(manifest.codebook))
        incidents = folder / answers.INCIDENTS
        return cls(folder, engine, Lines(incidents), Search(incidents, tally.digest(manifest), searches))

    @property
    def manifest(self) -> Manifest:
        """What the release says of itself."""
        return self.engine.facts.release.manifest

    @cached_property
    def told(self) -> answers.Edition:
        """The edition in the words of the API."""
        return answers.edition(self.manifest)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the release."""
        return _sources(self.folder)

    def incidents(self, places: Sequence[int] | Places) -> tuple[Incident, ...]:
        """The incidents in these rows, as everybody may see them."""
        return tuple(record.read(line, answers.INCIDENTS) for line in self.lines.read(places))

    def incident(self, ident: str) -> Incident:
        """The incident of this number; raises `Missing`."""
        places = self.engine.facts.places((Filter(field="id", codes=(ident,)),))
        if not len(places):
            raise Missing(f"no incident {ident} in {self.told.name}")
        return self.incidents(places)[0]

    @cached_property
    def places(self) -> _Finder:
        """Which rows pass filters, in which order."""
        return _Finder(self)


class _Finder:
    """Rows that pass, remembered for the filters asked last."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self.find = lru_cache(maxsize=_KEPT)(self._find)

    def _find(self, filters: Filters, year: int | None, sort: str, query: str) -> Places:
        """The rows in order; those that a query finds stand by how well it finds them."""
        passing = self._opened.engine.facts.places(filters, year)
        if query:
            found = np.array(ranked(self._opened.search.index(), asked(query)), dtype=np.int64)
            allowed = np.zeros(len(self._opened.lines), dtype=np.bool_)
            allowed[passing] = True
            return found[allowed[found]]
        if sort.removeprefix("-") == "date":
            passing = passing[np.argsort(self._days[passing], kind="stable")]
        return passing[::-1] if sort.startswith("-") else passing

    @cached_property
    def _days(self) -> Places:
        """The rank of each row's date."""
        column = pl.read_parquet(self._opened.folder / "incidents.parquet", columns=["date"]).get_column("date")
        return column.rank("dense").to_numpy().astype(np.int64)


class _Held(NamedTuple):
    """What became of a release of this stamp: opened, or why not, and until when that is taken for so."""

    stamp: int
    opened: Opened | None
    why: str = ""
    until: float = 0.0

    def stands(self, stamp: int) -> bool:
        return self.stamp == stamp and (self.opened is not None or monotonic() < self.until)


class Shelf:
    """The releases of a folder, as folders or zips, or the one release that the folder itself is.

    In `searches` the indexes are kept that they are searched by. However many there are, each is opened once.
    """

    def __init__(self, folder: Path, searches: Path) -> None:
        self.folder, self.searches = folder, searches
        self._held: dict[Path, _Held] = {}
        self._lock = Lock()

    @property
    def editions(self) -> tuple[Opened, ...]:
        """All of them, the newest first; what is no release, or not as its manifest says, is left out.

        Why it is goes to the log, once for each reason; it is looked at again after a minute.
        """
        with self._lock:
            self._held = {path: _held(path, self.searches, self._held.get(path)) for path in self._paths()}
            found = [one.opened for one in self._held.values() if one.opened]
        return tuple(sorted(found, key=lambda one: (one.manifest.frozen, one.told.name), reverse=True))

    def get(self, name: str | None = None) -> Opened:
        """The edition of that name, the newest one without; raises `Missing`."""
        editions = self.editions
        if name is None and editions:
            return editions[0]
        for one in editions:
            if one.told.name == name:
                return one
        known = ", ".join(one.told.name for one in editions) or "none"
        raise Missing(f"no edition {name if name is not None else 'at all'} (there: {known})")

    def _paths(self) -> list[Path]:
        if (self.folder / MANIFEST).is_file():
            return [self.folder]
        if not self.folder.is_dir():
            return []
        return [path for path in sorted(self.folder.iterdir()) if path.suffix == ".zip" or (path / MANIFEST).is_file()]


def _sources(folder: Path) -> tuple[Source, ...]:
    with (folder / "sources.jsonl").open(encoding="utf-8") as file:
        return tuple(read_lines(file, Source, "sources.jsonl"))


def _held(path: Path, searches: Path, before: _Held | None) -> _Held:
    """The release of this path: as it was held `before` while that stands, or opened now."""
    stamp = _stamp(path)
    if before and before.stands(stamp):
        return before
    try:
        return _Held(stamp, Opened.of(path, searches))
    except (KuzetError, OSError) as error:
        why = str(error)
    if before is None or before.why != why:
        _LOG.error("the edition in %s is not served: %s", path, why)
    return _Held(stamp, None, why, monotonic() + AGAIN)


def _stamp(path: Path) -> int:
    """When its manifest, or the zip, was written last; 0 where it is gone by now."""
    try:
        return (path if path.is_file() else path / MANIFEST).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _unpack(path: Path, room: Path) -> None:
    """Write the files of a zip into a folder; raises `BadRelease` for a damaged one."""
    with tally.readable(f"release {path}"), zipfile.ZipFile(path) as archive:
        archive.extractall(room)
