"""Bodies come whole or not at all, and cost no more than their caps."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import brotli
import pytest
from tests.adapters.fetching.servers import answer, fetching, network

from kuzet.adapters.fetching.bodies import ACCEPTED, unpacked
from kuzet.adapters.fetching.once import Caps
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.observatory.collect.ports import Failed, Fetched

TEXT = "Журналист қамауға алынды. ".encode() * 400
PACKED = {
    "gzip": gzip.compress(TEXT, mtime=0),
    "x-gzip": gzip.compress(TEXT, mtime=0),
    "deflate": zlib.compress(TEXT),
    "br": brotli.compress(TEXT),
    "identity": TEXT,
    "GZIP": gzip.compress(TEXT, mtime=0),
    "deflate, gzip": gzip.compress(zlib.compress(TEXT), mtime=0),
}


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def packed(body, coding):
    return answer(headers=[f"Content-Encoding: {coding}"], body=body)


@pytest.fixture
def capped(site):
    """Fetches at most 100,000 bytes on the wire and 1,000,000 bytes unpacked."""
    return fetching(network({"site.kz": site.at}), caps=Caps(wire=100_000, body=1_000_000))


@pytest.mark.parametrize(("coding", "body"), PACKED.items())
def test_each_encoding_is_taken_off(fetch, site, coding, body):
    site.pages["/"] = packed(body, coding)
    got = fetch("http://site.kz/")
    assert isinstance(got, Fetched)
    assert got.body == TEXT
    assert ("Content-Encoding", coding) in got.response


def test_deflate_without_its_header_is_read_too(fetch, site):
    site.pages["/"] = packed(raw_deflate(TEXT), "deflate")
    assert fetch("http://site.kz/").body == TEXT


def test_gzip_in_several_members_is_read_whole_and_what_follows_is_passed_over(fetch, site):
    site.pages["/"] = packed(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0\0", "gzip")
    assert fetch("http://site.kz/").body == b"one two"


@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize(("coding", "body"), PACKED.items())
def test_the_pieces_in_which_a_body_comes_make_no_difference(coding, body, size):
    chunks = (body[start : start + size] for start in range(0, len(body), size))
    codings = [part.strip().lower() for part in coding.split(",") if part != "identity"]
    assert unpacked(chunks, codings, 10**6) == TEXT


def test_members_cut_at_any_byte_are_put_together():
    body = gzip.compress(b"one ") + gzip.compress(b"two")
    for cut in range(1, len(body)):
        assert unpacked([body[:cut], body[cut:]], ["gzip"], 100) == b"one two"


@pytest.mark.parametrize("coding", ["utf-8", "none", "", "text/html"])
def test_what_is_no_encoding_is_passed_over_as_browsers_do(fetch, site, coding):
    site.pages["/"] = packed(TEXT, coding)
    assert fetch("http://site.kz/").body == TEXT


BOMBS = {
    "gzip": lambda: gzip.compress(bytes(2**26), 9),
    "deflate": lambda: zlib.compress(bytes(2**26), 9),
    "br": lambda: brotli.compress(bytes(2**26), quality=5),
    "gzip, gzip": lambda: gzip.compress(gzip.compress(bytes(2**27), 9), 9),
}


@pytest.mark.parametrize(("coding", "bomb"), BOMBS.items())
def test_a_bomb_ends_at_the_cap_and_not_in_memory(capped, site, coding, bomb):
    site.pages["/"] = packed(bomb(), coding)
    tracemalloc.start()
    try:
        got = capped("http://site.kz/")
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(got, Failed)
    assert got.weight == "soft"
    assert got.why == "'http://site.kz/': more than 1,000,000 bytes when unpacked, which is the cap"
    assert most < 10_000_000


def test_a_body_that_never_ends_stops_at_the_cap_of_the_wire(capped, site):
    def endless():
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        while True:
            yield b"x" * 10_000

    site.pages["/"] = endless
    got = capped("http://site.kz/")
    assert got.weight == "soft"
    assert got.why == "'http://site.kz/': more than 100,000 bytes on the wire, which is the cap"


def test_the_cap_of_the_wire_counts_what_is_around_the_body_too(capped, site):
    def hints():
        while True:
            yield b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100

    site.pages["/"] = hints
    assert "more than 100,000 bytes on the wire" in capped("http://site.kz/").why


def test_a_body_announced_to_be_too_large_is_not_begun(capped, site):
    sent = []

    def film():
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n"
        while True:
            sent.append(1)
            yield b"x" * 10_000

    site.pages["/"] = film
    assert capped("http://site.kz/").why == "'http://site.kz/': 2,000,000,000 bytes announced, expected at most 100,000"


@pytest.mark.parametrize("kind", ["video/mp4", "audio/mpeg", "image/jpeg", "Video/WebM; codecs=vp9", "font/woff2"])
def test_content_that_no_text_is_read_from_is_not_fetched(fetch, site, kind):
    site.pages["/"] = answer(headers=[f"Content-Type: {kind}"], body=b"x")
    got = fetch("http://site.kz/")
    assert got.weight == "soft"
    assert got.why.endswith(f"content of the type {kind.lower()!r}, expected a page, a feed or a list")


@pytest.mark.parametrize(
    "kind", ["text/html; charset=windows-1251", "application/rss+xml", "application/octet-stream", ""]
)
def test_other_content_is_fetched_whatever_it_calls_itself(fetch, site, kind):
    site.pages["/"] = answer(headers=[f"Content-Type: {kind}"], body=b"x")
    assert fetch("http://site.kz/").body == b"x"


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
BROKEN = {
    "fewer bytes than announced": [answer(body=b"abc", length=100)],
    "no last chunk": [CHUNKED + b"3\r\nabc\r\n"],
    "half a chunk": [CHUNKED + b"ff\r\nabc"],
    "a chunk of no size": [CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n"],
    "two lengths": [b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    "a length of no number": [b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nab"],
    "no HTTP": [b"SSH-2.0-OpenSSH_9\r\n\r\n"],
    "nothing at all": [],
    "a head of a megabyte": [b"HTTP/1.1 200 OK\r\nX: " + b"x" * 10**6],
    "gzip cut short": [packed(gzip.compress(TEXT, mtime=0)[:-20], "gzip")],
    "an empty gzip": [packed(b"", "gzip")],
    "deflate cut short": [packed(zlib.compress(TEXT)[:-20], "deflate")],
    "brotli cut short": [packed(brotli.compress(TEXT)[:-20], "br")],
    "gzip that is none": [packed(TEXT, "gzip")],
    "brotli that is none": [packed(TEXT, "br")],
    "gzip with a wrong sum": [packed(gzip.compress(TEXT, mtime=0)[:-8] + bytes(8), "gzip")],
    "an encoding not asked for": [packed(TEXT, "zstd")],
    "three encodings": [packed(gzip.compress(gzip.compress(gzip.compress(TEXT, mtime=0))), "gzip, gzip, gzip")],
}


@pytest.mark.parametrize("pieces", BROKEN.values(), ids=list(BROKEN))
def test_a_broken_body_is_never_given_as_whole(fetch, site, pieces):
    site.pages["/"] = pieces
    got = fetch("http://site.kz/")
    assert isinstance(got, Failed)
    assert got.weight == "soft"
    assert got.why.startswith("'http://site.kz/': ")


def test_what_is_short_is_told_with_both_numbers(fetch, site):
    site.pages["/"] = BROKEN["fewer bytes than announced"]
    assert "received 3 bytes, expected 100" in fetch("http://site.kz/").why


def test_only_encodings_that_can_be_stopped_are_asked_for():
    assert ACCEPTED == "gzip, deflate, br"


def test_an_empty_body_is_whole(fetch, site):
    site.pages["/"] = answer()
    assert fetch("http://site.kz/").body == b""


def test_trouble_of_a_body_tells_what_was_expected():
    with pytest.raises(Trouble, match="encoded as 'compress', expected gzip, deflate, br"):
        unpacked([], ["compress"], 10)
