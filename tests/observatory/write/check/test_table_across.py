"""The rows of one table as another table tells them."""

from __future__ import annotations

from kuzet.observatory.write.check import Verdict, check

TEXT = """In 2025 we counted 148 cases.

| Type | 2024 | 2025 |
| Threats and insults | 30 | 39 |
| Criminal cases | 60 | 62 |
| Online attacks | 15 | 22 |
| Denial of access | 19 | 25 |
| Total | 124 | 148 |

By quarter:

| Type | Q1 | Q2 | Q3 | Q4 |
| Threats | 8 | 13 | 7 | 11 |
| Criminal | 13 | 18 | 14 | 17 |
| Online | 5 | 8 | {} | 6 |
| Access | 5 | 8 | 5 | 7 |
| All | 31 | 47 | 29 | 41 |
"""


def test_a_row_that_another_table_sums_up_otherwise_has_the_wrong_cell():
    wrong = [one for one in check(TEXT.format(6), "en") if one.verdict is Verdict.DIFFERS]
    assert [(one.line, one.should_be) for one in wrong] == [(15, "3")]


def test_rows_that_agree_with_the_other_table_hold():
    assert [one for one in check(TEXT.format(3), "en") if one.verdict is Verdict.DIFFERS] == []
