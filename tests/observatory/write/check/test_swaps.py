"""Numbers of a conclusion with the digits of an earlier one in the other order."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TEXTS = {
    "en": (
        "23 journalists were in prison at the end of the year. Fines were frequent.\n\n"
        "CONCLUSION\n\nWe call for the release of all {} journalists."
    ),
    "ru": (
        "К концу года в заключении находились 23 журналиста. Штрафы были часты.\n\n"
        "ЗАКЛЮЧЕНИЕ\n\nМы требуем освободить всех {} журналистов."
    ),
    "kk": (
        "Жыл соңында қамауда 23 журналист болды. Айыппұл жиі салынды.\n\n"
        "ҚОРЫТЫНДЫ\n\nБіз {} журналистің бәрін босатуды талап етеміз."
    ),
}


def wrong(language, text):
    return [(one.should_be, one.line) for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("language", TEXTS)
def test_swapped_digits_of_a_conclusion_differ(language):
    assert wrong(language, TEXTS[language].format(32)) == [("23", 5)]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("number", [23, 41])
def test_the_number_told_before_and_one_with_other_digits_do_not(language, number):
    assert wrong(language, TEXTS[language].format(number)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "52 journalists paid fines.\n\nCONCLUSION\n\nAppeals were lodged against 25 fines."),
        ("ru", "Штрафы заплатили 52 журналиста.\n\nЗАКЛЮЧЕНИЕ\n\nОбжаловано 25 штрафов журналистов."),
        ("kk", "52 журналист айыппұл төледі.\n\nҚОРЫТЫНДЫ\n\nЖурналистер 25 айыппұлға шағымданды."),
    ],
)
def test_a_number_of_something_else_with_these_digits_does_not(language, text):
    assert wrong(language, text) == []
