"""Servers that are closed when their test ends."""

from __future__ import annotations

import pytest
from tests.adapters.fetching.servers import Server, answer, fetching, network


@pytest.fixture
def serve():
    """Starts servers."""
    started = []

    def start(**options):
        started.append(Server(**options))
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture
def site(serve):
    """The server of site.kz and its like; only its robots.txt is there, and is empty."""
    server = serve()
    server.pages["/robots.txt"] = answer()
    return server


@pytest.fixture
def fetch(site):
    """Fetches from site.kz, other.kz and third.kz, which are all at one server."""
    with fetching(network(dict.fromkeys(("site.kz", "other.kz", "third.kz"), site.at))) as function:
        yield function
