"""Which addresses wait, and why."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

_WAITING = """
    SELECT url, why FROM address WHERE next_attempt IS NOT NULL AND first IS NULL AND kind = 'page'
    ORDER BY next_attempt, url LIMIT ?
"""


def first(db: sqlite3.Connection, most: int) -> Iterator[tuple[str, str]]:
    """At most so many addresses that were never answered and are to be asked for, the next one first.

    Each with why it was not answered, '' where it was not asked for yet.
    """
    yield from db.execute(_WAITING, (most,))
