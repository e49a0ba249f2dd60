"""The table of forms: a file is read by the first reader whose pattern its name has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Final, NamedTuple

from kuzet.adapters.backfill import links, mail, saved, telegram, warcs
from kuzet.adapters.backfill.items import Aside, Item
from kuzet.basis.errors import Missing


class Reader(NamedTuple):
    """A form of what others kept."""

    pattern: str
    """Of the file's name, in small letters."""
    read: Callable[[Path], Iterator[Item]]
    what: str


READERS: Final = (
    Reader("result*.json", telegram.read, "export of a Telegram channel"),
    Reader("*.warc", warcs.read, "web archive"),
    Reader("*.warc.gz", warcs.read, "web archive"),
    Reader("*.wacz", warcs.read_wacz, "web archive, packed"),
    Reader("*.html", saved.read, "saved page"),
    Reader("*.htm", saved.read, "saved page"),
    Reader("*.mbox", mail.read_mbox, "mailbox"),
    Reader("*.eml", mail.read_message, "message"),
    Reader("*.xlsx", links.read_sheet, "spreadsheet of links"),
    Reader("*.xml", links.read_sitemap, "sitemap"),
    Reader("*.csv", links.read_text, "table of links"),
    Reader("*.tsv", links.read_text, "table of links"),
    Reader("*.txt", links.read_text, "list of links"),
)


def items(path: Path) -> Iterator[Item]:
    """The items of a file, or of all files of a folder that a reader is known for.

    What is damaged becomes `Aside`, and ends at most its own file; raises `Missing` where there is nothing to read.
    """
    files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    known = [(one, reader) for one in files if (reader := _reader(one))]
    if not known:
        patterns = ", ".join(reader.pattern for reader in READERS)
        raise Missing(f"{path}: no file that can be read; known are {patterns}")
    for file, reader in known:
        yield from _safe(file, reader)


def _reader(path: Path) -> Reader | None:
    return next((reader for reader in READERS if fnmatch(path.name.lower(), reader.pattern)), None)


def _safe(path: Path, reader: Reader) -> Iterator[Item]:
    """A file of others may raise anything while it is read; what was read before that stands."""
    try:
        yield from reader.read(path)
    except Exception as error:  # noqa: BLE001  (no list of what parsers of damaged files raise could be complete)
        yield Aside(path.name, f"cannot be read on as {reader.what}: {type(error).__name__}, {error}")
