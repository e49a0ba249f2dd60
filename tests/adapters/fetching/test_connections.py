"""What is sent and to whom: safe connections, no proxies, no cookies, an honest name."""

from __future__ import annotations

import socket

import httpx2
import pytest
from tests.adapters.fetching.servers import TLS, Dialer, answer, fetching, listening, moved, network

from kuzet import __version__
from kuzet.adapters.fetching.build import agent
from kuzet.adapters.fetching.network import Network
from kuzet.basis.errors import BadInput
from kuzet.observatory.collect.ports import Failed, Fetched


def test_a_connection_in_tls_asks_for_the_name_and_checks_it(safe, trusting, named):
    fetch = fetching(network({"site.kz": safe.at}), tls=trusting)
    got = fetch("https://site.kz/")
    assert isinstance(got, Fetched)
    assert got.body == b"safe"
    assert set(named) == {"site.kz"}


def test_a_certificate_of_another_name_is_refused(safe, trusting):
    fetch = fetching(network({"other.kz": safe.at}), tls=trusting)
    got = fetch("https://other.kz/")
    assert isinstance(got, Failed)
    assert got.weight == "soft"
    assert "no safe connection to other.kz: " in got.why
    assert "certificate is not valid for 'other.kz'" in got.why
    assert safe.seen == []


def test_a_certificate_of_an_unknown_authority_is_refused(safe):
    fetch = fetching(network({"site.kz": safe.at}), tls=TLS)
    assert "self-signed certificate" in fetch("https://site.kz/").why
    assert safe.seen == []


def test_a_server_that_speaks_no_tls_is_told():
    with listening(lambda connection: connection.send(b"HTTP/1.1 400 X\r\n\r\n")) as at:
        got = fetching(network({"site.kz": at}))("https://site.kz/")
    assert got.weight == "soft"
    assert "no safe connection to site.kz: [SSL: WRONG_VERSION_NUMBER]" in got.why


def test_no_connection_is_used_twice_even_if_the_server_would_keep_it(fetch, site):
    site.pages["*"] = answer()
    for path in "abc":
        fetch(f"http://site.kz/{path}")
    assert site.connections == 4  # robots.txt too


def test_what_follows_an_answer_is_never_taken_for_the_next_one(fetch, site):
    site.pages |= {"/a": answer(body=b"a") + answer(body=b"planted"), "/b": answer(body=b"b")}
    assert fetch("http://site.kz/a").body == b"a"
    assert fetch("http://site.kz/b").body == b"b"


def test_a_client_that_keeps_connections_takes_it_for_the_next_one(site):
    site.pages |= {"/a": answer(body=b"a") + answer(body=b"planted"), "/b": answer(body=b"b")}
    with httpx2.Client(trust_env=False) as client:
        assert client.get(f"http://{site.at}/a").content == b"a"
        assert client.get(f"http://{site.at}/b").content == b"planted"


def test_proxies_of_the_environment_are_not_used(site, serve, monkeypatch):
    proxy = serve()
    proxy.pages["*"] = site.pages["/"] = answer(body=b"through a proxy")
    site.pages["/"] = answer(body=b"directly")
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://{proxy.at}")
    fetch = fetching(network({"site.kz": site.at}))
    assert fetch("http://site.kz/").body == b"directly"
    assert proxy.connections == 0


def test_a_client_that_trusts_its_environment_would_use_them(site, serve, monkeypatch):
    proxy = serve()
    proxy.pages["*"] = answer(body=b"through a proxy")
    monkeypatch.setenv("HTTP_PROXY", f"http://{proxy.at}")
    assert httpx2.get(f"http://{site.at}/").content == b"through a proxy"


def test_cookies_are_neither_kept_nor_sent(fetch, site):
    site.pages |= {
        "/": answer(302, ["Set-Cookie: a=1", "Location: /next"]),
        "/next": answer(headers=["Set-Cookie: b=2"]),
    }
    fetch("http://site.kz/")
    fetch("http://site.kz/next")
    assert len(site.seen) > 2
    assert [head for _, _, head in site.seen if "cookie" in head.lower()] == []


def test_a_redirect_to_another_host_tells_it_nothing_of_the_first(fetch, site):
    site.pages |= {"/": moved("http://other.kz/new"), "/new": answer()}
    fetch("http://site.kz/")
    assert "site.kz" not in site.seen[-1][2]


def test_all_that_is_sent_is_recorded(fetch, site):
    site.pages["/"] = answer()
    got = fetch("http://site.kz/")
    lines = site.seen[-1][2].strip().split("\r\n")
    assert lines == ["GET / HTTP/1.1", *(f"{name}: {value}" for name, value in got.request)]


def test_the_agent_names_the_program_its_version_and_whom_to_write_to(fetch, site):
    fetch("http://site.kz/")
    assert f"\r\nUser-Agent: Kuzet/{__version__} (+https://example.org/kuzet)\r\n" in site.seen[0][2]


@pytest.mark.parametrize(
    "contact", ["", "me", "me@example.org", "https://a b", "https://a\r\nX: y", "https://ә", "https://a(b)"]
)
def test_an_agent_without_a_way_to_write_to_is_refused(contact):
    with pytest.raises(BadInput, match="is not an address where a site's owner reaches you"):
        agent(contact)


def test_a_connection_that_is_refused_weighs_little(serve):
    gone = serve()
    gone.close()
    dialer = Dialer()
    fetch = fetching(network({"site.kz": gone.at}, dial=dialer))
    got = fetch("http://site.kz/")
    assert got.weight == "temporary"
    assert f"no connection to site.kz (127.0.0.2 port {gone.port}: " in got.why


def test_a_name_that_is_not_there_weighs_much_and_one_that_may_come_back_little():
    for code, weight in ((socket.EAI_NONAME, "hard"), (socket.EAI_AGAIN, "temporary")):

        def resolve(*_, code=code):
            raise socket.gaierror(code, "said the resolver")

        fetch = fetching(Network(resolve=resolve))
        got = fetch("http://site.kz/")
        assert got.weight == weight
        assert f"the name site.kz is not found: [Errno {code}] said the resolver" in got.why
