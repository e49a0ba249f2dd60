"""Partial dates never gain a day that the source did not give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.errors import BadDate

WRITTEN = ["2024", "2024-09", "2024-09-20", "--05-13", "--05", "2024-09-12/2024-09-30", "2024-09-20/2024-09-21 night"]


@pytest.mark.parametrize("text", WRITTEN)
def test_every_written_form_comes_back_as_it_was(text):
    assert str(EventDate.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-13", "13 is not a month from 1 to 12"),
        ("2023-02-29", "29 is not a day of 2023-02"),
        ("20.09.2024", "'20.09.2024' is not a date such as 2024-09-20"),
        ("2024-09-20/2024-09-10", "'2024-09-20/2024-09-10' is not a range whose end is not before its start"),
    ],
)
def test_a_date_that_no_calendar_holds_is_refused_with_its_value(text, message):
    with pytest.raises(BadDate) as caught:
        EventDate.parse(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "precision"),
    [("2024", "year"), ("2024-09", "month"), ("2024-09-20", "day"), ("2024-09-12/2024-09-30", "range")],
)
def test_precision_is_that_of_the_source(text, precision):
    assert EventDate.parse(text).precision == precision


def test_a_night_between_two_days_is_as_exact_as_a_day_and_counts_in_the_month_it_began():
    night = EventDate.parse("2024-09-30/2024-10-01 night")
    assert (night.precision, night.year, night.month) == ("day", 2024, 9)


def test_a_month_reaches_from_its_first_to_its_last_day():
    month = EventDate.parse("2024-02")
    assert (str(month.first()), str(month.last())) == ("2024-02-01", "2024-02-29")


def test_a_missing_year_is_filled_from_the_document():
    assert str(EventDate.parse("--05-13").in_year(2024)) == "2024-05-13"


def test_the_twenty_ninth_of_february_falls_back_to_its_month_in_a_common_year():
    assert str(EventDate.parse("--02-29").in_year(2023)) == "2023-02"


def test_dates_three_days_apart_are_near_within_three_days_and_not_within_two():
    left, right = EventDate.parse("2024-07-17"), EventDate.parse("2024-07-20")
    assert left.within(right, days=3)
    assert not left.within(right, days=2)


def test_a_date_is_frozen():
    with pytest.raises(AttributeError, match="PartialDate is frozen: cannot set year"):
        PartialDate(2024).year = 2025


partial_dates = st.builds(
    lambda day, precision: PartialDate(day.year, *[day.month, day.day][:precision]), st.dates(), st.integers(0, 2)
)


@given(partial_dates)
def test_writing_and_reading_a_partial_date_changes_nothing(date):
    assert PartialDate.parse(str(date)) == date


@given(partial_dates, partial_dates)
def test_order_by_first_day_is_total(left, right):
    assert (left < right) + (right < left) + (left == right) == 1
