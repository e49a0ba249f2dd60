"""Shares that a slip parts from that of a number beside them, or of the women told elsewhere."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

SHARES = [
    (
        "en",
        "In 2021 we saw 276 attacks.\n\nBeatings made up {}% of the total but grew faster than any, from 31 to 46.",
        "19.7",
        "16.7",
    ),
    (
        "ru",
        "За год отмечено 276 атак.\n\nИзбиения составили {} % от общего числа, но выросли быстрее прочих – с 31 до 46.",
        "19,7",
        "16,7",
    ),
    (
        "kk",
        (
            "Жыл бойы 276 шабуыл тіркелді.\n\nҰрып-соғу барлық оқиғаның {}%-ын құрады, бірақ бәрінен жылдам, "
            "31-ден 46-ға өсті."
        ),
        "19,7",
        "16,7",
    ),
    (
        "en",
        "In December 34 reporters were in prison, among them ten women.\n\nWomen make up {}% of those behind bars.",
        "39.4",
        "29.4",
    ),
    (
        "ru",
        "В декабре за решёткой было 34 репортёра, среди них 10 женщин.\n\nЖенщин среди заключённых {} %.",
        "39,4",
        "29,4",
    ),
    (
        "kk",
        "Желтоқсанда 34 тілші түрмеде отырды, олардың 10-ы әйел.\n\nТүрмедегілердің {} пайызы – әйелдер.",
        "39,4",
        "29,4",
    ),
]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), SHARES)
def test_a_share_is_held_to_the_number_beside_it_or_to_the_women_told_elsewhere(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language)].count(Verdict.DIFFERS) == 1
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []


def test_the_women_of_something_else_are_left_alone():
    text = (
        "Of the 203 people hurt 85 were women.\n\n34 were in prison, among them ten women.\n\nWomen led 41.9% of raids."
    )
    assert [one.why for one in check(text, "en") if one.verdict is Verdict.DIFFERS] == []
