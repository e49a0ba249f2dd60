"""What is asked for next: fairly among hosts, and never more of a source than its bounds.

A host has at most so many requests under way as its source's politeness allows, so that one that is slow holds only
its own turn. Hosts take turns; within a host start pages come first, then pages to be looked at again, then new ones in
the order in which they were found.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final, Literal
from urllib.parse import urlsplit

from kuzet.basis.word import Word
from kuzet.observatory.collect.failures import START
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.ports import Ask

EVERY: Final = timedelta(seconds=START.every)
"""Between two looks at a start page while a collection goes on."""

MOST: Final = 500
"""Addresses of one source that are asked for in one round: a source that never ends costs no more than these."""

MOST_FOUND: Final = 10_000
"""Addresses of one source that wait to be asked for; what a start page names beyond them is left to its next look."""

RECENT: Final = timedelta(days=30)
"""A start page brings what was published within these days before it was looked at; older pages are for a backfill. A
sitemap names all that a site ever published."""

Kind = Literal["start", "again", "page"]
ORDER: Final[tuple[Kind, ...]] = ("start", "again", "page")


class Task(Word):
    """One address that is due."""

    ask: Ask
    source: str
    kind: Kind

    @property
    def host(self) -> str:
        """The host that it is asked of; empty for an address that cannot be read."""
        return host(self.ask.url)


@lru_cache(maxsize=65_536)  # asked for when a task is added, taken and done
def host(url: str) -> str:
    """The host of an address as written, in small letters; empty where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_recent(entry: Entry, at: datetime) -> bool:
    """Whether an address of a start page is followed; one without a date, and a further sitemap, always is."""
    return entry.sitemap or entry.published is None or entry.published.last() >= (at - RECENT).date()


class Turns:
    """Tasks that wait, and hosts that take turns. Holds no clock and no thread: the caller says what is done."""

    def __init__(self, at_once: Mapping[str, int], most: int = MOST) -> None:
        """`at_once` by source, 1 for others; `most` bounds the tasks of a source until `renew`."""
        self._at_once, self._most = at_once, most
        self._known: set[str] = set()
        self._waiting: dict[str, dict[Kind, deque[Task]]] = {}
        self._hosts: deque[str] = deque()
        self._under_way = Counter[str]()
        self._taken = Counter[str]()

    def add(self, task: Task) -> bool:
        """Whether the task will have its turn: not where it waits already, or its source has had as many as it may."""
        if task.ask.url in self._known or self._taken[task.source] >= self._most:
            return False
        self._known.add(task.ask.url)
        self._taken[task.source] += 1
        if task.host not in self._waiting:
            self._waiting[task.host] = {kind: deque() for kind in ORDER}
            self._hosts.append(task.host)
        self._waiting[task.host][task.kind].append(task)
        return True

    def take(self) -> Task | None:
        """The next task of a host that is free; none where all are busy or nothing waits."""
        for _ in range(len(self._hosts)):
            name = self._hosts[0]
            self._hosts.rotate(-1)
            queue = next((self._waiting[name][kind] for kind in ORDER if self._waiting[name][kind]), None)
            if queue and self._under_way[name] < self._at_once.get(queue[0].source, 1):
                self._under_way[name] += 1
                return queue.popleft()
        return None

    def done(self, task: Task) -> None:
        """Its host is free again; a host with nothing more to do is forgotten."""
        self._known.discard(task.ask.url)
        self._under_way[task.host] -= 1
        if not self._under_way[task.host] and not any(self._waiting[task.host].values()):
            del self._under_way[task.host], self._waiting[task.host]
            self._hosts.remove(task.host)

    def renew(self) -> None:
        """A new round: every source may have as many tasks again."""
        self._taken.clear()

    def idle(self) -> bool:
        """Whether nothing waits and nothing is under way."""
        return not self._hosts
