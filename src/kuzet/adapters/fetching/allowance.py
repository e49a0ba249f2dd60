"""What one fetch may cost: seconds on the network and bytes on the wire, over all its redirects.

An `Allowance` is handed down to the stream, where each single read asks it how long it may still wait. A timeout would
begin anew at every byte that drips in.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.trouble import Trouble


class Allowance:
    """Seconds and bytes that are left of those given; only time within `running` counts, so that politeness is free."""

    def __init__(self, seconds: float, wire: int, clock: Clock) -> None:
        self._given, self._wire, self._clock = (seconds, wire), wire, clock
        self._left = self._until = seconds

    @contextmanager
    def running(self) -> Iterator[None]:
        """The seconds that go by in here are counted."""
        self._until = self._clock.seconds() + self._left
        try:
            yield
        finally:
            self._left = self._until - self._clock.seconds()

    def seconds(self) -> float:
        """How long the next step may take; raises `Trouble` when nothing is left."""
        left = self._until - self._clock.seconds()
        if left <= 0:
            raise self.overdue()
        return left

    def overdue(self) -> Trouble:
        """What is told of an answer that did not end in time."""
        return Trouble("temporary", f"no end of the answer within {self._given[0]:g} seconds")

    def spend(self, count: int) -> None:
        """Count bytes that came in; raises `Trouble` when they are more than was given."""
        self._wire -= count
        if self._wire < 0:
            raise Trouble("soft", f"more than {self._given[1]:,} bytes on the wire, which is the cap")
