"""A fraction of all incidents by their noun, where a part of them with another noun stands nearer."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

ALL = [
    (
        "en",
        "In 2023 we saw 1,104 attacks.\n\nCourts account for 852 cases. Every {} attack – 276 cases – hit exiles.",
        "third",
        "fourth",
    ),
    (
        "ru",
        "За год отмечены 1 104 атаки.\n\nСреди них 852 эпизода судебных. Каждая {} атака – 276 случаев – из-за рубежа.",
        "третья",
        "четвёртая",
    ),
    (
        "kk",
        "Жыл ішінде 1 104 шабуыл тіркелді.\n\nОның 852 оқиғасы сотта. Әрбір {} шабуыл – 276 оқиға – шетелде.",
        "үшінші",
        "төртінші",
    ),
]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), ALL)
def test_every_third_attack_is_of_all_attacks(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language)].count(Verdict.DIFFERS) == 1
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []


def test_every_third_attack_may_be_of_the_attacks_told_just_in_front():
    text = (
        "In 2023 1,104 attacks were recorded.\n\nCourts made 828 attacks. Every third attack – 276 cases – hit exiles."
    )
    assert [one.why for one in check(text, "en") if one.verdict is Verdict.DIFFERS] == []
