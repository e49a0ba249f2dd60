"""Lists that divide the whole with which their sentence begins, or say of each part in how many cases."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

OF = {
    "en": "Of the 47 suits the courts granted six and dismissed 19; nine ended in settlement and {} are still pending.",
    "ru": "Из 47 исков суды удовлетворили шесть и отклонили 19; девять закончились миром, {} ещё рассматриваются.",
    "kk": "47 талаптың алтауы қанағаттандырылып, 19-ы қайтарылды; тоғызы татуласумен бітті, {}-і әлі қаралып жатыр.",
}
CASES = {
    "en": "In 24 of the 39 cases the journalist was freed within a day, in nine within two days, and in {} later.",
    "ru": "В 24 из 39 случаев журналиста отпустили в тот же день, в девяти – через два дня, в {} – позже.",
    "kk": "39 жағдайдың 24-інде журналист сол күні босатылды, тоғызында екі күннен кейін, {}-сында кейінірек.",
}


def judged(text, language):
    return {(one.verdict, one.why) for one in check(text, language)}


@pytest.mark.parametrize("language", OF)
def test_a_list_behind_the_whole_that_opens_its_sentence_makes_it_up(language):
    assert judged(OF[language].format(13), language) == {(Verdict.HOLDS, "6 + 19 + 9 + 13 = 47")}
    assert judged(OF[language].format(18), language) == {(Verdict.DIFFERS, "6 + 19 + 9 + 18 = 52, not 47")}


@pytest.mark.parametrize("language", CASES)
def test_cases_of_which_one_cannot_be_two_may_exceed_their_whole_by_far(language):
    assert judged(CASES[language].format(6), language) == {(Verdict.HOLDS, "24 + 9 + 6 = 39")}
    assert judged(CASES[language].format(16), language) == {(Verdict.DIFFERS, "24 + 9 + 16 = 49, not 39")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Among those hurt were 18 reporters, nine operators and four photographers; seven needed a doctor."),
        ("ru", "Среди пострадавших 18 корреспондентов, девять операторов и четыре фотографа; помощь нужна семерым."),
        ("kk", "Зардап шеккендер арасында 18 тілші, тоғыз оператор, төрт фотограф бар; жетеуіне көмек керек болды."),
    ],
)
def test_the_first_of_those_among_others_is_not_their_whole(language, text):
    assert judged(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There were {} attacks: one in Almaty, two in Astana and four in Aktobe."),
        ("ru", "Нападений было {}: одно в Алматы, два в Астане и четыре в Актобе."),
        ("kk", "{} шабуыл болды: бірі Алматыда, екеуі Астанада, төртеуі Ақтөбеде."),
    ],
)
def test_a_list_that_opens_with_one_counts_it(language, text):
    assert judged(text.format(7), language) == {(Verdict.HOLDS, "1 + 2 + 4 = 7")}
    assert Verdict.HOLDS not in {verdict for verdict, _ in judged(text.format(9), language)}
