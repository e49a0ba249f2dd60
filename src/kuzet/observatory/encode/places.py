"""Where it happened: the place nearest to the main act, never more exact than the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kuzet.basis.coding import Answer
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.countries import Country
from kuzet.language.acts import Act
from kuzet.language.lexicon import Match
from kuzet.language.reading import Sentence
from kuzet.observatory.encode.material import Material, answer

EXACTNESS: Final = {"settlement": 2.0, "abroad": 1.5, "district": 1.0, "region": 1.0, "country": -3.0}
_ELSEWHERE: Final = re.compile(r"\b(?:in|at|near|outside|from) ((?:[A-Z][\w'’.-]+ ?){1,3}), ([A-Z][\w.]+)")
"""An English text names a town abroad with its state or country: in Santa Monica, California."""


def code(material: Material, main: str) -> Answer[Place] | None:
    """The place with most points; '' where the text names none."""
    act = next((act for act in material.scene.best if act.method == main), material.scene.best[0])
    points: dict[str, float] = {}
    seen: dict[str, tuple[Sentence, Match]] = {}
    for value, sentence, match in _named(material, act):
        code = match.entry.code
        points[code] = max(points.get(code, 0.0), value) + (0.4 if code in points else 0.0)
        seen.setdefault(code, (sentence, match))
    best = max(points, key=lambda code: points[code], default="")
    if not best or best.startswith("country:"):
        found = _elsewhere(material, act) or _seat(material, act, main)
        if found is not None or not best:
            return found
    place = _place(best, material.country)
    return answer(
        place, material.quote(*seen[best]), 0.4 + points[best] / 12, f"place {best.partition(':')[0]} near the act"
    )


def _named(material: Material, act: Act) -> Iterator[tuple[float, Sentence, Match]]:
    for sentence in material.scene.sentences:
        for match in sentence.of("places"):
            points = EXACTNESS[match.entry.code.partition(":")[0]] + match.entry.weight / 2
            distance = abs(sentence.number - act.sentence)
            points += 2.5 if distance == 0 else 1.5 if distance == 1 else 0.5
            if sentence.number == material.scene.first:
                points += 1.0 if match.first <= 1 else 0.5
            yield points, sentence, match


def _place(code: str, country: Country) -> Place:
    sort, _, key = code.partition(":")
    if sort == "settlement":
        town = country.settlements[int(key)]
        name = Name(kk=town.name.kk, ru=town.name.ru, en=town.name.en)
        return Place(
            name=name,
            precision="town",
            country=country.profile.code.upper(),
            region=town.region,
            latitude=town.latitude,
            longitude=town.longitude,
        )
    if sort == "district":
        district = country.districts[int(key)]
        name = Name(kk=district.name.kk, ru=district.name.ru, en=district.name.en)
        return Place(name=name, precision="district", country=country.profile.code.upper(), region=district.region)
    if sort == "region":
        region = country.region(key)
        row = _row(region.capital, country) if region.kind == "city" else None
        if row is not None:
            return _place(f"settlement:{row}", country)
        names = region.name
        name = Name(kk=names.kk, ru=names.ru, en=names.en)
        return Place(name=name, precision="region", country=country.profile.code.upper(), region=key)
    if sort == "abroad":
        land, kk, ru, en = key.split("|")
        return Place(name=Name(kk=kk, ru=ru, en=en), precision="town", country=land)
    names = country.profile.name
    return Place(name=Name(kk=names.kk, ru=names.ru, en=names.en), precision="country", country=key)


def _row(name: str, country: Country) -> int | None:
    """The row of a settlement of that name in any language, None for a town of another country."""
    towns = enumerate(country.settlements)
    return next((row for row, town in towns if name in (town.name.kk, town.name.ru, town.name.en)), None)


SEATED: Final = ("ministry", "central_government", "parliament")
"""Offices of the whole country sit in its capital."""

AT_THE_OUTLET: Final = (
    "search",
    "seizure_of_equipment",
    "official_warning",
    "criminal_case",
    "interrogation",
    "short_term_detention",
    "house_arrest",
    "economic_pressure",
    "damage_seizure_of_property",
)
"""Acts that find a newsroom or its people where the outlet is, unless the text says otherwise."""


def _seat(material: Material, act: Act, main: str) -> Answer[Place] | None:
    """Where the text names no place: the seat of the national office that acted, or the town of the outlet it hit."""
    country = material.country
    for sentence in material.near(act):
        for match in sentence.of("agents"):
            if match.entry.code.split("/")[1] in SEATED:
                place = _place(f"region:{country.profile.capital}", country)
                return answer(
                    place, material.quote(sentence, match), 0.3, "seat of the office; the text names no place"
                )
    if main not in AT_THE_OUTLET:
        return None
    towns = {outlet.id: outlet.town for outlet in country.outlets}
    for sentence in (*material.near(act), *material.scene.sentences):
        for target in material.scene.cast.targets[sentence.number]:
            town = towns.get(target.code, "") if target.what == "outlet" else ""
            if town and (row := _row(town, country)) is not None:
                quotation = material.reading.quote(sentence, target.start, target.end)
                rule = "town of the outlet; the text names no place"
                return answer(_place(f"settlement:{row}", country), quotation, 0.25, rule)
    return None


def _elsewhere(material: Material, act: Act) -> Answer[Place] | None:
    for sentence in (*material.near(act), *material.scene.sentences):
        match = _ELSEWHERE.search(sentence.text) if sentence.language == "en" else None
        if match:
            place = Place(name=Name.of("en", match[1].strip()), precision="town", country="", region="")
            quotation = material.reading.quote(sentence, match.start(1), match.end(1))
            return answer(place, quotation, 0.4, "town with its state or country")
    return None
