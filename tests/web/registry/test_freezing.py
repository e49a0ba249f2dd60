"""An edition is frozen while others write: they do not wait for it, and it is of one state of the registry."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from django.db import connection
from msgspec.structs import replace
from tests.web import made

from kuzet import countries
from kuzet.basis.dates import EventDate
from kuzet.basis.incident import Incident
from kuzet.observatory import tally
from kuzet.web.databases import FILE
from kuzet.web.registry import changes, comparing, editions, events, store

ONE = "KZ-2024-0001"


def freeze(path):
    return editions.freeze(countries.load("kz"), EventDate.parse("2024"), date(2025, 3, 1), path, made.by())


def withdraw(ident):
    changes.put(replace(store.get(Incident, ident), status="withdrawn"), made.by(), version=1)


def after(function, then):
    def called(*given):
        found = function(*given)
        then()
        return found

    return called


@pytest.mark.parametrize("filled", ["sqlite"], indirect=True)
def test_others_write_while_an_edition_is_gathered_and_written(filled, tmp_path, monkeypatch):
    written = []

    def write():
        with closing(sqlite3.connect(filled / FILE, timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            other.execute("ROLLBACK")
        written.append(1)

    monkeypatch.setattr(editions, "gather", after(editions.gather, write))
    monkeypatch.setattr(tally, "prepared", after(tally.prepared, write))
    freeze(tmp_path / "release")
    assert len(written) == 2


@pytest.mark.parametrize("filled", ["sqlite"], indirect=True)
def test_words_are_read_without_holding_up_who_writes(filled):
    reading = store.load(Incident)
    next(reading)
    with closing(sqlite3.connect(filled / FILE, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("ROLLBACK")
    assert sum(1 for _ in reading) > editions.TRIES


def test_what_was_written_meanwhile_is_in_the_edition(filled, tmp_path, monkeypatch):
    waiting = [ONE]
    meanwhile = after(editions.gather, lambda: waiting and withdraw(waiting.pop()))
    monkeypatch.setattr(editions, "gather", meanwhile)
    manifest = freeze(tmp_path / "release")
    assert ONE not in {one.id for one in tally.read(tmp_path / "release").incidents}
    assert (manifest.edition, [one.manifest.edition for one in comparing.editions()]) == ("1", ["1"])
    assert comparing.editions()[0].number == events.checkpoint().number
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".release")] == []


def test_where_somebody_writes_each_time_they_wait_in_the_end(filled, tmp_path, monkeypatch):
    held = []

    def write():
        held.append(connection.in_atomic_block)
        if not held[-1]:
            withdraw(f"KZ-2024-000{len(held)}")

    monkeypatch.setattr(editions, "gather", after(editions.gather, write))
    freeze(tmp_path / "release")
    assert held == [False] * editions.TRIES + [True]
    assert tally.verify(tmp_path / "release").manifest.edition == "1"
