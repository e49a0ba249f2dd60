"""Whatever text stands for an address, a date or a rule, it is read or refused with a reason, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from protego import Protego
from tests.adapters.fetching.hostile import ALL
from tests.adapters.fetching.servers import NOW

from kuzet.adapters.fetching.answers import retry_after
from kuzet.adapters.fetching.robots import NAME
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.adapters.fetching.urls import NAME as HOST_NAME
from kuzet.adapters.fetching.urls import PLAIN, Target, _parsed, _read, join, parse

PARTS = [
    "http://",
    "https:",
    "//",
    "/",
    "\\",
    "@",
    ":",
    "?",
    "#",
    "[",
    "]",
    "%",
    "%00",
    "..",
    ".",
    "site.kz",
    "127.0.0.1",
    "::1",
]
PARTS += ["xn--", "қаз", "０", "\ud800", "\x00", "\r\n", " ", "80", "99999", "-1", "0x7f", "user:pass"]
addresses = st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=9).map("".join)


def read(function, *texts):
    """What is read, or nothing where a reason is given as it should be."""
    try:
        return function(*texts)
    except Trouble as trouble:
        if trouble.weight != "hard" or "\n" in trouble.why:
            raise AssertionError(trouble.why) from None
        return None


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("http://site.kz", Target("http", "site.kz", 80, b"/")),
        ("HTTPS://Site.KZ:443/A?b=c#d", Target("https", "site.kz", 443, b"/A?b=c")),
        ("http://қазақ.қаз/ә", Target("http", "xn--80aau21bd.xn--80ao21a", 80, b"/%D3%99")),
        ("http://my_site.kz/", Target("http", "my_site.kz", 80, b"/")),
        ("http://site.kz./", Target("http", "site.kz", 80, b"/")),
        ("http://93.184.216.34/", Target("http", "93.184.216.34", 80, b"/")),
        ("https://[2606:2800::1]/", Target("https", "2606:2800::1", 443, b"/")),
        ("http://2024.kz/", Target("http", "2024.kz", 80, b"/")),
        ("http://site.kz/a b", Target("http", "site.kz", 80, b"/a%20b")),
    ],
)
def test_an_address_is_read(url, target):
    assert parse(url) == target


@pytest.mark.parametrize(
    ("url", "authority"),
    [
        ("http://site.kz:80/", "site.kz"),
        ("https://site.kz:80/", "site.kz:80"),
        ("https://[2606:2800::1]:80/", "[2606:2800::1]:80"),
    ],
)
def test_the_host_of_a_request_has_its_port_where_that_is_not_the_usual_one(url, authority):
    assert parse(url).authority == authority


@given(
    st.tuples(
        st.sampled_from(["http://", "https://", "HTTP://"]),
        st.sampled_from(["site.kz", "a.b-c.kz", "-a.kz", "2024.kz", "1.2024", "xn--a.kz", "site.kz.", "a_b.kz", "kz"]),
        st.text("azAZ09._~,=:@+/&-%?#!'", max_size=12),
        st.sampled_from(["", "%D3%99", "%d3", "/../a", "/.well-known/b", "?", "#c"]),
    ).map("".join)
)
@example("https://news.site.kz/ru/2024/05/13/title_1.html?id=2&b=%D3%99")
def test_a_plain_address_is_read_as_the_library_reads_any_other(url):
    plain = read(parse, url)
    assert not PLAIN.fullmatch(url) or plain == read(_parsed, _read(url))


@pytest.mark.parametrize(
    "url",
    [
        "http://site.kz/a/../b",
        "http://site.kz/./a",
        "http://site.kz:80/",
        "http://user@site.kz/",
        "http://127.0.0.1/",
        "http://xn--a.kz/",
        "http://site.kz/a b",
        "http://site.kz/#a",
        "http://site.kz/%zz",
        "http://site.kz/\n",
    ],
)
def test_an_address_that_needs_more_than_a_look_is_not_plain(url):
    assert PLAIN.fullmatch(url) is None


@given(addresses)
@example("http://\ud800.kz/")
def test_any_text_is_an_address_or_refused_with_a_reason_of_one_line(text):
    target = read(parse, text)
    if target is None:
        return
    assert HOST_NAME.fullmatch(target.host) or re.fullmatch(r"[0-9.]+|[0-9a-f:.]+", target.host)
    assert b"\r" not in target.path
    assert b"\n" not in target.path


@given(st.sampled_from([url for url, _ in ALL]) | addresses)
def test_any_location_leads_to_an_address_or_is_refused(location):
    assert "#" not in (read(join, "http://site.kz/a/b?c", location) or "")


@given(
    st.text(max_size=40)
    | st.from_regex(r"[A-Z][a-z]{2}, [0-9]{1,3} [A-Z][a-z]{2} [0-9]{1,6} [0-9]{1,2}:[0-9]{2}:[0-9]{2} \S{1,6}")
)
@example("Fri, 31 Dec 9999 23:59:59 -2359")
@example("Mon, 01 Jan 0001 00:00:00 +2359")
def test_any_retry_after_is_read_as_seconds_or_not_at_all(text):
    seconds = retry_after(text, NOW)
    assert seconds is None or 0 <= seconds < 10**12


@given(
    st.lists(
        st.sampled_from(["User-agent: *", "Disallow: /", "Allow: ", "*", "$", "\n", "%", "Crawl-delay: "])
        | st.text(max_size=5)
    )
)
def test_any_rules_of_a_host_can_be_asked(parts):
    rules = Protego.parse("".join(parts))
    assert rules.can_fetch("http://site.kz/a?b=%D3%99", NAME) in (True, False)
    assert rules.crawl_delay(NAME) is None or isinstance(rules.crawl_delay(NAME), float)
