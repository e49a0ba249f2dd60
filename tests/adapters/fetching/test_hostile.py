"""No forbidden address is ever contacted, whatever it is called and whoever leads to it."""

from __future__ import annotations

import socket
from ipaddress import ip_network

import httpx2
import pytest
from tests.adapters.fetching.hostile import ALL, NAMED
from tests.adapters.fetching.servers import SITE, Dialer, answer, fetching, moved, unknown

from kuzet.adapters.fetching.network import Network, known, system
from kuzet.observatory.collect.ports import Failed, Fetched


@pytest.fixture
def canary(serve):
    """A server on 127.0.0.1 that nobody should come to."""
    server = serve(address="127.0.0.1")
    server.pages["*"] = answer(body=b"reached")
    return server


@pytest.fixture
def dialer():
    return Dialer()


@pytest.fixture
def fetch(site, canary, dialer):
    """Fetches with site.kz known, and IP addresses and hostile names resolved as a machine's resolver would."""
    ports = frozenset({80, 443, canary.port})
    allowed = (ip_network(f"{SITE}/32"),)
    return fetching(Network(resolve=resolver(site), allowed=allowed, ports=ports, dial=dialer))


def resolver(site):
    def resolve(host, port):
        if host == "site.kz":
            return [(SITE, site.port)]
        if host in NAMED:
            return [(address, port) for address in NAMED[host]]
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        except socket.gaierror:
            return unknown(host, port)
        return [(sockaddr[0], port) for *_, sockaddr in found]

    return resolve


def test_there_are_more_than_forty_hostile_addresses():
    assert len({url for url, _ in ALL}) > 90


@pytest.mark.parametrize(("url", "why"), ALL)
def test_a_hostile_address_is_refused_before_any_connection(fetch, canary, dialer, url, why):
    got = fetch(url.format(port=canary.port) if "{port}" in url else url)
    assert isinstance(got, Failed)
    assert got.weight == "hard"
    assert why.replace("80 or 443", f"80 or 443 or {canary.port}") in got.why
    assert "\n" not in got.why
    assert dialer.contacted == []
    assert canary.connections == 0


@pytest.mark.parametrize(("url", "why"), ALL)
def test_a_redirect_to_a_hostile_address_goes_nowhere_but_the_site(fetch, site, canary, dialer, url, why):  # noqa: ARG001
    to = url.format(port=canary.port) if "{port}" in url else url
    site.pages["/"] = b"HTTP/1.1 302 X\r\nLocation: " + to.encode("utf-8", "replace") + b"\r\nContent-Length: 0\r\n\r\n"
    got = fetch("http://site.kz/")
    assert isinstance(got, Failed)
    assert set(dialer.contacted) == {SITE}
    assert canary.connections == 0


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_each_kind_of_redirect_is_vetted(fetch, site, canary, status):
    site.pages["/"] = moved(f"http://127.0.0.1:{canary.port}/", status)
    got = fetch("http://site.kz/")
    assert got.why.startswith(f"'http://127.0.0.1:{canary.port}/' (redirected from 'http://site.kz/'): ")
    assert "(loopback), expected a public address" in got.why
    assert canary.connections == 0


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}/", "http://2130706433:{port}/", "http://x@127.1:{port}/"])
def test_the_same_addresses_are_reached_by_a_client_without_these_defences(canary, url):
    with httpx2.Client(trust_env=False) as client:
        assert client.get(url.format(port=canary.port)).content == b"reached"


def test_a_name_that_changes_its_address_after_it_was_vetted_leads_to_the_vetted_one(site, canary, dialer):
    asked, site.pages["/"] = [], answer(body=b"the site")

    def resolve(host, _):
        asked.append(host)
        return [(SITE, site.port)] if len(asked) <= 2 else [("127.0.0.1", canary.port)]

    fetch = fetching(Network(resolve=resolve, allowed=(ip_network(f"{SITE}/32"),), dial=dialer))
    got = fetch("http://site.kz/")
    assert isinstance(got, Fetched)
    assert got.body == b"the site"
    assert got.address == SITE
    assert asked == ["site.kz", "site.kz"]  # once for robots.txt, once for the page
    assert dialer.contacted == [SITE, SITE]


def test_a_name_that_has_changed_to_a_forbidden_address_is_refused_at_the_next_connection(site, canary, dialer):
    asked = []

    def resolve(host, _):
        asked.append(host)
        return [(SITE, site.port)] if len(asked) == 1 else [("127.0.0.1", canary.port)]

    fetch = fetching(Network(resolve=resolve, allowed=(ip_network(f"{SITE}/32"),), dial=dialer))
    got = fetch("http://site.kz/")
    assert "site.kz is at 127.0.0.1 (loopback)" in got.why
    assert dialer.contacted == [SITE]
    assert canary.connections == 0


def test_of_a_name_with_good_and_forbidden_addresses_only_the_good_ones_are_contacted(site, canary, dialer):
    site.pages["/"] = answer(body=b"the site")
    places = [("127.0.0.1", canary.port), ("10.0.0.1", 80), (SITE, site.port), ("::1", canary.port)]
    fetch = fetching(Network(resolve=lambda *_: places, allowed=(ip_network(f"{SITE}/32"),), dial=dialer))
    assert fetch("http://site.kz/").body == b"the site"
    assert set(dialer.contacted) == {SITE}


def test_a_dead_address_is_passed_over_for_the_next_vetted_one(site, dialer):
    site.pages["/"] = answer(body=b"the site")
    allowed = (ip_network("127.0.0.0/24"),)
    places = [("127.0.0.3", 9), (SITE, site.port)]
    fetch = fetching(Network(resolve=lambda *_: places, allowed=allowed, dial=dialer))
    assert fetch("http://site.kz/").body == b"the site"
    assert dialer.contacted == ["127.0.0.3", SITE] * 2


def test_the_robots_file_is_not_fetched_from_a_forbidden_address_either(fetch, site, canary, dialer):
    site.pages["/robots.txt"] = moved(f"http://127.0.0.1:{canary.port}/robots.txt")
    assert "(loopback)" in fetch("http://site.kz/").why
    assert set(dialer.contacted) == {SITE}
    assert canary.connections == 0


def test_the_resolver_of_the_machine_gives_addresses_without_a_second_look():
    assert system("127.0.0.1", 80) == [("127.0.0.1", 80)]


def test_hosts_may_be_given_a_place_by_hand():
    resolve = known({"a.kz": "127.0.0.1:8081", "b.kz": "[::1]:8082"}, unknown)
    assert list(resolve("a.kz", 443)) == [("127.0.0.1", 8081)]
    assert list(resolve("b.kz", 80)) == [("::1", 8082)]
    with pytest.raises(OSError, match="no such name"):
        resolve("c.kz", 80)
