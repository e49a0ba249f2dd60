"""Filters: what a user writes, checked against the codebook and the release.

`Where` is a mapping of field to a code or several codes: an incident passes that holds one of the codes in every field.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import polars as pl

from kuzet.basis.codebook import Codebook
from kuzet.basis.errors import BadInput, UnknownCode
from kuzet.basis.fields import FIELDS, Field, listed
from kuzet.basis.figure import Filter
from kuzet.observatory.tally.fields import field, nearest

Where: TypeAlias = Mapping[str, str | tuple[str, ...]]
Filters: TypeAlias = tuple[Filter, ...]


class Codes:
    """Which codes a field may be asked for: those of the codebook in its order, those `known` besides, those held.

    Others than the codebook's are sorted behind; ids keep the order of the release.
    """

    def __init__(
        self, frame: pl.DataFrame, codebook: Codebook, known: Mapping[str, Iterable[str]] | None = None
    ) -> None:
        self.codebook = codebook
        self._ids = frame.get_column("id")
        self._known = {
            name: _ordered(one, (*listed(one, codebook), *(known or {}).get(name, ())), frame)
            for name, one in FIELDS.items()
            if name != "id"
        }

    def of(self, name: str) -> tuple[str, ...]:
        """All codes of a field; raises `UnknownCode` for a field that is not there."""
        return tuple(self._ids.to_list()) if field(name).name == "id" else self._known[name]

    def check(self, name: str, code: str) -> str:
        """`code` itself if the field can hold it; raises `UnknownCode` with the nearest one."""
        known = self.of(name)
        if code not in known:
            told = nearest(code, () if name == "id" else known) if name != "month" else ": 1 to 12, or unknown"
            raise UnknownCode(code, f"a code of {name} in codebook or release{told}", f"filter {name}")
        return code


def _ordered(one: Field, first: tuple[str, ...], frame: pl.DataFrame) -> tuple[str, ...]:
    column = frame.get_column(one.name)
    held = (column.explode() if one.many else column).unique().drop_nulls().to_list()
    return tuple(dict.fromkeys((*first, *sorted({one.empty, *held} - set(first)))))


def read(where: Where, codes: Codes) -> Filters:
    """The checked filters, in order of field and code, so that the same question is always the same words."""
    return tuple(_one(name, where[name], codes) for name in sorted(where))


def _one(name: str, wanted: str | tuple[str, ...], codes: Codes) -> Filter:
    several = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    field(name)
    if not several:
        raise BadInput(several, "at least one code", f"filter {name}")
    return Filter(field=name, codes=tuple(sorted({codes.check(name, code) for code in several})))


def both(left: Filters, right: Filters) -> Filters:
    """Filters that pass what passes both, as words; a field of both keeps both conditions."""
    return tuple(sorted(set(left) | set(right), key=lambda one: (one.field, one.codes)))


def parse(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Filters as typed, `field=code` or `field=code,code` each; raises `BadInput`.

    >>> parse(["category=physical", "perpetrator=non_state,unknown"])
    {'category': ('physical',), 'perpetrator': ('non_state', 'unknown')}
    """
    where: dict[str, tuple[str, ...]] = {}
    for text in texts:
        name, found, codes = (part.strip() for part in text.partition("="))
        if not (name and found and codes):
            raise BadInput(text, "a filter such as category=physical or perpetrator=non_state,unknown")
        if name in where:
            raise BadInput(text, f"the only filter of {name} (several codes: {name}=one,other)")
        where[name] = tuple(code.strip() for code in codes.split(","))
    return where


def told(filters: Filters) -> str:
    """Filters in one line: `category=physical;perpetrator=non_state,unknown`, `all` without any."""
    return ";".join(f"{one.field}={','.join(one.codes)}" for one in filters) or "all"


__all__ = ["Codes", "Filters", "UnknownCode", "Where", "both", "parse", "read", "told"]
