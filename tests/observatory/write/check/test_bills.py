"""Sums of money and terms: lists above them, and what only looks like a list of all that they add up."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

LISTS = {
    "en": "Three were arrested:\n\n• an editor, on 11 June – 15 days;\n• a blogger, on 12 June – 5 days;\n"
    "• a reporter, on 7 July – 10 days.\n\nAltogether the three spent {} days in custody.",
    "ru": "Арестованы трое:\n\n• редактор, 11 июня – 15 суток;\n• блогер, 12 июня – 5 суток;\n"
    "• репортёр, 7 июля – 10 суток.\n\nВ общей сложности трое провели под стражей {} суток.",
    "kk": "Үш адам қамалды:\n\n• редактор, 11 маусым – 15 тәулік;\n• блогер, 12 маусым – 5 тәулік;\n"
    "• тілші, 7 шілде – 10 тәулік.\n\nБарлығы үш адам {} тәулік отырды.",
}
LAST = 7
PARTIAL = (
    (
        "en",
        "In total, the five suits asked for 50 million tenge: the smallest 10 million, the largest 30 million tenge.",
    ),
    ("en", "The largest awards were 1.2, 0.9 and 0.5 million tenge. In all the courts awarded 3 million tenge."),
    ("ru", "Самые крупные штрафы – 120, 90 и 50 тысяч тенге. Всего за год взыскали 300 тысяч тенге."),
    ("ru", "Газета заплатила 120 тысяч тенге, сайт – 90 тысяч тенге. Всего за год взыскали 260 тысяч тенге."),
    ("kk", "Ең ірі айыппұлдар – 120 000, 90 000 және 50 000 теңге. Барлығы бір жылда 300 000 теңге өндірілді."),
    ("kk", "Газет 120 000 теңге, сайт 90 000 теңге төледі. Барлығы бір жылда 260 000 теңге өндірілді."),
)


def differing(text, language):
    return [(one.line, one.should_be) for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_days_of_a_list_add_up_in_the_sentence_below_it(language):
    right, wrong = LISTS[language].format(30), LISTS[language].format(35)
    assert differing(right, language) == []
    assert differing(wrong, language) == [(LAST, "30")]


@pytest.mark.parametrize(("language", "text"), PARTIAL)
def test_a_sum_of_more_than_what_was_named_is_no_error(language, text):
    assert differing(text, language) == []
