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

ANSWERED = [
    (
        "en",
        "The survey covered 250 people at 84 outlets. We sent it to 400; the response rate was {}%.",
        "62.5",
        "72.5",
    ),
    ("en", "In all 180 respondents took part. We emailed 300 people, a response rate of {}%.", "60", "66"),
    (
        "ru",
        "Опрос охватил 250 человек из 84 редакций. Анкету разослали 400 людям, отклик составил {}%.",
        "62,5",
        "72,5",
    ),
    ("ru", "На анкету ответили 180 человек. Письма отправили 300 людям, доля ответивших – {}%.", "60", "66"),
    ("kk", "Сауалнамаға 250 адам қатысты. Ол 400 адамға жіберілді, жауап беру деңгейі – {}%.", "62,5", "72,5"),
]

JOINT = [
    ("en", "Almaty (73) and Astana (46) lead. Together they account for {}% of all attacks.", "47", "57"),
    ("en", "Almaty saw 73 attacks and Astana 46. The two cities account for {}% of the total.", "47", "41"),
    ("ru", "Впереди Алматы (73) и Астана (46). На них приходится {}% всех атак.", "47", "57"),
    ("ru", "Лидируют Алматы (73) и Астана (46). Вместе они дают {}% от общего числа.", "47", "57"),
    ("kk", "Алматы (73) пен Астана (46) алда. Екеуіне барлық шабуылдың {} пайызы тиесілі.", "47", "57"),
]

HOLDING = [
    ("en", "The survey covered 250 people. We sent letters to 400 outlets, 12% of all outlets."),
    ("en", "Of the 73 attacks in Almaty, 46 were raids. Together they account for 29% of all attacks."),
    ("ru", "В Алматы 73 атаки, из них 46 обысков. На них приходится 29% всех атак."),
    ("ru", "Впереди Алматы (73) и Астана (46). Вместе с тем 57% всех атак совершены ночью."),
    ("kk", "Алматыда 73 шабуыл, оның ішінде 46 тінту. Екеуіне барлық шабуылдың 29 пайызы тиесілі."),
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


@pytest.mark.parametrize(("language", "sentence", "right", "wrong"), [*DASHED, *PASSING, *CONCLUDED, *ANSWERED, *JOINT])
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
