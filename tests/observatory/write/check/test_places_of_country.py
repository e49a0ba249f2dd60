"""A place among all of a country, where the first one stands alone in front of the list of the others."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

PLACES = [
    (
        "en",
        (
            "In 2025 148 cases were recorded.\n\nUlaanbaatar was the scene of 104 cases. Darkhan had 13, Orkhon 11, "
            "Dornod seven and Khovd six. Orkhon, an old town, thus ranks {} in the country."
        ),
        "second",
        "third",
    ),
    (
        "ru",
        (
            "В 2025 году отмечено 148 случаев.\n\nНа Улан-Батор пришлось 104 случая. В Дархане было 13, в Орхоне 11, "
            "в Дорноде семь, в Ховде шесть. Орхон, таким образом, занимает {} место в стране."
        ),
        "второе",
        "третье",
    ),
    (
        "kk",
        (
            "2025 жылы 148 оқиға тіркелді.\n\nУлан-Баторда 104 оқиға болды. Дарханда 13, Орхонда 11, Дорнодта жеті, "
            "Ховдта алты. Орхон осылайша ел бойынша {} орын алады."
        ),
        "екінші",
        "үшінші",
    ),
]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), PLACES)
def test_in_the_country_counts_the_first_one_too(language, text, wrong, right):
    assert [one.verdict for one in check(text.format(wrong), language)].count(Verdict.DIFFERS) == 1
    assert [one.why for one in check(text.format(right), language) if one.verdict is Verdict.DIFFERS] == []


def test_among_the_provinces_may_leave_the_capital_out():
    text = PLACES[0][1].replace("{} in the country", "second among the provinces")
    assert [one.why for one in check(text, "en") if one.verdict is Verdict.DIFFERS] == []
