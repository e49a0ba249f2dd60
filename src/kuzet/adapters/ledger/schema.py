"""The tables of the ledger, whole. Moments are ISO 8601 in UTC with microseconds, so that their text is their order."""

from __future__ import annotations

from typing import Final

VERSION: Final = 1
"""Raised with every change of the tables; a ledger of another version is built anew from the archive."""

TABLES: Final = (
    # How far the fold over the archive's captures has come: one row.
    "CREATE TABLE fold (processed INTEGER NOT NULL)",
    "INSERT INTO fold VALUES (0)",
    """
    CREATE TABLE source (
        id           TEXT PRIMARY KEY,
        last_attempt TEXT,
        last_success TEXT,
        last_new     TEXT,
        weight       REAL NOT NULL DEFAULT 0,   -- of the failures since the last success
        next_attempt TEXT,
        paused       TEXT NOT NULL DEFAULT '',  -- why it is no longer asked
        broken       TEXT NOT NULL DEFAULT ''   -- why one of its start pages gave nothing
    ) WITHOUT ROWID
    """,
    # Every address ever found, whether it was asked for or not.
    """
    CREATE TABLE address (
        url           TEXT PRIMARY KEY,
        source        TEXT NOT NULL,
        kind          TEXT NOT NULL CHECK (kind IN ('start', 'page')),
        found         TEXT NOT NULL,
        title         TEXT NOT NULL DEFAULT '',  -- what the start page said of it
        published     TEXT NOT NULL DEFAULT '',
        etag          TEXT NOT NULL DEFAULT '',
        last_modified TEXT NOT NULL DEFAULT '',
        sha256        TEXT NOT NULL DEFAULT '',  -- of the last body
        first         TEXT,                      -- of its captures
        document      TEXT NOT NULL DEFAULT '',  -- the newest of its documents
        cited         INTEGER NOT NULL DEFAULT 0, -- whether a candidate quotes it
        gone          INTEGER NOT NULL DEFAULT 0, -- whether it was not found when it was asked for last
        weight        REAL NOT NULL DEFAULT 0,
        why           TEXT NOT NULL DEFAULT '',  -- what its last failure was
        broken        TEXT NOT NULL DEFAULT '',  -- why its last body gave nothing
        next_attempt  TEXT                       -- null: not asked for again
    ) WITHOUT ROWID
    """,
    "CREATE INDEX due ON address (next_attempt) WHERE next_attempt IS NOT NULL",
    "CREATE INDEX waiting ON address (source) WHERE next_attempt IS NOT NULL AND first IS NULL",
    "CREATE INDEX starts ON address (source) WHERE kind = 'start'",
    """
    CREATE TABLE document (
        number    INTEGER PRIMARY KEY,           -- the order in which they were taken
        id        TEXT NOT NULL UNIQUE,          -- `c-12`, or `c-12.3` for the third message of a preview
        capture   INTEGER NOT NULL,
        url       TEXT NOT NULL,
        canonical TEXT NOT NULL DEFAULT '',
        source    TEXT NOT NULL,
        sha256    TEXT NOT NULL,                 -- of the captured bytes
        at        TEXT NOT NULL,                 -- of the capture
        title     TEXT NOT NULL DEFAULT '',
        author    TEXT NOT NULL DEFAULT '',
        published TEXT NOT NULL DEFAULT '',
        origin    TEXT NOT NULL DEFAULT '',      -- where `published` stood
        language  TEXT NOT NULL DEFAULT '',
        text      TEXT NOT NULL,
        copy_of   TEXT NOT NULL DEFAULT '',      -- the earlier document of another address that says the same
        again     INTEGER NOT NULL DEFAULT 0,    -- whether its address had a document before
        reading   TEXT NOT NULL DEFAULT ''       -- the line of `kuzet read`, of a document that reports an attack
    )
    """,
    "CREATE INDEX document_url ON document (url, sha256)",
    "CREATE INDEX document_at ON document (at)",
    "CREATE INDEX document_source ON document (source, at)",
    # Near-copies share a band, here a hash of 64 bits of it (see observatory.collect.copies); texts that are no copies.
    "CREATE TABLE band (band INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (band, document)) WITHOUT ROWID",
    "CREATE TABLE sketch (document INTEGER PRIMARY KEY, digest BLOB NOT NULL, words INTEGER NOT NULL)",
    # Captures that are kept and give no document.
    """
    CREATE TABLE aside (
        capture INTEGER PRIMARY KEY,
        url     TEXT NOT NULL,
        source  TEXT NOT NULL,
        at      TEXT NOT NULL,
        sha256  TEXT NOT NULL,
        why     TEXT NOT NULL
    )
    """,
    "CREATE INDEX aside_url ON aside (url, sha256)",
    """
    CREATE TABLE notice (
        url    TEXT NOT NULL,
        at     TEXT NOT NULL,
        kind   TEXT NOT NULL CHECK (kind IN ('changed', 'deleted', 'back')),
        before TEXT NOT NULL,
        after  TEXT NOT NULL,
        what   TEXT NOT NULL,
        PRIMARY KEY (url, at)
    ) WITHOUT ROWID
    """,
    # Whether a source was asked and answered on a day (UTC), so that a trend can be shown over those that always did.
    """
    CREATE TABLE coverage (
        day      TEXT NOT NULL,
        source   TEXT NOT NULL,
        asked    INTEGER NOT NULL DEFAULT 0,
        answered INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (day, source)
    ) WITHOUT ROWID
    """,
    # New documents a day (UTC), source and language; a page that is captured again is not new.
    """
    CREATE VIEW counts AS
        SELECT substr(at, 1, 10) AS day, source, language, count(*) AS documents, sum(copy_of != '') AS copies,
               sum(reading != '') AS relevant
        FROM document WHERE NOT again GROUP BY 1, 2, 3
    """,
)
