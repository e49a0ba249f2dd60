"""Only who is named has a page: a description is shared by many."""

from __future__ import annotations

import pytest

from kuzet.basis.names import Name
from kuzet.web.public.actors import actors
from kuzet.web.public.naming import is_named


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Ольга Иванова"),
        ("ru", "И. П. Ким"),
        ("ru", "Людвиг фон Штерн"),
        ("ru", "Иванова-Ким Ольга (Ольга Ким)"),
        ("kk", "Мәриям Әбдірахман қызы"),
        ("kk", "Ғазиз Ғабдуллин"),
        ("en", "Abu Omar al Said"),
        ("en", "kozachkov_offside"),
        ("en", "@steppe.news"),
    ],
)
def test_a_person_is_named_by_capitals_or_a_name_on_a_network(language, text):
    assert is_named("person", Name.of(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "журналист (имя не названо)"),
        ("ru", "жена журналиста"),
        ("ru", "Корреспондентка КТК"),
        ("ru", "Журналист"),
        ("ru", "программист Vera.kz"),
        ("kk", "Vera.kz сайтының бағдарламашысы"),
        ("kk", "тілші"),
        ("kk", "Тілші"),
        ("en", "family of Jamilya Maricheva"),
        ("en", "Resident of a flooded village"),
        ("en", "Reporter"),
    ],
)
def test_a_description_names_nobody(language, text):
    assert not is_named("person", Name.of(language, text))


def test_who_is_described_in_one_language_is_described():
    assert not is_named("person", Name(ru="жена журналиста", en="Aliya Kim"))


@pytest.mark.parametrize(
    "text", ["Наша газета", "«Жол бақылауы»", "informburo.kz", "азаттық", "Road Control", "24.kz новости"]
)
def test_an_outlet_may_be_called_by_words_of_every_day(text):
    assert is_named("outlet", Name.of("ru", text))


@pytest.mark.parametrize("text", ["редакция Kursiv.media", "съёмочная группа телеканала"])
def test_an_outlet_that_is_described_has_no_page(text):
    assert not is_named("outlet", Name.of("ru", text))


def test_people_who_are_not_named_are_not_one_person(edition):
    names = {actor.name.best("ru") for (unit, _), actor in actors(edition).items() if unit == "person"}
    assert "Анастасия Багрова" in names
    assert not [name for name in names if name[0].islower()]


def test_an_incident_names_who_is_described_without_a_link(published):
    text = (published / "ru" / "incident" / "KZ-2024-0045.html").read_text("utf-8")
    assert "<li>жена журналиста" in text
    assert not [*(published / "ru" / "person").glob("*not-named*")]
