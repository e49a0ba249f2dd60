"""Averages told in front of the sum and the number, or of the list, that they are reckoned from."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import check

FINES = {
    "en": ("The average fine was {},000 tenge: 9 fines came to 1,530,000 tenge.", "170,000"),
    "ru": ("Средний штраф составил {} тыс. тенге: 9 штрафов на 1,53 млн тенге.", "170000"),
    "kk": ("Орташа айыппұл {} мың теңге болды: 9 айыппұл — 1,53 млн теңге.", "170000"),
}
BETWEEN = {
    "en": ("Fines came to 1,530,000 tenge, on average {},000 tenge: nine were imposed.", "170,000"),
    "ru": ("Штрафы составили 1 530 000 тенге, в среднем {} 000 тенге: их было девять.", "170 000"),
    "kk": ("Айыппұлдар 1 530 000 теңгені құрады, орта есеппен {} 000 теңге: барлығы тоғыз айыппұл.", "170 000"),
}
BEHIND = {
    "en": ("The average fine was {},000 tenge. The 9 fines came to 1,530,000 tenge.", "170,000"),
    "ru": ("Средний штраф — {} 000 тенге. Всего штрафов 9, на 1 530 000 тенге.", "170 000"),
    "kk": ("Орташа айыппұл {} 000 теңге болды. Барлығы 9 айыппұл, 1 530 000 теңге.", "170 000"),
}
OTHERS = [
    ("en", "The average fine was 150,000 tenge: 9 journalists paid 1,530,000 tenge."),
    ("en", "The average fine was 150,000 tenge. In Almaty 9 fines came to 1,530,000 tenge."),
    ("en", "The average fine was 150,000 tenge. The 9 largest fines came to 1,530,000 tenge."),
    ("en", "The average fine was about 150,000 tenge: 9 fines came to 1,530,000 tenge."),
    ("en", "The average fine rose to 150,000 tenge; 9 fines of 2023 came to 1,530,000 tenge."),
    ("ru", "Средний штраф — 150 000 тенге: 9 журналистов заплатили 1 530 000 тенге."),
    ("ru", "Средний штраф — 150 000 тенге. В Алматы 9 штрафов на 1 530 000 тенге."),
    ("ru", "Средний штраф — 150 000 тенге. Из них 9 крупнейших штрафов — 1 530 000 тенге."),
    ("kk", "Орташа айыппұл 150 000 теңге болды: 9 журналист 1 530 000 теңге төледі."),
    ("kk", "Орташа айыппұл 150 000 теңге болды. Алматыда 9 айыппұл, 1 530 000 теңге."),
    ("kk", "Орташа айыппұл шамамен 150 000 теңге болды: 9 айыппұл — 1 530 000 теңге."),
]
LISTS = {
    "en": "The mean sentence was {} years: 2, 3 and 7.",
    "ru": "Средний срок — {} года: 2, 3 и 7.",
    "kk": "Орташа мерзім – {} жыл: 2, 3 және 7.",
}
ARRESTS = {
    "en": "The average arrest lasted {} days: 5, 10 and 15 days.",
    "ru": "В среднем арест длился {} суток: 5, 10 и 15.",
    "kk": "Қамау орта есеппен {} тәулікке созылды: 5, 10 және 15.",
}
UNLISTED = [
    ("en", "The median sentence was 3 years: 2, 3 and 7."),
    ("en", "On average a fine was 4 indices: articles 2, 3 and 7."),
    ("en", "On average there were 12 attacks in three cities: 10, 20 and 12 in Almaty, Astana and Oral."),
    ("ru", "Медианный срок — 3 года: 2, 3 и 7."),
    ("ru", "В среднем штраф составлял 4 МРП: статьи 2, 3 и 7."),
    ("kk", "Медиандық мерзім – 3 жыл: 2, 3 және 7."),
    ("kk", "Айыппұл орта есеппен 4 АЕК болды: 2, 3 және 7-баптар."),
]


def ratios(text, language):
    found = [one for one in check(text, language) if one.kind.value == "ratio"]
    return [(one.verdict.value, one.should_be) for one in found]


@pytest.mark.parametrize("texts", [FINES, BETWEEN, BEHIND])
@pytest.mark.parametrize("language", FINES)
def test_an_average_is_the_sum_that_follows_it_by_its_number(texts, language):
    text, right = texts[language]
    assert ratios(text.format(150), language) == [("differs", right)]
    assert ratios(text.format(170), language) == [("holds", "")]


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_an_average_of_other_sums_is_not_called_wrong(language, text):
    assert "differs" not in [verdict for verdict, _ in ratios(text, language)]


@pytest.mark.parametrize(("texts", "wrong", "right"), [(LISTS, 3, 4), (ARRESTS, 8, 10)])
@pytest.mark.parametrize("language", LISTS)
def test_an_average_is_that_of_the_bare_list_behind_it(texts, wrong, right, language):
    assert ratios(texts[language].format(wrong), language) == [("differs", str(right))]
    assert ratios(texts[language].format(right), language) == [("holds", "")]


@pytest.mark.parametrize(("language", "text"), UNLISTED)
def test_a_list_of_something_else_is_not_averaged(language, text):
    assert "differs" not in [verdict for verdict, _ in ratios(text, language)]
