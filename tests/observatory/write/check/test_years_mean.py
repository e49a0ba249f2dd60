"""Averages of terms of years, in years and months, behind their list."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TERMS = {
    "en": "Terms: nine years, six years, four years, two years and six months, and two years. The mean is {} years.",
    "ru": "Сроки: девять лет, шесть лет, четыре года, два года и шесть месяцев и два года. В среднем это {} года.",
    "kk": "Мерзімдер: тоғыз жыл, алты жыл, төрт жыл, екі жыл алты ай және екі жыл. Орташа мерзім – {} жыл.",
}
POINT = {"en": ".", "ru": ",", "kk": ","}
OTHER = (
    ("en", "Of the seven three got nine years, six years and four years. The mean of all seven is 5.1 years."),
    ("en", "They got nine years, six years, four years and two years each."),
    ("ru", "Из семи трое получили девять лет, шесть лет и четыре года. В среднем по всем семи – 5,1 года."),
    ("kk", "Жетеудің үшеуі тоғыз жыл, алты жыл және төрт жыл алды. Жетеуінің орташа мерзімі – 5,1 жыл."),
)


def judged(text, language):
    return [(one.verdict, one.should_be) for one in check(text, language)]


@pytest.mark.parametrize("language", TERMS)
def test_the_mean_of_listed_terms_holds_or_is_put_right(language):
    right, wrong = (f"{whole}{POINT[language]}7" for whole in (4, 6))
    assert judged(TERMS[language].format(right), language) == [(Verdict.HOLDS, "")]
    assert judged(TERMS[language].format(wrong), language) == [(Verdict.DIFFERS, right)]


@pytest.mark.parametrize(("language", "text"), OTHER)
def test_the_mean_of_more_terms_than_are_listed_is_not_judged_by_them(language, text):
    assert Verdict.DIFFERS not in {verdict for verdict, _ in judged(text, language)}
