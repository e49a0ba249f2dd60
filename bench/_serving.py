"""A server in a process of its own, so that its work is not counted as ours."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

Serve = Callable[[Connection], None]
"""Sends the port that it listens on, then serves; a function of a module, since another process finds it by name."""


@contextmanager
def served(serve: Serve) -> Iterator[int]:
    """The port of the server, which is ended at the end."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.kill()
        process.join()
