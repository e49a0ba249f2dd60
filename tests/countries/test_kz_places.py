"""The places of Kazakhstan: complete units, true neighbours, names that lead to one place."""

from collections import defaultdict
from math import cos, hypot, radians

import pytest

from kuzet.countries import load

COUNTRY = load("kz")
ISO = {f"KZ-{number}" for number in (10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79)}
CYRILLIC_ONLY_KAZAKH = set("әғқңөұүһі")
FARTHEST_FROM_CENTRE = {"KZ-71": 25, "KZ-75": 25, "KZ-79": 35}
"""Kilometres within which everything in a city of republican status lies; a region may stretch 560 km."""


def kilometres(a, b) -> float:
    north = (a.latitude - b.latitude) * 111.2
    east = (a.longitude - b.longitude) * 111.2 * cos(radians((a.latitude + b.latitude) / 2))
    return hypot(north, east)


def places(name: str) -> list[str]:
    return [s.region for s in COUNTRY.settlements if name in s.spellings() and not s.ambiguous]


def test_the_units_are_the_twenty_of_2022():
    assert {region.iso for region in COUNTRY.regions} == ISO
    assert len(COUNTRY.regions) == 20


@pytest.mark.parametrize(
    ("iso", "kk", "ru", "en"),
    [
        ("KZ-10", "Абай облысы", "Абайская область", "Abai Region"),
        ("KZ-19", "Алматы облысы", "Алматинская область", "Almaty Region"),
        ("KZ-27", "Батыс Қазақстан облысы", "Западно-Казахстанская область", "West Kazakhstan Region"),
        ("KZ-33", "Жетісу облысы", "Жетысуская область", "Zhetysu Region"),
        ("KZ-47", "Маңғыстау облысы", "Мангистауская область", "Mangystau Region"),
        ("KZ-59", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область", "North Kazakhstan Region"),
        ("KZ-63", "Шығыс Қазақстан облысы", "Восточно-Казахстанская область", "East Kazakhstan Region"),
        ("KZ-75", "Алматы қаласы", "город Алматы", "Almaty"),
    ],
)
def test_a_code_names_its_region(iso, kk, ru, en):
    region = COUNTRY.region(iso)
    assert (region.name.kk, region.name.ru, region.name.en) == (kk, ru, en)


def test_three_units_are_cities():
    assert {region.iso for region in COUNTRY.regions if region.kind == "city"} == {"KZ-71", "KZ-75", "KZ-79"}


def test_no_two_units_share_a_tile():
    assert len({(region.column, region.row) for region in COUNTRY.regions}) == 20


def test_the_tile_map_keeps_west_and_east_north_and_south():
    tile = {region.iso: region for region in COUNTRY.regions}
    assert tile["KZ-27"].column < tile["KZ-11"].column < tile["KZ-63"].column
    assert tile["KZ-59"].row < tile["KZ-35"].row < tile["KZ-75"].row


def test_no_stem_phrase_names_two_units():
    owners = defaultdict(set)
    for region in COUNTRY.regions:
        for stem in region.stems.all():
            owners[stem.casefold()].add(region.iso)
    assert {stem: isos for stem, isos in owners.items() if len(isos) > 1} == {}


def test_every_region_has_its_capital_among_the_settlements():
    missing = [r.iso for r in COUNTRY.regions if not any(s.name.kk == r.capital for s in COUNTRY.settlements)]
    assert missing == []


def test_there_are_at_least_350_settlements():
    assert len(COUNTRY.settlements) >= 350


def test_every_settlement_and_district_lies_in_a_known_region():
    assert {s.region for s in COUNTRY.settlements} == ISO
    assert {d.region for d in COUNTRY.districts} <= ISO


def test_every_place_lies_inside_the_country():
    box = COUNTRY.profile
    outside = [
        place.name.en
        for place in (*COUNTRY.regions, *COUNTRY.settlements)
        if not (box.south <= place.latitude <= box.north and box.west <= place.longitude <= box.east)
    ]
    assert outside == []


def test_a_settlement_lies_within_reach_of_the_capital_of_its_region():
    towns = {s.name.kk: s for s in COUNTRY.settlements if s.population in ("million", "large", "medium")}
    far = []
    for place in COUNTRY.settlements:
        distance = kilometres(place, towns[COUNTRY.region(place.region).capital])
        if distance > FARTHEST_FROM_CENTRE.get(place.region, 560):
            far.append((place.name.en, place.region, round(distance)))
    assert far == []


def test_most_settlements_lie_nearer_to_the_capital_of_their_own_region_than_to_any_other():
    towns = {s.name.kk: s for s in COUNTRY.settlements if s.population in ("million", "large", "medium")}
    capitals = {r.iso: towns[r.capital] for r in COUNTRY.regions if r.kind == "region"}
    rural = [s for s in COUNTRY.settlements if s.region in capitals]
    own = [s for s in rural if min(capitals, key=lambda iso: kilometres(s, capitals[iso])) == s.region]
    assert len(own) / len(rural) > 0.75


def test_a_spelling_leads_to_one_settlement_unless_marked():
    owners = defaultdict(set)
    for number, place in enumerate(COUNTRY.settlements):
        if not place.ambiguous:
            for spelling in place.spellings():
                owners[spelling.casefold()].add((number, place.name.en))
    assert {name: places for name, places in owners.items() if len(places) > 1} == {}


@pytest.mark.parametrize(
    ("spelling", "region"),
    [
        ("Нур-Султан", "KZ-71"),
        ("Нұр-Сұлтан", "KZ-71"),
        ("Целиноград", "KZ-71"),
        ("Орал", "KZ-27"),
        ("Уральск", "KZ-27"),
        ("Uralsk", "KZ-27"),
        ("Семипалатинск", "KZ-10"),
        ("Шевченко", "KZ-47"),
        ("Усть-Каменогорск", "KZ-63"),
        ("Өскемен", "KZ-63"),
        ("Taldyqorghan", "KZ-33"),
        ("Kulsary", "KZ-23"),
        ("Petropavlovsk", "KZ-59"),
        ("Шарбақты", "KZ-55"),
        ("Жанаозен", "KZ-47"),
        ("Жезказган", "KZ-62"),
        ("Аягоз", "KZ-10"),
        ("Aktau", "KZ-47"),
    ],
)
def test_old_and_foreign_spellings_lead_to_the_region_of_today(spelling, region):
    assert places(spelling) == [region]


def test_kazakh_letters_stand_only_in_kazakh_columns_of_names():
    wrong = [place.name.ru for place in COUNTRY.settlements if CYRILLIC_ONLY_KAZAKH & set(place.name.ru.casefold())]
    assert wrong == []


def test_english_names_are_latin():
    wrong = [p.name.en for p in (*COUNTRY.regions, *COUNTRY.settlements, *COUNTRY.districts) if not p.name.en.isascii()]
    assert wrong == []


def test_kinds_and_classes_are_the_listed_ones():
    assert {s.kind for s in COUNTRY.settlements} == {"city", "town", "settlement", "village"}
    assert {s.population for s in COUNTRY.settlements} == {"million", "large", "medium", "small", "tiny"}


def test_no_district_is_listed_twice():
    keys = [(d.region, d.name.kk) for d in COUNTRY.districts]
    assert len(keys) == len(set(keys))
