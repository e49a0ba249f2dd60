"""Documents and what was set aside: one row for each text of a capture."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from struct import Struct
from typing import Any, Final, NamedTuple

from kuzet.adapters.ledger.store import stamp
from kuzet.observatory.collect.copies import HASHES, ROWS, SHORTEST, Sketch, bands, is_copy
from kuzet.observatory.collect.looked import Text
from kuzet.observatory.collect.ports import Capture


class Row(NamedTuple):
    """A document to be added."""

    text: Text
    capture: Capture
    copy_of: str
    again: bool


_ADD: Final = """
    INSERT INTO document (id, capture, url, canonical, source, sha256, at, title, author, published, origin, language,
                          text, copy_of, again, reading)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


_WHOLE: Final = Struct(f">{HASHES // ROWS}q")

COMPARED: Final = 200
"""Earlier texts that a new one is compared with at most, the earliest first."""

_MET: Final = f"""
    SELECT document, digest, words FROM sketch
    WHERE document IN (SELECT document FROM band WHERE band IN ({", ".join("?" * (HASHES // ROWS))}))
    ORDER BY document LIMIT ?
"""  # noqa: S608  (question marks alone)


def add(db: sqlite3.Connection, row: Row) -> None:
    """Add a document; the sketch of one that is new and no copy is kept, so that its copies are known."""
    one, text = row.text.document, row.text
    capture = int(row.capture.id.removeprefix("c-"))
    told = (one.title, one.author, str(one.published or ""), text.origin, text.language, one.text)
    origin = (one.id, capture, one.url, text.canonical, one.source, row.capture.sha256, stamp(row.capture.at))
    added = db.execute(_ADD, (*origin, *told, row.copy_of, row.again, text.reading))
    if text.sketch and not row.copy_of and not row.again:
        number, sketch = added.lastrowid, text.sketch
        db.execute("INSERT INTO sketch VALUES (?, ?, ?)", (number, sketch.digest, sketch.words))
        db.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(key, number) for key in _keys(sketch)])


def copy_of(db: sqlite3.Connection, text: Text) -> str:
    """The id of the earliest document that says nearly the same; empty where none does."""
    if text.sketch is None or text.sketch.words < SHORTEST:
        return ""
    rows = db.execute(_MET, (*_keys(text.sketch), COMPARED))
    for number, digest, words in rows:
        if is_copy(text.sketch, Sketch(digest=digest, words=words)):
            return str(db.execute("SELECT id FROM document WHERE number = ?", (number,)).fetchone()[0])
    return ""


@lru_cache(maxsize=16)  # asked for when copies are looked for, and when the document is added
def _keys(sketch: Sketch) -> tuple[int, ...]:
    """Bands as SQLite's whole numbers."""
    return _WHOLE.unpack(b"".join([blake2b(band, digest_size=8).digest() for band in bands(sketch)]))


def set_aside(db: sqlite3.Connection, capture: Capture, why: str) -> None:
    """Note a capture that gives no document."""
    number, at = int(capture.id.removeprefix("c-")), stamp(capture.at)
    db.execute(
        "INSERT INTO aside VALUES (?, ?, ?, ?, ?, ?)", (number, capture.url, capture.source, at, capture.sha256, why)
    )


def has(db: sqlite3.Connection, url: str, sha256: str) -> bool:
    """Whether these bytes of this address were taken before."""
    return any(
        db.execute(f"SELECT 1 FROM {table} WHERE url = ? AND sha256 = ?", (url, sha256)).fetchone()  # noqa: S608
        for table in ("document", "aside")
    )


def text(db: sqlite3.Connection, document: str) -> str:
    """The text of a document."""
    return str(db.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()[0])


EXPORTED: Final = (
    "id",
    "url",
    "source",
    "title",
    "author",
    "published",
    "lang",
    "captured",
    "sha256",
    "copy_of",
    "text",
)
_COLUMNS: Final = "id, url, source, title, author, published, language, at, sha256, copy_of, text"


def exported(db: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Each document as `kuzet read` takes it, in the order in which they were taken; copies name their original."""
    for row in _paged(db, f"SELECT number, {_COLUMNS} FROM document WHERE number > ? ORDER BY number LIMIT 500"):  # noqa: S608
        yield {name: value for name, value in zip(EXPORTED, row, strict=True) if value}


def readings(db: sqlite3.Connection) -> Iterator[str]:
    """The line of `kuzet read` of each document that reports an attack, in the order in which they were taken."""
    query = "SELECT number, reading FROM document WHERE number > ? AND reading != '' ORDER BY number LIMIT 500"
    for (line,) in _paged(db, query):
        yield str(line)


def _paged(db: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """Rows page by page: a collection that goes on meanwhile waits for a page and not for the end."""
    last = 0
    while rows := db.execute(query, (last,)).fetchall():
        yield from (row[1:] for row in rows)
        last = rows[-1][0]


def known_texts(db: sqlite3.Connection, source: str, most: int = 500) -> Iterator[tuple[str, str]]:
    """Address and text of the newest documents of a source: what a preview shows again is not read again."""
    yield from db.execute("SELECT url, text FROM document WHERE source = ? ORDER BY at DESC LIMIT ?", (source, most))
