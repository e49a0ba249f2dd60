"""The index as files of the bundle: scripts that hand over data, as a page opened from a disk may fetch nothing else.

A file holds the keys that begin with its name, and is divided by the next letter where it would be large; a query
loads a few of them. What a hit is called stands apart, a hundred incidents a file and language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES
from kuzet.web.public.edition import Entry
from kuzet.web.seeking.fold import rules, silent
from kuzet.web.seeking.forms import MARKS, endings
from kuzet.web.seeking.index import Group, Index

LARGEST: Final = 24_000
"""Characters of a file of keys, unless all its keys are one letter apart or one key alone is longer."""

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


def _divided(groups: dict[str, Group]) -> Iterator[tuple[str, list[Any]]]:
    for name in sorted(groups):
        yield from _split(name, groups[name])


def _split(name: str, group: Group) -> Iterator[tuple[str, list[Any]]]:
    """The rows of a group under its name, or divided by the letter behind it."""
    rows = [_row(key, group) for key in sorted(group)]
    if len(name) >= _DEEPEST or sum(len(json.dumps(row)) for row in rows) <= LARGEST:
        yield name, rows
        return
    parts: dict[str, Group] = {}
    for key, entry in group.items():
        parts.setdefault(key[: len(name) + 1], {})[key] = entry
    if name in parts:
        yield name, [_row(key, parts[name]) for key in parts[name]]
    for longer in sorted(set(parts) - {name}):
        yield from _split(longer, parts[longer])


def _row(key: str, group: Group) -> list[Any]:
    """Key, mark, rarity, then pairs of places and weights; a place is told by how far it is from the one before."""
    entry, row, before = group[key], [], 0
    for place in sorted(entry.weights):
        row += [place - before, entry.weights[place]]
        before = place
    return [key, entry.mark, entry.rarity, *row]


def _titles(incidents: Sequence[Incident]) -> Iterator[Entry]:
    for language in LANGUAGES:
        for start in range(0, len(incidents), CHUNK):
            some = incidents[start : start + CHUNK]
            rows = [[one.id, one.title.best(language), str(one.date), one.place.name.best(language)] for one in some]
            name = f"{language}-{start // CHUNK}"
            yield f"hits/{name}.js", _call("hits", name, rows)


def _call(*given: object) -> bytes:
    """One call of the script's door; signs that could end a script are written otherwise."""
    told = ",".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in given)
    return f"kuzetSearch.take({told.replace('<', chr(92) + 'u003c')});\n".encode()
