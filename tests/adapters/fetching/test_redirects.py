"""Redirects are followed up to a cap, and never in a circle."""

from __future__ import annotations

from tests.adapters.fetching.servers import answer, fetching, moved, network

from kuzet.adapters.fetching.once import Caps
from kuzet.observatory.collect.ports import Failed, Fetched


def test_a_redirect_is_followed_and_told(fetch, site):
    site.pages |= {"/": moved("http://other.kz/new#part"), "/new": answer(body=b"new")}
    got = fetch("http://site.kz/")
    assert isinstance(got, Fetched)
    assert (got.url, got.final, got.hops) == ("http://site.kz/", "http://other.kz/new", ())
    assert dict(got.request)["Host"] == "other.kz"


def test_the_addresses_in_between_are_told_in_order(fetch, site):
    site.pages |= {"/a": moved("/b"), "/b": moved("//other.kz/c"), "/c": moved("?d"), "/c?d": answer(body=b"d")}
    got = fetch("http://site.kz/a")
    assert got.final == "http://other.kz/c?d"
    assert got.hops == ("http://site.kz/b", "http://other.kz/c")


def test_an_address_in_cyrillic_letters_is_followed_as_it_was_meant(fetch, site):
    to = "HTTP/1.1 301 X\r\nContent-Length: 0\r\nLocation: /әлем\r\n\r\n".encode()
    site.pages |= {"/": to, "/%D3%99%D0%BB%D0%B5%D0%BC": answer(body=b"world")}
    assert fetch("http://site.kz/").body == b"world"


def test_five_redirects_are_followed_and_a_sixth_is_not(fetch, site):
    site.pages |= {f"/{number}": moved(f"/{number + 1}") for number in range(6)} | {"/6": answer(body=b"end")}
    assert fetch("http://site.kz/1").body == b"end"
    got = fetch("http://site.kz/0")
    assert got.weight == "soft"
    assert (
        got.why
        == "'http://site.kz/5' (redirected from 'http://site.kz/0'): more than 5 redirects, the next to 'http://site.kz/6'"
    )


def test_an_endless_redirect_costs_six_requests(fetch, site):
    site.pages["*"] = lambda: [moved(f"/{len(site.seen)}")]
    got = fetch("http://site.kz/")
    assert isinstance(got, Failed)
    assert "more than 5 redirects" in got.why
    assert len(site.paths) == 7  # robots.txt and six


def test_a_circle_ends_where_it_closes(fetch, site):
    site.pages |= {"/a": moved("/b"), "/b": moved("http://site.kz/a")}
    got = fetch("http://site.kz/a")
    assert got.weight == "soft"
    assert (
        got.why
        == "'http://site.kz/b' (redirected from 'http://site.kz/a'): redirects in a circle, back to 'http://site.kz/a'"
    )
    assert site.paths == ["/robots.txt", "/a", "/b"]


def test_a_page_that_leads_to_itself_is_a_circle(fetch, site):
    site.pages["/a"] = moved("/a")
    assert "redirects in a circle" in fetch("http://site.kz/a").why


def test_a_redirect_to_nowhere_is_told(fetch, site):
    site.pages["/a"] = answer(302)
    assert fetch("http://site.kz/a").why == "'http://site.kz/a': a redirect that does not say where to"


def test_the_bytes_of_all_redirects_are_counted_together(site):
    wide = [f"X: {'x' * 400}"]
    site.pages |= {f"/{number}": answer(302, [f"Location: /{number + 1}", *wide]) for number in range(4)} | {
        "/4": answer()
    }
    fetch = fetching(network({"site.kz": site.at}), caps=Caps(wire=1_000))
    assert isinstance(fetch("http://site.kz/3"), Fetched)
    assert "more than 1,000 bytes on the wire" in fetch("http://site.kz/0").why
