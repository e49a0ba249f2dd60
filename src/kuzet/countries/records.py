"""The rows of a country pack as frozen records: one class a file, one field a column.

Texts come in Kazakh, Russian and English (`Names`, columns `..._kk`, `..._ru`, `..._en`). A *stem phrase* is a run of
word beginnings: every word of it must begin a word of the text, in this order and side by side, whatever the case of
the letters. A word of it that ends in a full stop is complete: no ending may follow. A word of it in capitals is an
abbreviation and stands in the text exactly as written (a hyphen with an ending may follow).
Names and aliases of places, outlets and people are proper names: their capital letters count.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from kuzet.basis.dates import PartialDate


class Names(Struct, frozen=True):
    """One name in the three languages of the registry."""

    kk: str
    ru: str
    en: str


class Words(Struct, frozen=True):
    """Spellings or stem phrases by language; a language may have none."""

    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Those of every language, kk then ru then en."""
        return self.kk + self.ru + self.en


class Profile(Struct, frozen=True):
    """The country itself; the box is in degrees: south, north, west, east.

    `monitored_since` is the year in which anybody began to count attacks in it: charts of all years begin there.
    """

    code: str
    name: Names
    aliases: Words
    capital: str
    currency: str
    index_unit: str
    south: float
    north: float
    west: float
    east: float
    monitored_since: int


class Region(Struct, frozen=True):
    """A unit of the first level, by its ISO 3166-2 code; `column` and `row` place it in the tile map, from 0."""

    iso: str
    kind: str
    name: Names
    short: Names
    aliases: Words
    stems: Words
    capital: str
    latitude: float
    longitude: float
    column: int
    row: int


class District(Struct, frozen=True):
    """A unit of the second level, or a district of a large city."""

    name: Names
    stems: Words
    region: str


class Settlement(Struct, frozen=True):
    """A town or village.

    `kind`: city, town, settlement, village. `population`: million, large (from 100,000), medium (from 20,000),
    small (from 5,000), tiny. Of several places that share a spelling at most one is not `ambiguous`: the one that is
    meant where nothing else is said. `ambiguous` also marks a name that is an ordinary word or a person's.
    """

    name: Names
    aliases: tuple[str, ...]
    region: str
    kind: str
    population: str
    latitude: float
    longitude: float
    ambiguous: bool

    def spellings(self) -> tuple[str, ...]:
        """Every way it is written: the three names, then the aliases, each once."""
        return tuple(dict.fromkeys((self.name.kk, self.name.ru, self.name.en, *self.aliases)))


class Outlet(Struct, frozen=True):
    """An outlet, channel, agency or organisation of the field.

    `common_word`: the name is an ordinary word and counts only in quotes or beside a word for its kind.
    """

    id: str
    name: Names
    aliases: tuple[str, ...]
    kind: str
    country: str
    town: str
    region: str
    common_word: bool

    def spellings(self) -> tuple[str, ...]:
        """Every way it is written: the three names, then the aliases, each once."""
        return tuple(dict.fromkeys((self.name.kk, self.name.ru, self.name.en, *self.aliases)))


class Office(Struct, frozen=True):
    """An office or kind of actor, with the class and kind of perpetrator that it stands for."""

    code: str
    perpetrator_class: str
    kind: str
    label: Names
    words: Words


class MoneyUnit(Struct, frozen=True):
    """A currency or a unit of fines and the words for it."""

    code: str
    words: Words


class LawCode(Struct, frozen=True):
    """A code or law; `short` is the citation form, `spellings` every form met in practice."""

    code: str
    title: Names
    short: Names
    spellings: Words
    proceeding: str


class LawArticle(Struct, frozen=True):
    """An article, or one part of it, with the penalties it allows.

    Fines are in units of the index, arrest in days, imprisonment in months; an absent bound is unknown.
    `stance`: `against` a media worker, or `protects` one.
    """

    code: str
    article: str
    part: str
    title: Names
    proceeding: str
    stance: str
    fine_min: int | None
    fine_max: int | None
    arrest_max_days: int | None
    prison_max_months: int | None
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    verified: bool
    source: str
    note: str


class MciRate(Struct, frozen=True):
    """The index that fines are counted in, in units of the currency, on the days of its validity (both included)."""

    valid_from: date
    valid_to: date
    amount: int
    source: str


class ExchangeRate(Struct, frozen=True):
    """What one unit of a currency cost, in units of the country's own, as the official average over `valid`."""

    valid: PartialDate
    currency: str
    amount: Decimal
    source: str


class Indicator(Struct, frozen=True):
    """One value of a context indicator for a year."""

    name: str
    year: int
    value: float
    unit: str
    source: str
    source_date: str
    note: str


class PublishedTotal(Struct, frozen=True):
    """A total of earlier years as it was published; `where` holds codebook fields; `kind` is `printed` or `derived`."""

    year: int
    where: dict[str, str]
    value: int
    unit: str
    kind: str
    source: str
    note: str


class GivenName(Struct, frozen=True):
    """A given name; `forms` are further spellings."""

    name: Names
    forms: tuple[str, ...]
    gender: str


class SurnameEnding(Struct, frozen=True):
    """An ending that surnames or patronymics take, in one language."""

    ending: str
    language: str
    part: str
    gender: str


class ContextEvent(Struct, frozen=True):
    """An event that shaped the period; both days included."""

    code: str
    label: Names
    start: date
    end: date
    source: str


class Notice(Struct, frozen=True):
    """A warning to readers in one country (ISO 3166-1) where reading or quoting the registry may be punished.

    `reviewed` is the day on which a lawyer last read it, '' where none did.
    """

    country: str
    label: Names
    text: Names
    source: str
    reviewed: str


class LegalChange(Struct, frozen=True):
    """A dated change of the law that concerns the media."""

    when: PartialDate
    code: str
    label: Names
    summary: Names
    source: str
