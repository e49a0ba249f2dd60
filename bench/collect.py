"""Fetching, extracting and archiving on loopback, beside trafilatura alone over the same pages in the same run.

    python bench/collect.py
    python bench/collect.py --pages 400 --flat 20000 --save

A server in a process of its own sends pages of some 60 KB, each another one: an article of four paragraphs among menus,
scripts and teasers. Relevant pages begin with the report of an attack, irrelevant ones do not. Ours is the whole way of
`kuzet collect`: fetched under all caps, kept and synced, looked at in the sandbox (the article, its language, its sketch,
relevant ones read and coded), and taken into the ledger; `without reading` leaves out the reading, which trafilatura does
not do either. trafilatura extracts the same bytes from memory, in as many processes as ours has; it has neither fetched
nor kept anything. Politeness is set to no delay. Pages are counted after 60 that warm both up.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kuzet import __version__
from kuzet.adapters.ledger import addresses
from kuzet.adapters.ledger.store import transaction
from kuzet.adapters.sandbox import Broken, Sandbox
from kuzet.basis.document import Source
from kuzet.basis.names import Name
from kuzet.commands import collecting_setup
from kuzet.commands.collecting_run import LOOKERS, Collection, Means
from kuzet.commands.collecting_setup import LIMITS, Settings
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.looked import Looked
from kuzet.observatory.collect.plan import Plan, Politeness, Start

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.collect_site import unread, words  # noqa: E402

HOSTS, WARM = 64, 60
LOAD = os.getloadavg()
"""Before anything was measured."""
TARGETS = {"relevant_of_trafilatura": 0.6, "irrelevant_of_trafilatura": 10.0}
PATHS = {"relevant": "a", "irrelevant": "n"}


def main() -> None:
    said = arguments()
    figures: dict[str, Any] = {}
    with served() as port:
        for kind in PATHS:
            figures[kind] = compared(kind, said.pages, port)
        figures["flat"] = flat(said.flat, port)
    result = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "machine": machine(), "targets": TARGETS, "figures": figures}
    if said.save:
        (HERE / "results" / f"collect-{result['date']}.json").write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    print(json.dumps(result, indent=2))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000, metavar="N", help="pages of each kind (1000)")
    parser.add_argument("--flat", type=int, default=20_000, metavar="N", help="pages over which memory is watched")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/results")
    return parser.parse_args()


def compared(kind: str, pages: int, port: int) -> dict[str, float]:
    """Pages a second of both, and the one as a share of the other."""
    alone = trafilatura_alone(kind, pages)
    whole, bare = collected(kind, pages, port), collected(kind, pages, port, reading=False)
    return {
        "trafilatura_per_second": alone,
        "kuzet_per_second": whole,
        "kuzet_without_reading_per_second": bare,
        "of_trafilatura": round(whole / alone, 2),
        "without_reading_of_trafilatura": round(bare / alone, 2),
    }


def trafilatura_alone(kind: str, pages: int) -> float:
    """Pages a second of trafilatura's own function, from memory, in as many processes as ours has."""
    with ProcessPoolExecutor(LOOKERS, mp_context=multiprocessing.get_context("spawn")) as pool:
        bodies = [page(kind, number) for number in range(pages + WARM)]
        list(pool.map(extracted, bodies[:WARM], chunksize=5))
        begun = time.perf_counter()
        found = list(pool.map(extracted, bodies[WARM:], chunksize=5))
        seconds = time.perf_counter() - begun
    assert all(found)
    return round(pages / seconds, 1)


def extracted(body: bytes) -> int:
    import trafilatura

    return len(trafilatura.extract(body) or "")


def collected(kind: str, pages: int, port: int, *, reading: bool = True) -> float:
    """Pages a second of ours."""
    with (
        tempfile.TemporaryDirectory(dir=HERE) as name,
        opened(Path(name), port) as means,
        Sandbox(unread.look, LIMITS, LOOKERS) as bare,
    ):
        means = means if reading else means._replace(look=lambda job: done(bare(job)))
        run(means, urls(kind, 0, WARM))
        begun = time.perf_counter()
        made = run(means, urls(kind, WARM, pages + WARM))
        seconds = time.perf_counter() - begun
    assert made == pages, (made, pages)
    return round(pages / seconds, 1)


def done(looked: Looked | Broken) -> Looked:
    assert isinstance(looked, Looked), looked
    return looked


def flat(pages: int, port: int) -> dict[str, Any]:
    """Memory of this process and of the sandbox's children after every quarter of many pages, one in twelve relevant."""
    memory = {}
    with tempfile.TemporaryDirectory(dir=HERE) as name, opened(Path(name), port) as means:
        begun = time.perf_counter()
        for quarter in range(4):
            first, last = quarter * pages // 4, (quarter + 1) * pages // 4
            mixed = [
                url for at in range(first, last) for url in urls("irrelevant" if at % 12 else "relevant", at, at + 1)
            ]
            assert run(means, mixed) == last - first
            memory[last] = {"process_mib": mib(os.getpid()), "children_mib": [mib(child) for child in children()]}
            print(last, memory[last], flush=True)
        seconds = time.perf_counter() - begun
    return {"pages": pages, "per_second": round(pages / seconds, 1), "memory_after": memory}


def urls(kind: str, first: int, last: int) -> list[str]:
    return [f"http://h{number % HOSTS}.kz/{PATHS[kind]}/{number}" for number in range(first, last)]


def run(means: Means, wanted: list[str]) -> int:
    """How many documents came of these addresses."""
    collection = Collection(means, lambda _=1: None)
    with transaction(means.db):
        for url in wanted:
            addresses.found(means.db, Entry(url=url), url.split("/")[2], means.clock.now())
    collection.once(eager=False, whole=True)
    assert not collection.sums.failures, collection.sums
    return collection.sums.new


@contextmanager
def opened(folder: Path, port: int) -> Iterator[Means]:
    names = [f"h{number}.kz" for number in range(HOSTS)]
    said = Settings(
        contact="mailto:bench@example.org",
        hosts=dict.fromkeys(names, f"127.0.0.1:{port}"),
        allow=("127.0.0.0/8",),
    )
    with collecting_setup.means(folder, "kz", {name: plan(name) for name in names}, said) as means:
        yield means


def plan(host: str) -> Plan:
    source = Source(id=host, name=Name(en=host), kind="online_media", languages=("ru",), country="KZ")
    start = Start(form="feed", url=f"http://{host}/feed")
    return Plan(source=source, start=(start,), politeness=Politeness(delay=0.0, at_once=4))


def page(kind: str, number: int) -> bytes:
    """The same page for the same number."""
    chance = random.Random(number)
    language = ("kk", "ru", "en")[number % 3]
    first = words.attack(language, chance) if kind == "relevant" else ""
    article = "".join(f"<p>{line}</p>" for line in words.text(language, chance, first))
    menu = "".join(f'<li class="i{at}"><a href="/s/{at}">бөлім {at}</a></li>' for at in range(60))
    teasers = "".join(
        f'<div class="card"><a href="/t/{at}"><img src="/i/{at}.jpg" alt=""><span>{words.sentence(language, chance)}'
        "</span></a></div>"
        for at in range(40)
    )
    script = "<script>" + "window.dataLayer.push({'event':'view'});" * 600 + "</script>"
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{number} жаңалық</title>{script}'
        f"</head><body><nav><ul>{menu}</ul></nav><main><article><h1>{number}</h1>{article}</article></main>"
        f'<aside class="related">{teasers}</aside>{script}<footer>©</footer></body></html>'
    ).encode()


class Handler(BaseHTTPRequestHandler):
    """Makes each page as it is asked for."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        _, kind, number, *_ = (*self.path.split("/"), "", "")
        known = {short: name for name, short in PATHS.items()}
        body = page(known[kind], int(number)) if kind in known else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


def serve(pipe: Connection) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        pipe.send(server.server_address[1])
        server.serve_forever()


@contextmanager
def served() -> Iterator[int]:
    """The port of a server in a process of its own."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.kill()
        process.join()


def children() -> list[int]:
    """The sandbox's processes."""
    own = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    pids = [int(pid) for path in own for pid in path.read_text().split()]
    return [pid for pid in pids if "sandboxed" in Path(f"/proc/{pid}/cmdline").read_text()]


def mib(pid: int) -> int:
    """Resident memory."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize() // 2**20


def machine() -> dict[str, Any]:
    """What the figures were measured on, and how much else it did: the load is that of the minute before."""
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    models = [line.partition(":")[2].strip() for line in lines if "model name" in line]
    return {
        "cores": os.cpu_count(),
        "processor": models[0] if models else platform.processor(),
        "python": platform.python_version(),
        "kuzet": __version__,
        "load": LOAD,
    }


if __name__ == "__main__":
    main()
