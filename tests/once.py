"""What is slow to make and never changed: made by the first process of a run that asks for it, read by the others."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def made(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Any]) -> tuple[Path, Any]:
    """A folder of the whole run, and what `make` gave of it; a process that comes meanwhile waits."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"once-{name}"
    folder.mkdir(exist_ok=True)
    given = folder.with_suffix(".pickle")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not given.exists():
            given.write_bytes(pickle.dumps(make(folder)))
    return folder, pickle.loads(given.read_bytes())  # noqa: S301  (written above)
