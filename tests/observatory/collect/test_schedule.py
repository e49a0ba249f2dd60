"""Who is asked next."""

from __future__ import annotations

from datetime import UTC, datetime

from kuzet.basis.dates import EventDate
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.ports import Ask
from kuzet.observatory.collect.schedule import Task, Turns, is_recent

AT = datetime(2026, 3, 31, tzinfo=UTC)


def task(url, kind="page", source="s"):
    return Task(ask=Ask(url=url), source=source, kind=kind)


def taken(turns, count=100):
    found = [turns.take() for _ in range(count)]
    return [one.ask.url.removeprefix("http://") for one in found if one]


def test_a_host_with_a_request_under_way_is_not_asked_again_before_it_is_done():
    turns = Turns({})
    first = task("http://slow/1")
    for one in (first, task("http://slow/2"), task("http://quick/1")):
        turns.add(one)
    assert taken(turns) == ["slow/1", "quick/1"]
    turns.done(first)
    assert taken(turns) == ["slow/2"]


def test_a_host_may_have_as_many_requests_under_way_as_its_source_allows():
    turns = Turns({"s": 2})
    for number in range(3):
        turns.add(task(f"http://a/{number}"))
    assert taken(turns) == ["a/0", "a/1"]


def test_start_pages_come_first_then_pages_to_be_looked_at_again():
    turns = Turns({"s": 9})
    for kind in ("page", "again", "start"):
        turns.add(task(f"http://a/{kind}", kind))
    assert taken(turns) == ["a/start", "a/again", "a/page"]


def test_hosts_take_turns():
    turns = Turns({"s": 9})
    for name in ("a/1", "a/2", "a/3", "b/1"):
        turns.add(task(f"http://{name}"))
    assert taken(turns) == ["a/1", "b/1", "a/2", "a/3"]


def test_a_source_has_no_more_turns_in_a_round_than_its_bound():
    turns = Turns({"s": 9}, most=2)
    assert [turns.add(task(f"http://a/{number}")) for number in range(3)] == [True, True, False]
    turns.renew()
    assert turns.add(task("http://a/2"))


def test_an_address_that_waits_is_not_added_twice():
    turns = Turns({})
    assert [turns.add(task("http://a/1")), turns.add(task("http://a/1"))] == [True, False]


def test_an_address_is_known_while_it_waits_or_is_under_way():
    turns, one = Turns({}), task("http://a/1")
    turns.add(one)
    assert "http://a/1" in turns.known
    turns.take()
    assert "http://a/1" in turns.known
    turns.done(one)
    assert "http://a/1" not in turns.known


def test_turns_are_idle_when_all_is_done():
    turns = Turns({})
    turns.add(task("http://a/1"))
    one = turns.take()
    assert not turns.idle()
    turns.done(one)
    assert turns.idle()


def entry(published, **more):
    return Entry(url="http://a/1", published=EventDate.parse(published) if published else None, **more)


def test_a_page_of_the_last_thirty_days_is_followed_and_an_older_one_left_to_a_backfill():
    assert is_recent(entry("2026-03-01"), AT)
    assert not is_recent(entry("2026-02-28"), AT)


def test_a_page_without_a_date_and_a_further_sitemap_are_followed():
    assert is_recent(entry(None), AT)
    assert is_recent(entry("2001-01-01", sitemap=True), AT)
