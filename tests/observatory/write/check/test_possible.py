"""Percentages that no number of their whole can make."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

CLAIMS = {
    "en": "Slander stood in {}% of the 62 cases.",
    "ru": "Клевета вменялась в {}% из 62 дел.",
    "kk": "Айыптың негізгі бөлігі жала жабуға қатысты: 62 істің {} пайызы.",
}
ALMOST = {
    "en": "Slander stood in almost {}% of the 62 cases.",
    "ru": "Клевета вменялась почти в {}% из 62 дел.",
    "kk": "Айыптың негізгі бөлігі жала жабуға қатысты: 62 істің {} пайызға жуығы.",
}


def told(text, language):
    return [(one.verdict, one.should_be, one.why) for one in check(text, language)]


@pytest.mark.parametrize(("language", "said"), [("en", "66.3"), ("ru", "66,3"), ("kk", "66,3")])
def test_a_percentage_that_no_number_of_its_whole_makes_differs(language, said):
    ((verdict, should_be, why),) = told(CLAIMS[language].format(said), language)
    assert verdict is Verdict.DIFFERS
    assert should_be.replace(",", ".") == "66.1% / 67.7%"
    assert why == "no number of 62 is 66.3%: 41 of 62 is 66.13%, 42 of 62 is 67.74%"


@pytest.mark.parametrize(("language", "said"), [("en", "61.3"), ("ru", "61,3"), ("kk", "61,3")])
def test_a_percentage_that_some_number_makes_is_not_called_wrong(language, said):
    assert Verdict.DIFFERS not in {verdict for verdict, *_ in told(CLAIMS[language].format(said), language)}


@pytest.mark.parametrize("language", ALMOST)
def test_a_loose_percentage_is_not_held_to_whole_numbers(language):
    assert Verdict.DIFFERS not in {verdict for verdict, *_ in told(ALMOST[language].format(60), language)}
