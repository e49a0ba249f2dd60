"""The index as files of the bundle: scripts that hand over data, as a page opened from a disk may fetch nothing else.

A file holds the keys that begin with its name, and is divided by the next letter where it would be large; a query
loads a few of them. What a hit is called stands apart, a hundred incidents a file and language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec
from msgspec import Raw

from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES
from kuzet.web.public.edition import Entry
from kuzet.web.seeking.fold import rules, silent
from kuzet.web.seeking.forms import MARKS, endings
from kuzet.web.seeking.gathering import Entry as Held
from kuzet.web.seeking.gathering import Group
from kuzet.web.seeking.index import Index

Rows = list[tuple[str, Raw]]
"""Keys with their rows as they are written."""

LARGEST: Final = 20_000
"""Bytes of a file of keys, unless all its keys are one letter apart or one key alone is longer."""

CHUNK: Final = 100
"""Incidents whose titles stand in one file."""

_DEEPEST: Final = 8


def shards(index: Index, incidents: Sequence[Incident]) -> Iterator[Entry]:
    """All files but the script, by their path beside it; `k-` stands in front, as some systems know no `con.js`."""
    files = dict(_divided(index.groups))
    yield from _titles(incidents)
    for name in sorted(files):
        yield f"keys/k-{name}.js", _call("keys", name, files[name])
    head = {
        "files": sorted(files),
        "incidents": len(index.ids),
        "chunk": CHUNK,
        "marks": MARKS,
        "endings": endings(),
        "silent": sorted(silent()),
        "rules": rules(),
    }
    yield "start.js", _call("start", head)


def _divided(groups: Mapping[str, Group]) -> Iterator[tuple[str, list[Raw]]]:
    for name in sorted(groups):
        yield from _split(name, [(key, _row(key, groups[name][key])) for key in sorted(groups[name])])


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


def _row(key: str, entry: Held) -> Raw:
    """Key, mark, rarity, then pairs of places and weights; a place is told by how far it is from the one before."""
    row: list[Any] = [key, entry.mark, entry.rarity]
    before = 0
    for place, weight in sorted(entry.weights.items()):
        row += (place - before, weight)
        before = place
    return Raw(msgspec.json.encode(row))


def _titles(incidents: Sequence[Incident]) -> Iterator[Entry]:
    for language in LANGUAGES:
        for start in range(0, len(incidents), CHUNK):
            some = incidents[start : start + CHUNK]
            rows = [[one.id, one.title.best(language), str(one.date), one.place.name.best(language)] for one in some]
            name = f"{language}-{start // CHUNK}"
            yield f"hits/{name}.js", _call("hits", name, rows)


def _call(*given: object) -> bytes:
    """One call of the script's door; signs that could end a script are written otherwise."""
    told = b",".join(map(msgspec.json.encode, given))
    return b"kuzetSearch.take(" + told.replace(b"<", rb"\u003c") + b");\n"
