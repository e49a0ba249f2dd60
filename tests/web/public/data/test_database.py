"""The SQLite file, asked with SQL and served by Datasette."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest


@pytest.fixture(scope="module")
def database(folder):
    with closing(sqlite3.connect(f"file:{folder}/registry.sqlite?mode=ro", uri=True)) as file:
        yield file


def test_the_file_is_whole_and_its_rows_belong_together(database):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("language", "label"),
    [("kk", "Физикалық шабуылдар"), ("ru", "Физические"), ("en", "Physical")],
)
def test_a_view_shows_labels_in_place_of_codes(database, language, label):
    asked = f"SELECT count(*) FROM incidents_{language} WHERE category LIKE ?"
    ((labelled,),) = database.execute(asked, (label + "%",))
    ((coded,),) = database.execute("SELECT count(*) FROM incidents WHERE category = 'physical'")
    assert labelled == coded > 0


def test_a_view_names_the_region(database):
    ((name,),) = database.execute("SELECT region FROM incidents_en WHERE id = 'KZ-2024-0002'")
    assert name == "Karaganda Region"


def test_a_list_is_a_json_array(database):
    asked = (
        "SELECT count(DISTINCT incidents.id) FROM incidents, json_each(method_any) WHERE value = 'accreditation_denial'"
    )
    assert database.execute(asked).fetchone()[0] > 0


def test_words_are_found_by_the_full_text_index(database):
    asked = "SELECT i.id FROM incidents i JOIN incidents_search s ON i.rowid = s.rowid WHERE incidents_search MATCH ?"
    assert ("KZ-2024-0001",) in database.execute(asked, ("accreditation azattyk",)).fetchall()


def test_datasette_serves_the_file_with_what_its_columns_mean(folder):
    app = pytest.importorskip("datasette.app")
    served = app.Datasette(
        [f"{folder}/registry.sqlite"], metadata=json.loads((folder / "metadata.json").read_text("utf-8"))
    )

    async def asked():
        found = await served.client.get("/registry/incidents.json?category=physical&_shape=objects")
        page = await served.client.get("/registry/incidents")
        return found.json(), page

    with ThreadPoolExecutor(1) as thread:  # the browser of other tests has a loop of its own in this one
        found, page = thread.submit(lambda: asyncio.run(asked())).result()
    assert (found["filtered_table_rows_count"], page.status_code) == (4, 200)
    assert "the main method and the further ones" in page.text
