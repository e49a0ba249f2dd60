"""Requests to one host are kept apart and few; hosts do not wait for each other."""

from __future__ import annotations

import threading
import time

import pytest
from tests.adapters.fetching.servers import Hands, answer, fetching, moved, network

from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.politeness import Manners, Turns, polite
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.observatory.collect.plan import Politeness
from kuzet.observatory.collect.ports import Ask


@pytest.fixture
def hands():
    return Hands()


def turns(hands, **manners):
    return Turns(Manners(**manners), hands.clock)


def test_a_first_request_does_not_wait(hands):
    with turns(hands).turn("site.kz"):
        assert hands.slept == [0]


def test_the_next_request_waits_from_the_end_of_the_last(hands):
    line = turns(hands, usual=Politeness(delay=2.0))
    with line.turn("site.kz"):
        hands.time += 5.0
    hands.time += 0.5
    with line.turn("site.kz"):
        assert hands.slept == [0, 1.5]


def test_after_the_delay_no_request_waits(hands):
    line = turns(hands, usual=Politeness(delay=2.0))
    with line.turn("site.kz"):
        pass
    hands.time += 2.0
    with line.turn("site.kz"):
        assert hands.slept == [0, 0]


def test_other_hosts_do_not_wait(hands):
    line = turns(hands, usual=Politeness(delay=2.0))
    for host in ("a.kz", "b.kz", "c.kz"):
        with line.turn(host):
            pass
    assert hands.slept == [0, 0, 0]


def test_a_host_may_be_treated_in_its_own_way(hands):
    line = turns(hands, usual=Politeness(delay=2.0), hosts={"slow.kz": Politeness(delay=30.0)})
    for host in ("slow.kz", "slow.kz", "quick.kz", "quick.kz"):
        with line.turn(host):
            pass
    assert hands.slept == [0, 30, 0, 2]


def test_a_turn_that_fails_is_a_turn(hands):
    line = turns(hands, usual=Politeness(delay=2.0))
    with pytest.raises(KeyError), line.turn("site.kz"):
        raise KeyError
    with line.turn("site.kz"):
        assert hands.slept == [0, 2]


def test_a_request_that_is_told_to_come_later_takes_no_turn(hands):
    line = turns(hands, usual=Politeness(delay=100.0))
    with line.turn("site.kz"):
        pass
    for _ in range(3):
        with pytest.raises(Trouble, match="comes in 100 seconds"), line.turn("site.kz"):
            pass
    hands.time += 100.0
    with line.turn("site.kz"):
        assert hands.slept == [0, 0]


@pytest.mark.parametrize("at_once", [1, 3])
def test_no_more_requests_than_allowed_are_under_way_at_once(at_once):
    line = Turns(Manners(usual=Politeness(delay=0.0, at_once=at_once)), Clock())
    now, most, lock = [0], [0], threading.Lock()

    def step(ask, allowance):  # noqa: ARG001
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        time.sleep(0.03)
        with lock:
            now[0] -= 1

    ask, allowance = polite(step, line), Allowance(1.0, 1, Clock())
    threads = [threading.Thread(target=ask, args=(Ask(url="http://site.kz/"), allowance)) for _ in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [at_once]


def test_requests_at_once_begin_apart_from_each_other():
    line = Turns(Manners(usual=Politeness(delay=0.1, at_once=4)), Clock())
    begun, start = [], time.monotonic()

    def take():
        with line.turn("site.kz"):
            begun.append(time.monotonic())

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # A machine at work lets a request begin later than its turn, never sooner.
    assert [number for number, moment in enumerate(sorted(begun)) if moment - start < 0.1 * number - 0.02] == []


def test_the_host_with_and_without_a_dot_is_one_host(site, hands):
    site.pages["/"] = answer()
    fetch = fetching(network({"site.kz": site.at}), clock=hands.clock, politeness=Politeness(delay=2.0))
    fetch("http://site.kz/")
    fetch("http://SITE.kz./")
    assert hands.slept == [0, 2, 2]
    assert site.paths == ["/robots.txt", "/", "/"]


def test_redirects_within_a_host_wait_too(site, hands):
    site.pages |= {"/": moved("/new"), "/new": answer()}
    fetch = fetching(network({"site.kz": site.at}), clock=hands.clock, politeness=Politeness(delay=2.0))
    fetch("http://site.kz/")
    assert hands.slept == [0, 2, 2]
