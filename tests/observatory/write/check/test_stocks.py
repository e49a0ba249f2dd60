"""Balances of two dates, registers that grow by what a report counts, what was carried over and what is left."""

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
    (
        "en",
        (
            "At the start of the year 29 people were in prison. Another 47 joined them.\n"
            "Over the same year {} were set free, and on 31 December 33 remained behind bars."
        ),
        "43",
        "53",
    ),
    (
        "en",
        "Nine were behind bars at first. Seven more were jailed, four were freed. Two died. In the end {} remained.",
        "ten",
        "14",
    ),
    (
        "ru",
        (
            "В начале года за решёткой было 29 человек. К ним добавились 47.\n"
            "За тот же год на свободу вышли {} человека, и к 31 декабря за решёткой осталось 33."
        ),
        "43",
        "53",
    ),
    (
        "ru",
        "За решёткой было девять. Посадили ещё семерых, четверых освободили. К концу года оставалось {} человек.",
        "12",
        "14",
    ),
    (
        "kk",
        (
            "Жыл басында темір торда тоғыз адам болған. Жыл ішінде тағы жетеуі қамалып, төртеуі босатылды. "
            "Жыл соңында абақтыда {} адам қалды."
        ),
        "12",
        "14",
    ),
    ("en", "All but four of the 17 detained, that is {}, were let go.", "13", "15"),
    ("ru", "Всех, кроме четырёх из 17 задержанных, то есть {} человек, отпустили.", "13", "15"),
    ("kk", "Ұсталған 17 адамның төртеуінен басқасы, яғни {} адам босатылды.", "13", "15"),
    ("en", "The number of prisoners rose from nine to {}: seven were arrested and four freed.", "12", "14"),
    (
        "ru",
        "На 1 января сидели девять журналистов, на 31 декабря — {}: семерых арестовали, четверых освободили.",
        "12",
        "14",
    ),
    ("kk", "Қамаудағы журналистер саны тоғыздан {} жетті: жетеуі қамалды, төртеуі босатылды.", "12-ге", "14-ке"),
    ("en", "Without the 33 incidents at newsrooms {} remain.", "607", "617"),
    ("en", "If the 33 attacks on newsrooms are set aside, {} cases are left.", "607", "617"),
    ("ru", "Если вычесть 33 атаки на редакции, остаётся {} случая.", "84", "94"),
    ("ru", "Без 33 атак на редакции остаётся {}.", "84", "87"),
    ("kk", "Редакцияларға жасалған 33 шабуылды алып тастағанда, {} оқиға қалады.", "39", "42"),
    ("kk", "33 шабуылды шегерсек, {} шабуыл қалады.", "39", "36"),
    ("kk", "2018 жылға дейін 645 оқиға жиналған, биылғы жартыжылды қосқанда {}-ге жетті.", "717", "727"),
]
UNSURE = [
    ("en", "On 1 May 68 sat in prison. Then 21 were ill and 42 old, and 57 wrote."),
    (
        "en",
        "At the start of the year nine people were behind bars. During it seven more were jailed and four released.",
    ),
    (
        "en",
        "The year began with nine in custody. Twelve were arrested in spring, and four of these remained in prison.",
    ),
    ("en", "Without the 33 attacks on newsrooms, 12 of the cases remain unsolved."),
    ("en", "Without a warrant, 33 phones were taken and 12 remain with the police."),
    ("ru", "В начале года за решёткой было девять человек. За год посадили ещё семерых, четверых освободили."),
    ("ru", "Без решения суда изъяли 33 телефона, 12 остаются в полиции."),
    ("kk", "2023 жылдың басында темір торда тоғыз адам болған. Жыл ішінде тағы жетеуі қамалып, төртеуі босатылды."),
    ("kk", "33 шабуылды қоспағанда, сурет басқаша: 12 іс ашылмай қалды."),
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
