"""Where it happened: a region of the country, a settlement by its name, a point; the gazetteer knows the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.utils.html import format_html_join

from kuzet import countries
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.places import Place
from kuzet.countries import Country, Names, Settlement
from kuzet.web.desk.form.asked import Asked
from kuzet.web.desk.form.fields import Code, CountryCode, amount, line
from kuzet.web.desk.form.rows import Row
from kuzet.web.desk.wording.labels import Choice


def regions(country: Country, language: str) -> list[Choice]:
    """The regions of a country."""
    return [(region.iso, getattr(region.name, language)) for region in country.regions]


@cache
def settlements(code: str, language: str) -> str:
    """The settlements of a country as options, each with its region: hundreds of them, so they are written once."""
    country = countries.load(code)
    short = {region.iso: getattr(region.short, language) for region in country.regions}
    told = ((getattr(one.name, language), short.get(one.region, "")) for one in country.settlements)
    options: str = format_html_join("", '<option value="{}">{}</option>', told)
    return options


@cache
def tiles(code: str, language: str) -> str:
    """The regions of a country as they lie in the tile map, their columns and rows from 0; written once."""
    told = ((one.column, one.row, one.iso, getattr(one.short, language)) for one in countries.load(code).regions)
    shape = '<button type="button" tabindex="-1" class="column-{} row-{}" data-region="{}">{}</button>'
    buttons: str = format_html_join("", shape, told)
    return buttons


@cache
def currencies(code: str) -> str:
    """The units that money is told in, as options, written once."""
    options: str = format_html_join(
        "", '<option value="{}"></option>', ((unit.code,) for unit in countries.load(code).money)
    )
    return options


class PlaceRow(Row):
    """A place that is never more exact than its source."""

    needs = (("region", "name", "nation"),)
    region = CountryCode(regions, "")
    name = line(200, list="settlements", autocomplete="off")
    precision = Code("place_precisions", "place_precision")
    latitude = amount(-90, 90)
    longitude = amount(-180, 180)
    nation = line(2, autocapitalize="characters")

    @classmethod
    def told(cls, value: object, asked: Asked) -> dict[str, str]:
        """The fields of a place; degrees stand there only where the source gave the very point."""
        assert isinstance(value, Place)  # noqa: S101  (of this question)
        exact = value.precision == "point" and value.latitude is not None
        return {
            "region": value.region,
            "name": " ".join(value.name.best(asked.language).split()),
            "precision": value.precision,
            "latitude": str(value.latitude) if exact else "",
            "longitude": str(value.longitude) if exact else "",
            "nation": "" if value.country == asked.country.profile.code else value.country,
        }

    def check(self, given: Mapping[str, Any]) -> None:
        """Degrees come in pairs."""
        super().check(given)
        self.pair("latitude", "longitude", given)

    def made(self, given: Mapping[str, Any]) -> Place:
        """The place; raises `BadInput`."""
        country, name, region = self.asked.country, given["name"], given["region"]
        if given["nation"] and given["nation"].upper() != country.profile.code:
            return _abroad(given, self.asked.language)
        if given["latitude"] is None and given["precision"] in ("", "town") and name:
            known = list(_known(country, name, region))
            if len(known) == 1:
                return _town(known[0], country)
        precision = given["precision"] or _precision(given)
        named = _named(country, region) if not name else Name.of(self.asked.language, name)
        return Place(name=named, precision=precision, country=country.profile.code, region=region, **_degrees(given))


def _abroad(given: Mapping[str, Any], language: str) -> Place:
    nation = given["nation"].upper()
    named = Name.of(language, given["name"] or nation)
    precision = given["precision"] or ("town" if given["name"] else "country")
    return Place(name=named, precision=precision, country=nation, **_degrees(given))


def _known(country: Country, name: str, region: str) -> Iterator[Settlement]:
    """The settlements of that name in the region; anywhere, where the name is that of one alone."""
    wanted = name.casefold()
    for one in country.settlements:
        if wanted in (spelling.casefold() for spelling in one.spellings()) and region in ("", one.region):
            yield one


def _town(one: Settlement, country: Country) -> Place:
    return Place(
        name=_name(one.name),
        precision="town",
        country=country.profile.code,
        region=one.region,
        latitude=one.latitude,
        longitude=one.longitude,
    )


def _precision(given: Mapping[str, Any]) -> str:
    if given["latitude"] is not None:
        return "point"
    return "town" if given["name"] else "region" if given["region"] else "country"


def _named(country: Country, region: str) -> Name:
    return _name(country.region(region).name if region else country.profile.name)


def _name(names: Names) -> Name:
    return Name(**{language: getattr(names, language) for language in LANGUAGES})


def _degrees(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: float(given[name]) for name in ("latitude", "longitude") if given[name] is not None}
