"""Names as a registry lists them: the nominative, also of given names that no list holds."""

from __future__ import annotations

import pytest

from kuzet.language.forms import morph
from kuzet.language.names import naming
from kuzet.observatory import detect

DATA = detect.vocabulary("kz").names


@pytest.mark.parametrize(
    ("before", "written", "nominative"),
    [
        ("журналиста", "Абдумалика Холова", "Абдумалик Холов"),
        ("блогеру", "Мехману Гасанзаде", "Мехман Гасанзаде"),
        ("корреспонденту", "Зурабу Кобахидзе", "Зураб Кобахидзе"),
        ("журналистку", "Толкыну Жаксыбаеву", "Толкына Жаксыбаева"),
        ("журналистке", "Мехрангезе Турсуновой", "Мехрангеза Турсунова"),
        ("журналиста", "Дастана Холова", "Дастан Холов"),
        ("репортёра", "Мирхата Оспана", "Мирхат Оспан"),
        ("журналистку", "Евгению Чой", "Евгения Чой"),
        ("корреспондента", "Мехрангезы Турсуновой", "Мехрангеза Турсунова"),
    ],
)
def test_the_noun_before_a_russian_name_shows_whose_case_it_is(before: str, written: str, nominative: str) -> None:
    found = naming.nominative(tuple(written.split()), "ru", DATA, morph.oblique_gender(before))
    assert found == nominative


@pytest.mark.parametrize("word", ["журналист", "журналисты", "рынка", "сказал"])
def test_other_words_before_a_name_show_no_case_of_a_person(word: str) -> None:
    assert morph.oblique_gender(word) == ""


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("Игоря Пака", "Игорь Пак"),
        ("Дмитрию Киму", "Дмитрий Ким"),
        ("Махамбета Абжана", "Махамбет Абжан"),
        ("Андрея Цоя", "Андрей Цой"),
        ("Павлом Соболем", "Павел Соболь"),
        ("Игоря Глуховского", "Игорь Глуховский"),
        ("Тараса Шевченко", "Тарас Шевченко"),
        ("Марка Ли", "Марк Ли"),
    ],
)
def test_a_mans_given_name_in_another_case_tells_the_case_of_his_surname(written: str, nominative: str) -> None:
    assert naming.nominative(tuple(written.split()), "ru", DATA) == nominative


def test_a_given_name_keeps_its_last_letters_where_they_look_like_a_case() -> None:
    assert naming.nominative(("Артёма", "Волкова"), "ru", DATA) == "Артём Волков"
    assert naming.nominative(("Ани", "Карапетян"), "ru", DATA) == "Ани Карапетян"


def test_the_surname_of_a_woman_tells_her_given_name_from_a_mans() -> None:
    assert naming.nominative(("Эльнуры", "Сыдыковой"), "ru", DATA) == "Эльнура Сыдыкова"
    assert naming.nominative(("Эльнуру", "Сыдыкову"), "ru", DATA) == "Эльнур Сыдыков"


def test_a_given_name_alone_has_the_case_of_the_noun_before_it() -> None:
    assert naming.nominative(("Фируза",), "ru", DATA, morph.oblique_gender("брата")) == "Фируз"


def test_the_nominative_of_the_role_shows_that_a_name_is_in_no_other_case() -> None:
    assert naming.nominative(("Рената", "Гофман"), "ru", DATA, morph.nominative_mark("редактор")) == "Рената Гофман"
    assert [morph.nominative_mark(word) for word in ("редактора", "журналисты", "рынок")] == ["", "", ""]
