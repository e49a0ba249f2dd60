"""What all verbs share on a terminal: progress on standard error, colours only where somebody looks."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

EVERY: Final = 1000
"""Items between two plain lines."""


class Advance(Protocol):
    """Called with the number of items done since the last call."""

    def __call__(self, done: int = 1) -> None:
        """Count `done` more items."""


def is_terminal() -> bool:
    """Whether a person reads standard output, and not a program."""
    return sys.stdout.isatty()


@contextmanager
def ended_by_request() -> Iterator[None]:
    """A request to end (SIGTERM) ends the work as an error does, so that temporary files are removed."""

    def end(number: int, _: object) -> None:
        sys.exit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Advance]:
    """A bar on a terminal, plain lines where standard error is piped."""
    if not sys.stderr.isatty():
        yield _lines(what)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done=1: bar.advance(task, done)


def _lines(what: str) -> Advance:
    """A plain line for every thousand items, so that a log shows that long work goes on."""
    seen = 0

    def advance(done: int = 1) -> None:
        nonlocal seen
        before, seen = seen, seen + done
        if seen // EVERY > before // EVERY:
            sys.stderr.write(f"{what}: {seen // EVERY * EVERY}\n")

    return advance
