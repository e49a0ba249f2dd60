"""A line of codes as a coding: what another coder, a spreadsheet or another programme says of a document.

The fields are those that `line.reading_line` prints at the top: category, methods, perpetrator, targets, people, place,
region, date (or when), legal_articles and outcome. Names of places and outlets are found in the country pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from kuzet import countries
from kuzet.basis import codebook
from kuzet.basis.coding import Answer, Coder, Coding, Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.law import LegalArticle
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.basis.word import from_data
from kuzet.countries import Country, abroad
from kuzet.language.text import identify
from kuzet.language.values import law, numbers

CODER: Final = Coder(id="given")
"""Who signs codes that came without a name."""

Fields = Mapping[str, Any]

_ARTICLE: Final = re.compile(
    r"(?P<code>[a-z][a-z0-9_]*) (?P<article>\d[\d-]*)(?: part (?P<part>\S+))?(?: point (?P<point>\S+))?"
)
_SEVERAL: Final = re.compile(r"\s*[;/]\s*")


def coding(fields: Fields, ident: str, country: Country) -> Coding:
    """The coding of a line; `ident` is the candidate's id. Raises `BadInput` for a value of the wrong kind or code."""
    book = codebook.load()
    outcome = _mapping(fields, "outcome")
    return Coding(
        subject=ident,
        coder=CODER,
        codebook=book.version,
        is_attack=Answer(value=True),
        category=_coded(fields, "category", "categories"),
        methods=tuple(_code(one, "methods", "methods") for one in _list(fields, "methods")),
        perpetrators=tuple(_perpetrators(fields)),
        targets=tuple(Answer(value=_target(one)) for one in _list(fields, "targets")),
        people=_people(fields),
        date=_date(fields),
        place=_place(fields, country),
        articles=tuple(
            Answer(value=one) for given in _list(fields, "legal_articles") for one in _articles(given, country)
        ),
        stage=_coded(outcome, "stage", "stages"),
        verdict=_coded(outcome, "verdict", "verdicts"),
        proceeding=_coded(outcome, "proceeding", "proceedings"),
        penalties=tuple(Answer(value=from_data(one, Penalty, "penalties")) for one in _list(outcome, "penalties")),
    )


def _list(fields: Fields, name: str) -> list[Any]:
    found = fields.get(name) or []
    if not isinstance(found, list):
        raise BadInput(found, "a list", name)
    return found


def _mapping(fields: Fields, name: str) -> Fields:
    found = fields.get(name) or {}
    if not isinstance(found, Mapping):
        raise BadInput(found, "an object", name)
    return found


def _text(fields: Fields, name: str) -> str:
    found = fields.get(name) or ""
    if not isinstance(found, str):
        raise BadInput(found, "text", name)
    return found


def _coded(fields: Fields, name: str, table: str) -> Answer[str] | None:
    found = _text(fields, name)
    return _code(found, name, table) if found else None


def _code(found: object, name: str, table: str) -> Answer[str]:
    if found not in codebook.load().table(table):
        raise BadInput(found, f"a code of {table}.csv", name)
    return Answer(value=str(found))


def _perpetrators(fields: Fields) -> Iterator[Answer[Perpetrator]]:
    found = _coded(fields, "perpetrator", "perpetrator_classes")
    if found is not None:
        yield Answer(value=Perpetrator(klass=found.value))


def _target(given: object) -> Target:
    """A target with the names that the pack knows for the outlet; `people` where it is a group of so many."""
    if not isinstance(given, Mapping) or not isinstance(given.get("name"), str) or not given["name"].strip():
        raise BadInput(given, 'an object such as {"name": "...", "kind": "journalist"}', "targets")
    kind = _code(given.get("kind"), "kind of a target", "target_kinds").value
    language = _language(given["name"])
    people = given.get("people") or _counted(given["name"], language) if kind == "group" else given.get("people")
    if people is not None and not isinstance(people, int):
        raise BadInput(people, "a number of people", "targets")
    known = _outlets().get(given["name"].strip('«»"“” ').casefold())
    name = Name(kk=known.kk, ru=known.ru, en=known.en) if known else Name.of(language, given["name"])
    works = _text(given, "affiliation")
    affiliation = Name.of(_language(works), works) if works else None
    return Target(name=name, kind=kind, people=people, affiliation=affiliation)


def _counted(name: str, language: str) -> int | None:
    """The number in a name such as `36 тілші` or `seven journalists`."""
    counts = (int(found.value) for found in numbers.find(name, language) if found.kind == "count")
    return next((count for count in counts if count > 1), None)


def _language(name: str) -> str:
    found = identify.language(name)
    return found if found in ("kk", "ru", "en") else "en"


def _people(fields: Fields) -> Answer[int] | None:
    found = fields.get("people")
    if found is None:
        return None
    if not isinstance(found, int) or found < 1:
        raise BadInput(found, "a number of people from 1", "people")
    return Answer(value=found)


def _date(fields: Fields) -> Answer[EventDate] | None:
    found = _text(fields, "when") or _text(fields, "date")
    return Answer(value=EventDate.parse(found)) if found else None


def _place(fields: Fields, country: Country) -> Answer[Place] | None:
    """The first place that is named; one that no list knows is a town in the region, or the region's country."""
    known, region = _known(country.profile.code), _text(fields, "region")
    names = _SEVERAL.split(_text(fields, "place").strip())
    found = next((place for name in names if (place := known.get(name.casefold()))), None)
    around = known.get(region.casefold())
    if found is None and names[0]:
        home = around.country if around else region.partition("-")[0]
        inside = around.region if around else ""
        name = Name.of(_language(names[0]), names[0])
        return Answer(value=Place(name=name, precision="town", country=home, region=inside))
    place = found or around
    return Answer(value=place) if place else None


@cache
def _known(code: str) -> Mapping[str, Place]:
    """Every spelling of a place in small letters; of places that share one, the one that is meant without more said."""
    country = countries.load(code)
    return {spelling.casefold(): place for spelling, place in reversed(list(_spelled(country)))}


def _spelled(country: Country) -> Iterator[tuple[str, Place]]:
    home = country.profile.code.upper()
    for town in sorted(country.settlements, key=lambda one: one.ambiguous):
        name = Name(kk=town.name.kk, ru=town.name.ru, en=town.name.en)
        place = Place(
            name=name,
            precision="town",
            country=home,
            region=town.region,
            latitude=town.latitude,
            longitude=town.longitude,
        )
        yield from ((spelling, place) for spelling in town.spellings())
    for region in country.regions:
        long, short = region.name, region.short
        place = Place(
            name=Name(kk=long.kk, ru=long.ru, en=long.en), precision="region", country=home, region=region.iso
        )
        spellings = (region.iso, long.kk, long.ru, long.en, short.kk, short.ru, short.en)
        yield from ((one, place) for one in spellings)
    for place_code, elsewhere in abroad.places().items():
        land, kk, ru, en = place_code.partition(":")[2].split("|")
        precision = {"town": "town", "region": "region", "country": "country"}[elsewhere.kind]
        place = Place(name=Name(kk=kk, ru=ru, en=en), precision=precision, country=land)
        yield from ((spelling, place) for spelling in elsewhere.spellings)
    names = country.profile.name
    whole = Place(name=Name(kk=names.kk, ru=names.ru, en=names.en), precision="country", country=home)
    yield from ((spelling, whole) for spelling in (home, names.kk, names.ru, names.en, *country.profile.aliases.all()))


@cache
def _outlets() -> Mapping[str, Name]:
    packs = (countries.load(code) for code in countries.codes())
    return {
        spelling.casefold(): Name(kk=outlet.name.kk, ru=outlet.name.ru, en=outlet.name.en)
        for country in packs
        for outlet in country.outlets
        for spelling in outlet.spellings()
    }


def _articles(given: object, country: Country) -> Iterator[LegalArticle]:
    """`criminal_code 274 part 2`, an object with `code` and `article`, or prose such as `КоАП РК 73-3 ч.2`."""
    if isinstance(given, Mapping):
        yield from_data(dict(given), LegalArticle, "legal_articles")
        return
    if not isinstance(given, str):
        raise BadInput(given, "text such as criminal_code 274 part 2", "legal_articles")
    if match := _ARTICLE.fullmatch(given):
        yield LegalArticle(**{name: text for name, text in match.groupdict().items() if text})
        return
    language = _language(given)
    known = {one.article for one in country.law_articles}
    found = law.find(given, language, country.law_spellings(language), known)
    yield from (one.article for one in found if one.article.code)
