"""A multiple with its two numbers bare behind it: "twice as many: 80 and 40"."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import check

TWICE = [
    ("en", "Twice as many women as men were attacked: 80 and {}."),
    ("en", "Women were attacked twice as often as men (80 and {})."),
    ("ru", "Журналисток было вдвое больше, чем журналистов: 80 и {}."),
    ("ru", "Нападений на женщин в два раза больше (80 и {})."),
    ("kk", "Журналист әйелдер ерлерден екі есе көп: 80 және {}."),
    ("kk", "Әйелдерге шабуыл екі есе көп (80 және {})."),
]


def ratios(text, language):
    return [(one.verdict.value, one.should_be) for one in check(text, language) if one.kind.value == "ratio"]


@pytest.mark.parametrize(("language", "text"), TWICE)
def test_a_multiple_is_that_of_the_two_numbers_behind_it(language, text):
    assert ratios(text.format(52), language) == [("differs", "1.54" if language == "en" else "1,54")]
    assert ratios(text.format(40), language) == [("holds", "")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Attacks doubled: 80 civil and 52 criminal cases."),
        ("ru", "Дел стало вдвое больше: 80 гражданских и 52 уголовных."),
        ("kk", "Істер екі есе көбейді: 80 азаматтық және 52 қылмыстық."),
    ],
)
def test_two_numbers_of_two_things_are_not_compared(language, text):
    assert "differs" not in [verdict for verdict, _ in ratios(text, language)]
