"""Servers that are closed when their test ends, with and without TLS."""

from __future__ import annotations

import ssl
import subprocess

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
    return fetching(network(dict.fromkeys(("site.kz", "other.kz", "third.kz"), site.at)))


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate of site.kz that is its own authority, as file and key."""
    folder = tmp_path_factory.mktemp("tls")
    names = ["-subj", "/CN=site.kz", "-addext", "subjectAltName=DNS:site.kz"]
    files = ["-keyout", "key.pem", "-out", "site.pem"]
    key = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"]
    subprocess.run(["openssl", "req", *key, *names, *files], cwd=folder, check=True, capture_output=True)
    return folder / "site.pem", folder / "key.pem"


@pytest.fixture
def named():
    """The names that clients asked for in TLS."""
    return []


@pytest.fixture
def safe(serve, certificate, named):
    """A server with TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    context.sni_callback = lambda connection, name, own: named.append(name)  # noqa: ARG005
    server = serve(tls=context)
    server.pages |= {"/robots.txt": answer(), "/": answer(body=b"safe")}
    return server


@pytest.fixture
def trusting(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(certificate[0])
    return context
