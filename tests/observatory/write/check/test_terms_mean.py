"""The average of terms that a sentence lists one by one."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text, language):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


LISTED = (
    ("en", "Three editors got 6, 4 and 2 years, on average {} years."),
    ("en", "The three arrests were of 6 days, 4 days and 2 days, or {} days on average."),
    ("ru", "Трое осуждённых получили 6 лет, 4 года и 2 года – в среднем по {} года."),
    ("ru", "Три ареста длились 6, 4 и 2 суток, в среднем {} суток."),
    ("kk", "Бас бостандығынан айырудың үш мерзімі – 6, 4 және 2 жыл, орта есеппен {} жыл."),
    ("kk", "Үш қамақ 6, 4 және 2 тәулікке созылды, орта есеппен {} тәулік."),
)


@pytest.mark.parametrize(("language", "text"), LISTED)
def test_the_average_of_as_many_terms_as_are_counted_is_reckoned(language, text):
    assert wrong(text.format(4), language) == []
    assert wrong(text.format(6), language) == ["4"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twelve editors were jailed, some for 6, 4 and 2 years, on average 5 years."),
        ("en", "Three editors got 6, 4 and 2 years, on average about 5 years."),
        ("ru", "Осуждены 12 редакторов, в том числе на 6, 4 и 2 года, в среднем на 5 лет."),
        ("kk", "12 редактор сотталды, бірқатары 6, 4 және 2 жылға, орта есеппен 5 жылға."),
    ],
)
def test_the_average_of_more_than_are_listed_holds(language, text):
    assert wrong(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Six people were sentenced to {} years altogether, which gives an average of five and a half years."),
        ("ru", "Шестеро осуждены в общей сложности на {} года, в среднем на пять с половиной лет каждый."),
        ("kk", "Алты адам барлығы {} жылға сотталды, орта есеппен бір адамға бес жарым жылдан келеді."),
    ],
)
def test_an_average_in_halves_of_years_is_the_sum_divided_roundly(language, text):
    told = {sum_: [one.verdict for one in check(text.format(sum_), language)] for sum_ in (33, 34, 39)}
    assert Verdict.DIFFERS not in told[33]
    assert Verdict.DIFFERS not in told[34]
    assert Verdict.DIFFERS in told[39]
