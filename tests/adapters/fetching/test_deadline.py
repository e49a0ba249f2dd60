"""One deadline over everything that a server does, however slowly it does it."""

from __future__ import annotations

import threading
import time

import httpcore2
import pytest
from tests.adapters.fetching.servers import answer, dripping, fetching, listening, moved, network

from kuzet.adapters.fetching.network import Network
from kuzet.adapters.fetching.once import Caps
from kuzet.observatory.collect.plan import Politeness
from kuzet.observatory.collect.ports import Failed

SHORT = Caps(seconds=0.5)
SLOW = [
    ("body", lambda: dripping(answer(body=b"x" * 1000)[:-900], 0.02)),
    ("head", lambda: dripping(b"HTTP/1.1 200 OK\r\nX-Filler: " + b"x" * 1000, 0.02)),
    ("status", lambda: dripping(b"HTTP/1.1 " + b"2" * 1000, 0.02)),
    ("chunks", lambda: dripping(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 900, 0.002)),
    ("hints", lambda: dripping(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100, 0.002)),
    ("silence", lambda: dripping(b"H", 1.0)),
]


def timed(fetch, url="http://site.kz/"):
    start = time.monotonic()
    got = fetch(url)
    return got, time.monotonic() - start


@pytest.fixture
def hurried(site):
    fetch = fetching(network({"site.kz": site.at}), caps=SHORT)
    fetch("http://site.kz/robots.txt")  # so that its robots.txt is known
    return fetch


@pytest.mark.parametrize("pages", [pages for _, pages in SLOW], ids=[name for name, _ in SLOW])
def test_an_answer_that_drips_ends_at_the_deadline(hurried, site, pages):
    site.pages["/"] = pages
    got, seconds = timed(hurried)
    assert isinstance(got, Failed)
    assert got.weight == "temporary"
    assert got.why == "'http://site.kz/': no end of the answer within 0.5 seconds"
    assert 0.4 < seconds < 2.0


def test_redirects_share_one_deadline(hurried, site):
    for number in range(5):
        site.pages[f"/{number}"] = lambda to=f"/{number + 1}": slowly(moved(to))
    got, seconds = timed(hurried, "http://site.kz/0")
    assert "no end of the answer within 0.5 seconds" in got.why
    assert seconds < 2.0


def slowly(data):
    time.sleep(0.2)
    yield data


def test_a_deadline_of_reads_alone_would_not_end_a_dripping_answer(site):
    site.pages["/"] = lambda: dripping(answer(body=b"x" * 60), 0.02)
    with httpcore2.ConnectionPool() as pool:
        start = time.monotonic()
        pool.request("GET", f"http://{site.at}/", extensions={"timeout": {"connect": 0.5, "read": 0.5}})
    assert time.monotonic() - start > 1.0


def test_a_server_that_takes_a_connection_and_says_nothing_of_tls_ends_at_the_deadline():
    with listening(lambda connection: time.sleep(1)) as at:  # noqa: ARG005
        got, seconds = timed(fetching(network({"site.kz": at}), caps=SHORT), "https://site.kz/")
    assert "no end of the answer within 0.5 seconds" in got.why
    assert seconds < 2.0


def test_a_handshake_that_drips_ends_at_the_deadline():
    def drip(connection):
        for piece in dripping(b"\x16\x03\x03\x10\x00" + b"\x02" * 200, 0.02):
            connection.send(piece)

    with listening(drip) as at:
        got, seconds = timed(fetching(network({"site.kz": at}), caps=SHORT), "https://site.kz/")
    assert "no end of the answer within 0.5 seconds" in got.why
    assert seconds < 2.0


def test_an_answer_that_drips_within_tls_ends_at_the_deadline(safe, trusting):
    safe.pages["/"] = lambda: dripping(b"HTTP/1.1 200 OK\r\nX-Filler: " + b"x" * 1000, 0.02)
    fetch = fetching(network({"site.kz": safe.at}), caps=SHORT, tls=trusting)
    got, seconds = timed(fetch, "https://site.kz/")
    assert "no end of the answer within 0.5 seconds" in got.why
    assert seconds < 2.0


def test_a_resolver_that_hangs_ends_at_the_deadline():
    fetch = fetching(Network(resolve=lambda *_: time.sleep(1.5) or []), caps=SHORT)
    got, seconds = timed(fetch)
    assert got.weight == "temporary"
    assert "the name site.kz was not found within" in got.why
    assert seconds < 1.4


def test_waiting_for_a_turn_does_not_count(site):
    site.pages["/"] = answer(body=b"whole")
    fetch = fetching(network({"site.kz": site.at}), caps=SHORT, politeness=Politeness(delay=0.7))
    got, seconds = timed(fetch)
    assert got.body == b"whole"
    assert seconds > 0.6


def test_slow_hosts_do_not_hold_up_quick_ones(serve):
    slow, quick = serve(), serve()
    slow.pages["*"], quick.pages["*"] = (
        lambda: dripping(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 1000, 0.02),
        answer(body=b"whole"),
    )
    hosts = {f"slow{number}.kz": slow.at for number in range(8)} | {"quick.kz": quick.at}
    fetch = fetching(network(hosts), caps=Caps(seconds=2.0))
    threads = [threading.Thread(target=fetch, args=(f"http://slow{number}.kz/",)) for number in range(8)]
    for thread in threads:
        thread.start()
    got, seconds = timed(fetch, "http://quick.kz/")
    for thread in threads:
        thread.join()
    assert got.body == b"whole"
    assert seconds < 1.5
