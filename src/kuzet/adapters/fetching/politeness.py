"""Requests to a host kept apart, and few at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock, Semaphore
from typing import Final

from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.once import Moved, Step
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.adapters.fetching.urls import parse
from kuzet.observatory.collect.plan import Politeness
from kuzet.observatory.collect.ports import Ask, Fetched

LONGEST: Final = 60.0
"""Seconds that a request waits for its turn; when that is further off, it fails with the time to wait."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are treated: some in their own way, all others as `usual`."""

    hosts: Mapping[str, Politeness] = field(default_factory=dict)
    usual: Politeness = field(default_factory=Politeness)

    def of(self, host: str) -> Politeness:
        """How this host is treated."""
        return self.hosts.get(host, self.usual)


class _Host:
    """One host: when its next turn comes, and how many places are free."""

    def __init__(self, politeness: Politeness) -> None:
        self.delay, self.free, self.next = politeness.delay, Semaphore(politeness.at_once), float("-inf")


class Turns:
    """The turns of all hosts, for all threads."""

    def __init__(self, manners: Manners, clock: Clock) -> None:
        self._manners, self._clock = manners, clock
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()

    def at_least(self, host: str, delay: float) -> None:
        """Keep a longer delay that the host itself has asked for."""
        with self._lock:
            known = self._host(host)
            longer = max(self._manners.of(host).delay, delay)
            known.next += longer - known.delay
            known.delay = longer

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for a turn, and hold it; raises `Trouble` (temporary) when it is further off than `LONGEST`."""
        with self._lock:
            known = self._host(host)
        with _place(host, known):
            self._clock.sleep(self._wait(host, known))
            try:
                yield
            finally:
                self._ended(known)

    def _wait(self, host: str, known: _Host) -> float:
        """Seconds until the turn, which is taken with this."""
        with self._lock:
            now = self._clock.seconds()
            wait = max(known.next - now, 0.0)
            if wait > LONGEST:
                raise Trouble("temporary", f"the next turn of {host} comes in {wait:.0f} seconds", retry_after=wait)
            known.next = now + wait + known.delay
            return wait

    def _ended(self, known: _Host) -> None:
        """A slow answer is followed by as long a rest as a quick one."""
        with self._lock:
            known.next = max(known.next, self._clock.seconds() + known.delay)

    def _host(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host(self._manners.of(host)))


@contextmanager
def _place(host: str, known: _Host) -> Iterator[None]:
    """One of the places of requests at once."""
    if not known.free.acquire(timeout=LONGEST):
        raise Trouble("temporary", f"other requests to {host} did not end in {LONGEST:.0f} seconds")
    try:
        yield
    finally:
        known.free.release()


def polite(step: Step, turns: Turns) -> Step:
    """The same step, taken only when its host's turn has come."""

    def wait_and_ask(ask: Ask, allowance: Allowance) -> Fetched | Moved:
        with turns.turn(parse(ask.url).host):
            return step(ask, allowance)

    return wait_and_ask
