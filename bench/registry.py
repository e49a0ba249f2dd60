"""Speed of the desk over a large registry: pages asked by several analysts at once, and the proof of the chain.

    python bench/registry.py
    python bench/registry.py --documents 20000

Each document of the synthetic registry has one candidate with its coding, all open. They are written as rows, without
events, since loading is not what is measured; the events are a chain of their own. The desk is served by `kuzet serve`
with a process for each processor; the clients run on the same machine and take their part of its processors. With
`DATABASE_URL` the same is done in that database, which must be empty.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import secrets
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kuzet.adapters.batches import in_batches
from kuzet.basis.codebook import CURRENT
from kuzet.web import accounts
from kuzet.web import folder as folders

CLIENTS, ASKED = 8, 40
"""Analysts at once, and the pages that each asks for."""
TEXT = "The hearing began late. A guard pushed the reporter out of the hall of the court. It rained. "
PASSAGE = "A guard pushed the reporter out of the hall of the court."


def fill(count: int) -> None:
    """Rows of documents, candidates and codings."""
    from kuzet.web.registry import changes, events, models, words

    changes.put(words.Adopted(id=CURRENT), events.By("bench", datetime.now(UTC), "begin"))
    start, chance = TEXT.index(PASSAGE), random.Random(20240101)  # noqa: S311  (scores, not secrets)
    for numbers in in_batches(range(count), 5000):
        ids = [f"doc-{number:07}" for number in numbers]
        models.Document.objects.bulk_create(
            models.Document(ident=one, source="paper", title=f"Guard pushes reporter, {one}", text=TEXT * 20, rest={})
            for one in ids
        )
        models.Candidate.objects.bulk_create(
            models.Candidate(
                ident=f"{one}#1", document=one, family=f"{one}#1", **asked_by(chance),
                rest={"passages": [{"document": one, "start": start, "end": start + len(PASSAGE), "text": PASSAGE}]},
            )
            for one in ids
        )  # fmt: skip
        answers = {"category": {"value": "physical"}, "methods": [{"value": "non_fatal_attack_beating"}]}
        models.Coding.objects.bulk_create(
            models.Coding(
                ident=f"{one} c", subject=f"{one}#1", coder="reader", machine=True, codebook=CURRENT, rest=answers
            )
            for one in ids
        )


def asked_by(chance: random.Random) -> dict[str, object]:
    """What the queue is filtered and ordered by, as `registry.waiting` fills it in."""
    score = chance.random()
    return {
        "score": score, "rank": score + chance.choice((0.3, 0.4, 1.0)) + chance.random() * 6, "source": "paper",
        "language": chance.choice(("kk", "ru", "en")), "region": f"KZ-{chance.randrange(20)}",
        "category": "physical", "method": chance.choice(("non_fatal_attack_beating", "murder", "interrogation")),
        "day": date(2024, 1, 1) + timedelta(days=chance.randrange(366)),
    }  # fmt: skip


def chain(count: int) -> float:
    """Seconds of the processor that the proof of so many events takes."""
    from django.db import transaction

    from kuzet.web.registry import events, proof, words

    with transaction.atomic():
        trail = events.begin(events.By("bench", datetime.now(UTC), "a chain"))
        for number in range(count):
            trail.add(words.Redirect(id=f"KZ-2024-{number:07}", into="KZ-2024-0001"), 1, "")
        trail.write()
    before = time.process_time()
    assert list(proof.chain()) == []
    return time.process_time() - before


def asked(port: int, cookie: str, paths: list[str]) -> list[float]:
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


def measure(folder: Path, count: int) -> dict[str, dict[str, float]]:
    """Percentiles of each kind of page, in milliseconds."""
    cookie = log_in(folder)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "kuzet", "serve", str(folder), "--port", str(port)]
    desk = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        ready(port, cookie)
        chance = random.Random(7)  # noqa: S311
        pages = {
            "queue, first page": lambda: "/",
            "queue, filtered": lambda: f"/?language=kk&region=KZ-{chance.randrange(20)}",
            "queue, any page": lambda: f"/?after=doc-{chance.randrange(count):07}%231",
            "candidate": lambda: f"/candidate/doc-{chance.randrange(count):07}%231",
        }
        return {name: percentiles(port, cookie, path) for name, path in pages.items()}
    finally:
        desk.send_signal(signal.SIGINT)
        desk.wait(30)


def ready(port: int, cookie: str) -> None:
    """Wait for the desk, at most a minute."""
    for _ in range(600):
        try:
            asked(port, cookie, ["/"])
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the desk did not start")


def percentiles(port: int, cookie: str, path) -> dict[str, float]:
    with ThreadPoolExecutor(CLIENTS) as pool:
        jobs = [pool.submit(asked, port, cookie, [path() for _ in range(ASKED)]) for _ in range(CLIENTS)]
        took = sorted(one for job in jobs for one in job.result())
    cuts = statistics.quantiles(took, n=100)
    return {"p50": round(cuts[49], 1), "p95": round(cuts[94], 1), "most": round(took[-1], 1)}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--documents", type=int, default=100_000)
    words.add_argument("--events", type=int, default=100_000)
    wanted = words.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="kuzet-bench-")) / "registry"
    try:
        folders.make(folder)
        folders.migrate(folder)
        with folders.opened(folder):
            fill(wanted.documents)
            proved = chain(wanted.events)
        found = {
            "database": "postgresql" if os.environ.get("DATABASE_URL") else "sqlite",
            "documents": wanted.documents,
            "clients": CLIENTS,
            "milliseconds": measure(folder, wanted.documents),
            "events_proved_per_processor_second": round(wanted.events / proved),
        }
    finally:
        shutil.rmtree(folder.parent)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
