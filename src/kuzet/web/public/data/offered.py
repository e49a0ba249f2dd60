"""What the page of the data offers: every file with what it is called, the whole in one zip first."""

from __future__ import annotations

from collections.abc import Iterator

from kuzet.web.public.data import cite
from kuzet.web.public.data.dictionary import rows, tables, words
from kuzet.web.public.data.making import FOLDER
from kuzet.web.public.edition import Edition


def offered(edition: Edition, language: str) -> Iterator[tuple[str, str]]:
    """What a file is called, and its path in the bundle."""
    yield words(language)["everything"], f"{FOLDER}/{cite.name(edition)}.zip"
    for row in rows("offered.csv"):
        yield row[language], f"{FOLDER}/{row['file'].format(language=language)}"
    for name, table in tables().items():
        if name != "incidents":
            yield f"{table.told.get(language)} (CSV)", f"{FOLDER}/{name}.csv"
