"""What a list of years, the parts of a year and a column of changes say of the other numbers of a text."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check
from kuzet.observatory.write.check.parse import parse

YEARS = (
    "Attacks in Georgia, 2023\n\nIn 2023 monitors recorded 214 attacks. By year: 2021: 201, 2022: 163, 2023: 214.\n\n"
)


def judged(text, language, kind):
    return [(one.verdict, one.should_be) for one in check(text, language) if one.kind is kind]


@pytest.mark.parametrize(
    ("claim", "kind", "expected"),
    [
        ("Compared with 2021, the total rose by 6.5%.", Kind.CHANGE, (Verdict.HOLDS, "")),
        ("Compared with 2021, the total rose by 16.5%.", Kind.CHANGE, (Verdict.DIFFERS, "6.5%")),
        ("This is the highest figure since 2021.", Kind.RECORD, (Verdict.HOLDS, "")),
        ("In three years 578 attacks were recorded.", Kind.PERIOD, (Verdict.HOLDS, "")),
        ("In three years 598 attacks were recorded.", Kind.PERIOD, (Verdict.DIFFERS, "578")),
        ("The median of the three years is 201 attacks.", Kind.PERIOD, (Verdict.HOLDS, "")),
        ("In the first half of the year 101 attacks took place, in the second 113.", Kind.PERIOD, (Verdict.HOLDS, "")),
        (
            "In the first half of the year 101 attacks took place, in the second 123.",
            Kind.PERIOD,
            (Verdict.DIFFERS, "214"),
        ),
        ("On average there were 17.8 attacks a month.", Kind.PERIOD, (Verdict.HOLDS, "")),
    ],
)
def test_a_list_of_years_serves_what_is_said_of_them_elsewhere(claim, kind, expected):
    assert judged(YEARS + claim, "en", kind) == [expected]


@pytest.mark.parametrize(
    "claim",
    [
        "Compared with 2021, the number of attacks on bloggers rose by 16.5%.",
        "Compared with 2021, the number of blocked sites rose by 16.5%.",
    ],
)
def test_a_change_of_something_narrower_is_not_held_against_the_list(claim):
    assert judged(YEARS + claim, "en", Kind.CHANGE) == [(Verdict.UNCHECKABLE, "")]


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("2023 жылы 96 оқиға тіркелді. Бес жылда барлығы 392 оқиға болды.", "kk", 96),
        ("В 2021 году произошло 138 нападений. С 2017 года задокументировано 385 нападений.", "ru", 138),
        ("Attacks on journalists in Azerbaijan rose last year, to 158 from 119 in 2019.", "en", 158),
        ("Всего инцидентов: 146 (2022 год — 132). Физических: 17.", "ru", 146),
    ],
)
def test_the_whole_of_a_text_is_the_number_of_its_year(text, language, whole):
    assert parse(text, language).total.mention.value == whole


def test_a_column_of_changes_is_held_to_the_two_columns_that_most_rows_show():
    rows = ["| City | 2021 | 2022 | Change |", "|---|---|---|---|", "| A | 80 | 92 | +15% |", "| B | 20 | 17 | −15% |"]
    table = "\n".join([*rows, "| C | 12 | 15 | +25% |", "| D | 20 | 22 | +20% |"])
    assert judged(table, "en", Kind.CHANGE) == [(Verdict.DIFFERS, "+10%")]


def test_the_shares_of_a_list_that_adds_up_to_the_whole_are_of_it():
    text = "Всего инцидентов: 240 (в 2019-м — 200).\n\nВласти — 168 (70%), частные — 48 (20%), неизвестные — 24 (12%)."
    assert (Verdict.DIFFERS, "10%") in judged(text, "ru", Kind.SHARE)
