"""Whole reports of other countries and years (`tests/golden/reports/`), true and with one error at a time.

Those of Azerbaijan were written after the rules, and measured before a rule was looked at again.
`[[20%>>30%>>20%]]` in them is what is true, what is planted, and what the check must say that it should be.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kuzet.observatory.write.check import Verdict, check

REPORTS = sorted((Path(__file__).parents[3] / "golden" / "reports").glob("*.txt"))
PLANTED = re.compile(r"\[\[(.+?)>>(.+?)>>(.+?)\]\]")
NOT_FOUND = {("uzbekistan-2023_kk", "9-ы")}
"""Errors that are known not to be found."""


def differing(text, language):
    return [one for one in check(text, language) if one.verdict is Verdict.DIFFERS]


def with_error(raw, place):
    """The report with its planted error number `place` and no other."""
    numbers = iter(range(10**6))
    return PLANTED.sub(lambda found: found[2] if next(numbers) == place else found[1], raw)


def planted():
    for path in REPORTS:
        for place, (true, _, should) in enumerate(PLANTED.findall(path.read_text("utf-8"))):
            if (path.stem, true) not in NOT_FOUND:
                yield pytest.param(path, place, should, id=f"{path.stem}-{place}")


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_in_a_report_whose_numbers_hold_nothing_differs(path):
    text = with_error(path.read_text("utf-8"), -1)
    assert differing(text, path.stem[-2:]) == []
    assert sum(one.verdict is Verdict.HOLDS for one in check(text, path.stem[-2:])) >= 17


@pytest.mark.parametrize(("path", "place", "should_be"), list(planted()))
def test_one_planted_error_is_found_and_put_right(path, place, should_be):
    text = with_error(path.read_text("utf-8"), place)
    assert should_be in {one.should_be for one in differing(text, path.stem[-2:])}


def test_there_are_four_reports_in_each_language_with_errors_planted():
    found = {path.stem: len(PLANTED.findall(path.read_text("utf-8"))) for path in REPORTS}
    assert len(found) == 12
    assert sum(found.values()) == 114
