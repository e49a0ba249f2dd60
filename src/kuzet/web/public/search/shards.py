"""The index as files of the bundle: scripts that hand over data, as a page opened from a disk may fetch nothing else.

A file holds the keys that begin with its name, and is divided by the next letter where it would be large; a query
loads a few of them. What a hit is called stands apart, a hundred incidents a file and language.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec
from msgspec import Raw

from kuzet.adapters.batches import in_batches
from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES
from kuzet.language.values import form
from kuzet.web.seeking import gathering
from kuzet.web.seeking.fold import rules, silent
from kuzet.web.seeking.forms import MARKS, endings
from kuzet.web.seeking.gathering import Entry, Gathered, Group

Rows = list[tuple[str, Raw]]
"""Keys with their rows as they are written."""

LARGEST: Final = 20_000
"""Bytes of a file of keys, unless all its keys are one letter apart or one key alone is longer."""

CHUNK: Final = 100
"""Incidents whose titles stand in one file."""

_DEEPEST: Final = 8


class Block(msgspec.Struct, array_like=True):
    """What is made of some incidents: the keys that they are found by, and what a hit on each is called."""

    keys: Mapping[str, bytes]
    hits: Mapping[str, list[bytes]]
    incidents: int


BLOCK: Final = "search"
"""The name of a block as it is written."""


def block(_: bytes, incidents: Sequence[Incident]) -> dict[str, bytes]:
    """The `Block` of some incidents, as it is written."""
    hits = {language: [_titles(some, language) for some in in_batches(incidents, CHUNK)] for language in LANGUAGES}
    return {BLOCK: msgspec.msgpack.encode(Block(gathering.block(incidents), hits, len(incidents)))}


def shards(made: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """All files but the script, by their path beside it, from blocks as they are written.

    `k-` stands in front of keys, as some systems know no `con.js`.
    """
    with tempfile.TemporaryFile() as room:
        gathered, chunks, names = Gathered(room), 0, []
        for one in map(_READ.decode, made):
            gathered.add(one.keys, one.incidents)
            for language, several in one.hits.items():
                for number, data in enumerate(several, chunks):
                    yield f"hits/{language}-{number}.js", _call("hits", f"{language}-{number}", Raw(data))
            chunks += len(one.hits[LANGUAGES[0]])
        for group, keys in gathered.groups():
            for name, rows in divided(group, keys):
                names.append(name)
                yield f"keys/k-{name}.js", _call("keys", name, rows)
        yield "start.js", _call("start", _head(sorted(names), gathered.incidents))


_READ: Final = msgspec.msgpack.Decoder(Block)


def _head(files: list[str], incidents: int) -> dict[str, Any]:
    return {
        "files": files,
        "incidents": incidents,
        "chunk": CHUNK,
        "marks": MARKS,
        "endings": endings(),
        "silent": sorted(silent()),
        "rules": rules(),
    }


def divided(start: str, group: Group) -> Iterator[tuple[str, list[Raw]]]:
    """The files of the keys that begin with two letters: the name of each and its rows."""
    yield from _split(start, [(key, _row(key, entry)) for key, entry in group.items()])


def _split(name: str, rows: Rows) -> Iterator[tuple[str, list[Raw]]]:
    """The rows of a group under its name, or divided by the letter behind it."""
    if len(name) >= _DEEPEST or sum(len(bytes(row)) for _, row in rows) <= LARGEST:
        yield name, [row for _, row in rows]
        return
    parts: dict[str, Rows] = {}
    for key, row in rows:
        parts.setdefault(key[: len(name) + 1], []).append((key, row))
    if name in parts:
        yield name, [row for _, row in parts.pop(name)]
    for longer in sorted(parts):
        yield from _split(longer, parts[longer])


def _row(key: str, entry: Entry) -> Raw:
    """Key, mark, rarity, then pairs of places and weights; a place is told by how far it is from the one before."""
    row: list[Any] = [key, entry.mark, entry.rarity]
    before = 0
    for place, weight in sorted(entry.weights.items()):
        row += (place - before, weight)
        before = place
    return Raw(msgspec.json.encode(row))


def _titles(incidents: Sequence[Incident], language: str) -> bytes:
    return msgspec.json.encode(
        [
            [one.id, one.title.best(language), form.date(one.date, language), one.place.name.best(language)]
            for one in incidents
        ]
    )


def _call(*given: object) -> bytes:
    """One call of the script's door; signs that could end a script are written otherwise."""
    told = b",".join(map(msgspec.json.encode, given))
    return b"kuzetSearch.take(" + told.replace(b"<", rb"\u003c") + b");\n"
