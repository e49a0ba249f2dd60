"""Collections that are ended from outside, at a moment of their own work."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

from tests.collect_site import running


def acknowledged(folder: Path) -> bytes:
    """Lines of the captures that are acknowledged: a line without its end is none."""
    path = folder / "archive" / "captures.jsonl"
    told, end, _ = path.read_bytes().rpartition(b"\n") if path.exists() else (b"", b"", b"")
    return told + end


def lines(folder: Path) -> int:
    """Captures that are acknowledged."""
    return acknowledged(folder).count(b"\n")


def at_work(folder: Path, captures: int, *more: str, processors: int = 0) -> subprocess.Popen[str]:
    """The command, once it has kept so many captures, or has ended."""
    process = running.started(folder, "--json", *more, processors=processors)
    while process.poll() is None and lines(folder) < captures:
        time.sleep(0.005)
    return process


def killed(folder: Path, captures: int, chance: random.Random, *, processors: int = 0) -> bool:
    """Kill the command a moment after it has kept so many captures; whether it still worked then."""
    process = at_work(folder, captures, processors=processors)
    time.sleep(chance.random() * 0.3)
    alive = process.poll() is None
    process.kill()
    process.communicate()
    return alive
