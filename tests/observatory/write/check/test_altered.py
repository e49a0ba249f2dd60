"""Terms that a court cuts or adds to."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

CUT = {
    "en": "On appeal her five years and one month were cut by 19 months, which leaves three years and {} months.",
    "ru": "Апелляция сократила пять лет и один месяц на 19 месяцев; отбывать осталось три года и {} месяцев.",
    "kk": "Апелляция бес жыл бір айлық мерзімді 19 айға қысқартты, өтейтіні – үш жыл {} ай.",
}
SIX_NINE = {"en": ("six", "nine"), "ru": ("шесть", "девять"), "kk": ("алты", "тоғыз")}
ADDED = {
    "en": "The first court gave him four years. The appeal added eighteen months, so that he now faces {}.",
    "ru": "Первая инстанция дала ему четыре года. Апелляция добавила восемнадцать месяцев, и теперь ему сидеть {}.",
    "kk": "Бірінші саты оған төрт жыл берген. Апелляция тағы он сегіз ай қосты, енді ол {} отырады.",
}
YEARS = {
    "en": ("five and a half years", "six years"),
    "ru": ("пять с половиной лет", "шесть лет"),
    "kk": ("бес жарым жыл", "алты жыл"),
}


def wrong(text, language):
    return [one.why for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("language", CUT)
def test_what_is_left_of_a_term_is_the_old_one_less_the_cut(language):
    right, slip = SIX_NINE[language]
    assert wrong(CUT[language].format(slip), language) == ["61 - 19 = 42 months"]
    assert wrong(CUT[language].format(right), language) == []


@pytest.mark.parametrize("language", ADDED)
def test_a_longer_term_is_the_old_one_and_what_was_added(language):
    right, slip = YEARS[language]
    assert wrong(ADDED[language].format(slip), language) == ["48 + 18 = 66 months"]
    assert wrong(ADDED[language].format(right), language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "He got two years of probation. The prosecutor had asked for three. The term was cut by "
                "six months to a year and a half."
            ),
        ),
        ("en", "Her seven years were cut to five; a second defendant's term was cut by a year."),
        (
            "ru",
            (
                "Суд дал ему два года. Прокурор просил три года. Апелляция сократила срок на шесть "
                "месяцев, до полутора лет."
            ),
        ),
        ("ru", "Одному срок сократили с семи лет до пяти, другому – на год."),
        (
            "kk",
            (
                "Оған екі жыл берілді. Прокурор үш жыл сұраған. Апелляция мерзімді алты айға қысқартты, "
                "бір жарым жыл қалды."
            ),
        ),
    ],
)
def test_terms_that_were_asked_for_or_of_several_people_are_no_old_ones(language, text):
    assert wrong(text, language) == []
