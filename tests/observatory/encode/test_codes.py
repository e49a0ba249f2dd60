"""A line of codes, as other coders and programmes write it, becomes a coding; what is no code is named."""

from __future__ import annotations

import pytest

from kuzet import countries
from kuzet.basis.errors import BadInput
from kuzet.observatory.encode import codes

LINE = {
    "category": "judicial_economic",
    "methods": ["fine", "administrative_case"],
    "perpetrator": "authorities",
    "targets": [{"name": "Марина Низова", "kind": "journalist"}],
    "people": 1,
    "place": "Орал",
    "region": "KZ-27",
    "date": "2024-02-12",
    "legal_articles": ["administrative_code 73-3 part 2"],
    "outcome": {
        "stage": "verdict",
        "verdict": "convicted",
        "penalties": [{"kind": "fine", "money": {"amount": "621000", "currency": "KZT"}}],
    },
}


def coded(**changes):
    return codes.coding({**LINE, **changes}, "d1#1", countries.load("kz"))


def test_each_field_becomes_an_answer():
    coding = coded()
    assert coding.subject == "d1#1"
    assert coding.category.value == "judicial_economic"
    assert [one.value for one in coding.methods] == ["fine", "administrative_case"]
    assert coding.perpetrators[0].value.klass == "authorities"
    assert coding.people.value == 1
    assert str(coding.date.value) == "2024-02-12"
    assert [str(one.value) for one in coding.articles] == ["administrative_code 73-3 part 2"]
    assert (coding.stage.value, coding.verdict.value) == ("verdict", "convicted")
    assert str(coding.penalties[0].value.money.amount) == "621000"


def test_a_line_with_nothing_but_its_fields_empty_has_no_answers():
    coding = codes.coding({"methods": [], "date": None, "place": ""}, "d1#1", countries.load("kz"))
    assert (coding.category, coding.methods, coding.date, coding.place) == (None, (), None, None)


@pytest.mark.parametrize("name", ["Орал", "Уральск", "Uralsk", "Oral", "уральск"])
def test_a_town_is_found_under_any_of_its_names(name):
    place = coded(place=name).place.value
    assert (place.name.en, place.precision, place.region) == ("Oral", "town", "KZ-27")


def test_of_several_places_the_first_counts():
    assert coded(place="Алматы; Астана").place.value.name.en == "Almaty"


def test_a_region_stands_where_no_settlement_is_told():
    place = coded(place="", region="KZ-27").place.value
    assert (place.precision, place.region) == ("region", "KZ-27")


def test_a_town_that_no_list_knows_lies_in_the_country_of_its_region():
    place = coded(place="Жаңаортақшыл", region="KZ-27").place.value
    assert (place.name.kk, place.precision, place.country) == ("Жаңаортақшыл", "town", "KZ")


def test_an_outlet_of_the_pack_has_its_names_in_three_languages():
    outlet = coded(targets=[{"name": "Azattyk", "kind": "radio"}]).targets[0].value
    assert (outlet.name.kk, outlet.name.ru) == ("Азаттық", "Азаттык")


@pytest.mark.parametrize(("name", "people"), [("36 тілші", 36), ("seven journalists", 7), ("журналисты", None)])
def test_a_group_has_the_number_that_its_name_tells(name, people):
    assert coded(targets=[{"name": name, "kind": "group"}]).targets[0].value.people == people


@pytest.mark.parametrize(
    "given",
    ["КоАП РК 73-3 ч.2", "ст. 73-3 КоАП РК", {"code": "administrative_code", "article": "73-3"}],
)
def test_an_article_may_be_prose_or_an_object(given):
    article = coded(legal_articles=[given]).articles[0].value
    assert (article.code, article.article) == ("administrative_code", "73-3")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"category": "assault"}, "category: 'assault' is not a code of categories.csv"),
        ({"methods": ["beating"]}, "methods: 'beating' is not a code of methods.csv"),
        ({"methods": "fine"}, "methods: 'fine' is not a list"),
        ({"targets": [{"name": "", "kind": "journalist"}]}, "targets"),
        ({"targets": [{"name": "Ann", "kind": "wizard"}]}, "kind of a target: 'wizard' is not a code"),
        ({"date": "12.02.2024"}, "'12.02.2024' is not a date such as"),
        ({"people": 0}, "people: 0 is not a number of people from 1"),
        ({"outcome": {"stage": "first_instance"}}, "stage: 'first_instance' is not a code of stages.csv"),
        ({"legal_articles": [7]}, "legal_articles: 7 is not text"),
    ],
)
def test_what_is_no_code_is_named(changes, message):
    with pytest.raises(BadInput) as raised:
        coded(**changes)
    assert message in str(raised.value)
