"""Bytes are posted to vetted addresses only, and an answer costs no more than a page."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from tests.adapters.fetching.servers import SITE, TLS, network

from kuzet.adapters.fetching.network import Network
from kuzet.adapters.fetching.once import Caps, Setting
from kuzet.adapters.fetching.post import Poster
from kuzet.basis.errors import Missing


@pytest.fixture
def service():
    """A service that answers what it got, backwards; by path it does worse."""
    got = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((self.path, self.headers["Content-Type"], body))
            if self.path == "/slow":
                time.sleep(2)
            self.send_response({"/away": 503, "/moved": 302}.get(self.path, 200))
            self.send_header("Location", "/elsewhere")
            answer = b"x" * 5000 if self.path == "/long" else body[::-1]
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

    server = HTTPServer((SITE, 0), Handler)
    server.handle_error = lambda *_: None
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"{SITE}:{server.server_port}", got
    server.shutdown()
    server.server_close()
    thread.join()


def poster(at, **caps):
    return Poster(Setting(agent="Kuzet", network=network({"stamps.kz": at}), caps=Caps(**caps), tls=TLS))


def test_an_answer_comes_back_for_what_was_posted(service):
    at, got = service
    assert poster(at)("http://stamps.kz/tsr", b"\x00abc", "application/timestamp-query") == b"cba\x00"
    assert got == [("/tsr", "application/timestamp-query", b"\x00abc")]


@pytest.mark.parametrize(
    ("path", "caps", "why"),
    [
        ("/away", {}, "status 503, expected 200"),
        ("/moved", {}, "status 302, expected 200"),
        ("/slow", {"seconds": 0.5}, "no end of the answer within 0.5 seconds"),
        ("/long", {"wire": 3000}, "(5,000 bytes announced, expected at most 3,000|more than 3,000 bytes on the wire)"),
    ],
)
def test_an_answer_that_is_none_is_missing_with_its_reason(service, path, caps, why):
    at, _ = service
    with pytest.raises(Missing, match=rf"http://stamps.kz{path}: {why}"):
        poster(at, **caps)(f"http://stamps.kz{path}", b"abc", "text/plain")


def test_a_private_address_is_never_posted_to(service):
    at, got = service
    with pytest.raises(Missing, match=f"http://{at}/: "):
        Poster(Setting(agent="Kuzet", network=Network(), tls=TLS))(f"http://{at}/", b"abc", "text/plain")
    assert got == []


def test_an_address_that_is_none_is_missing_with_its_reason():
    with pytest.raises(Missing, match="expected an address that begins with http:// or https://"):
        Poster(Setting(agent="Kuzet", tls=TLS))("ftp://stamps.kz/", b"abc", "text/plain")
