"""Names as a registry lists them: the nominative, also of given names that no list holds."""

from __future__ import annotations

import pytest

from kuzet.language import morph, naming
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
    ],
)
def test_the_noun_before_a_russian_name_shows_whose_case_it_is(before: str, written: str, nominative: str) -> None:
    found = naming.nominative(tuple(written.split()), "ru", DATA, morph.oblique_gender(before))
    assert found == nominative


@pytest.mark.parametrize("word", ["журналист", "журналисты", "рынка", "сказал"])
def test_other_words_before_a_name_show_no_case_of_a_person(word: str) -> None:
    assert morph.oblique_gender(word) == ""
