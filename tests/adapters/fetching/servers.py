"""HTTP servers on loopback whose every byte a test decides, networks that lead to them, a clock to turn by hand."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import httpcore2

from kuzet.adapters.fetching.build import agent, fetcher
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.network import Network, known
from kuzet.adapters.fetching.once import Caps, Setting
from kuzet.adapters.fetching.politeness import Manners
from kuzet.observatory.collect.plan import Politeness
from kuzet.observatory.collect.ports import Ask

TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Trusts nobody; made once, since reading the authorities of the machine takes a while."""
SITE = "127.0.0.2"
"""Where the sites of the tests are; all other addresses of loopback stay forbidden."""
NOW = datetime(2026, 11, 26, 12, 0, 0, tzinfo=UTC)


def answer(status=200, headers=(), body=b"", length=None) -> bytes:
    """A whole answer as bytes; `length` is what it claims where that is not the truth."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def moved(to: str, status=302) -> bytes:
    return answer(status, [f"Location: {to}"])


def dripping(data: bytes, pause: float):
    """An answer that comes one byte at a time."""
    for byte in data:
        yield bytes([byte])
        time.sleep(pause)


class Server:
    """Answers by path what `pages` holds: bytes; or pieces of bytes or a function that gives them, then hangs up."""

    def __init__(self, address=SITE, tls=None):
        self.pages, self.seen, self.connections, self._tls = {}, [], 0, tls
        self._listener = socket.create_server((address, 0))
        self.port = self._listener.getsockname()[1]
        self.at = f"{address}:{self.port}"
        self._open = ExitStack()
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def paths(self):
        return [path for _, path, _ in self.seen]

    def _serve(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.callback(connection.close)
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection):
        try:
            with self._tls.wrap_socket(connection, server_side=True) if self._tls else connection as stream:
                while head := self._head(stream):
                    host, path = _line(head, "host"), head.split(" ")[1]
                    self.seen.append((host, path, head))
                    page = self.pages.get(path, self.pages.get("*", answer(404)))
                    if not self._send(stream, page):
                        return
        except OSError:
            return

    def _send(self, stream, page):
        """Whether the connection is kept."""
        if isinstance(page, bytes):
            stream.sendall(page)
            return True
        for piece in page() if callable(page) else page:
            stream.sendall(piece)
        return False

    @staticmethod
    def _head(stream):
        data = b""
        while not data.endswith(b"\r\n\r\n"):
            piece = stream.recv(65536)
            if not piece:
                return ""
            data += piece
        return data.decode("latin-1")

    def close(self):
        self._listener.close()
        self._open.close()


def _line(head, name):
    return next((line.partition(": ")[2] for line in head.split("\r\n") if line.lower().startswith(name)), "")


@contextmanager
def listening(talk):
    """Where a server is that does `talk` with its first connection."""

    def serve():
        with suppress(OSError), listener.accept()[0] as connection:
            talk(connection)

    with socket.create_server((SITE, 0)) as listener:
        threading.Thread(target=serve, daemon=True).start()
        yield f"{SITE}:{listener.getsockname()[1]}"


class Dialer(httpcore2.NetworkBackend):
    """Makes connections as the library does, and remembers which."""

    def __init__(self):
        self.contacted, self._plain = [], httpcore2.SyncBackend()

    def connect_tcp(self, host, port, timeout=None, *_):
        self.contacted.append(host)
        return self._plain.connect_tcp(host, port, timeout)


class Hands:
    """A clock whose hands the test moves; sleeping moves them too."""

    def __init__(self):
        self.time, self.slept = 1000.0, []
        self.clock = Clock(
            now=lambda: NOW + timedelta(seconds=self.time - 1000), seconds=lambda: self.time, sleep=self.sleep
        )

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.time += seconds


def unknown(*_):
    raise socket.gaierror(socket.EAI_NONAME, "no such name in this test")


def network(hosts, **changes):
    """A network where the `hosts` are known and nothing else is."""
    return Network(**{"resolve": known(hosts, unknown), "allowed": (ip_network(f"{SITE}/32"),), **changes})


def fetching(net, politeness=None, **more):
    """A function that fetches an address, without delays unless they are asked for."""
    more = {"caps": Caps(), "clock": Clock(), "tls": TLS, **more}
    setting = Setting(agent=agent("https://example.org/kuzet"), network=net, **more)
    fetch = fetcher(setting, Manners(usual=politeness or Politeness(delay=0.0, at_once=9)))
    return lambda url, **validators: fetch(Ask(url=url, **validators))
