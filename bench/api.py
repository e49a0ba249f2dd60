"""Pages of incidents from the API over a million incidents, beside Datasette over the same rows, in the same run.

    python bench/api.py
    python bench/api.py --incidents 20000 --requests 200 --json
    python bench/api.py --save

The demo's incidents are repeated under new numbers until there are as many as wanted, and written twice: as a release,
which the API serves through granian, and as the SQLite file of the open data, which Datasette serves with the metadata
that belongs to it (where it is installed: requirements/bench.txt). Each server is asked the same questions in turn by
the same client: a page of 50 incidents that pass a filter, in the order of their numbers or of their dates, some of
them far behind. None is asked before the clock runs but for one request that opens its files, and none longer than
`--seconds`. The API is then asked in words (`q=`) too, in three languages and with slips: its index is made first,
which is told and not counted, and the memory of the server is told behind the last answer. The pages of the sample's
site are served as plain files by granian too.

What else the machine does changes these figures: `load` tells of it.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import importlib.util
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import Any

import _result
import httpx2
import polars as pl
from msgspec.structs import replace

from kuzet.basis.release import FileEntry
from kuzet.basis.word import to_json
from kuzet.commands import demo
from kuzet.observatory.tally.files import NAMES
from kuzet.observatory.tally.flat import table as flat_table
from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.data import database
from kuzet.web.public.data.tables import fixed, of_incidents
from kuzet.web.public.edition import Edition
from kuzet.web.public.parts import PARTS

SEED, PAGE = 20240101, 50
NOT_YET = 503
TARGETS = {"api_p95_ms": 200, "static_p95_ms": 200}
WORDS = (
    "журналистерге",
    "журналистами",
    "jurnalist",
    "accreditation refused",
    "штраф редактору",
    "Караганда суд",
    "хакерлердің",
    "журналст",
    "Kostanay",
    "KZ-2024-0000123",
)
"""What is asked in words."""
FILTERS = (
    {},
    {"category": "judicial_economic"},
    {"category": "physical"},
    {"perpetrator": "authorities", "reconstructed": "no"},
    {"region": "KZ-71"},
    {"method": "illegal_impediments_denial_of_access"},
    {"verdict": "convicted"},
    {"mode": "online", "perpetrator": "unknown"},
)


def repeated(edition: Edition, wanted: int, folder: Path) -> None:
    """A release and an SQLite file with so many incidents, both from the demo's."""
    source, known = edition.release, len(edition.incidents)
    times = -(-wanted // known)
    release = folder / "editions" / "large"
    release.mkdir(parents=True)
    texts = [line.decode().strip().partition(",")[2] for line in edition.incidents.lines()]
    with (release / "incidents.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f'{{"id":"{named(at)}",{texts[at % known]}\n' for at in range(wanted))
    ids = pl.Series("id", [named(at) for at in range(wanted)])
    frame = of_incidents(source.manifest.period, source.manifest.codebook, edition.incidents)["incidents"]
    many = pl.concat([frame] * times).head(wanted).with_columns(ids)
    small = {name: [table] for name, table in fixed(edition).items() if name in ("codes", "regions")}
    database.write(folder / "registry.sqlite", {"incidents": [many], **small})
    del many
    flat = pl.concat([flat_table(edition.incidents, source.manifest.period, edition.codebook)] * times)
    flat.head(wanted).with_columns(ids).write_parquet(release / "incidents.parquet", compression="zstd")
    for name in ("sources", "totals", "indicators"):
        lines = "".join(f"{to_json(word)}\n" for word in getattr(source, name))
        (release / NAMES[name]).write_text(lines, encoding="utf-8", newline="\n")
    sealed(edition, release)


def named(at: int) -> str:
    return f"KZ-2024-{at:07}"


def sealed(edition: Edition, release: Path) -> None:
    """The manifest of the files that lie there."""
    files = []
    for path in sorted(release.iterdir()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        rows = sum(1 for _ in path.open("rb")) if path.suffix == ".jsonl" else None
        files.append(FileEntry(path=path.name, sha256=digest, size=path.stat().st_size, rows=rows))
    manifest = replace(edition.release.manifest, files=tuple(files))
    (release / "manifest.json").write_text(to_json(manifest), "utf-8")


def port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def running(command: list[str], address: str, environment: dict[str, str]) -> Iterator[tuple[float, int]]:
    """A server until the end of the block; gives the seconds until it answered, and its process."""
    began = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            while True:
                assert process.poll() is None, f"{command[0]} ended"
                try:
                    httpx2.get(address, timeout=900).raise_for_status()
                    break
                except httpx2.TransportError:
                    time.sleep(0.2)
            yield time.perf_counter() - began, process.pid
        finally:
            process.terminate()
            process.wait(30)


def questions(number: int, wanted: int) -> list[tuple[dict[str, str], str, int]]:
    """Filters, order and first row of each request."""
    chance = random.Random(SEED)
    return [
        (chance.choice(FILTERS), chance.choice(("id", "-date")), PAGE * chance.randrange(max(1, wanted // 20_000)))
        for _ in range(number)
    ]


async def timed(addresses: list[str], at_once: int, most: float) -> tuple[list[float], float, int]:
    """Milliseconds of each answer, requests a second, bytes of all answers; no request begins after `most` seconds."""
    queue, found, size = iter(addresses), [], 0

    async def ask(client: httpx2.AsyncClient) -> None:
        nonlocal size
        for address in takewhile(lambda _: time.perf_counter() - start < most, queue):
            began = time.perf_counter()
            answer = await client.get(address)
            found.append((time.perf_counter() - began) * 1000)
            answer.raise_for_status()
            size += len(answer.content)

    start = time.perf_counter()
    async with httpx2.AsyncClient(timeout=120) as client:
        await asyncio.gather(*(ask(client) for _ in range(at_once)))
    return found, len(found) / (time.perf_counter() - start), size


def of_api(base: str, question: tuple[dict[str, str], str, int]) -> str:
    where, sort, row = question
    return str(httpx2.URL(f"{base}/api/v1/incidents", params={**where, "sort": sort, "limit": PAGE, "cursor": row}))


def of_datasette(base: str, question: tuple[dict[str, str], str, int]) -> str:
    """The same page, by the SQL that it takes: its own cursors are not rows."""
    where, sort, row = question
    conditions = " and ".join(f"{name} = '{code}'" for name, code in where.items()) or "1"
    order = "rowid" if sort == "id" else "date desc, rowid desc"
    sql = f"select * from incidents where {conditions} order by {order} limit {PAGE} offset {row}"  # noqa: S608
    return str(httpx2.URL(f"{base}/registry.json", params={"sql": sql, "_shape": "objects"}))


def addresses(name: str, base: str, asked: list[Any], folder: Path) -> Iterator[str]:
    """What a server is asked for."""
    if name == "static":
        yield from pages(folder / "site", base, len(asked))
    else:
        yield from (of_api(base, one) if name == "api" else of_datasette(base, one) for one in asked)


def measured(name: str, addresses: list[str], options: argparse.Namespace) -> dict[str, float]:
    times, rate, size = asyncio.run(timed(addresses, options.at_once, options.seconds))
    cuts = statistics.quantiles(times, n=100)
    return {
        f"{name}_requests": len(times),
        f"{name}_p50_ms": round(cuts[49], 1),
        f"{name}_p95_ms": round(cuts[94], 1),
        f"{name}_p99_ms": round(cuts[98], 1),
        f"{name}_requests_a_second": round(rate, 1),
        f"{name}_kB_a_page": round(size / len(times) / 1000, 1),
    }


def servers(folder: Path, workers: int) -> Iterator[tuple[str, list[str], str, str]]:
    """Name, command, base address and first request of each server."""
    here = port()
    command = granian(here, workers)
    yield "api", command, f"http://127.0.0.1:{here}", "/api/v1/incidents?limit=1"
    there = port()
    command = [*granian(there, workers), "--static-path-route", "/site", "--static-path-mount", str(folder / "site")]
    yield "static", command, f"http://127.0.0.1:{there}/site", "/robots.txt"
    if importlib.util.find_spec("datasette") is None:
        print("datasette is not installed and not measured: requirements/bench.txt has it", file=sys.stderr)
        return
    there = port()
    command = [sys.executable, "-m", "datasette", "serve", str(folder / "registry.sqlite"), "-p", str(there)]
    command += ["--setting", "sql_time_limit_ms", "60000", "--setting", "max_returned_rows", "1000"]
    yield "datasette", command, f"http://127.0.0.1:{there}", "/registry.json?sql=select+1"


def granian(here: int, workers: int) -> list[str]:
    binding = ["--host", "127.0.0.1", "--port", str(here), "--workers", str(workers), "--blocking-threads", "4"]
    return [sys.executable, "-m", "granian", "--interface", "wsgi", *binding, "kuzet.web.wsgi:application"]


def pages(site: Path, base: str, number: int) -> list[str]:
    """Addresses of the site, in no order."""
    chance = random.Random(SEED)
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [f"{base}/{chance.choice(found)}" for _ in range(number)]


def run(options: argparse.Namespace, folder: Path) -> dict[str, float]:
    began = time.perf_counter()
    demo.make_release(folder)
    edition = Edition.read(folder / "release")
    repeated(edition, options.incidents, folder)
    build(edition, PARTS, Into(folder / "site"))
    (folder / "secret.key").write_text("of nobody, for a bench", "ascii")
    figures: dict[str, float] = {"incidents": options.incidents, "made_s": round(time.perf_counter() - began, 1)}
    environment = {**os.environ, "KUZET_DATA": str(folder), "KUZET_API_RATE": "0"}
    environment["DJANGO_SETTINGS_MODULE"] = "kuzet.web.settings"
    asked = questions(options.requests, options.incidents)
    for name, command, base, first in servers(folder, options.workers):
        with running(command, f"{base}{first}", environment) as (opened, process):
            figures[f"{name}_opened_s"] = round(opened, 1)
            figures |= measured(name, list(addresses(name, base, asked, folder)), options)
            if name == "api":
                figures |= {"words_index_made_s": made(in_words(base, WORDS[0])), "api_memory_mib": held(process)}
                figures |= measured("words", [in_words(base, one) for one in WORDS] * (options.requests // 20), options)
                figures["words_memory_mib"] = held(process)
    return figures


def in_words(base: str, query: str) -> str:
    return str(httpx2.URL(f"{base}/api/v1/incidents", params={"q": query, "limit": PAGE}))


def made(address: str) -> float:
    """Seconds until the index is there that the first query asks for."""
    began = time.perf_counter()
    while httpx2.get(address, timeout=60).status_code == NOT_YET:
        time.sleep(1)
    return round(time.perf_counter() - began, 1)


def held(process: int) -> int:
    """The memory of the largest process of a server, in MiB; what it reads from files that it maps is not counted."""
    several = [process, *(int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split())]
    lines = [line for one in several for line in Path(f"/proc/{one}/status").read_text().splitlines()]
    return max(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=1_000_000)
    parser.add_argument("--requests", type=int, default=2_000)
    parser.add_argument("--at-once", type=int, default=4, help="requests that wait at the same time")
    parser.add_argument("--seconds", type=float, default=240, help="the most that one server is asked")
    parser.add_argument("--workers", type=int, default=1, help="processes of the API; Datasette has one")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = _result.result(TARGETS, run(options, Path(folder)))
    print(json.dumps(found, indent=2) if options.json else _result.told(found))
    if options.save:
        _result.save("api", found)


if __name__ == "__main__":
    main()
