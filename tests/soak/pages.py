"""Ten thousand spoiled feeds and pages: does one of them end the work, or take long?

    python -m tests.soak.pages
    python -m tests.soak.pages --number 1000 --seed 7

Every recorded sample of the country pack is cut, mixed, converted and filled with hostile markup, and then read as the
collector reads it. What is raised is counted as a crash and shown; an answer that takes more than a second is shown.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter

from kuzet.basis.word import to_json
from kuzet.observatory.collect.entries import entries
from kuzet.observatory.collect.found import SetAside
from kuzet.observatory.collect.pages import page
from tests.spoiling import Sample, spoiled

SLOW = 1.0
"""Seconds of one answer that are worth a line."""


def outcome(sample: Sample) -> str:
    """What came of a sample, as a kind to count."""
    if sample.start is not None:
        found = entries(sample.start.form, sample.body, sample.start, sample.content_type)
        what = "start page"
    else:
        found, what = page(sample.body, sample.url, sample.content_type), "page"
    if isinstance(found, SetAside):
        return f"{what} set aside"
    to_json(found)
    return f"{what} read" if found else f"{what} without entries"


def main() -> int:
    """Spoil, read, count; 1 when anything was raised."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    begun, slowest = time.perf_counter(), 0.0
    for number, (done, sample) in enumerate(spoiled(asked.seed, asked.number), 1):
        start = time.perf_counter()
        try:
            counts[outcome(sample)] += 1
        except Exception as error:  # noqa: BLE001  (a crash is what is looked for)
            counts["crashed"] += 1
            print(f"{number}: {sample.name}, {done}: {error!r}")
        taken = time.perf_counter() - start
        slowest = max(slowest, taken)
        if taken > SLOW:
            print(f"{number}: {sample.name}, {done}: {taken:.1f} s, {len(sample.body)} bytes")
    for kind, count in sorted(counts.items()):
        print(f"{count:6} {kind}")
    seconds, memory = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{asked.number} answers, {counts['crashed']} crashed, {seconds:.0f} s, slowest {slowest:.2f} s, {memory} MB")
    return 1 if counts["crashed"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
