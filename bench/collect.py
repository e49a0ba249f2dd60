"""Fetching, extracting and archiving on loopback, beside trafilatura alone over the same pages in the same run.

    python bench/collect.py
    python bench/collect.py --pages 400 --flat 20000 --save

A server in a process of its own sends pages of some 80 KB and 1,300 elements, each another one: an article of four
paragraphs among menus, scripts and teasers. Relevant pages begin with the report of an attack, irrelevant ones do not.
Ours is the whole way of `kuzet collect`: fetched under all caps, kept and synced, looked at in the sandbox (text,
language and sketch; relevant ones read and coded), taken into the ledger. `without_reading` leaves out reading and
coding, which trafilatura does not do either; `extracting` is the bytes to the text alone. trafilatura extracts the same
bytes from memory, in as many processes as ours has in its sandbox; it has neither fetched nor kept anything. Politeness
is set to no delay.

Pages a second are of the clock, and fall when the machine does other things too. Milliseconds are of processors, of all
processes of ours together but the server's, and hardly change. 60 pages warm both up and are not counted.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

import _result
import _serving

from kuzet.adapters.ledger import addresses
from kuzet.adapters.ledger.store import transaction
from kuzet.adapters.sandbox import Broken, Sandbox
from kuzet.basis.document import Source
from kuzet.basis.names import Name
from kuzet.commands.collecting import setup
from kuzet.commands.collecting.run import LOOKERS, Collection, Means
from kuzet.commands.collecting.setup import LIMITS, Settings
from kuzet.observatory import detect
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.looked import Looked
from kuzet.observatory.collect.pages import page as read_page
from kuzet.observatory.collect.plan import Plan, Politeness, Start

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.collect_site import unread, words  # noqa: E402

HOSTS, WARM = 64, 60
LOAD = os.getloadavg()
"""Before anything was measured."""
TARGETS = {"relevant": {"without_reading_of_trafilatura": 0.6}, "irrelevant": {"without_reading_of_trafilatura": 10.0}}
PATHS = {"relevant": "a", "irrelevant": "n"}


def main() -> None:
    said = arguments()
    figures: dict[str, Any] = {}
    with _serving.served(serve) as port:
        for kind in PATHS:
            figures[kind] = compared(kind, said.pages, port)
        figures["flat"] = flat(said.flat, port)
    result = _result.result(TARGETS, figures)
    result["machine"]["load"] = LOAD
    if said.save:
        _result.save("collect", result)
    print(json.dumps(result, indent=2))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000, metavar="N", help="pages of each kind (1000)")
    parser.add_argument("--flat", type=int, default=20_000, metavar="N", help="pages over which memory is watched")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/results")
    return parser.parse_args()


def compared(kind: str, pages: int, port: int) -> dict[str, Any]:
    """Pages a second and milliseconds of processor a page, of both; and ours as a share of trafilatura's speed."""
    alone = trafilatura_alone(kind, pages)
    ways = {
        "kuzet": collected(kind, pages, port),
        "without_reading": collected(kind, pages, port, reading=False),
        "extracting": extracting(kind, pages),
    }
    shares = {f"{name}_of_trafilatura": round(alone.milliseconds / way.milliseconds, 2) for name, way in ways.items()}
    clock = {"whole_of_trafilatura_by_clock": round(ways["without_reading"].per_second / alone.per_second, 2)}
    return {name: way._asdict() for name, way in {"trafilatura": alone, **ways}.items()} | shares | clock


class Speed(NamedTuple):
    """Of the clock, and of processors for one page."""

    per_second: float
    milliseconds: float


def speed(pages: int, seconds: float, busy: float) -> Speed:
    return Speed(round(pages / seconds, 1), round(busy / pages * 1000, 2))


def trafilatura_alone(kind: str, pages: int) -> Speed:
    """trafilatura's own function, from memory, in as many processes as ours has."""
    with ProcessPoolExecutor(LOOKERS, mp_context=multiprocessing.get_context("spawn")) as pool:
        bodies = [page(kind, number) for number in range(pages + WARM)]
        list(pool.map(extracted, bodies[:WARM], chunksize=5))
        begun = time.perf_counter()
        found = list(pool.map(extracted, bodies[WARM:], chunksize=5))
        seconds = time.perf_counter() - begun
    assert all(length for length, _ in found)
    return speed(pages, seconds, sum(busy for _, busy in found))


def extracted(body: bytes) -> tuple[int, float]:
    """Letters of the text, seconds of processor."""
    import trafilatura

    begun = time.process_time()
    return len(trafilatura.extract(body) or ""), time.process_time() - begun


def extracting(kind: str, pages: int) -> Speed:
    """Bytes to text in this process, with care where the first look says that it may matter."""
    vocabulary = detect.vocabulary("kz")
    bodies = [page(kind, number) for number in range(pages + WARM)]
    for at, body in enumerate(bodies):
        if at == WARM:
            begun, busy = time.perf_counter(), time.process_time()
        read_page(body, "http://h.kz/1", "text/html; charset=utf-8", lambda text: detect.may_report(text, vocabulary))
    return speed(pages, time.perf_counter() - begun, time.process_time() - busy)


def collected(kind: str, pages: int, port: int, *, reading: bool = True) -> Speed:
    """The whole way of ours."""
    with (
        tempfile.TemporaryDirectory(dir=HERE) as name,
        opened(Path(name), port) as means,
        Sandbox(unread.look, LIMITS, LOOKERS) as bare,
    ):
        means = means if reading else means._replace(look=lambda job: done(bare(job)))
        run(means, urls(kind, 0, WARM))
        begun, busy = time.perf_counter(), processors()
        made = run(means, urls(kind, WARM, pages + WARM))
        seconds, busy = time.perf_counter() - begun, processors() - busy
    assert made == pages, (made, pages)
    return speed(pages, seconds, busy)


def processors() -> float:
    """Seconds of processor of this process and the sandbox's children."""
    ticks = 0
    for pid in (os.getpid(), *children()):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def done(looked: Looked | Broken) -> Looked:
    assert isinstance(looked, Looked), looked
    return looked


def flat(pages: int, port: int) -> dict[str, Any]:
    """Memory of this process and the sandbox's after each quarter of many pages, of which one in twelve is relevant."""
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
    with setup.means(folder, "kz", {name: plan(name) for name in names}, said) as means:
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
    menu = "".join(f'<li class="i{at}"><a href="/s/{at}">бөлім {at}</a></li>' for at in range(150))
    teasers = "".join(
        f'<div class="card"><div class="in"><a class="link" href="/t/{at}"><img src="/i/{at}.jpg" alt="">'
        f'<span class="title">{words.sentence(language, chance)}</span></a><time>13.05.2024</time></div></div>'
        for at in range(160)
    )
    script = "<script>" + "window.dataLayer.push({'event':'view'});" * 400 + "</script>"
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


def children() -> list[int]:
    """The sandbox's processes."""
    own = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    pids = [int(pid) for path in own for pid in path.read_text().split()]
    return [pid for pid in pids if "sandboxed" in Path(f"/proc/{pid}/cmdline").read_text()]


def mib(pid: int) -> int:
    """Resident memory."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize() // 2**20


if __name__ == "__main__":
    main()
