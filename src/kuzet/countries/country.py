"""One country's pack as one frozen value, and how it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from msgspec import Struct

from kuzet.basis.dates import PartialDate
from kuzet.basis.errors import BadInput, Missing
from kuzet.countries.records import (
    ContextEvent,
    District,
    ExchangeRate,
    GivenName,
    Indicator,
    LawArticle,
    LawCode,
    LegalChange,
    MciRate,
    MoneyUnit,
    Notice,
    Office,
    Outlet,
    Profile,
    PublishedTotal,
    Region,
    Settlement,
    SurnameEnding,
)
from kuzet.countries.rows import read_table

_PACKS = files(__package__)


class Country(Struct, frozen=True):
    """A country pack: `profile` and one tuple a file, in the order of the file."""

    profile: Profile
    regions: tuple[Region, ...]
    districts: tuple[District, ...]
    settlements: tuple[Settlement, ...]
    outlets: tuple[Outlet, ...]
    offices: tuple[Office, ...]
    money: tuple[MoneyUnit, ...]
    law: tuple[LawCode, ...]
    law_articles: tuple[LawArticle, ...]
    mci: tuple[MciRate, ...]
    rates: tuple[ExchangeRate, ...]
    indicators: tuple[Indicator, ...]
    published_totals: tuple[PublishedTotal, ...]
    names: tuple[GivenName, ...]
    surname_endings: tuple[SurnameEnding, ...]
    events: tuple[ContextEvent, ...]
    legislation: tuple[LegalChange, ...]
    notices: tuple[Notice, ...]

    def region(self, iso: str) -> Region:
        """The region of an ISO 3166-2 code; raises `BadInput`."""
        for region in self.regions:
            if region.iso == iso:
                return region
        raise BadInput(iso, f"a region of {self.profile.code}", "regions.csv")

    def law_spellings(self, language: str) -> Mapping[str, str]:
        """Every spelling of the codes of law in a language, with its code."""
        return {spelling: law.code for law in self.law for spelling in getattr(law.spellings, language)}

    def mci_on(self, day: date) -> MciRate:
        """The rate of the index valid on a day; raises `BadInput` outside the table."""
        for rate in self.mci:
            if rate.valid_from <= day <= rate.valid_to:
                return rate
        known = f"{self.mci[0].valid_from} to {self.mci[-1].valid_to}"
        raise BadInput(day.isoformat(), f"a day with a known index ({known})", "mci.csv")

    def rate(self, currency: str, year: int) -> ExchangeRate:
        """The average rate of a currency over a year; raises `Missing` with the years that are known."""
        rates = {one.valid: one for one in self.rates if one.currency == currency}
        if PartialDate(year) not in rates:
            known = ", ".join(str(one) for one in sorted(rates)) or "none"
            raise Missing(f"rates.csv: no rate of {currency} for {year} (known: {known})")
        return rates[PartialDate(year)]


def codes() -> tuple[str, ...]:
    """The codes of the packs that are there, sorted."""
    return tuple(sorted(entry.name for entry in _PACKS.iterdir() if entry.joinpath("country.csv").is_file()))


def check(code: str) -> str:
    """The code in small letters; raises `BadInput` for a country without a pack."""
    if code.lower() not in codes():
        raise BadInput(code, f"a country with a pack ({', '.join(codes())})")
    return code.lower()


@cache
def load(code: str) -> Country:
    """The pack of an ISO 3166-1 code (in small letters or capitals); raises `BadInput` for a country without a pack."""
    small = check(code)
    if code != small:
        return load(small)
    folder = _PACKS.joinpath(small)
    (profile,) = read_table(folder, "country.csv", Profile)
    return Country(
        profile=profile,
        regions=read_table(folder, "regions.csv", Region),
        districts=read_table(folder, "districts.csv", District),
        settlements=read_table(folder, "settlements.csv", Settlement),
        outlets=read_table(folder, "outlets.csv", Outlet),
        offices=read_table(folder, "offices.csv", Office),
        money=read_table(folder, "money.csv", MoneyUnit),
        law=read_table(folder, "law.csv", LawCode),
        law_articles=read_table(folder, "law_articles.csv", LawArticle),
        mci=read_table(folder, "mci.csv", MciRate),
        rates=read_table(folder, "rates.csv", ExchangeRate),
        indicators=read_table(folder, "indicators.csv", Indicator),
        published_totals=read_table(folder, "published_totals.csv", PublishedTotal),
        names=read_table(folder, "names.csv", GivenName),
        surname_endings=read_table(folder, "surname_endings.csv", SurnameEnding),
        events=read_table(folder, "events.csv", ContextEvent),
        legislation=read_table(folder, "legislation.csv", LegalChange),
        notices=read_table(folder, "notices.csv", Notice),
    )
