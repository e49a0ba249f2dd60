"""Where it happened: the place nearest to the main act, never more exact than the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from msgspec import structs

from kuzet.basis.coding import Answer
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.places import Place
from kuzet.countries import Country, abroad
from kuzet.language.reading import background
from kuzet.language.reading.acts import Act
from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match
from kuzet.observatory.encode import court_towns, elsewhere, outlet_towns
from kuzet.observatory.encode.material import Material, answer

EXACTNESS: Final = {
    "settlement": 2.0,
    "abroad": 1.5,
    "district": 1.0,
    "region": 1.0,
    "area": -1.0,
    "country": -3.0,
    "land": -3.0,
}
RANK: Final = {"area": 1, "country": 0, "land": 0}
"""A state and a country stand only where the text names nothing smaller, however often it names them."""
FOREIGN: Final = ("abroad", "area", "land")
OF_A_COURT: Final = 1.0
"""What the town of a court gains."""
INSIDE: Final = 1.0
"""What a town gains when the text names its district, region, state or country as well, a district with its region."""
DATELINE: Final = -1.0
"""What a town gains at the head of an English report: the desk that wrote it, and where it happened if no other is."""
FROM: Final = 0.8
"""What a place loses that somebody only comes from."""
LIVES: Final = 2.0
"""What a place loses in which somebody is said to live, or to have gone to: третий год живёт в Варшаве."""
NEAR: Final = 1.5
"""What a place loses that something is only near to: под Алматы, near Almaty."""
UPON: Final = 2.0
"""What a town loses that stands in Russian with на, as a lake and a river do: на Балхаше."""
TOLD_A_PLACE: Final = 1.0
"""What a settlement gains that the word for one stands before: в посёлке Боралдай, the village of Boralday."""
IT_HAPPENED: Final = 2.5
"""What a place gains in a sentence that says where it was: It happened in Taraz, Произошло это в Таразе."""
IN_A_NAME: Final = 3.0
"""What a place loses in a quoted name or a street's (*по улице Жамбыла*), which may be called after another town."""


def code(material: Material, main: str) -> Answer[Place] | None:
    """The place with most points; '' where the text names none."""
    act = material.act(main)
    points: dict[str, float] = {}
    outside: set[str] = set()
    seen: dict[str, tuple[Sentence, Match]] = {}
    told: set[str] = set()
    for value, sentence, match in _named(material, act):
        code = court_towns.seat(sentence, match, material.country, _has_court) or match.entry.code
        told |= set() if _is_dateline(sentence, match) else {code}
        points[code] = max(points.get(code, value), value) + (0.4 if code in points else 0.0)
        if code not in outside and not _in_a_name(sentence, match):
            outside.add(code)
            seen[code] = sentence, match
        seen.setdefault(code, (sentence, match))
    desks = {code for code in points.keys() - told if _sort(code) == "abroad"}
    if desks < points.keys():  # an organisation abroad wrote it about another country
        kept = desks & _only_towns(points)
        points = {code: value for code, value in points.items() if code not in desks or code in kept}
    named = {_whole(code, material.country) for code in points if _sort(code) not in TOWNS}
    regions = {_whole(code, material.country) for code in points if _sort(code) == "region"}
    for code in points:
        around = named if _sort(code) in TOWNS else regions if _sort(code) == "district" else set()
        points[code] += INSIDE if _whole(code, material.country) in around else 0.0
    if any(_sort(code) in TOWNS for code in outside):  # a paper may be called after another town
        points = {code: value for code, value in points.items() if code in outside or _sort(code) not in TOWNS}
    best = max(points, key=lambda code: (RANK.get(_sort(code), 2), points[code]), default="")
    outlets = {code for code, told in seen.items() if outlet_towns.is_of_an_outlet(*told)}
    towns = {code: points[code] for code in points if code in outlets}
    best = _town_of(best, towns, points.get(best, 0.0), material.country) or best
    unknown = _sort(best) not in TOWNS or best not in told
    village = elsewhere.checkpoint(material, act) or (elsewhere.village(material, act) if unknown else None)
    if village is not None:
        land, region = _land(best, material), _home_region(best, material)
        place = Place(name=village[0], precision="town", country=land, region=region)
        return answer(place, village[1], 0.4, "place that no list knows")
    if not best or _sort(best) in RANK:
        found = elsewhere.code(material, act) or _seat(material, act, main)
        if found is not None or not best:
            return found
    place = _written(_place(best, material.country), best, material, *seen[best])
    return answer(place, material.quote(*seen[best]), 0.4 + points[best] / 12, f"place {_sort(best)} near the act")


def _town_of(best: str, towns: Mapping[str, float], worth: float, country: Country) -> str:
    """Of a region as the best place the town in it that only lost by being where an outlet is."""
    inside = (code for code in towns if _sort(best) == "region" and _whole(code, country) == _whole(best, country))
    return next((code for code in inside if towns[code] >= worth - FROM), "")


def _whole(code: str, country: Country) -> str:
    """The region at home or the country abroad that a place lies in or is."""
    sort, _, key = code.partition(":")
    if sort == "settlement":
        return country.settlements[int(key)].region
    return country.districts[int(key)].region if sort == "district" else key.partition("|")[0]


def _land(best: str, material: Material) -> str:
    """The country that a place lies in, at home where none is known."""
    home = material.country.profile.code.upper()
    return best.partition(":")[2].partition("|")[0] if _sort(best) in FOREIGN else home


def _home_region(best: str, material: Material) -> str:
    return _whole(best, material.country) if _sort(best) in ("district", "region") else ""


TOWNS: Final = ("settlement", "abroad")


def _sort(code: str) -> str:
    return code.partition(":")[0]


def _named(material: Material, act: Act) -> Iterator[tuple[float, Sentence, Match]]:
    foreign = _is_foreign(material)
    for sentence in material.scene.sentences:
        for match in sentence.of("places"):
            if (foreign and _is_capital(match)) or _gives_its_name(sentence, match):
                continue
            points = EXACTNESS[_sort(match.entry.code)] + match.entry.weight / 2
            distance = abs(sentence.number - act.sentence)
            points += 2.5 if distance == 0 else 1.5 if distance == 1 else 0.5
            if _is_dateline(sentence, match):
                points += DATELINE
            elif sentence.number == material.scene.first:
                points += 1.0 if match.first <= 1 else 0.5
            points += OF_A_COURT if _has_court(sentence, match) else 0.0
            points -= FROM if _is_origin(sentence, match) or outlet_towns.is_of_an_outlet(sentence, match) else 0.0
            points += IT_HAPPENED if _it_happened(sentence) or background.is_when(sentence) else 0.0
            points += sum(worth for code, worth in _BEFORE_IT.items() if _stands_before(sentence, match, code))
            yield points - (IN_A_NAME if _in_a_name(sentence, match) else 0.0), sentence, match


def _only_towns(codes: Iterable[str]) -> set[str]:
    """Towns abroad that are the only ones told of a country that is named as well."""
    codes = list(codes)
    lands = {code.partition(":")[2].partition("|")[0] for code in codes if _sort(code) in ("area", "land")}
    towns = [(code.partition(":")[2].partition("|")[0], code) for code in codes if _sort(code) == "abroad"]
    return {code for land, code in towns if land in lands and [one for one, _ in towns].count(land) == 1}


def _is_capital(match: Match) -> bool:
    """Whether it is the word for a capital and no name."""
    return _sort(match.entry.code) == "region" and not match.entry.proper


def _is_foreign(material: Material) -> bool:
    """Whether the text names places abroad and none at home: then its capital is that of another country."""
    places = [match for sentence in material.scene.sentences for match in sentence.of("places")]
    sorts = {_sort(match.entry.code) for match in places if not _is_capital(match)}
    return bool(sorts) and sorts <= set(FOREIGN)


def _gives_its_name(sentence: Sentence, match: Match) -> bool:
    """Whether a town abroad only gives its name to the land around it, in English: *Kungur, Perm Territory*."""
    return match.entry.code.startswith("abroad:") and elsewhere.LAND.match(sentence.text, match.end) is not None


_DAY: Final = r"(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?"
_DESK: Final = re.compile(rf"\)?(?:, {_DAY})? ?(?:\([^)]*\) ?)?(?:[—–]|--? )")
"""What follows the town of a desk: the day, the agency, a dash; a town told with its country is where it happened."""


def _is_dateline(sentence: Sentence, match: Match) -> bool:
    return sentence.language == "en" and not match.first and _DESK.match(sentence.text, match.end) is not None


def _is_origin(sentence: Sentence, match: Match) -> bool:
    """Whether somebody or something comes from there (from Vienna, Минскіден); in Russian such a one lives there."""
    before = sentence.flat[: match.start].split()[-1:]
    if sentence.language == "kk":
        return sentence.text[match.start : match.end].endswith(_KAZAKH_FROM)
    return before == ["from"]


_BEFORE_IT: Final = {
    "near_place": -NEAR,
    "upon_place": -UPON,
    "kind_of_place": TOLD_A_PLACE,
    "address": -IN_A_NAME,
    "lives_in": -LIVES,
}
"""Words of `words.csv` right before a place, and what they add to its points."""


def _it_happened(sentence: Sentence) -> bool:
    return any(match.entry.code == "happened" for match in sentence.of("words"))


def _stands_before(sentence: Sentence, match: Match, code: str) -> bool:
    return any(one.entry.code == code and one.last == match.first - 1 for one in sentence.of("words"))


_KAZAKH_FROM: Final = ("дан", "ден", "тан", "тен", "нан", "нен")


def _has_court(sentence: Sentence, match: Match) -> bool:
    courts = (one for one in sentence.of("agents") if one.entry.code.endswith("/court"))
    return any(0 <= one.first - match.last <= _TO_COURT for one in courts)


_TO_COURT: Final = 2
"""Words from the name of a town to that of its court: Семейский городской суд."""

_QUOTED: Final = re.compile(r"[«“„\"][^«»“”„\"\n]{2,40}[»”“\"]")
"""The name of a thing; what is longer is speech."""


def _in_a_name(sentence: Sentence, match: Match) -> bool:
    return any(one.start() <= match.start and match.end <= one.end() for one in _QUOTED.finditer(sentence.text))


def _place(code: str, country: Country) -> Place:
    sort, _, key = code.partition(":")
    return _MADE[sort](key, country)


def _settlement(key: str, country: Country) -> Place:
    town = country.settlements[int(key)]
    return Place(
        name=Name(kk=town.name.kk, ru=town.name.ru, en=town.name.en),
        precision="town",
        country=country.profile.code.upper(),
        region=town.region,
        latitude=town.latitude,
        longitude=town.longitude,
    )


def _district(key: str, country: Country) -> Place:
    district = country.districts[int(key)]
    name = Name(kk=district.name.kk, ru=district.name.ru, en=district.name.en)
    return Place(name=name, precision="district", country=country.profile.code.upper(), region=district.region)


def _region(key: str, country: Country) -> Place:
    region = country.region(key)
    row = _row(region.capital, country) if region.kind == "city" else None
    if row is not None:
        return _settlement(str(row), country)
    name = Name(kk=region.name.kk, ru=region.name.ru, en=region.name.en)
    return Place(name=name, precision="region", country=country.profile.code.upper(), region=key)


def _country(key: str, country: Country) -> Place:
    names = country.profile.name
    return Place(name=Name(kk=names.kk, ru=names.ru, en=names.en), precision="country", country=key)


def _foreign(precision: str, key: str) -> Place:
    land, kk, ru, en = key.split("|")
    return Place(name=Name(kk=kk, ru=ru, en=en), precision=precision, country=land)


_MADE: Final[Mapping[str, Callable[[str, Country], Place]]] = {
    "settlement": _settlement,
    "district": _district,
    "region": _region,
    "country": _country,
    "abroad": lambda key, _: _foreign("town", key),
    "area": lambda key, _: _foreign("region", key),
    "land": lambda key, _: _foreign("country", key),
}


def _written(place: Place, code: str, material: Material, sentence: Sentence, match: Match) -> Place:
    """The place under the name that the text uses, in the language of the document, unless in a name (Түркістан-1)."""
    if place.precision != "town" or match.entry.weight == 1 or _in_a_name(sentence, match):
        return place
    sort, _, key = code.partition(":")
    known = abroad.places()[code].spellings if sort == "abroad" else ()
    known = material.country.settlements[int(key)].spellings() if sort == "settlement" else known
    name = as_written(place.name, known, sentence.text[match.start : match.end], material.reading.language)
    return structs.replace(place, name=name)


def as_written(name: Name, spellings: Iterable[str], quotation: str, language: str) -> Name:
    """The name with the spelling (in its nominative) that the quoted words are a form of, in one language.

    A spelling that shares no more letters with them than the name does is not taken, nor one with a word such as town.
    """
    if language not in LANGUAGES:
        return name
    own = name.get(language)
    fitting = [one for one in (own, *spellings) if one and _fits(one, own, language)]
    best = max(fitting, key=lambda one: _shared(one, quotation), default=own)
    return structs.replace(name, **{language: best}) if _shared(best, quotation)[0] else name


def _fits(spelling: str, own: str, language: str) -> bool:
    """Whether a text of the language may write the name so."""
    cyrillic = bool(_CYRILLIC.search(spelling))
    return spelling == own or (
        cyrillic == (language != "en") and all(word[0].isupper() for word in _SPLIT.split(spelling))
    )


_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_SPLIT: Final = re.compile(r"[\s-]+")
_ENDING: Final = 2
"""A Russian ending takes the place of so many letters of the name."""


def _shared(spelling: str, quotation: str) -> tuple[int, bool]:
    """Letters from the beginning of a spelling that stand at a word of the text, and whether that is the whole word."""
    small = spelling.casefold()
    counts = [(0, False)]
    for word in re.finditer(r"\w+", quotation.casefold()):
        rest = quotation.casefold()[word.start() :]
        count = next(
            (n for n, (a, b) in enumerate(zip(small, rest, strict=False)) if a != b), min(len(small), len(rest))
        )
        least = len(small) - (_ENDING if len(small) > _ENDING + 2 and _CYRILLIC.search(small) else 0)
        counts.append((count, rest == small) if count >= least else (0, False))
    return max(counts)


def _row(name: str, country: Country) -> int | None:
    """The row of a settlement of that name in any language, None for a town of another country."""
    towns = enumerate(country.settlements)
    return next((row for row, town in towns if name in (town.name.kk, town.name.ru, town.name.en)), None)


def _town(name: str, country: Country) -> str:
    """The code of a town at home or abroad by its name."""
    row = _row(name, country)
    return abroad.code_of(name) if row is None else f"settlement:{row}"


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
    "imprisonment_sentence",
    "court_trial",
    "arrest_pretrial",
)
"""Acts that find a newsroom or its people where the outlet is, unless the text says otherwise."""


def _seat(material: Material, act: Act, main: str) -> Answer[Place] | None:
    """Where the text names no place: the seat of the national office that acted, or the town of the outlet it hit.

    A text that names another country may mean an office of that one.
    """
    foreign = any(_sort(match.entry.code) in FOREIGN for one in material.scene.sentences for match in one.of("places"))
    office = None if foreign else _office_seat(material, act)
    return office or (_outlet_seat(material, act, foreign) if main in AT_THE_OUTLET else None)


def _office_seat(material: Material, act: Act) -> Answer[Place] | None:
    country = material.country
    for sentence in material.near(act):
        for match in sentence.of("agents"):
            if match.entry.code.split("/")[1] in SEATED:
                place = _place(f"region:{country.profile.capital}", country)
                return answer(
                    place, material.quote(sentence, match), 0.3, "seat of the office; the text names no place"
                )
    return None


def _outlet_seat(material: Material, act: Act, foreign: bool) -> Answer[Place] | None:
    country = material.country
    towns = {outlet.id: outlet.town for outlet in country.outlets}
    for sentence in (*material.near(act), *material.scene.sentences):
        for target in material.scene.cast.targets[sentence.number]:
            town = towns.get(target.code, "") if target.what == "outlet" else ""
            code = _town(town, country) if town else ""
            if code and not (foreign and _sort(code) == "settlement"):
                quotation = material.reading.quote(sentence, target.start, target.end)
                rule = "town of the outlet; the text names no place"
                return answer(_place(code, country), quotation, 0.25, rule)
    return None
