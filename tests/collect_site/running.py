"""Collections of the test site: in this process with a clock that can be turned, or as the command in its own."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kuzet.adapters.archive.layout import Layout
from kuzet.adapters.archive.proving import Proof
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.ledger import documents, store
from kuzet.commands.collecting import collect, setup
from kuzet.commands.collecting.run import Collection, Means
from kuzet.commands.collecting.sources import plans
from kuzet.commands.collecting.sums import Sums


class Runs:
    """Runs over one folder, each later by as much as is said; the sandbox is started once."""

    def __init__(self, means: Means, later: list[timedelta]) -> None:
        self.means, self._later = means, later

    def once(self, after: timedelta = timedelta(0), add: tuple[str, ...] = ()) -> Sums:
        """One run, that much later than the one before."""
        self._later[0] += after
        collection = Collection(self.means, lambda _=1: None)
        collection.catch_up(self.means.archive.captures())
        collect.begin(self.means, add)
        collection.once(eager=True)
        return collection.sums

    def rebuilt(self, folder: Path) -> None:
        """A ledger in the folder that is built anew from this archive."""
        with store.written(folder) as db:
            collection = Collection(self.means._replace(db=db), lambda _=1: None)
            collection.catch_up(self.means.archive.captures())

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What the ledger has."""
        return self.means.db.execute(query, values).fetchall()


@contextmanager
def runs(folder: Path) -> Iterator[Runs]:
    """Runs over the folder, in this process."""
    later = [timedelta(0)]
    clock = Clock(now=lambda: datetime.now(UTC) + later[0])
    known = plans("kz", folder / "sources")
    with setup.means(folder, "kz", known, setup.settings(folder), clock) as means:
        yield Runs(means, later)


def command(folder: Path, *more: str, processors: int = 0) -> list[str]:
    """`kuzet collect` over the folder, as on a machine with so many processors; 0: those of this one."""
    words = ["collect", str(folder), "--sources", str(folder / "sources"), *more]
    if not processors:
        return [sys.executable, "-m", "kuzet", *words]
    code = f"import os; os.cpu_count = lambda: {processors}; from kuzet.cli import main; main()"
    return [sys.executable, "-c", code, *words]


def started(folder: Path, *more: str, processors: int = 0) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    words = command(folder, *more, processors=processors)
    return subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def collected(folder: Path, *more: str, processors: int = 0) -> dict[str, Any]:
    """What the command says it did; it must end well."""
    process = started(folder, "--json", *more, processors=processors)
    out, err = process.communicate(timeout=600)
    assert process.returncode == 0, err
    return json.loads(out)


def exported(folder: Path) -> list[dict[str, Any]]:
    """The documents of the folder."""
    with store.looked_at(folder) as db:
        return list(documents.exported(db))


def wrong(folder: Path) -> list[str]:
    """What the proof of the archive finds."""
    return [str(finding) for finding in Proof(Layout(folder)).findings()]


REBUILT = {
    "fold": "processed",
    "document": "*",
    "band": "*",
    "sketch": "*",
    "aside": "*",
    "address": "url, source, kind, title, published, etag, last_modified, sha256, first, document, cited, broken",
}
"""What a ledger has from the archive alone."""


def ledger(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What must be the same in a ledger that is built anew: only addresses that ever answered."""
    db = sqlite3.connect(folder / store.NAME)
    try:
        return {
            table: sorted(
                db.execute(
                    f"SELECT {columns} FROM {table}{' WHERE first IS NOT NULL' * (table == 'address')}"  # noqa: S608
                ).fetchall()
            )
            for table, columns in REBUILT.items()
        }
    finally:
        db.close()
