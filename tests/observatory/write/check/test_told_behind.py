"""What parts leave of their whole may be told beside them or in one of the two sentences behind."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import check

SHARES = {
    "en": "Of the 218 cases 119 (55%) came from the police and 91 (42%) from private persons.",
    "ru": "Из 218 случаев 119 (55%) исходили от полиции и 91 (42%) от частных лиц.",
    "kk": "218 жағдайдың 119-ы (55%) полициядан, 91-і (42%) жеке тұлғалардан болды.",
}
RESTS = [
    ("en", "Bodies of a foreign state stand behind a further 8."),
    ("en", "Five were the work of officials and three of foreign bodies."),
    ("en", "That is how it was in earlier years. In 8 cases nothing is known."),
    ("ru", "Ещё за 8 стоят органы чужого государства."),
    ("ru", "Пять совершили чиновники и три — чужие службы."),
    ("ru", "Так было и прежде. В 8 случаях ничего не известно."),
    ("kk", "Тағы 8-інің артында шет мемлекет органдары тұр."),
    ("kk", "Бесеуі шенеуніктердің, үшеуі шетел қызметтерінің ісі."),
    ("kk", "Бұрын да осылай болған. 8 жағдайда ештеңе белгісіз."),
]
BRACKETS = [
    "Барлығы 15 сот ісінің 9-ы қылмыстық іс, бұл былтырғыдан 3 еседей көп (5).",
    "15 іс тіркелді: 9-ы сотқа жетті, бұл былтырғыдан көп (5).",
]


def ambiguous(text, language):
    return [one.why for one in check(text, language) if one.verdict.value == "ambiguous"]


@pytest.mark.parametrize(("language", "rest"), RESTS)
def test_shares_whose_rest_is_told_leave_nothing_unnamed(language, rest):
    assert ambiguous(f"{SHARES[language]} {rest}", language) == []


@pytest.mark.parametrize(
    ("language", "behind"),
    [("en", "We helped in 40."), ("ru", "Мы помогли в 40."), ("kk", "Біз 40-ына көмектестік.")],
)
def test_shares_whose_rest_is_told_nowhere_leave_it_unnamed(language, behind):
    assert ambiguous(f"{SHARES[language]} {behind}", language) == [
        "119 + 91 = 210 of 218: 8 (3.67%) are named in no part"
    ]


@pytest.mark.parametrize("text", BRACKETS)
def test_an_earlier_number_in_brackets_is_no_part(text):
    assert ambiguous(text, "kk") == []
