"""Real HTTP on loopback for many hosts by name: pages with validators, and every kind of ill behaviour."""

from __future__ import annotations

import gzip
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread


@dataclass
class Answer:
    """What an address answers. `ill` does the whole answer itself."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    ill: Callable[[BaseHTTPRequestHandler], None] | None = None

    @property
    def etag(self) -> str:
        return f'"{sha256(self.body).hexdigest()[:16]}"'


class Server:
    """`pages` maps (host, path) to an answer; all else is 404. `seen` counts (host, path, status)."""

    def __init__(self) -> None:
        self.pages: dict[tuple[str, str], Answer] = {}
        self.seen: Counter[tuple[str, str, int]] = Counter()
        self.conditional: Counter[tuple[str, str]] = Counter()
        self.lock = Lock()
        self.port = 0

    def count(self, status: int) -> int:
        """Answers with a status, those to robots.txt aside."""
        return sum(number for (_, path, code), number in self.seen.items() if code == status and path != "/robots.txt")

    def forget(self) -> None:
        """Begin to count anew."""
        with self.lock:
            self.seen.clear()
            self.conditional.clear()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        host = (handler.headers.get("Host") or "").partition(":")[0]
        without_end = next((one for one in ("/loop", "/endless") if handler.path.startswith(f"{one}/")), "")
        path = without_end or handler.path
        found = self.pages.get((host, path), Answer(b"not found", status=404))
        conditional = handler.headers.get("If-None-Match")
        status = 304 if conditional and conditional == found.etag and found.status == 200 else found.status
        with self.lock:
            self.seen[host, handler.path, status] += 1
            self.conditional[host, handler.path] += bool(conditional)
        if found.ill:
            found.ill(handler)
            return
        body = b"" if status == 304 else found.body
        handler.send_response(status)
        for name, value in found.headers.items():
            handler.send_header(name, value)
        if found.status == 200:
            handler.send_header("ETag", found.etag)
        handler.send_header("Content-Type", found.kind)
        if status != 304:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """The server, on a free port of 127.0.0.1."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            try:
                server.answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    class Many(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

        def handle_error(self, *_: object) -> None:
            """A client that went away is no error."""

    with Many(("127.0.0.1", 0), Handler) as http:
        server.port = http.server_address[1]
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()


def drip(handler: BaseHTTPRequestHandler) -> None:
    """One byte each fifth of a second, without end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.2)


def bomb(handler: BaseHTTPRequestHandler) -> None:
    """A hundred megabytes of zeros in a hundred kilobytes."""
    packed = gzip.compress(b"\0" * 100_000_000, 9)
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(packed)))
    handler.end_headers()
    handler.wfile.write(packed)


def endless_redirects(handler: BaseHTTPRequestHandler) -> None:
    """Always one further."""
    number = zlib.crc32(handler.path.encode())
    handler.send_response(302)
    handler.send_header("Location", f"/loop/{number}")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def endless_sitemaps(handler: BaseHTTPRequestHandler) -> None:
    """A sitemap that names the next one."""
    number, host = int(handler.path.rpartition("/")[2]), handler.headers["Host"]
    following = f"<sitemap><loc>http://{host}/endless/{number + 1}</loc></sitemap>"
    body = f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{following}</sitemapindex>'.encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "application/xml")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
