"""What hosts ask of robots is kept, at every redirect, and asked for once a day."""

from __future__ import annotations

import threading

import pytest
from tests.adapters.fetching.servers import Hands, answer, fetching, moved, network

from kuzet.adapters.fetching import robots
from kuzet.observatory.collect.plan import Politeness
from kuzet.observatory.collect.ports import Failed, Fetched

DENIAL = answer(
    body=b"User-agent: *\nDisallow: /private/\nAllow: /private/open\n\nUser-agent: Kuzet\nDisallow: /kuzet/\n"
)


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def timed(site, hands):
    """Fetches with a clock that the test turns."""
    hosts = dict.fromkeys(("site.kz", "other.kz"), site.at)
    return fetching(network(hosts), clock=hands.clock, politeness=Politeness(delay=2.0))


def test_a_denied_address_is_not_asked_for(fetch, site):
    site.pages |= {"/robots.txt": answer(body=b"User-agent: *\nDisallow: /private/\n"), "*": answer()}
    got = fetch("http://site.kz/private/a")
    assert isinstance(got, Failed)
    assert (got.weight, got.status) == ("hard", None)
    assert got.why == "'http://site.kz/private/a': http://site.kz/robots.txt denies it to robots"
    assert site.paths == ["/robots.txt"]
    assert isinstance(fetch("http://site.kz/public"), Fetched)


def test_rules_for_us_by_name_go_before_those_for_all(fetch, site):
    site.pages |= {"/robots.txt": DENIAL, "*": answer()}
    assert "denies it" in fetch("http://site.kz/kuzet/a").why
    assert isinstance(fetch("http://site.kz/private/a"), Fetched)


def test_a_redirect_to_a_denied_address_is_not_followed(fetch, site):
    site.pages |= {"/robots.txt": DENIAL, "/": moved("http://other.kz/kuzet/a"), "/kuzet/a": answer()}
    got = fetch("http://site.kz/")
    assert "http://other.kz/robots.txt denies it to robots" in got.why
    assert site.paths == ["/robots.txt", "/", "/robots.txt"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_host_without_rules_allows_all(fetch, site, status):
    site.pages |= {"/robots.txt": answer(status), "/": answer()}
    assert isinstance(fetch("http://site.kz/"), Fetched)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_host_whose_rules_cannot_be_had_is_left_alone_for_now(fetch, site, status):
    site.pages |= {"/robots.txt": answer(status, ["Retry-After: 60"]), "/": answer()}
    got = fetch("http://site.kz/")
    assert (got.weight, got.retry_after) == ("temporary", 60.0)
    assert got.why == (
        "'http://site.kz/': its robots.txt comes first, and failed: "
        f"'http://site.kz/robots.txt': status {status}, expected 200"
    )
    assert site.paths == ["/robots.txt"]


def test_rules_are_asked_for_once_a_day(timed, site, hands):
    site.pages["/"] = answer()
    for _ in range(3):
        timed("http://site.kz/")
    assert site.paths.count("/robots.txt") == 1
    hands.time += 86_400
    timed("http://site.kz/")
    assert site.paths.count("/robots.txt") == 2


def test_rules_that_were_out_of_reach_are_asked_for_again_after_ten_minutes(timed, site, hands):
    site.pages |= {"/robots.txt": answer(503), "/": answer()}
    assert isinstance(timed("http://site.kz/"), Failed)
    assert isinstance(timed("http://site.kz/"), Failed)
    assert site.paths == ["/robots.txt"]
    site.pages["/robots.txt"] = answer()
    hands.time += 600
    assert isinstance(timed("http://site.kz/"), Fetched)


def test_each_host_has_its_own_rules(fetch, site):
    site.pages["*"] = answer()
    fetch("http://site.kz/")
    fetch("http://other.kz/")
    assert [(host, path) for host, path, _ in site.seen if path == "/robots.txt"] == [
        ("site.kz", "/robots.txt"),
        ("other.kz", "/robots.txt"),
    ]


def test_a_longer_delay_of_the_host_is_kept_for_that_host_alone(timed, site, hands):
    site.pages |= {"/robots.txt": answer(body=b"User-agent: *\nCrawl-delay: 10\n"), "/": answer()}
    timed("http://site.kz/")
    timed("http://site.kz/")
    assert hands.slept == [0, 10, 10]
    site.pages["/robots.txt"] = answer(body=b"User-agent: *\nCrawl-delay: 0.5\n")
    timed("http://other.kz/")
    timed("http://other.kz/")
    assert hands.slept[3:] == [0, 2, 2]


@pytest.mark.parametrize("delay", ["nan", "inf", "-5", "1e300", "soon"])
def test_a_delay_of_nonsense_does_not_hold_us_for_ever(timed, site, hands, delay):
    site.pages |= {"/robots.txt": answer(body=f"User-agent: *\nCrawl-delay: {delay}\n".encode()), "/": answer()}
    got = timed("http://site.kz/")
    assert isinstance(got, Fetched) or 60 < got.retry_after <= 86_400
    assert max(hands.slept) <= 60


def test_a_delay_longer_than_a_minute_gives_the_address_back_with_the_time_to_wait(timed, site):
    site.pages |= {"/robots.txt": answer(body=b"User-agent: *\nCrawl-delay: 300\n"), "/": answer()}
    got = timed("http://site.kz/")
    assert (got.weight, got.retry_after) == ("temporary", 300.0)
    assert got.why == "'http://site.kz/': the next turn of site.kz comes in 300 seconds"
    assert site.paths == ["/robots.txt"]


def test_threads_that_come_together_ask_for_the_rules_once(fetch, site):
    site.pages["/"] = answer()
    threads = [threading.Thread(target=fetch, args=("http://site.kz/",)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert site.paths.count("/robots.txt") == 1
    assert site.paths.count("/") == 8


def test_rules_in_another_charset_or_of_garbage_allow_what_they_do_not_name(fetch, site):
    site.pages |= {"/robots.txt": answer(body=bytes(range(256)) * 20 + b"\nDisallow: /\n"), "/": answer()}
    assert isinstance(fetch("http://site.kz/"), Fetched)


def test_of_rules_without_end_the_first_500_kibibytes_are_read(fetch, site):
    rules = b"User-agent: *\nDisallow: /a\n" + b"#" * 512_000 + b"\nDisallow: /b\n"
    site.pages |= {"/robots.txt": answer(body=rules), "/b": answer()}
    assert isinstance(fetch("http://site.kz/a"), Failed)
    assert isinstance(fetch("http://site.kz/b"), Fetched)


def test_hosts_that_nobody_asks_for_any_more_are_forgotten(site, monkeypatch):
    monkeypatch.setattr(robots, "HOSTS", 2)
    site.pages["*"] = answer()
    fetch = fetching(network({f"{letter}.kz": site.at for letter in "abc"}))
    for letter in "abcbca":
        fetch(f"http://{letter}.kz/")
    assert [host for host, path, _ in site.seen if path == "/robots.txt"] == ["a.kz", "b.kz", "c.kz", "a.kz"]
