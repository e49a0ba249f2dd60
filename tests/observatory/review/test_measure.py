"""The figures of readings against golden rows, and what is said of those under their floors."""

from __future__ import annotations

import pytest

from kuzet.observatory.review import measure


@pytest.mark.parametrize(
    ("golden", "date", "agrees"),
    [
        ("2024-05", "2024-05-13", True),
        ("2024-05-13", "2024-05", False),
        ("--05-13", "2024-05-13", True),
        ("--05-13", "--05-13", True),
        ("--05", "2024-05-13", True),
        ("--05", "2024-11-05", False),
        ("2024", None, False),
    ],
)
def test_a_date_agrees_when_it_lies_within_the_golden_one(golden: str, date: str | None, agrees: bool) -> None:
    assert measure.is_dated(golden, {"date": date, "when": date}) is agrees


def test_a_golden_range_is_compared_with_the_whole_answer_night_or_not() -> None:
    line = {"date": "2024-05-12", "when": "2024-05-11/2024-05-12 night"}
    assert measure.is_dated("2024-05-11/2024-05-12", line)
    assert not measure.is_dated("2024-05-10/2024-05-12", line)


def test_a_figure_under_its_floor_is_named_and_one_on_it_is_not() -> None:
    assert measure.below("kk/test", {"date": 0.8, "place": 0.9}, {"date": 0.9, "place": 0.9}) == [
        "kk/test/date: 0.8 is under its floor 0.9"
    ]


def test_a_floor_of_a_figure_that_was_not_measured_is_named() -> None:
    assert measure.below("kk/test", {}, {"articles": 0.9}) == ["kk/test/articles: not measured, and its floor is 0.9"]
