"""How often anybody may ask, and that nobody's address is kept."""

from __future__ import annotations

import pytest
from django.conf import settings

from kuzet.web.api import replies
from kuzet.web.api.limit import DAY, Limit


class Clock:
    now = 1_000_000 * 60

    def __call__(self):
        return self.now


def test_the_request_above_the_limit_waits_for_the_next_window():
    clock = Clock()
    limit = Limit(2, clock)
    assert [limit.wait("192.0.2.1") for _ in range(3)] == [0, 0, 60]
    assert limit.wait("192.0.2.2") == 0
    clock.now += 45
    assert limit.wait("192.0.2.1") == 15
    clock.now += 15
    assert limit.wait("192.0.2.1") == 0


def test_no_address_is_kept_and_its_key_changes_with_the_day():
    clock = Clock()
    limit = Limit(2, clock)
    limit.wait("192.0.2.1")
    before = set(limit._counted)
    assert "192.0.2.1" not in repr(vars(limit))
    clock.now += DAY
    limit.wait("192.0.2.1")
    assert len(limit._counted) == 1
    assert not before & set(limit._counted)


def test_two_processes_know_an_address_by_two_names():
    left, right = Limit(2, Clock()), Limit(2, Clock())
    left.wait("192.0.2.1")
    right.wait("192.0.2.1")
    assert set(left._counted) != set(right._counted)


def test_whoever_asks_too_often_is_told_when_to_come_back(served, monkeypatch):
    monkeypatch.setattr(replies, "limit", Limit(1, Clock()))
    answers = [served.get("/api/v1/editions") for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 429]
    assert answers[1]["Retry-After"] == "60"
    assert answers[1].json()["error"]["message"] == "too many requests; next in 60 s"


@pytest.mark.parametrize(("name", "counted"), [("", 1), ("desk.example.org", 2)], ids=["alone", "behind a server"])
def test_an_address_told_by_a_header_counts_only_behind_our_own_server(served, monkeypatch, name, counted):
    limit = Limit(10, Clock())
    monkeypatch.setattr(replies, "limit", limit)
    monkeypatch.setitem(settings.__dict__, "NAME", name)
    for one in ("203.0.113.1, 198.51.100.1", "198.51.100.2"):
        served.get("/api/v1/editions", headers={"X-Forwarded-For": one})
    assert len(limit._counted) == counted
