"""Claims over several sentences, tables and a release."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Kind, Verdict, check

YEARS = "In 2021, {now} physical attacks were recorded. In 2019 there were 9 such attacks, in 2020 14 such attacks."


def found(text, kind, language="en"):
    return [(one.verdict.value, one.should_be, one.why) for one in check(text, language) if one.kind is kind]


def test_a_total_that_is_told_differently_later_differs():
    text = "In 2021, 347 attacks were recorded.\n\nOver 2021, as said, 374 attacks were recorded."
    assert found(text, Kind.REPEAT) == [("differs", "347", "374 here, 347 on line 1")]


def test_one_thing_with_two_numbers_is_ambiguous_since_definitions_may_differ():
    text = (
        "In 2021, 300 attacks were recorded.\n\nObstruction (48 cases) led.\n\nObstruction (41 cases) was told of too."
    )
    assert [one[0] for one in found(text, Kind.REPEAT)] == ["ambiguous"]


def test_numbers_of_different_years_and_things_are_no_repeats():
    text = (
        "In 2021, 300 attacks were recorded. Lawsuits (61 cases) rose; in 2020 there were 46 lawsuits. Searches (40)."
    )
    assert found(text, Kind.REPEAT) == []


@pytest.mark.parametrize(
    ("claim", "verdict", "should_be"),
    [
        ("This is the lowest number since 2019.", "holds", ""),
        ("This is the highest number since 2019.", "differs", "highest since 2020"),
        ("This is one of the lowest numbers since 2017.", "holds", ""),
    ],
)
def test_a_superlative_is_judged_by_the_years_of_the_text(claim, verdict, should_be):
    text = YEARS.format(now=4) + "\n\nIn 2021, four physical attacks were recorded. " + claim
    assert [one[:2] for one in found(text, Kind.RECORD)] == [(verdict, should_be)]


def test_a_superlative_without_numbers_of_the_years_cannot_be_checked():
    text = "In 2021, 4 physical attacks were recorded. This is the lowest number since 2018."
    assert found(text, Kind.RECORD) == [("uncheckable", "", "the text gives no numbers of the years from 2018 on")]


def test_a_rest_told_in_the_next_sentence_makes_a_rough_share_ambiguous():
    text = "Of the suits, 56% (34 out of 61) were private. Almost 90% of their suits were civil. In five cases not."
    told = [one for one in found(text, Kind.SHARE) if one[0] == "ambiguous"]
    assert told == [("ambiguous", "85%", "if the 5 are the rest of the 34, it is 85.29%")]


TABLE = """| Category | Authorities | Unknown | Total |
|---|---|---|---|
| Physical | 1 | 3 | 4 |
| Not physical | 44 | 81 | {legal} |
| Total | 45 | 84 | 129 |"""


def test_a_table_that_adds_up_is_silent_in_rows_and_columns():
    assert {one[0] for one in found(TABLE.format(legal=125), Kind.SPLIT)} == {"holds"}


def test_a_wrong_cell_is_found_by_its_row_and_its_column():
    told = [one[1:] for one in found(TABLE.format(legal=135), Kind.SPLIT) if one[0] == "differs"]
    assert told == [("125", "135 should be 125: 4 + 135 = 139; 44 + 81 = 125")]


def test_a_share_in_a_table_is_checked_against_its_total():
    text = "| Kind | Cases | Share |\n| Fine | 12 | 40% |\n| Arrest | 9 | 39% |\n| Search | 9 | 30% |\n| Total | 30 | |"
    assert found(text, Kind.SHARE) == [("differs", "30%", "9 of 30 is 30%")]


def test_a_cell_that_the_prose_contradicts_differs():
    text = "In 2021, 347 attacks were recorded.\n\n| Year | Incidents |\n| 2019 | 300 |\n| 2020 | 310 |\n| 2021 | 374 |"
    assert found(text, Kind.REPEAT) == [("differs", "347", "374 in the table, 347 in the text")]


class Known:
    """A registry of three numbers."""

    def count(self, where, year):
        return {("", 2021): 347, ("physical", 2021): 5, ("", 2020): 300}.get(
            (where.get("category", ("",))[0], year) if set(where) <= {"category"} else None
        )

    def indicator(self, *_):
        return None


def test_counts_are_compared_with_a_registry_where_the_words_name_the_question():
    text = "In 2021, 347 attacks were recorded. Of them, 4 were physical attacks. Nine men fled."
    told = [one for one in check(text, "en", Known()) if one.kind is Kind.RELEASE]
    assert [(one.verdict, one.should_be, one.why) for one in told][:2] == [
        (Verdict.HOLDS, "", "the release has 347: all incidents in 2021"),
        (Verdict.DIFFERS, "5", "the release has 5, not 4: category physical in 2021"),
    ]


def test_a_question_that_the_registry_does_not_know_cannot_be_checked():
    text = "In 2021, 347 attacks were recorded. Lawsuits (61 cases) rose."
    told = [one for one in check(text, "en", Known()) if one.kind is Kind.RELEASE][-1]
    assert (told.verdict, told.why) == (
        Verdict.UNCHECKABLE,
        "the release has no number for this question: method_group lawsuit in 2021",
    )


@pytest.mark.thorough
def test_a_megabyte_is_checked_in_seconds():
    import time

    text = "In 2021, 347 attacks were recorded. Of these, 218 (63%) were legal, 125 (36%) were not.\n\n" * 11_000
    start = time.process_time()
    assert len(check(text, "en")) > 1000
    assert time.process_time() - start < 60


RATES = """| Field | Same | Compared | Agreement |
| Category | 130 | 155 | 84% |
| Method | 78 | 155 | 50% |
| Place | 84 | 155 | {place} |
| Date | 89 | 155 | 57% |"""


def test_percentages_that_are_one_column_over_another_are_checked_in_each_row():
    assert found(RATES.format(place="54%"), Kind.SHARE) == []
    assert found(RATES.format(place="45%"), Kind.SHARE) == [
        ("differs", "54%", "84 of 155 is 54.19%, as in the other rows")
    ]


def test_a_total_that_no_share_of_its_table_is_of_differs():
    table = "| Kind | Cases | Share |\n| Online | 14 | 30% |\n| Offline | 33 | 70% |\n| Total | {} | |"
    assert found(table.format(47), Kind.SPLIT)[0][0] == "holds"
    assert ("differs", "47", "the shares are of 47, not of 37") in found(table.format(37), Kind.SPLIT)


def test_a_cell_of_a_cross_table_is_held_to_its_sums_however_far_it_is_off():
    told = [one[1] for one in found(TABLE.format(legal=925), Kind.SPLIT) if one[0] == "differs"]
    assert told == ["125"]
