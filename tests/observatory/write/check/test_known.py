"""Changes that name only the year they are set against, and those told in percent and again as a number."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

YEARS = {
    "en": "ATTACKS ON THE PRESS IN NARNIA IN 2021\nIn 2021, 300 attacks were recorded. There were 150 attacks in 2018, "
    "180 in 2019, 240 in 2020 and 300 in 2021.\n",
    "ru": "АТАКИ НА ПРЕССУ В 2021 ГОДУ\nВ 2021 году зафиксировано 300 атак. В 2018 году было 150 атак, в 2019-м – 180, "
    "в 2020-м – 240, в 2021-м – 300.\n",
    "kk": "БАСПАСӨЗГЕ ШАБУЫЛДАР, 2021 ЖЫЛ\n2021 жылы 300 шабуыл тіркелді. 2018 жылы 150, 2019 жылы 180, 2020 жылы 240, "
    "2021 жылы 300 оқиға болды.\n",
}
TABLE = "| Жыл | Физикалық | Барлығы |\n| 2019 | 20 | 180 |\n| 2020 | 40 | 240 |\n| 2021 | 60 | 300 |\n"
CLAIMS = [
    ("en", "The number of attacks in Narnia was the highest. It rose by {} on the previous year.", "25%", "35%"),
    ("en", "Compared with 2019 the number of attacks grew by {}.", "67%", "57%"),
    ("ru", "По сравнению с предыдущим годом прирост составил {}, или 60 случаев.", "25%", "35%"),
    ("kk", "Көрсеткіш 2018 жылғыдан екі есе, ал 2019 жылғыдан {} есе жоғары.", "1,7", "1,9"),
    ("kk", f"{TABLE}Физикалық шабуылдар бір жылда 50%-ға артты, ал 2019 жылдан бері {{}} есе көбейді.", "3", "3,6"),
    ("kk", "Бұл 2020 жылғы көрсеткіштен, яғни 240 оқиғадан, {}-ға көп.", "25%", "30%"),
    (
        "en",
        "In 2020, soldiers made 132 of the 240 attacks (55%), in 2021 48%, a fall of {} percentage points.",
        "7",
        "9",
    ),
]
SILENT = [
    ("en", "In 2021, the number of attacks on printers was high. It rose by 35% on the previous year."),
    ("en", "Compared with 2019 the number of attacks in the capital grew by 57%."),
    ("ru", "По сравнению с предыдущим годом число атак на типографии выросло на 35%."),
]


def verdicts(language, text):
    return {one.verdict for one in check(YEARS[language] + text, language) if one.line > 2}


@pytest.mark.parametrize(("language", "text", "right", "wrong"), CLAIMS)
def test_a_change_is_judged_by_the_numbers_of_the_year_it_names(language, text, right, wrong):
    assert Verdict.DIFFERS not in verdicts(language, text.format(right))
    assert Verdict.DIFFERS in verdicts(language, text.format(wrong))


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_change_of_a_part_that_other_words_narrow_is_left_alone(language, text):
    assert Verdict.DIFFERS not in verdicts(language, text)


def test_a_wrong_sum_behind_a_list_of_years_does_not_hide_its_years():
    text = "In 2020, 20 attacks came. 30 attacks came in 2018, 40 in 2019 and 20 in 2020, which makes 95 in total."
    found = check(f"{text}\nCompared with 2019 the number of attacks fell by 60%.", "en")
    assert any(one.line == 2 and one.verdict is Verdict.DIFFERS and one.should_be == "50%" for one in found)
