"""Speed and memory of fetching and of the sandbox on loopback, beside plain httpx2 in the same run.

    python bench/fetching.py
    python bench/fetching.py --pages 20000 --json

A server in a process of its own sends one page of 60 KB, packed with gzip, as fast as it is asked. Politeness is set to
no delay, since what is measured is what the defences cost. httpx2 is measured with a connection for each page, as the
fetcher does, and with kept connections. The sandbox is given headers of several sizes and a function that finds nothing
in them, which leaves what the way there and back costs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import socketserver
import time
from collections.abc import Callable
from ipaddress import ip_network
from multiprocessing.connection import Connection
from typing import Any

import _serving
import httpx2

from kuzet.adapters.fetching.answers import codings
from kuzet.adapters.fetching.build import agent, fetcher
from kuzet.adapters.fetching.network import Network, known
from kuzet.adapters.fetching.once import Setting
from kuzet.adapters.fetching.politeness import Manners
from kuzet.adapters.sandbox import Sandbox
from kuzet.observatory.collect.plan import Politeness
from kuzet.observatory.collect.ports import Ask, Fetched

PAGE = "<p>Журналист Назгүл Омарова қамауға алынды, деп хабарлады редакция.</p>\n".encode() * 500
SIZES = (1_000, 100_000, 1_000_000)
CALLS = 500


class Handler(socketserver.StreamRequestHandler):
    """Answers every request with the page, and keeps the connection."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        packed = gzip.compress(PAGE)
        head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n".encode()
        while line := self.rfile.readline():
            while self.rfile.readline().strip():
                pass
            self.wfile.write(
                b"HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n" if b"/robots.txt" in line else head + packed
            )


def serve(pipe: Connection) -> None:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        pipe.send(server.server_address[1])
        server.serve_forever()


def rate(function: Callable[[], object], count: int) -> float:
    start = time.perf_counter()
    for _ in range(count):
        function()
    return round(count / (time.perf_counter() - start), 1)


def memory() -> float:
    """Of this process now, in MiB."""
    with open("/proc/self/statm") as file:  # noqa: PTH123
        return round(int(file.read().split()[1]) * resource.getpagesize() / 2**20, 1)


def fetching(port: int, pages: int) -> dict[str, Any]:
    network = Network(resolve=known({"site.kz": f"127.0.0.1:{port}"}), allowed=(ip_network("127.0.0.0/8"),))
    fetch = fetcher(
        Setting(agent=agent("https://example.org/bench"), network=network), Manners(usual=Politeness(delay=0.0))
    )

    def one() -> None:
        got = fetch(Ask(url="http://site.kz/page"))
        assert isinstance(got, Fetched), got
        assert got.body == PAGE

    rate(one, 200)
    before = memory()
    per_second = rate(one, pages)
    return {"pages": pages, "pages_per_second": per_second, "memory_mib": [before, memory()]}


def plain(port: int, pages: int) -> dict[str, float]:
    url = f"http://127.0.0.1:{port}/page"
    with httpx2.Client(trust_env=False) as kept:
        tls = kept._transport._pool._ssl_context  # noqa: SLF001  (made once, as the fetcher does)

        def anew() -> bytes:
            with httpx2.Client(trust_env=False, verify=tls) as client:
                return client.get(url).content

        return {"kept_per_second": rate(lambda: kept.get(url).content, pages), "anew_per_second": rate(anew, pages)}


def sandboxed() -> dict[str, float]:
    found = {}
    with Sandbox(codings) as call:
        start = time.perf_counter()
        call(())
        found["start_milliseconds"] = round((time.perf_counter() - start) * 1000, 1)
        for size in SIZES:
            headers = (("X", "x" * size),)
            found[f"milliseconds_of_{size}_bytes"] = round(1000 / rate(lambda headers=headers: call(headers), CALLS), 3)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=3_000)
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    with _serving.served(serve) as port:
        figures = {
            "fetcher": fetching(port, wanted.pages),
            "httpx2": plain(port, min(wanted.pages, 3_000)),
            "sandbox": sandboxed(),
        }
    print(json.dumps(figures) if wanted.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
