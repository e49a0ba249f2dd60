"""What all verbs share on a terminal: progress on standard error, colours only where somebody looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Advance(Protocol):
    """Called with the number of items done since the last call."""

    def __call__(self, done: int = 1) -> None:
        """Count `done` more items."""


def is_terminal() -> bool:
    """Whether a person reads standard output, and not a program."""
    return sys.stdout.isatty()


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Advance]:
    """A bar on a terminal, one plain line where standard error is piped."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done=1: bar.advance(task, done)


def _silent(done: int = 1) -> None:  # noqa: ARG001  (the signature of Advance)
    return None
