"""Seconds and memory of the public site: the sample, a release of 100,000 incidents, and a change of one of them.

    python bench/publish.py
    python bench/publish.py --incidents 5000 --json
    python bench/publish.py --save

The large release repeats the described incidents of the sample, as bench/reports.py makes it. Each build is a process
of its own, which tells how much memory it held when the edition was read, and the most that it held while the site was
built; what is between is what building needs. The change is a summary of one incident: the release is frozen again, and
its site built over the first one. A build that takes far too long is stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import _result
import msgspec
from reports import repeated

from kuzet import countries
from kuzet.basis.names import Name
from kuzet.basis.release import Release
from kuzet.commands import demo
from kuzet.observatory import pipeline, tally
from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.edition import Edition
from kuzet.web.public.parts import PARTS

MOST = {"sample": 120, "large": 960, "change": 240}
"""Seconds after which a build is stopped: its target is not held then."""

TARGETS = {"sample_seconds": 60, "large_seconds": 900, "change_seconds": 60}


def main() -> None:
    words = arguments()
    if words.one:
        print(json.dumps(one(*words.one)))
        return
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        with redirect_stdout(StringIO()):
            sample = demo.make_release(folder)
        figures = {**told("sample", folder / "release", folder / "sample"), **large(sample, words.incidents, folder)}
    found = _result.result(TARGETS, figures)
    if words.save:
        _result.save("publish", found)
    print(json.dumps(found) if words.json else _result.told(found))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--incidents", type=int, default=100_000, metavar="N", help="incidents of the large one (100000)"
    )
    parser.add_argument(
        "--one", type=Path, nargs=2, metavar=("RELEASE", "SITE"), help="build one site, print its figures"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/results/publish-<date>.json")
    return parser.parse_args()


def one(release: Path, site: Path) -> dict[str, Any]:
    """Build a site in this process and tell seconds and memory."""
    start = time.perf_counter()
    edition = Edition.read(release)
    read, held = time.perf_counter() - start, _result.peak_mib()
    built = build(edition, PARTS, Into(site))
    return {
        "seconds": round(time.perf_counter() - start, 1),
        "reading_seconds": round(read, 1),
        "files": built.manifest.files,
        "megabytes": round(built.manifest.bytes / 1e6),
        "works_done": built.done,
        "works_taken_over": built.taken,
        "memory_read_mib": held,
        "memory_built_mib": _result.peak_mib(),
        "memory_worker_mib": _result.peak_mib(resource.RUSAGE_CHILDREN),
    }


def told(name: str, release: Path, site: Path) -> dict[str, Any]:
    """The figures of a build in a process of its own, each under the name of the build."""
    command = [sys.executable, __file__, "--one", str(release), str(site)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            found = json.loads(process.communicate(timeout=MOST[name])[0])
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            found = {"seconds": MOST[name], "ended": "no: stopped"}
    return {f"{name}_{key}": value for key, value in found.items()}


def large(sample: Release, wanted: int, folder: Path) -> dict[str, Any]:
    """The large release, and the same with one summary changed, over the same site."""
    incidents = list(repeated(sample, wanted))
    freeze(sample, incidents, folder / "large")
    figures = {"large_incidents": wanted, **told("large", folder / "large", folder / "site")}
    if "large_ended" in figures:
        return figures
    changed = incidents[wanted // 2]
    incidents[wanted // 2] = msgspec.structs.replace(changed, summary=Name(en="Changed since the first edition."))
    freeze(sample, incidents, folder / "changed")
    del incidents
    return {**figures, **told("change", folder / "changed", folder / "site")}


def freeze(sample: Release, incidents: list[Any], folder: Path) -> None:
    behind = pipeline.Registered(sample.cases, sample.sources, sample.decisions)
    country = countries.load(sample.manifest.country)
    tally.write(pipeline.freeze(sample.manifest, incidents, behind, country), folder)


if __name__ == "__main__":
    main()
