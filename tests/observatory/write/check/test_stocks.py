"""Balances of two dates, registers that grow by what a report counts, and what was carried over."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TITLE = {
    "en": "Report for 2021\n\nIn 2021 we recorded 640 incidents.",
    "ru": "2023\n\nЗа девять месяцев 2023 года произошло 117 инцидентов.",
    "kk": "2019\n\n2019 жылы 72 оқиға тіркелді.",
}
CLAIMS = [
    ("en", "On 1 May 68 sat in prison. Then 21 were arrested and 42 released, so that {} remained.", "47", "57"),
    ("en", "On 1 May 68 sat in prison. Then 42 were let go and 21 jailed, leaving {} in June.", "47", "37"),
    ("en", "It held 1,040 in May and, with those of the reporting period, holds {}.", "1,680", "1,690"),
    ("en", "A further 85 had been carried over. The office therefore had {} before it.", "725", "715"),
    ("ru", "На 1 января сидели 30 журналистов. 12 освобождены, 20 арестованы, осталось {}.", "38", "48"),
    (
        "ru",
        "2019 год — 83; 2020 год — 104; 2021 год — 98.\nВсего, включая девять месяцев 2023 года, — {}.",
        "402",
        "412",
    ),
    ("ru", "С 2022 года перешли ещё 23. Всего, таким образом, было {}.", "140", "150"),
    ("kk", "1 қаңтарда 68 адам отырды. Тағы 21 адам қамалып, 42 адам босатылды, сөйтіп {} қалды.", "47", "57"),
    ("kk", "2018 жылға дейін 645 оқиға жиналған, биылғы жартыжылды қосқанда {}-ге жетті.", "717", "727"),
]
UNSURE = [
    ("en", "On 1 May 68 sat in prison. Then 21 were ill and 42 old, and 57 wrote."),
    ("en", "It held 1,040 in May and 1,690 in June."),
    ("ru", "На 1 января сидели 30 журналистов. 12 освобождены, 20 арестованы, писали 90."),
    ("kk", "1 қаңтарда 68 адам отырды. Тағы 21 адам, 42 адам келді, 90 хат түсті."),
]


def verdicts(language, sentence):
    found = check(f"{TITLE[language]}\n{sentence}", language)
    return {one.verdict for one in found if one.line > 3} - {Verdict.UNCHECKABLE}


@pytest.mark.parametrize(("language", "sentence", "right", "wrong"), CLAIMS)
def test_a_stock_is_what_was_with_what_came_and_without_what_went(language, sentence, right, wrong):
    assert verdicts(language, sentence.format(right)) == {Verdict.HOLDS}
    assert Verdict.DIFFERS in verdicts(language, sentence.format(wrong))


@pytest.mark.parametrize(("language", "sentence"), UNSURE)
def test_numbers_that_did_not_come_or_go_are_no_balance(language, sentence):
    assert Verdict.DIFFERS not in verdicts(language, sentence)
