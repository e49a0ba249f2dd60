"""Numbers that a conclusion tells again with a slip, against a list, a table and the sentences in front."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

REPORTS = {
    "en": """Attacks on the press of Ruritania in 2023

In 2023 we recorded 164 attacks, against 128 in 2022. Violations took place in 23 districts.
A total of 35 reporters were detained, all of them released within a day.

| Type | 2022 | 2023 |
| Physical attacks | 38 | 47 |
| Smear campaigns online | 57 | 74 |
| Blocking of websites | 33 | 43 |
| Total | 128 | 164 |

The tools of the courts were these:
- ban on leaving the country: 18;
- confiscation of equipment: 26.

Conclusions

""",
    "ru": """Атаки на прессу Руритании в 2023 году

В 2023 году зафиксировано 164 атаки против 128 в 2022 году. Нарушения зафиксированы в 23 районах.
Всего задержали 35 корреспондентов, всех отпустили в течение суток.

| Вид | 2022 | 2023 |
| Физические атаки | 38 | 47 |
| Травля в интернете | 57 | 74 |
| Блокировка порталов | 33 | 43 |
| Всего | 128 | 164 |

Суды применяли такие меры:
- запрет на выезд из страны: 18;
- изъятие техники: 26.

Выводы

""",
    "kk": """2023 жылы Руритания баспасөзіне жасалған шабуылдар

2023 жылы 164 шабуыл тіркелді, 2022 жылы 128 болған. Бұзушылықтар 23 ауданда болды.
Барлығы 35 репортер ұсталды, бәрі бір тәулік ішінде босатылды.

| Түрі | 2022 | 2023 |
| Физикалық шабуылдар | 38 | 47 |
| Интернеттегі қаралау | 57 | 74 |
| Порталды бұғаттау | 33 | 43 |
| Барлығы | 128 | 164 |

Соттар мынадай шараларды қолданды:
- елден шығуға тыйым салу: 18;
- техниканы тәркілеу: 26.

Қорытынды

""",
}


def retold(language, sentence):
    found = check(REPORTS[language] + sentence, language)
    return [one.should_be for one in found if one.kind is Kind.REPEAT and one.verdict is Verdict.DIFFERS]


CONCLUSIONS = [
    ("en", "Websites were blocked 43 times.", "43", "48"),
    ("en", "In the past year 35 reporters were detained without any ground.", "35", "36"),
    ("en", "Smear campaigns have moved online: 74 were counted.", "74", "47"),
    ("en", "Violations were found in 23 districts.", "23", "28"),
    ("en", "The ban on leaving the country has become common and was imposed 18 times.", "18", "16"),
    ("en", "Equipment was subject to confiscation on 26 occasions.", "26", "29"),
    ("ru", "Порталы блокировали 43 раза, и ни разу по решению суда.", "43", "48"),
    ("ru", "За год было задержано 35 корреспондентов.", "35", "36"),
    ("ru", "Травля перешла в интернет: насчитали 74 эпизода.", "74", "47"),
    ("ru", "Нарушения отмечены в 23 районах.", "23", "28"),
    ("ru", "Запрет на выезд из страны стал обычной мерой, его накладывали 18 раз.", "18", "16"),
    ("kk", "Порталдар 43 рет бұғатталды, бірде-бірі сот шешімімен емес.", "43", "48"),
    ("kk", "Бір жылда 35 репортер ұсталды.", "35", "36"),
    ("kk", "Қаралау енді интернеттегі құралға айналды: 74 оқиға тіркелді.", "74", "47"),
    ("kk", "Бұзушылықтар 23 ауданда анықталды.", "23", "28"),
    ("kk", "Елден шығуға тыйым салу үйреншікті шараға айналып, 18 рет қолданылды.", "18", "16"),
]


@pytest.mark.parametrize(("language", "right", "told", "slip"), CONCLUSIONS)
def test_a_number_of_a_conclusion_with_a_slip_differs_from_the_earlier_one(language, right, told, slip):
    assert retold(language, right) == []
    assert retold(language, right.replace(told, slip)) == [told]


CHANGES = [
    ("en", "Physical attacks rose from 38 to 47.", "47", "57"),
    ("en", "Physical attacks rose from 38 to 47.", "38", "28"),
    ("en", "The number of attacks grew by 36 to 164.", "36", "46"),
    ("en", "The number of attacks grew by 36 to 164.", "164", "154"),
    ("ru", "Физических атак стало больше: рост с 38 до 47.", "47", "57"),
    ("ru", "Физических атак стало больше: рост с 38 до 47.", "38", "28"),
    ("ru", "Общее число атак выросло на 36 и составило 164.", "36", "46"),
    ("ru", "Общее число атак выросло на 36 и составило 164.", "164", "154"),
    ("kk", "Физикалық шабуылдар 38-ден 47-ге дейін өсті.", "47", "57"),
    ("kk", "Физикалық шабуылдар 38-ден 47-ге дейін өсті.", "38", "28"),
    ("kk", "Шабуылдар бір жылда 36-ға көбейіп, 164-ке жетті.", "36", "46"),
    ("kk", "Шабуылдар бір жылда 36-ға көбейіп, 164-ке жетті.", "164", "154"),
]


@pytest.mark.parametrize(("language", "right", "told", "slip"), CHANGES)
def test_one_of_two_numbers_of_two_years_is_held_to_the_row_that_has_the_other(language, right, told, slip):
    assert retold(language, right) == []
    assert told in retold(language, right.replace(told, slip))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In Northport websites were blocked 13 times."),
        ("en", "In May alone 25 reporters were detained."),
        ("en", "In 2022 the websites were blocked 33 times."),
        ("en", "Physical attacks on women rose from 18 to 27."),
        ("en", "Our fund trained 33 lawyers and paid 28 bills."),
        ("en", "Of the 27 detained women, 25 were reporters."),
        ("en", "Non-physical attacks rose from 38 to 67."),
        ("ru", "В Северогорске порталы блокировали 13 раз."),
        ("ru", "Только в мае задержали 25 корреспондентов."),
        ("ru", "В 2022 году порталы блокировали 33 раза."),
        ("ru", "Физических атак на женщин стало больше: рост с 18 до 27."),
        ("ru", "Наш фонд обучил 33 юриста и оплатил 28 счетов."),
        ("ru", "Из 27 задержанных женщин 25 — корреспонденты."),
        ("kk", "Солтүстікте, Теңізкентте, порталдар 13 рет бұғатталды."),
        ("kk", "Тек мамырда 25 репортер ұсталды."),
        ("kk", "2022 жылы порталдар 33 рет бұғатталды."),
        ("kk", "Әйелдерге физикалық шабуылдар 18-ден 27-ге дейін өсті."),
        ("kk", "Біздің қор 33 заңгерді оқытып, 28 шотты төледі."),
        ("kk", "Ұсталған 27 әйелдің 25-і репортер."),
    ],
)
def test_numbers_of_a_place_a_month_another_year_and_of_other_things_hold(language, sentence):
    assert retold(language, sentence) == []
