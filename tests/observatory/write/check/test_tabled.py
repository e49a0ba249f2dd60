"""Claims on rows of tables over years whose words say more than the row: a slip of the pen is called wrong."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text: str, language: str) -> set[int]:
    """The lines with a claim that differs."""
    return {one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS}


YEARS = """| {head} |
| 2017 | 6 | 14 | 20 | 40 |
| 2018 | 5 | 16 | 23 | 44 |
| 2019 | 8 | 25 | 27 | 60 |
| 2020 | 22 | 34 | 24 | 80 |
| 2021 | 11 | 43 | 42 | 96 |
| {total} | 52 | 132 | 136 | 320 |
"""
HEADS = {
    "en": (
        "THE PRESS IN 2021\nIn 2021 we recorded 96 attacks. Each was checked twice. Rumours were left out.\n",
        "Year | Physical | Online | In court | Total",
        "Total",
    ),
    "ru": (
        "НАПАДЕНИЯ НА ПРЕССУ В 2021 ГОДУ\nВ 2021 году учтено 96 нападений. Каждое проверено дважды. Слухи не в счёт.\n",
        "Год | Физические | В сети | Через суд | Всего",
        "Итого",
    ),
    "kk": (
        "2021 ЖЫЛЫ БАСПАСӨЗГЕ ЖАСАЛҒАН ШАБУЫЛДАР\n2021 жылы 96 шабуыл тіркелді. Әрқайсысы тексерілді. Өсек кірмейді.\n",
        "Жыл | Физикалық | Желіде | Сот арқылы | Барлығы",
        "Жиыны",
    ),
}


def report(language: str, prose: str) -> str:
    """A table of five years with a sentence behind it, on line 10."""
    front, head, total = HEADS[language]
    return front + YEARS.format(head=head, total=total) + prose


@pytest.mark.parametrize(
    ("language", "prose", "right", "slip"),
    [
        (
            "en",
            "The annual number of attacks never fell, and in 2021 it was {} times as high as in 2017.",
            "2.4",
            "2.9",
        ),
        (
            "ru",
            "Число нападений ни разу не снижалось, а в 2021 году их было в {} раза больше, чем в 2017-м.",
            "2,4",
            "2,9",
        ),
        (
            "kk",
            "Кестеден көрінгендей, шабуыл саны үзіліссіз өсіп келеді, былтырғымен салыстырғанда ол {} пайызға артты.",
            "20",
            "30",
        ),
    ],
)
def test_a_slip_in_what_is_told_of_the_totals_of_two_years_is_found(language, prose, right, slip):
    assert wrong(report(language, prose.format(right)), language) == set()
    assert wrong(report(language, prose.format(slip)), language) == {10}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        (
            "en",
            "The growth is fastest where they act in court: compared with 2020 it was {}% up, against all hope.",
        ),
        (
            "ru",
            "Быстрее всего растёт давление через суд: по сравнению с 2020 годом оно увеличилось на {}%.",
        ),
        (
            "kk",
            "Сот арқылы қысым бәрінен тез өсуде: 2020 жылмен салыстырғанда ол {} пайызға көбейді, мұны ешкім күтпеген.",
        ),
    ],
)
def test_a_slip_in_the_change_of_a_column_that_a_sentence_mentions_is_found(language, prose):
    assert wrong(report(language, prose.format(75)), language) == set()
    assert wrong(report(language, prose.format(57)), language) == {10}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "Interpreters in court now cost 57% more."),
        ("ru", "Зарплаты работников суда выросли на 57%."),
        ("kk", "Сот қызметкерлерінің жалақысы 57 пайызға өсті."),
    ],
)
def test_a_change_that_is_compared_with_no_time_may_be_of_anything(language, prose):
    assert wrong(report(language, prose), language) == set()


ONE_COLUMN = {
    "en": "FINES IN 2020\nIn 2020 journalists were held 472 times.\n| Year | Fines under Article 22.9 |",
    "ru": "ШТРАФЫ В 2020 ГОДУ\nВ 2020 году журналистов задерживали 472 раза.\n| Год | Штрафов по статье 22.9 |",
    "kk": "2020 ЖЫЛҒЫ АЙЫППҰЛДАР\n2020 жылы журналистер 472 рет ұсталды.\n| Жыл | 22.9-бап бойынша айыппұл |",
}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        (
            "en",
            "Compared with the previous year the number of such fines dropped by {}%.",
        ),
        (
            "ru",
            "По сравнению с предыдущим годом число таких штрафов сократилось на {}%.",
        ),
        ("kk", "Алдыңғы жылмен салыстырғанда мұндай айыппұл саны {} пайызға азайды."),
    ],
)
def test_a_table_of_one_column_is_a_series_too(language, prose):
    table = ONE_COLUMN[language] + "\n| 2018 | 118 |\n| 2019 | 40 |\n| 2020 | 18 |\n"
    assert wrong(table + prose.format(55), language) == set()
    assert wrong(table + prose.format(45), language) == {7}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "The average fine grew by 45% in 2020."),
        ("ru", "Средний размер штрафа в 2020 году вырос на 45%."),
        ("kk", "Айыппұлдың орташа мөлшері 2020 жылы 45 пайызға өсті."),
    ],
)
def test_a_change_that_goes_the_other_way_is_of_something_else(language, prose):
    table = ONE_COLUMN[language] + "\n| 2018 | 118 |\n| 2019 | 40 |\n| 2020 | 18 |\n"
    assert wrong(table + prose, language) == set()


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "From 2017 to 2021 the monitors documented {} attacks in all."),
        ("ru", "Всего с 2017 по 2021 год выявлено {} нападений."),
        ("kk", "2017 жылдан 2021 жылға дейін барлығы {} шабуыл тіркелген."),
    ],
)
def test_a_number_of_a_span_from_one_year_to_another_is_that_of_all_its_years(language, prose):
    assert wrong(report(language, prose.format(320)), language) == set()
    assert wrong(report(language, prose.format(330)), language) == {10}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "Over the five years 42.5% of all attacks were made in court."),
        ("ru", "За пять лет на суды пришлось 42,5% всех нападений."),
        ("kk", "Бес жылда барлық шабуылдың 42,5 пайызы сот арқылы жасалды."),
    ],
)
def test_a_share_over_several_years_is_not_one_of_the_last(language, prose):
    assert wrong(report(language, prose), language) == set()


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "This had never been seen. In 2019 there were {} physical attacks."),
        ("ru", "Такого прежде не бывало. В 2019 году было {} физических нападений."),
        ("kk", "Мұндай бұрын болмаған. 2019 жылы {} физикалық шабуыл болған."),
    ],
)
def test_what_prose_tells_of_an_earlier_year_is_what_a_table_that_adds_up_gives(language, prose):
    assert wrong(report(language, prose.format(8)), language) == set()
    assert wrong(report(language, prose.format(9)), language) == {10}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "Compared with record 2018 the number of such fines is six times lower."),
        ("ru", "По сравнению с рекордным 2018-м число таких штрафов сократилось более чем в шесть раз."),
        ("kk", "2018 жылғы рекордпен салыстырғанда айыппұл саны алты еседен астам азайды."),
    ],
)
def test_a_whole_multiple_said_with_its_year_is_that_of_the_row(language, prose):
    table = ONE_COLUMN[language] + "\n| 2018 | 118 |\n| 2019 | 40 |\n| 2020 | {} |\n"
    assert wrong(table.format(19 if language == "en" else 18) + prose, language) == set()
    assert wrong(table.format(28) + prose, language) == {7}


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "Compared with 2018 the number of fines in the town of Gomel is six times lower."),
        ("ru", "По сравнению с 2018-м число штрафов в Гомеле сократилось в шесть раз."),
        ("kk", "2018 жылмен салыстырғанда ірі қалалар ішінде Гомельде айыппұл саны алты есе азайды."),
    ],
)
def test_a_whole_multiple_of_a_town_is_not_that_of_the_row(language, prose):
    table = ONE_COLUMN[language] + "\n| 2018 | 118 |\n| 2019 | 40 |\n| 2020 | 28 |\n"
    assert wrong(table + prose, language) == set()


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "Compared with 2020 the sums claimed in court were 57% up."),
        ("ru", "Суммы, взысканные через суд, выросли по сравнению с 2020 годом на 57%."),
        ("kk", "Сот арқылы өндірілген сома 2020 жылмен салыстырғанда 57 пайызға өсті."),
    ],
)
def test_a_change_of_sums_is_not_one_of_how_many_there_are(language, prose):
    assert wrong(report(language, prose), language) == set()
