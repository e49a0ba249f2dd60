"""Shares behind a dash, changes against a year told in passing, and what all incidents are, in three languages."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

TITLE = {"en": "Report for 2021", "ru": "Доклад за 2021 год", "kk": "2021 жылғы есеп"}
ALL = {
    "en": "In 2021 we recorded 253 attacks.",
    "ru": "В 2021 году зафиксировано 253 атаки.",
    "kk": "2021 жылы 253 шабуыл тіркелді.",
}

DASHED = [
    ("ru", "Из 140 пострадавших 55 — женщины, или {}%.", "39", "29"),
    ("ru", "Из 140 пострадавших 55 – женщины ({}%).", "39", "29"),
    ("ru", "Из 80 дел 24 — уголовные, то есть {}%.", "30", "40"),
    ("en", "Of 140 people, 55 — women ({}%).", "39", "29"),
    ("en", "Of the 80 cases, 24 – criminal ones, or about {}%.", "30", "45"),
    ("kk", "140 зардап шегушінің 55-і — әйелдер, яғни {}%.", "39", "29"),
    ("kk", "80 істің 24-і – қылмыстық ({}%).", "30", "40"),
]

PASSING = [
    ("en", "Compared with the previous year, when 208 incidents were documented, attacks rose by {}%.", "22", "17"),
    ("en", "The number of attacks grew by {}% on the previous year, when 208 cases were recorded.", "22", "17"),
    ("ru", "По сравнению с прошлым годом, когда было 208 случаев, число атак выросло на {}%.", "22", "17"),
    ("ru", "Число атак выросло на {}% по сравнению с прошлым годом, когда было 208 случаев.", "22", "17"),
    ("kk", "208 оқиға тіркелген өткен жылмен салыстырғанда шабуылдар саны {}%-ға өсті.", "22", "17"),
]

CONCLUDED = [
    ("en", "In 2021 there were 84 alerts. In 2020 there had been 72. The rise in alerts is thus {}%.", "17", "12"),
    ("en", "In 2021 there were 84 alerts. In 2020 there had been 72. The increase is therefore {}%.", "17", "12"),
    ("ru", "В 2021 году было 84 сигнала. В 2020 году было 72. Рост, таким образом, составил {}%.", "17", "12"),
    ("kk", "2021 жылы 84 оқиға болды. 2020 жылы 72 оқиға болған. Демек, өсім – {} пайыз.", "17", "12"),
]

HOLDING = [
    ("ru", "Из 140 пострадавших 55 — женщины, 29% — редакторы."),
    ("en", "There were 30 arrests in 2021. Compared with the previous year, when there were 20, they rose by 50%."),
    ("ru", "В 2021 году было 30 арестов. По сравнению с прошлым годом, когда их было 20, рост на 50%."),
    ("en", "Raids were 8%, suits 38%, threats 54%. Of 39 more, eight are raids (plus two) and suits (plus six)."),
    ("ru", "Доля обысков – 8%, исков – 38%, угроз – 54%. Остальные восемь: обыски (плюс два) и иски (плюс шесть)."),
    ("kk", "Тінту – 8%, талап – 38%, қысым – 54%. Қалған сегізі: тінту (плюс екі) мен талап (плюс алты)."),
]


def verdicts(language, sentence):
    found = check(f"{TITLE[language]}\n\n{ALL[language]}\n\n{sentence}", language)
    return {one.verdict for one in found}


@pytest.mark.parametrize(("language", "sentence", "right", "wrong"), [*DASHED, *PASSING, *CONCLUDED])
def test_a_percentage_is_judged_by_the_numbers_told_beside_it(language, sentence, right, wrong):
    told_right = verdicts(language, sentence.format(right))
    told_wrong = verdicts(language, sentence.format(wrong))

    assert Verdict.HOLDS in told_right
    assert Verdict.DIFFERS not in told_right
    assert Verdict.DIFFERS in told_wrong


@pytest.mark.parametrize(("language", "sentence"), HOLDING)
def test_a_percentage_or_gain_of_something_else_is_not_called_wrong(language, sentence):
    assert Verdict.DIFFERS not in verdicts(language, sentence)


@pytest.mark.parametrize(
    ("language", "total", "right", "wrong"),
    [
        ("en", "In 2021 we verified 84 press freedom alerts.", "Arrests: 21, or 25% of the total.", "35%"),
        ("en", "In 2021 we verified 84 grave incidents.", "Arrests: 21, or 25% of the total.", "35%"),
        ("ru", "В 2021 году мы проверили 84 подтверждённых случая.", "Аресты: 21, или 25% от общего числа.", "35%"),
        ("kk", "2021 жылы біз 84 расталған оқиғаны тексердік.", "Қамау: 21, яғни жалпы санның 25%-ы.", "35%"),
    ],
)
def test_all_incidents_may_have_an_adjective(language, total, right, wrong):
    def found(part):
        return {one.verdict for one in check(f"{TITLE[language]}\n\n{total}\n\n{part}", language)}

    assert found(right) == {Verdict.HOLDS}
    assert Verdict.DIFFERS in found(right.replace("25%", wrong))
