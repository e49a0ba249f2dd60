"""Fractions in words of what the sentence in front divides: "61 attacks: ... Nine, or every seventh attack"."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

SOLVED = {
    "en": "The year saw 61 assaults: 37 on reporters, 15 on operators and nine on editors. "
    "Nine were solved, that is about every {} assault.",
    "ru": "За год совершено 61 нападение: 37 на репортёров, 15 на операторов, девять на редакторов. "
    "Раскрыто девять, то есть примерно каждое {} нападение.",
    "kk": "Жыл ішінде 61 шабуыл болды: 37-сі тілшілерге, 15-і операторларға, тоғызы редакторларға жасалды. "
    "Тоғыз шабуыл ашылды, яғни шамамен әр {} шабуыл.",
}
OF_NOUN = [("en", "seventh", "fourth"), ("ru", "седьмое", "четвёртое"), ("kk", "жетінші", "төртінші")]
OF_PARTS = [
    (
        "en",
        "Police detained 74 journalists: 46 reporters and 28 operators. So {} of those detained were operators.",
        ("more than a third", "more than half"),
    ),
    (
        "ru",
        "Полиция задержала 74 человека: 46 мужчин и 28 женщин. Таким образом, {} задержанных – женщины.",
        ("более трети", "более половины"),
    ),
    (
        "kk",
        "Полиция 74 журналисті ұстады, оның 46-сы ер адам, 28-і әйел. Демек, ұсталғандардың {} – әйелдер.",
        ("үштен бірінен көбі", "жартысынан көбі"),
    ),
]
OTHER = [
    (
        "en",
        "Police detained 74 journalists: 46 reporters and 28 operators. More than half of the operators were freed.",
    ),
    ("ru", "Полиция задержала 74 человека: 46 мужчин и 28 женщин. Более половины женщин задержаны впервые."),
    ("kk", "Полиция 74 журналисті ұстады, оның 46-сы ер адам, 28-і әйел. Әйелдердің жартысынан көбі босатылды."),
]


def shares(text, language):
    return {one.verdict for one in check(text, language) if one.kind is Kind.SHARE}


@pytest.mark.parametrize(("language", "right", "wrong"), OF_NOUN)
def test_every_nth_is_of_the_number_whose_noun_it_has(language, right, wrong):
    assert shares(SOLVED[language].format(right), language) == {Verdict.HOLDS}
    assert shares(SOLVED[language].format(wrong), language) == {Verdict.DIFFERS}


@pytest.mark.parametrize(("language", "told", "fractions"), OF_PARTS)
def test_a_fraction_is_of_the_part_that_it_names_of_the_list_in_front(language, told, fractions):
    assert shares(told.format(fractions[0]), language) == {Verdict.HOLDS}
    assert shares(told.format(fractions[1]), language) == {Verdict.DIFFERS}


@pytest.mark.parametrize(("language", "told"), OTHER)
def test_a_fraction_with_words_of_its_own_is_not_of_the_list_in_front(language, told):
    assert Verdict.DIFFERS not in shares(told, language)
