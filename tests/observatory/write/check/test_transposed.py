"""Numbers told again with two digits in the wrong order, against two years of a table and against the text's whole."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

TABLES = {
    "en": (
        "In 2022 there were 469 attacks, up from 314 in 2021.\n\n"
        "| Category | 2021 | 2022 |\n| Physical | 14 | 37 |\n| Judicial | 202 | 227 |\n| Online | 98 | 205 |\n"
        "| Total | 314 | 469 |"
    ),
    "ru": (
        "В 2022 году зафиксировано 469 атак против 314 в 2021 году.\n\n"
        "| Категория | 2021 | 2022 |\n| Физические | 14 | 37 |\n| Судебные | 202 | 227 |\n| Онлайн | 98 | 205 |\n"
        "| Всего | 314 | 469 |"
    ),
    "kk": (
        "2022 жылы 469 шабуыл тіркелді, 2021 жылы 314 болған.\n\n"
        "| Санат | 2021 | 2022 |\n| Физикалық | 14 | 37 |\n| Сот | 202 | 227 |\n| Онлайн | 98 | 205 |\n"
        "| Барлығы | 314 | 469 |"
    ),
}


def repeated(language, sentence):
    found = check(f"{TABLES[language]}\n\n{sentence}", language)
    return [one.should_be for one in found if one.kind is Kind.REPEAT and one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(
    ("language", "right", "wrong", "should"),
    [
        ("en", "Attacks of this type numbered 227 in 2022, against 202 before.", "227 in 2022", "227"),
        ("ru", "Атак этого вида в 2022 году было 227 против 202 годом ранее.", "было 227", "227"),
        ("kk", "Мұндай шабуылдар 202-ден 227-ге дейін өсті.", "227-ге", "227"),
    ],
)
def test_a_number_beside_that_of_the_year_before_is_held_to_the_table(language, right, wrong, should):
    assert repeated(language, right) == []
    assert repeated(language, right.replace(wrong, wrong.replace("227", "272"))) == [should]


@pytest.mark.parametrize(
    ("language", "right"),
    [
        ("en", "The team met. The 469 attacks were counted by three people."),
        ("ru", "Мы собрались. Все 469 атак записали три человека."),
        ("kk", "Біз жиналдық. Барлық 469 шабуылды үш адам жазды."),
    ],
)
def test_more_incidents_than_all_with_the_digits_of_all_differ(language, right):
    assert repeated(language, right) == []
    assert repeated(language, right.replace("469", "496")) == ["469"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Of 496 letters we answered 96."),
        ("en", "Since 2018 we have recorded 946 attacks."),
        ("ru", "Они получили 496 писем."),
        ("ru", "С 2018 года записано 946 атак."),
        ("kk", "Редакцияға 496 хат келді."),
        ("kk", "2018 жылдан бері 946 шабуыл тіркелді."),
    ],
)
def test_the_same_digits_of_something_else_do_not_differ(language, sentence):
    assert repeated(language, sentence) == []
