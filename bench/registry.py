"""Speed of the desk over a large registry, on both databases: pages asked by eight people at once.

    python bench/registry.py --save
    python bench/registry.py --incidents 20000 --documents 200000 --waiting 20000
    python bench/registry.py --database sqlite --pages 0

The registry is made by `_registry_made`, each word with its event. The desk is served by `kuzet serve` with a process
for each processor; the clients run on the same machine and take their part of its processors. PostgreSQL is started for
the run, with the settings in `_databases`; what a page costs (statements of the database, and milliseconds
of the processor, those of the database's process among them) is asked in this process, without a server, so that it can
be told on a busy machine too.
"""

from __future__ import annotations

import argparse
import http.client
import random
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import _databases
import _registry_made
import _result
from _registry_made import Size

from kuzet.web import accounts
from kuzet.web import folder as folders

CLIENTS = 8
"""People at once."""
MOST = 200
"""Milliseconds that 95 of 100 pages take at most."""

Pages = Mapping[str, Callable[[], str]]


def pages(size: Size) -> Pages:
    """Each kind of page, with an address that chance chooses."""
    chance = random.Random(7)

    def open_candidate() -> str:
        return quote(f"{_registry_made.document(size.incidents + chance.randrange(size.waiting))}#1", safe="")

    def incident() -> str:
        return _registry_made.ident(chance.randrange(size.incidents), size)

    def region() -> str:
        return chance.choice(_registry_made.REGIONS)

    def listed(**asked: str) -> str:
        return f"/incidents?{urlencode(asked)}"

    def words() -> str:
        person = _registry_made.person(chance)
        town = chance.choice(_registry_made.TOWNS).name
        return chance.choice((person.ru, person.en.lower(), f"журналиста {town.ru}", "jurnalist soqqy", "jornalist"))

    return {
        "queue": lambda: "/",
        "queue_filtered": lambda: f"/?language=kk&region={region()}",
        "queue_any_page": lambda: f"/?after={open_candidate()}",
        "candidate": lambda: f"/candidate/{open_candidate()}",
        "list": lambda: "/incidents",
        "list_filtered": lambda: listed(region=region(), method=chance.choice(_registry_made.METHODS)),
        "list_any_page": lambda: listed(status="published", after=incident()),
        "search": lambda: listed(words=words()),
        "search_number": lambda: listed(words=incident()),
        "incident": lambda: f"/incident/{incident()}",
        "history": lambda: f"/incident/{incident()}/history",
        "dashboard": lambda: "/dashboard",
    }


def log_in(folder: Path) -> str:
    """The cookie of an analyst who is logged in."""
    password = secrets.token_urlsafe()
    accounts.make(folder, "aigul", accounts.Wanted(password, "analyst"))
    with folders.opened(folder):
        from django.conf import settings
        from django.test import Client

        browser = Client(SERVER_NAME="localhost")
        assert browser.login(username="aigul", password=password)
        return f"{settings.SESSION_COOKIE_NAME}={browser.cookies[settings.SESSION_COOKIE_NAME].value}"


def cost(folder: Path, cookie: str, asked: Pages) -> Iterator[tuple[str, float]]:
    """Statements and milliseconds of the processor of each kind of page, the usual one of ten."""
    with folders.opened(folder):
        from django.db import connection
        from django.test import Client
        from django.test.utils import CaptureQueriesContext

        browser = Client(SERVER_NAME="localhost", headers={"Cookie": cookie})
        for name, path in asked.items():
            with CaptureQueriesContext(connection) as statements:
                assert browser.get(path()).status_code == 200, name
                said = len(statements)
            took = []
            for _ in range(10):
                before = spent(connection)
                browser.get(path())
                took.append(spent(connection) - before)
            yield f"{name}_statements", said
            yield f"{name}_processor_ms", round(statistics.median(took), 1)


def spent(connection: Any) -> float:
    """Milliseconds of the processor: of this process, and of the one of PostgreSQL that serves its connection."""
    own = time.process_time() * 1000
    if connection.vendor != "postgresql":
        return own
    served_by = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    return own + int(served_by.read_text("ascii").split()[0]) / 1e6


@contextmanager
def served(folder: Path, cookie: str) -> Iterator[int]:
    """The port of a desk that runs until the end of the block."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "kuzet", "serve", str(folder), "--port", str(port)]
    desk = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(port, cookie)
        yield port
    finally:
        desk.send_signal(signal.SIGINT)
        desk.wait(30)


def wait(port: int, cookie: str) -> None:
    """Until the desk answers, at most a minute."""
    for _ in range(600):
        try:
            ask(port, cookie, ["/"])
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the desk did not start")


def ask(port: int, cookie: str, paths: list[str]) -> list[float]:
    """Milliseconds of each page, over one connection."""
    took, connection = [], http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for path in paths:
        before = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, (path, answer.status)
        took.append((time.perf_counter() - before) * 1000)
    connection.close()
    return took


def percentiles(port: int, cookie: str, path: Callable[[], str], asked: int) -> tuple[float, float]:
    """The usual time of a page, and the one that 95 of 100 do not exceed, when all clients ask at once."""
    with ThreadPoolExecutor(CLIENTS) as pool:
        jobs = [pool.submit(ask, port, cookie, [path() for _ in range(asked)]) for _ in range(CLIENTS)]
        took = [one for job in jobs for one in job.result()]
    cuts = statistics.quantiles(took, n=100)
    return round(cuts[49], 1), round(cuts[94], 1)


def prove(folder: Path) -> int:
    """Events of the chain that are proved in a second of the processor."""
    with folders.opened(folder):
        from kuzet.web.registry import events, proof

        before = time.process_time()
        assert list(proof.chain()) == []
        return round(events.checkpoint().number / (time.process_time() - before))


def measure(name: str, folder: Path, size: Size, pages_each: int) -> Iterator[tuple[str, float]]:
    """All figures of one database; what a page costs alone, where no client asks for pages."""
    before, used = time.perf_counter(), time.process_time()
    with folders.opened(folder):
        from django.db import connection

        _registry_made.fill(size)
        with connection.cursor() as cursor:
            # What PostgreSQL does by itself a minute later.
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    yield f"{name}_made_seconds", round(time.perf_counter() - before)
    yield f"{name}_made_processor_seconds", round(time.process_time() - used)
    yield f"{name}_made_peak_mib", _result.peak_mib()
    cookie, asked = log_in(folder), pages(size)
    yield from ((f"{name}_{key}", value) for key, value in cost(folder, cookie, asked))
    if not pages_each:
        return
    with served(folder, cookie) as port:
        for path in asked.values():
            percentiles(port, cookie, path, 1)  # each process has made one page of each kind before the clock runs
        for key, path in asked.items():
            usual, most = percentiles(port, cookie, path, pages_each)
            yield f"{name}_{key}_p50_ms", usual
            yield f"{name}_{key}_p95_ms", most
    yield f"{name}_events_proved_a_second", prove(folder)


def main() -> None:
    """Make the registries, measure and tell."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--incidents", type=int, default=100_000)
    words.add_argument("--documents", type=int, default=1_000_000)
    words.add_argument("--waiting", type=int, default=100_000, help="documents with a candidate that waits")
    words.add_argument("--database", choices=_databases.NAMES, help="one of them alone")
    words.add_argument(
        "--pages", type=int, default=40, help="pages of each kind that each client asks for; 0: only costs"
    )
    words.add_argument("--save", action="store_true", help="keep the figures in bench/results/registry-<date>.json")
    wanted = words.parse_args()
    size = Size(wanted.incidents, wanted.documents, wanted.waiting)
    figures: dict[str, float] = {**size._asdict(), "clients": CLIENTS}
    for name in [wanted.database] if wanted.database else _databases.NAMES:
        with _databases.registry(name) as folder:
            for key, value in measure(name, folder, size, wanted.pages):
                print(f"{key:44} {value}", flush=True)
                figures[key] = value
    found = _result.result({key: MOST for key in figures if key.endswith("p95_ms")}, figures)
    print(_result.told(found))
    if wanted.save:
        _result.save("registry", found)


if __name__ == "__main__":
    main()
