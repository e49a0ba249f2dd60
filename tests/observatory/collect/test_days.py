"""The day that a date on a page names."""

from __future__ import annotations

import pytest

from kuzet.observatory.collect.days import day


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-05-13", "2024-05-13"),
        ("2024-05-13T23:30:00+05:00", "2024-05-13"),
        ("2024-05-13 10:15:00", "2024-05-13"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("Mon, 13 May 2024 02:00:00 +0500", "2024-05-13"),
        ("13 May 2024 02:00 GMT", "2024-05-13"),
        ("1715580000", "2024-05-13"),
        ("1715580000000", "2024-05-13"),
        ("13 мая 2024", "2024-05-13"),
        ("13 мая 2024, 10:15", "2024-05-13"),
        ("10:15, 13.05.2024", "2024-05-13"),
        ("13 мамыр 2024", "2024-05-13"),
        ("2024 жылғы 13 мамыр", "2024-05-13"),
        ("13 мамыр, 2024 жыл 10:15", "2024-05-13"),
        ("May 13, 2024", "2024-05-13"),
        ("2024 жылғы мамыр", "2024-05"),
        ("май 2024", "2024-05"),
    ],
)
def test_a_date_keeps_the_day_and_the_precision_that_are_written(written, date):
    assert str(day(written)) == date


@pytest.mark.parametrize(
    "written",
    [
        "",
        "вчера",
        "10:15",
        "30 февраля 2024",
        "2024-02-30",
        "13 мая",
        "0001-01-01",
        "3024-05-13",
        "99999999999",
        "x" * 500,
    ],
)
def test_what_is_no_whole_date_is_none(written):
    assert day(written) is None
