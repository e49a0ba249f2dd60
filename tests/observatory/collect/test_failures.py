"""When an address is asked again: later the more it fails, never too late, and not for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet.observatory.collect.failures import (
    DAY,
    PAGE,
    START,
    WEIGHTS,
    Bounds,
    after_failure,
    backed_off,
)
from kuzet.observatory.collect.ports import Failed

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)

weights = st.sampled_from(sorted(WEIGHTS))
waits = st.none() | st.floats(0, 10**9)
bounds = st.builds(Bounds, every=st.floats(1.0, 10**6), most=st.floats(0.25, 20))


def failed(weight="soft", retry_after=None, at=NOON, why="broken"):
    return Failed(url="http://site.kz/", weight=weight, why=why, at=at, retry_after=retry_after)


def hours(standing):
    return (standing.next - NOON) / timedelta(hours=1)


def many(weight, bounds):
    """Failures of this weight in a row until the address is paused, each at the time that the last one left."""
    standing = after_failure(None, failed(weight), bounds)
    yield standing
    while standing.next:
        standing = after_failure(standing, failed(weight, at=standing.next), bounds)
        yield standing


@pytest.mark.parametrize(("weight", "after"), [("hard", 2.0), ("soft", 1.414), ("temporary", 1.189)])
def test_a_first_failure_is_waited_out_by_its_weight(weight, after):
    standing = after_failure(None, failed(weight), START)
    assert round(hours(standing), 3) == after
    assert standing.failures == WEIGHTS[weight]
    assert standing.why == "broken"


def test_each_hard_failure_doubles_the_wait_up_to_a_day():
    assert [round(backed_off(number, START) / 3600) for number in range(1, 8)] == [2, 4, 8, 16, 24, 24, 24]


def test_two_soft_and_four_temporary_failures_weigh_as_one_hard_one():
    sums = [
        list(many(weight, START))[count - 1].failures for weight, count in (("hard", 1), ("soft", 2), ("temporary", 4))
    ]
    assert sums == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("bounds", "weight", "count", "days"),
    [
        (START, "hard", 10, 6.25),
        (START, "temporary", 40, 26.66),
        (PAGE, "hard", 6, 2.25),
        (PAGE, "temporary", 24, 10.66),
    ],
)
def test_failures_in_a_row_pause_an_address(bounds, weight, count, days):
    standings = list(many(weight, bounds))
    assert len(standings) == count
    assert standings[-1].next is None
    assert standings[-1].why == "broken"
    assert round((standings[-2].next - NOON) / timedelta(days=1), 2) == days


def test_what_the_server_asks_for_is_kept_up_to_a_day():
    assert hours(after_failure(None, failed("temporary", retry_after=7_200.0), START)) == 2.0
    assert hours(after_failure(None, failed("temporary", retry_after=10**7), START)) == 24.0
    assert hours(after_failure(None, failed("hard", retry_after=60.0), START)) == 2.0


def test_an_interval_longer_than_a_day_is_not_shortened_by_a_failure():
    assert hours(after_failure(None, failed("hard"), Bounds(every=7 * DAY, most=10))) == 168.0


@given(weights, waits, bounds)
def test_the_next_attempt_lies_ahead_and_never_further_than_the_cap(weight, wait, bounds):
    standing = after_failure(None, failed(weight, retry_after=wait), bounds)
    if standing.next:
        assert bounds.every - 0.001 <= (standing.next - NOON).total_seconds() <= max(bounds.every, DAY) + 0.001


@given(st.lists(weights, max_size=90), bounds)
def test_nothing_is_tried_without_bound(row, bounds):
    standing, tried = None, 0
    for weight in row:
        standing = after_failure(standing, failed(weight), bounds)
        tried += 1
        if standing.next is None:
            break
    assert tried <= bounds.most / 0.25 + 1
    assert standing is None or (standing.next is None) == (standing.failures >= bounds.most)


@given(st.floats(0, 20), st.floats(0, 20), bounds)
def test_more_failures_never_mean_a_shorter_wait(less, more, bounds):
    assert backed_off(min(less, more), bounds) <= backed_off(max(less, more), bounds)


@given(waits, bounds)
def test_a_request_of_the_server_never_shortens_the_wait(wait, bounds):
    asked, not_asked = (after_failure(None, failed(retry_after=seconds), bounds).next for seconds in (wait, None))
    assert (asked is None and not_asked is None) or asked >= not_asked
