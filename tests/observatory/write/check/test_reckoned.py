"""Numbers that follow from those of the sentences just in front of them: totals, parts, opposite sides, averages.

The paragraphs stand in `reckoned.txt`: those with one wrong number, and their like whose numbers all hold.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kuzet.observatory.write.check import Verdict, check

LINES = Path(__file__).with_name("reckoned.txt").read_text("utf-8").splitlines()
ROWS = [line.split("|", 3) for line in LINES if not line.startswith("#")]


def of(kind, *, wrong):
    return [(language, text, should) for told, language, should, text in ROWS if told == kind and bool(should) == wrong]


def differing(text, language):
    return [one.should_be for one in check(text, language) if one.verdict is Verdict.DIFFERS]


@pytest.mark.parametrize(("language", "text", "should_be"), of("total", wrong=True))
def test_a_total_behind_its_parts_is_their_sum(language, text, should_be):
    assert should_be in differing(text, language)


@pytest.mark.parametrize(("language", "text", "should_be"), of("parts", wrong=True))
def test_parts_are_no_more_than_the_number_in_front_that_they_are_of(language, text, should_be):
    assert should_be in differing(text, language)


@pytest.mark.parametrize(("language", "text", "should_be"), of("sides", wrong=True))
def test_two_opposite_sides_are_no_more_than_their_whole(language, text, should_be):
    assert should_be in differing(text, language)


@pytest.mark.parametrize(("language", "text", "should_be"), of("average", wrong=True))
def test_an_average_is_that_of_its_list_or_of_its_sum(language, text, should_be):
    assert should_be in differing(text, language)


@pytest.mark.parametrize(("language", "text", "should_be"), of("stock", wrong=True))
def test_what_is_left_is_what_there_was_with_what_came_and_without_what_went(language, text, should_be):
    assert should_be in differing(text, language)


@pytest.mark.parametrize(("language", "text", "should_be"), of("bill", wrong=True))
def test_a_bill_is_the_sum_of_what_each_paid(language, text, should_be):
    assert should_be in differing(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [row[:2] for kind in ("total", "parts", "sides", "average", "stock", "bill") for row in of(kind, wrong=False)],
)
def test_numbers_that_add_up_and_those_of_other_things_raise_no_alarm(language, text):
    assert differing(text, language) == []
