"""A new registry on SQLite or on a PostgreSQL that is started for it; both are gone afterwards."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # the tests start a PostgreSQL of their own, and so does this

from tests.web.postgresql import Server

from kuzet.web import folder as folders

NAMES = ("sqlite", "postgresql")
SETTINGS = {"shared_buffers": "512MB", "effective_cache_size": "2GB", "random_page_cost": "1.1", "fsync": "on"}
"""Of PostgreSQL: its cache, what it may expect of the disk, and that nothing is lost by a power cut."""


@contextmanager
def registry(name: str) -> Iterator[Path]:
    """The folder of an empty registry in the database of this name."""
    room = Path(tempfile.mkdtemp(prefix="kuzet-bench-"))
    os.environ.pop("DATABASE_URL", None)
    try:
        if name == "sqlite":
            yield _made(room / "registry")
            return
        with Server(SETTINGS) as server:
            server.create("bench")
            os.environ["DATABASE_URL"] = server.url("bench")
            yield _made(room / "registry")
    finally:
        os.environ.pop("DATABASE_URL", None)
        shutil.rmtree(room)


def _made(folder: Path) -> Path:
    folders.make(folder)
    folders.migrate(folder)
    return folder
