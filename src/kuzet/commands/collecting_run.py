"""The collection itself: one thread that decides and writes, one crew that fetches, one that looks at what came.

    due addresses --turns--> fetchers --answers--> kept in the archive --> lookers --in order--> ledger
         ^                                                                                        |
         +-------------------------------- addresses found ---------------------------------------+

An answer is in the archive before anybody looks at it, and captures are taken into the ledger in the order in which
they were kept. What is killed in between is taken first by whoever starts next (`catch_up`).
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from queue import Empty, SimpleQueue
from sqlite3 import Connection
from typing import Any, Final, NamedTuple

from msgspec import structs

from kuzet.adapters.archive import Archive
from kuzet.adapters.crew import Crew, Done
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.ledger import addresses, documents, outcomes, take
from kuzet.adapters.ledger.store import transaction
from kuzet.commands.collecting_look import Job, digest
from kuzet.commands.collecting_sums import Sums
from kuzet.commands.show import Advance
from kuzet.observatory.collect.looked import Looked
from kuzet.observatory.collect.plan import Plan, Start
from kuzet.observatory.collect.ports import Capture, Failed, Fetched, Fetcher
from kuzet.observatory.collect.schedule import EVERY, Task, Turns

FETCHERS: Final = 64
"""Threads that wait for servers: as many hosts may be slow at once before one that is quick has to wait."""

LOOKERS: Final = os.cpu_count() or 1

AHEAD: Final = 64
"""Captures that wait to be looked at before no more addresses are asked for."""

TOP_UP: Final = 0.5
"""Seconds between two questions to the ledger for what is due."""


class Means(NamedTuple):
    """What a collection works with."""

    db: Connection
    archive: Archive
    fetch: Fetcher
    look: Callable[[Job], Looked]
    plans: Mapping[str, Plan]
    country: str
    clock: Clock


class Collection:
    """One run. `stop` may be called from a signal: what was kept is still taken, and nothing more is asked for."""

    def __init__(self, means: Means, advance: Advance) -> None:
        self._means, self._advance = means, advance
        self.sums = Sums()
        self._done: SimpleQueue[Done[Any, Any]] = SimpleQueue()
        self._fetchers: Crew[Task, Fetched | Failed] = Crew(lambda task: means.fetch(task.ask), FETCHERS, self._done)
        self._lookers: Crew[Job, Looked] = Crew(means.look, LOOKERS, self._done)
        self._turns = Turns({ident: plan.politeness.at_once for ident, plan in means.plans.items()})
        self._order: deque[Job] = deque()
        self._looked: dict[str, Looked] = {}
        self._stopping = False

    def stop(self) -> None:
        """Ask for nothing more."""
        self._stopping = True

    def catch_up(self, captures: Iterable[Capture]) -> None:
        """Take the captures that the ledger has not seen, as they are in the archive, before anything is asked for."""
        after = take.processed(self._means.db)
        for capture in captures:
            if take.number(capture) > after and not self._stopping:
                while len(self._order) >= AHEAD:
                    self._receive()
                self._look(capture, self._means.archive.body(capture.sha256))
        while self._order:
            self._receive()

    def once(self, *, eager: bool) -> None:
        """Ask for all that is due, and for what is found there; `eager` takes start pages before their time."""
        self._top_up(eager=eager)
        while not self._stopping:
            self._send()
            if self._order or self._fetchers.under_way:
                self._receive()
            elif not self._top_up(eager=False):
                break
        self._end()

    def watch(self, told: Callable[[], None]) -> None:
        """Go on until `stop`; `told` is called about twice a second."""
        seconds = self._means.clock.seconds
        renewed = topped = float("-inf")
        while not self._stopping:
            if seconds() - renewed > EVERY.total_seconds():
                self._turns.renew()
                renewed = seconds()
            if seconds() - topped > TOP_UP:
                self._top_up(eager=False)
                topped = seconds()
                told()
            self._send()
            self._receive(TOP_UP)
        self._end()

    def _end(self) -> None:
        """Take what was kept; what is still being fetched is left, and due again."""
        while self._order:
            self._receive()

    def _top_up(self, *, eager: bool) -> int:
        """Give a turn to what is due; how many were given one."""
        now = self._means.clock.now()
        return sum(self._turns.add(task) for task in list(addresses.due(self._means.db, now, eager=eager)))

    def _send(self) -> None:
        """Have as many addresses fetched as there is room for."""
        while len(self._order) < AHEAD and self._fetchers.under_way < FETCHERS and (task := self._turns.take()):
            self._fetchers.send(task)

    def _receive(self, seconds: float | None = None) -> None:
        """Wait for one result, and deal with all that are there by then."""
        try:
            done = [self._done.get(timeout=seconds)]
        except Empty:
            return
        while not self._done.empty():
            done.append(self._done.get())
        answers = [(one.job, _given(one)) for one in done if isinstance(one.job, Task)]
        for one in done:
            if isinstance(one.job, Job):
                self._lookers.received()
                self._looked[one.job.capture.id] = _given(one)
        kept = self._answers(answers)
        with transaction(self._means.db):
            self._note(answers)
            self._take()
        for capture, body in kept:
            self._look(capture, body)

    def _answers(self, answers: list[tuple[Task, Fetched | Failed]]) -> list[tuple[Capture, bytes]]:
        """Keep the answers that have a body of their own."""
        for task, _ in answers:
            self._fetchers.received()
            self._turns.done(task)
        worth = [
            (task, answer) for task, answer in answers if isinstance(answer, Fetched) and self._is_new(task, answer)
        ]
        captures = self._means.archive.keep_all([(answer, task.source) for task, answer in worth])
        self.sums.fetched += len(captures)
        return [(capture, answer.body) for capture, (_, answer) in zip(captures, worth, strict=True)]

    def _is_new(self, task: Task, answer: Fetched) -> bool:
        """Whether there is something to keep: a start page that gives what it gave before is evidence of nothing."""
        if answer.status == 304:
            return False
        if task.kind != "start":
            return True
        known = addresses.known(self._means.db, task.ask.url)
        return known is None or known.sha256 != sha256(answer.body).hexdigest()

    def _note(self, answers: list[tuple[Task, Fetched | Failed]]) -> None:
        """Note who answered and who did not."""
        for task, answer in answers:
            self._advance()
            if isinstance(answer, Failed):
                self.sums.fail(answer)
                self.sums.notices += outcomes.failed(self._means.db, task, answer)
            else:
                new = self._is_new(task, answer)
                self.sums.unchanged += not new
                self.sums.notices += outcomes.answered(self._means.db, task, answer.at, unchanged=not new)

    def _look(self, capture: Capture, body: bytes) -> None:
        """Have a capture looked at; its turn to be taken is now fixed."""
        db = self._means.db
        known = addresses.known(db, capture.url)
        start = self._start(capture, known)
        texts = documents.known_texts(db, capture.source) if start and start.form == "telegram" else ()
        job = Job(
            capture=capture,
            body=body,
            country=self._means.country,
            start=start,
            hint=known.hint if known else None,
            known=frozenset(digest(url, text) for url, text in texts),
        )
        self._order.append(structs.replace(job, body=b"", known=frozenset()))
        self._lookers.send(job)

    def _start(self, capture: Capture, known: addresses.Known | None) -> Start | None:
        """How a start page is read; none for a page. A sitemap that another one names is read as that one is."""
        plan = self._means.plans.get(capture.source)
        starts = plan.start if plan else ()
        exact = next((start for start in starts if start.url == capture.url), None)
        if exact or known is None or known.kind != "start":
            return exact
        inside = next((start.inside for start in starts if start.form == "sitemap"), "")
        return Start(form="sitemap", url=capture.url, inside=inside)

    def _take(self) -> None:
        """Take the captures whose turn has come."""
        while self._order and self._order[0].capture.id in self._looked:
            job = self._order.popleft()
            looked = self._looked.pop(job.capture.id)
            self.sums.take(take.take(self._means.db, job.capture, looked, start=job.start is not None))


def _given(done: Done[Any, Any]) -> Any:  # noqa: ANN401  (a job of either crew)
    """What came of a job; an error in it is one of ours, and ends the run."""
    if isinstance(done.result, Exception):
        raise done.result
    return done.result
