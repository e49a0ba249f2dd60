"""Addresses in the form in which they are compared and followed."""

from __future__ import annotations

import pytest

from kuzet.observatory.collect import addresses
from kuzet.observatory.collect.plan import Start


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("https://orda.kz/a?utm_source=rss&id=5#top", "https://orda.kz/a?id=5"),
        ("/news/1", "https://orda.kz/news/1"),
        ("news/2?fbclid=x", "https://orda.kz/feed/news/2"),
        ("//cdn.orda.kz/x", "https://cdn.orda.kz/x"),
        ("HTTPS://Orda.KZ:443/A", "https://orda.kz/A"),
        ("https://orda.kz", "https://orda.kz/"),
        ("https://orda.kz/a b", "https://orda.kz/a%20b"),
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc"),
    ],
)
def test_an_address_is_absolute_and_without_what_tracks_readers(written, canonical):
    assert addresses.canonical(written, "https://orda.kz/feed/") == canonical


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "javascript:alert(1)",
        "ftp://orda.kz/a",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://user:secret@orda.kz/",
        "http://[::1",
        "https://orda.kz:99999/",
        "mailto:a@orda.kz",
        "https://orda.kz/" + "a" * 2000,
    ],
)
def test_what_is_no_address_of_the_web_is_none(written):
    assert addresses.canonical(written, "https://orda.kz/feed/") == ""


def test_only_addresses_of_the_start_pages_host_are_inside():
    start = Start(form="feed", url="https://www.orda.kz/feed")
    assert addresses.is_inside("https://orda.kz/a", start)
    assert not addresses.is_inside("https://kaz.orda.kz/a", start)
    assert not addresses.is_inside("https://orda.kz.example.com/a", start)


def test_a_start_page_that_names_an_inside_lets_pass_what_begins_with_it():
    start = Start(form="feed", url="https://feeds.example.com/1", inside="https://orda.kz/news/")
    assert addresses.is_inside("https://orda.kz/news/1", start)
    assert not addresses.is_inside("https://orda.kz/video/1", start)
    assert not addresses.is_inside("https://feeds.example.com/2", start)


def test_a_site_is_one_with_and_without_www_and_with_names_before_it():
    assert addresses.is_same_site("https://www.nur.kz/a", "https://nur.kz/b")
    assert addresses.is_same_site("https://kaz.nur.kz/a", "https://nur.kz/b")
    assert not addresses.is_same_site("https://notnur.kz/a", "https://nur.kz/b")
    assert not addresses.is_same_site("", "https://nur.kz/b")
