"""What cells are looked up in: the labels of the codebook and the names of a country pack, folded."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kuzet.basis.codebook import Codebook
from kuzet.basis.names import LANGUAGES
from kuzet.countries import Country
from kuzet.countries.records import District, Names, Settlement
from kuzet.observatory.review.sheets.fields import FIELDS, fold
from kuzet.observatory.review.sheets.findings import Unfit

Spot = Settlement | District


@dataclass(frozen=True)
class Pack:
    """The codebook and the country that a register is read with."""

    book: Codebook
    country: Country

    def code(self, table: str, text: str) -> str:
        """The code that a text names, by itself or by a label in any language; raises `Unfit` with the nearest one."""
        return _known(self._codes[table], text, "code")

    def region(self, text: str) -> str:
        """The ISO 3166-2 code of a region, also by the name of a town in it; raises `Unfit`."""
        try:
            return _known(self._regions, text, "region")
        except Unfit as unfit:
            if fold(text) not in self._spots:
                raise unfit from None
            return self.spot(text, "").region

    def event(self, text: str) -> str:
        """The code of a context event; raises `Unfit`."""
        return _known(self._events, text, "event")

    def spot(self, text: str, region: str) -> Spot:
        """The town or district of that name, in the region where one is given; raises `Unfit`."""
        found = self._spots.get(fold(text), ())
        if not found:
            raise Unfit("place", _nearest(fold(text), {key: key for key in self._spots}))
        here = [one for one in found if not region or one.region == region]
        if not here:
            raise Unfit("other_region", region)
        sure = [one for one in here if not getattr(one, "ambiguous", False)] or here
        if len({one.region for one in sure}) > 1:
            raise Unfit("several_places")
        return sure[0]

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[str, str]]:
        tables = {field.table for field in FIELDS.values() if field.table}
        return {name: _codes(self.book, name) for name in tables}

    @cached_property
    def _regions(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for one in self.country.regions:
            texts = (one.iso, *_texts(one.name), *one.aliases.all())
            found |= {fold(text): one.iso for text in texts}
        for one in self.country.regions:  # a short name may be that of a city too, which is a region by itself
            for text in _texts(one.short):
                found.setdefault(fold(text), one.iso)
        return found

    @cached_property
    def _events(self) -> Mapping[str, str]:
        return {fold(text): one.code for one in self.country.events for text in (one.code, *_texts(one.label))}

    @cached_property
    def _spots(self) -> Mapping[str, tuple[Spot, ...]]:
        found: dict[str, dict[str, Spot]] = defaultdict(dict)
        for town in self.country.settlements:
            for text in town.spellings():
                found[fold(text)].setdefault(town.name.ru + town.region, town)
        for district in self.country.districts:
            for text in _texts(district.name):
                found[fold(text)].setdefault(district.name.ru + district.region, district)
        return {key: tuple(spots.values()) for key, spots in found.items()}


def _codes(book: Codebook, table: str) -> Mapping[str, str]:
    """Folded codes and labels; a label that two codes share names none of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, row in book.table(table).items():
        for text in (code, *(row.label.get(language) for language in LANGUAGES)):
            found[fold(text)].add(code)
    return {key: min(codes) for key, codes in found.items() if len(codes) == 1}


def _texts(name: Names) -> Iterable[str]:
    return (getattr(name, language) for language in LANGUAGES)


def _known(table: Mapping[str, str], text: str, what: str) -> str:
    found = table.get(fold(text))
    if found is None:
        raise Unfit(what, _nearest(fold(text), table))
    return found


def _nearest(key: str, table: Mapping[str, str]) -> str:
    close = difflib.get_close_matches(key, table, n=1)
    return table[close[0]] if close else ""
