"""When a collection is called ill."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kuzet.basis.document import Source
from kuzet.basis.names import Name
from kuzet.observatory.collect.health import Count, State, gaps, sources, usual_least
from kuzet.observatory.collect.plan import Expected, Plan

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def plan(ident, least=0, most=1000, panel=(2026,)):
    source = Source(id=ident, name=Name(en=ident), kind="news_site", languages=("kk",), country="KZ", panel_years=panel)
    return Plan(source=source, weekly=Expected(least=least, most=most))


def days(language, counts, source="a"):
    """A count for each day, today first."""
    return [Count(ago=ago, source=source, language=language, new=new) for ago, new in enumerate(counts) if new]


def told(counts, plans=(), year=2026):
    return [str(gap) for gap in gaps(counts, plans, year)]


def test_a_language_that_falls_silent_is_told_the_same_day():
    counts = [*days("ru", [20] * 63), *days("kk", [0] + [20] * 62)]
    assert told(counts) == ["language kk: 0 new in the last 24 hours, usual are 20, at least 9"]


@pytest.mark.parametrize(("usual", "least"), [(1, 0), (4, 0), (5, 1), (20, 9), (100, 73), (1000, 908)])
def test_the_usual_range_widens_with_the_square_root_of_the_count(usual, least):
    assert usual_least([usual] * 8) == least


def test_a_count_at_the_edge_of_the_usual_range_is_no_gap():
    assert told(days("kk", [9] + [20] * 62)) == []
    assert len(told(days("kk", [8] + [20] * 62))) == 1


def test_a_quiet_sunday_is_compared_with_sundays_and_not_with_mondays():
    week = [3, 20, 20, 20, 20, 20, 20]
    assert told(days("kk", week * 9)) == []


def test_a_small_language_is_told_after_a_week_of_silence():
    assert told(days("kk", [0] * 7 + [1] * 56)) == ["language kk: 0 new in the last 7 days, usual are 7, at least 2"]
    assert told(days("kk", [0] * 4 + [1] * 59)) == []


def test_two_bad_weeks_do_not_become_what_is_usual():
    counts = [0] + [20] * 6 + [0] * 14 + [20] * 42
    assert told(days("kk", counts)) == ["language kk: 0 new in the last 24 hours, usual are 20, at least 9"]


def test_nothing_is_told_before_four_weeks_are_known():
    assert told(days("kk", [0] + [20] * 27)) == []
    assert len(told(days("kk", [0] + [20] * 28))) == 1


def test_a_panel_is_the_sources_that_are_in_it_that_year():
    counts = [*days("", [20] * 63, "new"), *days("", [0] + [20] * 62, "old")]
    plans = [plan("old"), plan("new", panel=(2027,))]
    assert told(counts, plans) == ["panel 2026: 0 new in the last 24 hours, usual are 20, at least 9"]
    assert told(counts, plans, 2027) == []


def says(state=None, counts=(), **expected):
    (one,) = sources([state] if state else [], counts, [plan("a", **expected)])
    return one.says


def test_a_source_that_was_never_asked_says_so():
    assert says() == "never asked"


def test_a_source_with_fewer_documents_than_expected_is_told():
    state = State(source="a", last_attempt=NOON)
    counts = days("kk", [0, 0, 1, 0, 0, 0, 0, 50])
    assert says(state, counts, least=2) == "1 new in 7 days, expected at least 2"
    assert says(state, counts, least=1) == ""
    assert says(state, counts, least=0, most=0) == "1 new in 7 days, expected at most 0"


def test_a_source_that_fails_says_since_when():
    state = State(source="a", last_attempt=NOON, last_success=datetime(2026, 3, 1, tzinfo=UTC), weight=1.5)
    assert says(state) == "failing since 2026-03-01, weight 1.5"


def test_a_start_page_that_gives_nothing_is_worse_than_few_documents():
    state = State(source="a", last_attempt=NOON, broken="names no address")
    assert says(state, least=5) == "names no address"


def test_new_documents_are_counted_for_a_day_and_a_week():
    (one,) = sources([], days("kk", [3, 1, 0, 0, 0, 0, 1, 9]), [plan("a")])
    assert (one.day, one.week) == (3, 5)
