"""Percentages of the sums that were asked for."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

AWARDED = (
    ("en", "The claimants demanded 1.2 million lari. The courts awarded 84,000 lari, {}% of the sum demanded."),
    ("en", "In 14 suits 1.2 million was sought; five won. Only 84,000, or {}% of what was claimed, was awarded."),
    ("ru", "Истцы требовали 1,2 млн лари. Суды присудили 84 тысячи лари, то есть {} % от заявленной суммы."),
    ("kk", "Талапкерлер 1,2 млн лари талап етті. Сот 84 мың лари өндірді, бұл талап етілген соманың {} пайызы."),
)
OTHER = (
    ("en", "They demanded 1.2 million lari, of which 400,000 from us. 84,000 lari is 21% of the sum demanded from us."),
    ("ru", "Требовали 1,2 млн лари. Присуждено 84 тысячи лари, почти 10 % от заявленной в марте суммы."),
    ("kk", "1,2 млн лари сұрады. 84 мың лари өндірілді, айыппұл 15 пайызға өсті."),
)


def differing(text, language):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "text"), [AWARDED[0], *AWARDED[2:]])
def test_what_was_awarded_of_what_was_asked_is_put_right(language, text):
    assert differing(text.format(7), language) == []
    assert [one[0] for one in differing(text.format(17), language)] == ["7"]


@pytest.mark.parametrize(("language", "text"), OTHER)
def test_a_percentage_of_another_sum_is_left_alone(language, text):
    assert differing(text, language) == []
