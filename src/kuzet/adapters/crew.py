"""Threads that do one kind of job, and put what came of each where its caller waits."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Generic, NamedTuple, TypeVar

J = TypeVar("J")
R = TypeVar("R")


class Done(NamedTuple, Generic[J, R]):
    """A job and what came of it."""

    job: J
    result: R | Exception


class Crew(Generic[J, R]):
    """`size` threads; `send` never waits. Threads that still work when the process ends do not hold it."""

    def __init__(self, work: Callable[[J], R], size: int, done: SimpleQueue[Done[J, R]]) -> None:
        self._work, self._done = work, done
        self._jobs: SimpleQueue[J] = SimpleQueue()
        self.size, self.under_way = size, 0
        for _ in range(size):
            Thread(target=self._run, daemon=True).start()

    def send(self, job: J) -> None:
        """Have the job done; `received` is to be called when its result was taken from the queue."""
        self.under_way += 1
        self._jobs.put(job)

    def received(self) -> None:
        """One result was taken from the queue."""
        self.under_way -= 1

    def _run(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                self._done.put(Done(job, self._work(job)))
            except Exception as error:  # noqa: BLE001  (the caller decides what an error means)
                self._done.put(Done(job, error))
