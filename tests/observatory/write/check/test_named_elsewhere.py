"""Changes and shares whose numbers stand in a table or in another sentence."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

HEAD = {
    "en": "ATTACKS ON THE PRESS IN 2022\nThe desk recorded 200 attacks in 2022.\n"
    "| Kind | 2021 | 2022 |\n| Searches | 50 | 60 |\n| Detentions | 40 | 80 |\n| Beatings | 70 | 60 |\n"
    "| Total | 160 | 200 |\nOfficials were behind 120 attacks, companies behind 50, unknown persons behind 30.\n",
    "ru": "АТАКИ НА ПРЕССУ В 2022 ГОДУ\nВ 2022 году зафиксировано 200 атак.\n"
    "| Вид | 2021 | 2022 |\n| Обыски | 50 | 60 |\n| Задержания | 40 | 80 |\n| Избиения | 70 | 60 |\n"
    "| Всего | 160 | 200 |\nЧиновники — 120 случаев, частные лица — 50, неизвестные — 30.\n",
    "kk": "БАСПАСӨЗГЕ ШАБУЫЛДАР, 2022 ЖЫЛ\n2022 жылы 200 шабуыл тіркелді.\n"
    "| Түрі | 2021 | 2022 |\n| Тінту | 50 | 60 |\n| Ұстау | 40 | 80 |\n| Соққыға жығу | 70 | 60 |\n"
    "| Барлығы | 160 | 200 |\nБилік өкілдері – 120 оқиға, жеке адамдар – 50, белгісіздер – 30.\n",
}
CLAIMS = [
    ("en", "Searches rose by {}.", "20%", "28%"),
    ("en", "In {} of cases officials stood behind the attack.", "60%", "66%"),
    ("ru", "Обысков стало больше на {}.", "20 %", "28 %"),
    ("ru", "В {} случаев за атакой стояли чиновники.", "60 %", "66 %"),
    ("kk", "Тінту {}-ға көбейді.", "20%", "28%"),
]


def wrong(text, language):
    return [one for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "claim", "right", "false"), CLAIMS)
def test_a_claim_is_judged_by_the_numbers_of_what_it_names(language, claim, right, false):
    assert wrong(HEAD[language] + claim.format(right), language) == []
    assert len(wrong(HEAD[language] + claim.format(false), language)) == 1


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "Searches in the capital rose by 28%."),
        ("ru", "Обысков в столице стало больше на 28 %."),
        ("kk", "Астанадағы тінту 28%-ға көбейді."),
    ],
)
def test_what_other_words_narrow_is_not_judged(language, claim):
    assert wrong(HEAD[language] + claim, language) == []
