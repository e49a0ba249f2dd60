"""Each status has its weight, what a server asks for is read, and a conditional request costs no body."""

from __future__ import annotations

import pytest
from tests.adapters.fetching.servers import NOW, Hands, answer, fetching, network

from kuzet.adapters.fetching.answers import first, retry_after
from kuzet.observatory.collect.ports import Failed, Fetched

WEIGHTS = [
    (404, "hard"),
    (410, "hard"),
    (401, "hard"),
    (403, "hard"),
    (451, "hard"),
    (408, "temporary"),
    (425, "temporary"),
    (429, "temporary"),
    (500, "temporary"),
    (502, "temporary"),
    (503, "temporary"),
    (504, "temporary"),
    (204, "soft"),
    (206, "soft"),
    (300, "soft"),
    (304, "soft"),
]


@pytest.mark.parametrize(("status", "weight"), WEIGHTS)
def test_a_status_has_its_weight(fetch, site, status, weight):
    site.pages["/"] = answer(status) if status not in (204, 304) else f"HTTP/1.1 {status} X\r\n\r\n".encode()
    got = fetch("http://site.kz/")
    assert isinstance(got, Failed)
    assert (got.status, got.weight) == (status, weight)
    assert got.why == f"'http://site.kz/': status {status}, expected 200"


@pytest.fixture
def at_noon(site):
    """Fetches at twelve o'clock of 26 November 2026, which was a Thursday."""
    return fetching(network({"site.kz": site.at}), clock=Hands().clock)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("Thu, 26 Nov 2026 12:05:00 GMT", 300.0),
        ("Thursday, 26-Nov-26 12:05:00 GMT", 300.0),
        ("Thu, 26 Nov 2026 17:05:00 +0500", 300.0),
        ("Thu, 26 Nov 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("1e9", None),
        ("9999999999", None),
        ("", None),
    ],
)
def test_what_a_busy_server_asks_for_is_read(at_noon, site, status, said, seconds):
    site.pages["/"] = answer(status, [f"Retry-After: {said}"])
    got = at_noon("http://site.kz/")
    assert got.weight == "temporary"
    assert got.retry_after == seconds


@pytest.mark.parametrize(
    "text", ["Thu, 99 Nov 2026 12:00:00 GMT", "Thu, 26 Nov 99999999999 12:00:00 GMT", "\x00", "1" * 5000]
)
def test_nonsense_is_no_time_to_wait(text):
    assert retry_after(text, NOW) is None


def test_a_conditional_request_sends_its_validators_and_gives_an_empty_body(fetch, site):
    site.pages["/"] = b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n'
    got = fetch("http://site.kz/", etag='"a"', last_modified="Thu, 26 Nov 2026 12:00:00 GMT")
    assert isinstance(got, Fetched)
    assert (got.status, got.body) == (304, b"")
    head = site.seen[-1][2]
    assert '\r\nIf-None-Match: "a"\r\n' in head
    assert "\r\nIf-Modified-Since: Thu, 26 Nov 2026 12:00:00 GMT\r\n" in head


def test_a_request_without_validators_is_not_conditional(fetch, site):
    site.pages["/"] = answer()
    fetch("http://site.kz/")
    assert "If-" not in site.seen[-1][2]


def test_a_validator_that_would_break_the_request_is_refused(fetch, site):
    got = fetch("http://site.kz/", etag='"a"\r\nX-Injected: 1')
    assert got.weight == "hard"
    assert "the request would break HTTP" in got.why
    assert site.paths == ["/robots.txt"]


def test_an_answer_tells_all_that_is_evidence(at_noon, site):
    site.pages["/a?b=%D3%99"] = answer(
        headers=['ETag: W/"x"', "Set-Cookie: a=1", "Set-Cookie: b=2"], body="Сәлем".encode()
    )
    got = at_noon("http://site.kz/a?b=ә")
    assert got.url == "http://site.kz/a?b=ә"
    assert got.final == "http://site.kz/a?b=ә"
    assert got.status == 200
    assert got.body.decode() == "Сәлем"
    assert got.at == NOW
    assert got.address == "127.0.0.2"
    assert got.response == (("Content-Length", "10"), ("ETag", 'W/"x"'), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    assert dict(got.request)["Host"] == "site.kz"


def test_of_a_header_that_stands_twice_the_first_counts():
    assert first((("A", "1"), ("a", "2")))["a"] == "1"
