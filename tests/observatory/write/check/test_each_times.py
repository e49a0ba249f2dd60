"""One sum for each of several against the sum of all, and the signs and letters of currencies in front of sums."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text, language):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(
    ("language", "text", "right", "other"),
    [
        ("en", "The regulator fined four radio stations N2 million each, N{} million in all.", 8, 11),
        ("en", "The regulator fined four radio stations ₦2 million each, a total of ₦{} million.", 8, 11),
        ("en", "Four reporters paid 2 million naira each, altogether {} million naira.", 8, 11),
        ("en", "Four reporters were given 6 days each, {} days in all.", 24, 34),
        ("ru", "Четыре редактора заплатили по 2 миллиона тенге, в общей сложности {} миллионов.", 8, 11),
        ("ru", "Суд оштрафовал четыре сайта на 2 миллиона лари каждый, всего на {} миллионов лари.", 8, 11),
        ("kk", "Қор төрт редакцияға 2 миллион сумнан, барлығы {} миллион сум берді.", 8, 11),
        ("kk", "Төрт редактордың әрқайсысы 2 миллион теңге, барлығы {} миллион теңге төледі.", 8, 11),
    ],
)
def test_a_sum_of_each_is_told_so_many_times_in_the_sum_of_all(language, text, right, other):
    assert wrong(text.format(right), language) == []
    assert [one[: len(str(right))] for one in wrong(text.format(other), language)] == [str(right)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Four reporters were fined $3,000 each and, with the fees of lawyers, paid $14,000 in all."),
        ("en", "Four reporters were fined $3,000 each; the fines of the year came to $14,000 in all."),
        ("en", "Four reporters were fined $3,000 each and two editors $1,000, $14,000 in all."),
        ("en", "Four reporters in N95 masks were held on the N1 road, R20 of the fine is left."),
        ("ru", "Четыре редактора заплатили по 3000 лари и судебные издержки, всего 14 000 лари."),
        ("ru", "Четыре редактора заплатили по 3000 лари; всего за год взыскано 14 000 лари."),
        ("kk", "Төрт редактор 3000 лариден және сот шығындарын төледі, барлығы 14 000 лари."),
        ("kk", "Төрт редактор 3000 лариден төледі; бір жылда барлығы 14 000 лари өндірілді."),
    ],
)
def test_a_sum_of_all_with_something_else_in_it_holds(language, text):
    assert wrong(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The amendment raised the largest fine from N200,000 to N2 million, a {}fold increase."),
        ("en", "The amendment raised the largest fine from R200,000 to R2 million, a {}fold increase."),
        ("en", "The amendment raised the largest fine from ₹200,000 to ₹2 million, a {}fold increase."),
        ("ru", "Поправка подняла наибольший штраф с ₦200 000 до ₦2 млн, то есть в {} раз."),
        ("kk", "Түзету ең үлкен айыппұлды ₦200 000-нан ₦2 миллионға дейін, {} есе өсірді."),
    ],
)
def test_sums_behind_a_sign_or_letter_are_set_against_each_other(language, text):
    words = {"en": ("ten", "seven"), "ru": ("десять", "семь"), "kk": ("он", "жеті")}[language]
    assert wrong(text.format(words[0]), language) == []
    assert wrong(text.format(words[1]), language) == ["10"]
