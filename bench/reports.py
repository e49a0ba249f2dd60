"""Seconds and memory of reports: all nine of the sample, and all nine of a release of 100,000 incidents.

    python bench/reports.py
    python bench/reports.py --incidents 10000 --json
    python bench/reports.py --save

The sample's release is made first, and not counted. Its nine reports (kk, ru, en as HTML, PDF and DOCX) are then
written as `kuzet demo` writes them, on all processors.

The large release repeats the described incidents of the sample, each with a number, day, method and perpetrator of its
own, drawn with a fixed seed. Freezing it is told but not counted; what counts is everything from the folder on disk to
the files: the nine reports by one `kuzet report`, then three questions to `kuzet figures`, one after the other. Memory
is that of the largest process; as many as there are processors write reports at once.

What else the machine does changes the seconds of the clock, and hardly those of the processors: both are told.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import _result
import msgspec

from kuzet import countries
from kuzet.basis import codebook as codebooks
from kuzet.basis.coding import Perpetrator
from kuzet.basis.dates import EventDate
from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES
from kuzet.basis.release import Release
from kuzet.commands import demo, reporting
from kuzet.observatory import pipeline, tally

SEED, YEAR = 20240101, 2024
NINE = ("html", "pdf", "docx")
ASKED = (("--where", "category=physical"), ("--by", "category,perpetrator,region"), ("--by", "penalty,month"))
TARGETS = {"nine_seconds": 60, "large_seconds": 300}


def main() -> None:
    words = arguments()
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        with redirect_stdout(StringIO()):
            sample = demo.make_release(folder)
        figures: dict[str, Any] = {"sample_incidents": len(sample.incidents)}
        before = processor()
        figures |= {"nine_seconds": seconds(lambda: nine(folder)), "nine_processor_seconds": processor() - before}
        figures |= large(sample, words.incidents, folder / "large")
    found = _result.result(TARGETS, figures)
    if words.save:
        _result.save("reports", found)
    print(json.dumps(found) if words.json else _result.told(found))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--incidents", type=int, default=100_000, metavar="N", help="incidents of the large one (100000)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/results/reports-<date>.json")
    return parser.parse_args()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return round(time.perf_counter() - start, 1)


def processor() -> int:
    """Processor seconds of all processes so far that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round(used.ru_utime + used.ru_stime)


def nine(folder: Path) -> None:
    """Three languages as three formats, the slowest first."""
    tasks = reporting.tasks(folder / "release", reporting.Wanted(forms=NINE), folder)
    assert len({one.task.output for one in reporting.written(tasks)}) == 9


def large(sample: Release, wanted: int, folder: Path) -> dict[str, Any]:
    """Every step of the large release with its seconds, and how long all of them take."""
    frozen = seconds(lambda: tally.write(made(sample, wanted), folder))
    before = processor()
    asked = [("--format", form) for form in NINE] + [("--lang", language) for language in LANGUAGES]
    words = [word for pair in asked for word in pair]
    steps = {"large_nine_seconds": seconds(lambda: kuzet("report", folder, *words, "-o", folder.with_name("reports")))}
    for number, question in enumerate(ASKED, 1):
        steps[f"large_question_{number}_seconds"] = seconds(
            lambda question=question: kuzet("figures", folder, *question)
        )
    return {
        "large_incidents": wanted,
        "large_freezing_seconds": frozen,
        **steps,
        "large_seconds": round(sum(steps.values()), 1),
        "large_processor_seconds": processor() - before,
        "large_peak_memory_mib": _result.peak_mib(resource.RUSAGE_CHILDREN),
    }


def made(sample: Release, wanted: int) -> Release:
    return pipeline.freeze(
        sample.manifest,
        repeated(sample, wanted),
        pipeline.Registered(sample.cases, sample.sources, sample.decisions),
        countries.load(sample.manifest.country),
    )


def kuzet(*words: object) -> None:
    subprocess.run([sys.executable, "-m", "kuzet", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def repeated(sample: Release, wanted: int) -> Iterator[Incident]:
    """The described incidents of the sample in turn, with other numbers, days, methods and perpetrators."""
    chance, book = random.Random(SEED), codebooks.load(sample.manifest.codebook)
    described = [incident for incident in sample.incidents if not incident.reconstructed]
    methods, classes = list(book.table("methods").values()), list(book.table("perpetrator_classes"))
    for number in range(wanted):
        method = chance.choice(methods)
        day = date(YEAR, 1, 1) + timedelta(chance.randrange(366))
        yield msgspec.structs.replace(
            described[number % len(described)],
            id=f"KZ-{YEAR}-{number:06}",
            date=EventDate.parse(day.isoformat()),
            category=method.extra["category"],
            methods=(method.code,),
            perpetrators=(Perpetrator(klass=chance.choice(classes)),),
        )


if __name__ == "__main__":
    main()
