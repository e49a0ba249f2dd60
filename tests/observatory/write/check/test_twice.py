"""Changes told twice, as a difference and in percent, and sums of money of two sentences: levels told elsewhere."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

LEAD = {
    "en": "Report for 2023. In 2023 we counted 412 attacks, in 2022 there were 486, in 2021 338 and in 2020 355.\n\n",
    "ru": "Доклад за 2019 год. В 2019 году было 318 нападений, в 2018 году – 246, в 2017 году – 213.\n\n",
    "kk": "2021 жылғы есеп. 2021 жылы 265 оқиға тіркелді, 2020 жылы 298, 2019 жылы 243, 2018 жылы 186 болған.\n\n",
}
TWICE = (
    ("en", "The fall over the year was 74 attacks, or {} percent.", 15, 18),
    ("en", "Compared with 2021 there were 74 attacks more, an increase of {}%.", 22, 28),
    ("ru", "Прирост за последний год – 72 нападения, или {} процентов.", 29, 26),
    ("ru", "По сравнению с 2017 годом нападений стало больше на 105, то есть на {}%.", 49, 43),
    ("kk", "2018 жылмен салыстырғанда құқық бұзу 79 оқиғаға, яғни {} пайызға көбейді.", 42, 24),
    ("kk", "Өткен жылға қарағанда 33 оқиғаға ({} пайыз) кеміді.", 11, 16),
)
SUMS = (
    (
        "en",
        "Report for 2025.\n\nAll fines came to 9.4 million tenge. That is {} times more than the 5.5 million of 2024.",
    ),
    ("ru", "Доклад за 2025 год.\n\nСумма штрафов – 9 400 000 тенге. Это в {} раза больше, чем 5 500 000 в 2024 году."),
    ("kk", "2025 жылғы есеп.\n\nАйыппұл сомасы 9 400 000 теңгеге жетті. Бұл 2024 жылғы 5 500 000 теңгеден {} есе көп."),
)


def verdicts(text, language):
    return {one.verdict for one in check(text, language) if one.kind.value in ("change", "ratio")}


@pytest.mark.parametrize(("language", "told", "right", "wrong"), TWICE)
def test_a_percentage_follows_from_the_levels_that_its_difference_names(language, told, right, wrong):
    assert verdicts(LEAD[language] + told.format(right), language) == {Verdict.HOLDS}
    assert Verdict.DIFFERS in verdicts(LEAD[language] + told.format(wrong), language)


@pytest.mark.parametrize(("language", "told"), SUMS)
def test_sums_of_two_sentences_are_compared(language, told):
    right, wrong = ("1.7", "2.1") if language == "en" else ("1,7", "2,1")
    assert verdicts(told.format(right), language) == {Verdict.HOLDS}
    assert verdicts(told.format(wrong), language) == {Verdict.DIFFERS}
