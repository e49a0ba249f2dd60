"""One request and its answer, over streams whose every byte a test decides."""

from __future__ import annotations

import httpcore2
import pytest
from tests.adapters.fetching.servers import SITE, TLS, network

from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.exchange import Request, exchange
from kuzet.adapters.fetching.pinned import PinnedBackend
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.adapters.fetching.urls import parse

HOST = (("Host", "site.kz"),)


class Stream(httpcore2.NetworkStream):
    """Gives `pieces` and remembers what was sent; one that is `deaf` takes no request."""

    def __init__(self, pieces, *, deaf=False):
        self.pieces, self.deaf, self.sent, self.closed = list(pieces), deaf, b"", False

    def read(self, max_bytes, timeout=None):  # noqa: ARG002
        return self.pieces.pop(0) if self.pieces else b""

    def write(self, buffer, timeout=None):  # noqa: ARG002
        if self.deaf:
            raise httpcore2.WriteError("broken pipe")
        self.sent += buffer

    def close(self):
        self.closed = True


class Line(httpcore2.NetworkBackend):
    def __init__(self, stream):
        self.stream = stream

    def connect_tcp(self, *_):
        return self.stream


def asked(stream, body=None, headers=HOST):
    """Status, body and address of the answer."""
    backend = PinnedBackend(network({"site.kz": f"{SITE}:80"}, dial=Line(stream)))
    request = Request(parse("http://site.kz/a?b=1"), headers, body)
    with exchange(backend, TLS, request, Allowance(5.0, 10_000, Clock())) as answer:
        return answer.status, b"".join(answer.body), answer.address


def test_an_answer_may_come_in_any_pieces():
    whole = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
    stream = Stream(bytes([byte]) for byte in whole)
    assert asked(stream) == (200, b"hello", SITE)
    assert stream.sent == b"GET /a?b=1 HTTP/1.1\r\nHost: site.kz\r\n\r\n"


def test_words_before_the_answer_are_passed_over():
    stream = Stream([b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokplanted"])
    assert asked(stream) == (200, b"ok", SITE)


def test_a_server_that_answers_before_it_has_read_the_request_is_heard():
    assert asked(Stream([b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"], deaf=True)) == (403, b"", SITE)


def test_a_body_is_posted():
    stream = Stream([b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"])
    asked(stream, b"abc", (*HOST, ("Content-Length", "3")))
    assert stream.sent == b"POST /a?b=1 HTTP/1.1\r\nHost: site.kz\r\nContent-Length: 3\r\n\r\nabc"


@pytest.mark.parametrize(
    ("pieces", "why"),
    [
        ([], "the answer breaks HTTP: Server disconnected without sending a response."),
        ([b"no HTTP\r\n\r\n"], "the answer breaks HTTP: illegal status line"),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"], "the answer breaks HTTP: peer closed connection"),
        ([b"HTTP/1.1 200 OK\r\nX: " + b"x" * 9_000, b"x" * 2_000], "more than 10,000 bytes on the wire"),
    ],
)
def test_an_answer_that_is_none_is_told_and_its_connection_closed(pieces, why):
    stream = Stream(pieces)
    with pytest.raises(Trouble, match=why):
        asked(stream)
    assert stream.closed


def test_a_request_that_would_be_none_is_not_sent():
    stream = Stream([])
    with pytest.raises(Trouble, match="the request would break HTTP: ") as told:
        asked(stream, headers=(("Host", "a\r\nX: y"),))
    assert (told.value.weight, stream.sent, stream.closed) == ("hard", b"", True)
