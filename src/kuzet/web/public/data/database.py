"""One SQLite file of all tables that opens in Datasette, with a view per language and a full-text index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import polars as pl

from kuzet.basis.fields import FIELDS
from kuzet.basis.names import LANGUAGES
from kuzet.web.public.data.dictionary import Table, tables, words
from kuzet.web.public.edition import Edition

NAME: Final = "registry"
"""The name of the database: that of the file without its ending, and that which Datasette shows."""

Frames = Mapping[str, Iterable[pl.DataFrame]]
"""Tables by name, in the order of the dictionary, each in one piece or many."""

_TYPES: Final[Mapping[str, str]] = {"integer": "INTEGER", "year": "INTEGER", "number": "REAL"}
_SOUGHT: Final = tuple(f"{text}_{language}" for text in ("title", "summary", "place") for language in LANGUAGES)
_FACETS: Final = ("category", "perpetrator", "region", "method_any")
_INDEXED: Final = ("category", "method", "perpetrator", "region", "date", "reconstructed")


def write(path: Path, frames: Frames) -> None:
    """Make the file of these tables; nothing may stand in its place. The same tables give the same bytes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "page_size = 4096"):
            file.execute(f"PRAGMA {pragma}")
        file.execute("BEGIN")
        for name, pieces in frames.items():
            file.execute(_create(tables()[name]))
            for frame in pieces:
                _fill(file, tables()[name], frame)
        for statement in _beside(frames):
            file.execute(statement)
        file.execute("INSERT INTO incidents_search(incidents_search) VALUES ('rebuild')")
        file.execute("COMMIT")
        file.execute("VACUUM")


def _beside(frames: Frames) -> Iterator[str]:
    """Indexes, search and views; an index of rows that are there is made faster than one that grows with them."""
    for name in _INDEXED:
        yield f'CREATE INDEX "incidents_{name}" ON incidents("{name}")'
    yield from (
        f'CREATE INDEX "{name}_incident" ON {name}(incident)' for name in frames if "incident" in tables()[name].key
    )
    columns = ", ".join(_SOUGHT)
    yield f"CREATE VIRTUAL TABLE incidents_search USING fts5({columns}, content='incidents', tokenize='unicode61')"
    yield from (_view(language) for language in LANGUAGES)


def _create(table: Table) -> str:
    columns = [f'"{column.name}" {_TYPES.get(column.type, "TEXT")}' for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    if "incident" in table.key:
        columns.append('FOREIGN KEY ("incident") REFERENCES incidents("id")')
    return f'CREATE TABLE "{table.name}" ({", ".join(columns)}, PRIMARY KEY ({key}))'


def _fill(file: sqlite3.Connection, table: Table, frame: pl.DataFrame) -> None:
    """Rows in the order of the frame; a list is kept as a JSON array, an empty text as nothing."""
    marks = ", ".join("?" for _ in table.columns)
    lists = [name for name, kind in frame.schema.items() if isinstance(kind, pl.List)]
    written = [pl.Series(name, map(_array, map(tuple, frame.get_column(name).to_list())), pl.String) for name in lists]
    rows = frame.with_columns(written).with_columns(pl.col(pl.String).replace("", None)).iter_rows()
    file.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)  # noqa: S608  (a name of our dictionary)


@lru_cache(maxsize=10_000)
def _array(values: tuple[str, ...]) -> str:
    """Many incidents hold the same codes."""
    return json.dumps(values, ensure_ascii=False)


def _view(language: str) -> str:
    """The incidents with labels in place of codes and texts in one language."""
    shown = [one for one in tables()["incidents"].columns if one.name.rpartition("_")[2] not in LANGUAGES]
    columns = [_labelled(column.name, language) for column in shown]
    columns[1:1] = [f'i."{text}_{language}" AS "{text}"' for text in ("title", "summary", "place")]
    return f'CREATE VIEW "incidents_{language}" AS SELECT {", ".join(columns)} FROM incidents i'  # noqa: S608


def _labelled(name: str, language: str) -> str:
    """The label of a code, or the code where there is none; other columns as they stand."""
    if name == "region":
        where = f"SELECT name_{language} FROM regions WHERE region = i.region"  # noqa: S608
    elif name in FIELDS and FIELDS[name].table and not FIELDS[name].many:
        where = f'SELECT label_{language} FROM codes WHERE code = i."{name}" AND "table" = '  # noqa: S608
        where += f"'{FIELDS[name].table}'"
    else:
        return f'i."{name}"'
    return f'coalesce(({where}), i."{name}") AS "{name}"'


def metadata(edition: Edition) -> bytes:
    """`metadata.json`, with which Datasette tells what the tables and columns hold."""
    manifest, said, of = edition.release.manifest, words("en"), edition.extra.publisher
    told = {
        "title": manifest.title.best("en"),
        "description": f"{said['abstract']} Edition {manifest.edition}, frozen {manifest.frozen.isoformat()}.",
        "license": of.licence.code,
        "license_url": of.licence.address,
        "source": of.name.best("en"),
        "databases": {NAME: {"tables": {name: _told(table) for name, table in tables().items()}}},
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()


def _told(table: Table) -> dict[str, Any]:
    told = {
        "description": table.told.best("en"),
        "columns": {column.name: column.told.best("en") for column in table.columns},
    }
    if table.name != "incidents":
        return told
    return told | {
        "label_column": "title_en",
        "facets": list(_FACETS),
        "fts_table": "incidents_search",
        "fts_pk": "rowid",
    }
