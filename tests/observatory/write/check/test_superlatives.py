"""Superlatives and trends against the series of a text, and the cell at fault in a table."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

YEARS = {
    "en": "Attacks, 2022\n\nIn 2022 we recorded 156 attacks.\n\nYear | Physical | Legal | Total",
    "ru": "Нападения, 2022\n\nВ 2022 году зафиксировано 156 нападений.\n\nГод | Физические | Правовые | Всего",
    "kk": "Шабуылдар, 2022\n\n2022 жылы 156 шабуыл тіркелді.\n\nЖыл | Физикалық | Құқықтық | Барлығы",
}
ROWS = "2018 | 29 | 88 | 117\n2019 | 27 | 96 | 123\n2020 | 20 | 134 | 154\n2021 | 17 | 129 | 146\n2022 | 12 | 144 | 156"
CLAIMS = [
    ("en", "Physical attacks peaked in 2018.", "Physical attacks peaked in 2020, when the unrest began."),
    ("en", "The fewest legal attacks were registered in 2018.", "The fewest legal attacks were registered in 2019."),
    ("en", "Physical attacks have been falling every year.", "Legal attacks have grown every year."),
    (
        "en",
        "The 12 physical attacks are the lowest figure for four years.",
        "The 12 physical attacks are the highest figure for four years.",
    ),
    (
        "ru",
        "Максимум физических нападений зафиксирован в 2018 году.",
        "Максимум физических нападений зафиксирован в 2019 году.",
    ),
    ("ru", "Физические нападения снижаются третий год подряд.", "Физические нападения растут третий год подряд."),
    ("kk", "Физикалық шабуылдың ең көбі 2018 жылы тіркелді.", "Физикалық шабуылдың ең көбі 2020 жылы тіркелді."),
    ("kk", "Физикалық шабуыл жыл сайын азайып келеді.", "Құқықтық шабуыл жыл сайын өсіп келеді."),
]
UNSURE = [
    ("en", "The worst year for television was 2019."),
    ("en", "In 2020, the most affected outlets were newspapers."),
    ("en", "In 2021 most attacks took place in Almaty."),
    ("en", "Every year more journalists leave."),
    ("ru", "В 2020 году больше всего пострадали газеты."),
    ("ru", "Доля физических нападений растёт каждый год."),
    ("kk", "2020 жылы ең көп зардап шеккендер – блогерлер."),
    ("kk", "Физикалық шабуылдың үлесі жыл сайын өсіп келеді."),
]


def records(language, sentence):
    found = check(f"{YEARS[language]}\n{ROWS}\n\n{sentence}", language)
    return {one.verdict for one in found if one.kind is Kind.RECORD}


@pytest.mark.parametrize(("language", "right", "wrong"), CLAIMS)
def test_a_superlative_is_held_to_the_column_that_its_words_name(language, right, wrong):
    assert records(language, right) == {Verdict.HOLDS}
    assert records(language, wrong) == {Verdict.DIFFERS}


@pytest.mark.parametrize(("language", "sentence"), UNSURE)
def test_a_superlative_of_something_else_is_not_called_wrong(language, sentence):
    assert Verdict.DIFFERS not in records(language, sentence)


def wrong_lines(text, language="en"):
    return [(one.line, one.should_be) for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("A | x | y | All\nP | 8 | 6 | 14\nQ | 29 | 44 | 73\nR | 16 | 10 | 20\nTotal | 47 | 60 | 107", (4, "10")),
        (
            "A – x – y – all\n2017 – 35 – 6 – 41\n2018 – 33 – 9 – 41\n2019 – 37 – 16 – 53\nAll three – 105 – 30 – 135",
            (3, "8"),
        ),
        (
            "A | fines | each | sum\nP | 4 | 500 | 2,000\nQ | 3 | 200 | 600\nR | 6 | 300 | 1,800\nS | 2 | 450 | 800",
            (5, "900"),
        ),
    ],
)
def test_the_row_of_the_cell_at_fault_is_named_and_no_total(table, expected):
    assert wrong_lines(table) == [expected]


def test_a_cell_is_at_fault_that_the_prose_tells_with_the_number_that_mends_its_column():
    table = (
        "Method | Cases\nBeatings | 12\nThreats | 30\nRaids | 15\nTotal | 66\n\nPolice took part in 21 of the beatings."
    )
    assert wrong_lines(table) == [(2, "21")]


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        (
            "en",
            "The previous maximum was observed in 2020, when there were 154 attacks.",
            "The previous maximum was observed in 2021, when there were 154 attacks.",
        ),
        (
            "en",
            "The previous peak, 154 attacks in 2020, is behind us.",
            "The previous peak, 154 attacks in 2019, is past.",
        ),
        ("ru", "Прежний максимум пришёлся на 2020 год: 154.", "Прежний максимум пришёлся на 2018 год: 154."),
        ("ru", "Предыдущий рекорд, 154 в 2020 году, побит.", "Предыдущий рекорд, 154 в 2021 году, побит."),
        ("kk", "Алдыңғы рекорд 2020 жылы тіркелді: 154 шабуыл.", "Алдыңғы рекорд 2019 жылы тіркелді: 154 шабуыл."),
    ],
)
def test_a_previous_record_is_known_by_its_number(language, right, wrong):
    assert records(language, right) == {Verdict.HOLDS}
    assert records(language, wrong) == {Verdict.DIFFERS}


@pytest.mark.parametrize(
    ("language", "told", "right", "wrong"),
    [
        (
            "en",
            "In January to March we counted 61 cases, in April to June 127, in July to September 88.",
            "The quietest quarter was the first.",
            "The quietest quarter was the third.",
        ),
        (
            "ru",
            "В январе–марте мы записали 61 случай, в апреле–июне 127, в июле–сентябре 88, в октябре–декабре 66.",
            "Самым тихим был первый квартал.",
            "Самым тихим был четвёртый квартал.",
        ),
        (
            "kk",
            "Қаңтар–наурызда 61, сәуір–маусымда 127, шілде–қыркүйекте 88, қазан–желтоқсанда 66 дерек жиналды.",
            "Ең тынышы бірінші тоқсан болып шықты.",
            "Ең тынышы төртінші тоқсан болып шықты.",
        ),
    ],
)
def test_the_months_that_begin_and_end_a_quarter_are_that_quarter(language, told, right, wrong):
    for sentence, verdict in ((right, Verdict.HOLDS), (wrong, Verdict.DIFFERS)):
        found = check(f"{told} {sentence}", language)
        assert {one.verdict for one in found if one.kind is Kind.RECORD} == {verdict}


QUARTERS = {
    "en": "There were 88 attacks in January to March, 51 in April to June, 47 in July to September and 66 "
    "in October to December. The first half outweighed the second, and the fewest attacks came in the {} quarter.",
    "ru": "В январе–марте было 88 нападений, в апреле–июне 51, в июле–сентябре 47, в октябре–декабре 66. "
    "Первое полугодие оказалось тяжелее второго, а самым спокойным был {} квартал.",
    "kk": "Бірінші тоқсанда 88 шабуыл, екінші тоқсанда 51, үшінші тоқсанда 47, төртінші тоқсанда 66 шабуыл болды. "
    "Ең тыныш кезең {} тоқсан болды.",
}
ORDINALS = [("en", "third", "second"), ("ru", "третий", "второй"), ("kk", "үшінші", "екінші")]
ROMAN = """Вид | I кв. | II кв. | III кв. | IV кв. | Итого
Угрозы | 5 | 16 | 9 | 4 | 34
Иски | 6 | 12 | 8 | 5 | 31
Всего | 11 | 28 | 17 | 9 | 65"""


@pytest.mark.parametrize(("language", "right", "wrong"), ORDINALS)
def test_the_quietest_quarter_is_held_to_the_quarters_told_by_their_months(language, right, wrong):
    held, differs = (check(QUARTERS[language].format(one), language) for one in (right, wrong))

    assert {one.verdict for one in held if one.kind is Kind.RECORD} == {Verdict.HOLDS}
    assert {one.verdict for one in differs if one.kind is Kind.RECORD} == {Verdict.DIFFERS}


def test_quarters_of_a_table_may_have_roman_numbers():
    front = f"Нападения, 2023\n\nВ 2023 году было 65 нападений.\n\n{ROMAN}\n\n"
    right = check(front + "Самым тяжёлым стал второй квартал.", "ru")
    wrong = check(front + "Самым тяжёлым стал первый квартал.", "ru")

    assert {one.verdict for one in right if one.kind is Kind.RECORD} == {Verdict.HOLDS}
    assert {one.verdict for one in wrong if one.kind is Kind.RECORD} == {Verdict.DIFFERS}
