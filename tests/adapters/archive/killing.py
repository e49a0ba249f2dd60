"""A writer with four threads is killed at random moments, again and again; prints what became of what it acknowledged.

python -m tests.adapters.archive.killing FOLDER KILLS
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import threading
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from tests.adapters.archive.made import DAY, answer

from kuzet.adapters.archive import Archive, Layout, Proof


def main(folder: Path, kills: int) -> dict[str, object]:
    """Of all kills together: how many captures were acknowledged, kept, lost, doubled, and what the proof finds."""
    chance = random.Random(kills)
    acknowledged, kept, lost = {}, {}, 0
    for _ in range(kills):
        acknowledged |= killed(folder, len(kept) + 500, chance)
        with Archive(folder) as archive:
            captures = list(archive.captures())
        kept = {number_of(each): each.id for each in captures}
        lost += len(acknowledged.items() - kept.items())
    with Archive(folder) as archive:
        wrong = sum(archive.body(each.sha256) != answer(number_of(each)).body for each in captures)
    doubled = sum(count > 1 for count in Counter(each.url for each in captures).values())
    findings = [str(finding) for finding in Proof(Layout(folder)).findings()]
    return {"acknowledged": len(acknowledged), "kept": len(kept), "lost": lost, "doubled": doubled, "wrong": wrong,
            "findings": findings}  # fmt: skip


def number_of(capture) -> int:
    return int(capture.url.rpartition("/")[2])


def killed(folder: Path, last: int, chance: random.Random) -> dict[int, str]:
    """What a writer acknowledged until it was killed: soon after it began, or soon after its first capture."""
    reading, writing = os.pipe()
    writer = os.fork()
    if not writer:
        write(folder, last, writing)
        os._exit(0)
    os.close(writing)
    if chance.random() < 0.5:
        select.select([reading], [], [], 10)
    time.sleep(chance.uniform(0, 0.12))
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with os.fdopen(reading) as told:
        return {int(number): capture for number, capture in (row.split() for row in told)}


def write(folder: Path, last: int, told: int) -> None:
    """Keep the answers that are not kept yet, in four threads; each number is told when it is acknowledged."""
    with Archive(folder) as archive:
        present = {number_of(each) for each in archive.captures()}
        todo, gate = (number for number in range(1, last + 1) if number not in present), threading.Lock()

        def work():
            while True:
                with gate:
                    number = next(todo, None)
                if number is None:
                    return
                capture = archive.keep(answer(number), "news")
                os.write(told, f"{number} {capture.id}\n".encode())
                if number % 7 == 0:
                    archive.checkpoint(DAY + timedelta(hours=number))

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
