"""The collection itself: one thread that decides and writes, one crew that fetches, one that looks at what came.

    due addresses --turns--> fetchers --answers--> kept in the archive --> lookers --in order--> ledger
         ^                                                                                        |
         +-------------------------------- addresses found ---------------------------------------+

An answer is in the archive before anybody looks at it, and captures are taken into the ledger in the order in which
they were kept. What is killed in between is taken first by whoever starts next (`catch_up`).
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from queue import Empty, SimpleQueue
from sqlite3 import Connection
from typing import Any, Final, NamedTuple

from msgspec import structs

from kuzet.adapters.archive import Archive, Asked
from kuzet.adapters.crew import Crew, Done
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.ledger import addresses, documents, outcomes, take
from kuzet.adapters.ledger.store import transaction
from kuzet.commands.collecting.look import Job, digest
from kuzet.commands.collecting.sources import BY_HAND
from kuzet.commands.collecting.sums import Sums
from kuzet.commands.show import Advance
from kuzet.observatory.collect.looked import Looked
from kuzet.observatory.collect.plan import Plan, Start
from kuzet.observatory.collect.ports import Capture, Failed, Fetched, Fetcher
from kuzet.observatory.collect.schedule import EVERY, Task, Turns

FETCHERS: Final = 64
"""Threads that wait for servers: as many hosts may be slow at once before one that is quick has to wait."""

LOOKERS: Final = os.cpu_count() or 1

AHEAD: Final = 500
"""Captures that wait to be looked at before no more addresses are asked for."""

AHEAD_BYTES: Final = 128 * 2**20
"""The same for the bytes of their bodies, so that pages of many megabytes do not fill the memory."""

TOP_UP: Final = 0.5
"""Seconds between two questions to the ledger for what is due."""

GATHER: Final = 0.1
"""Seconds in which further results may join the first one, so that one sync and one transaction serve them all. Pages
take longer to come, and those that look at them have others meanwhile."""

SHARE: Final = 20
"""Such a question costs at most this part of the time: with a million addresses it is asked seldom."""


class Means(NamedTuple):
    """What a collection works with."""

    db: Connection
    archive: Archive
    fetch: Fetcher
    look: Callable[[Job], Looked]
    plans: Mapping[str, Plan]
    country: str
    clock: Clock
    seal: Callable[[], list[Asked]]
    """Sign a checkpoint, and have it witnessed by the authorities; what became of asking each."""


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
        self._ahead = 0
        self._starts = Counter[str]()
        self._looked: dict[str, Looked] = {}
        self.stopping = False
        self._next_top_up = float("-inf")

    def stop(self) -> None:
        """Ask for nothing more."""
        self.stopping = True

    def catch_up(self, captures: Iterable[Capture]) -> None:
        """Take the captures that the ledger has not seen, as they are in the archive, before anything is asked for."""
        after = take.processed(self._means.db)
        for capture in captures:
            if take.number(capture) > after and not self.stopping:
                while not self._has_room() or self._starts[capture.source]:
                    self._receive()  # what a start page says of a page must be known before the page is looked at
                self._look(capture, self._means.archive.body(capture.sha256))
        while self._order:
            self._receive()

    def bring(self, pages: Iterable[tuple[Fetched, str]]) -> None:
        """Keep and take pages that others fetched, each with its source; what is there already stays as it is."""
        db, all_pages = self._means.db, list(pages)
        worth = [
            (page, source)
            for page, source in all_pages
            if not documents.has(db, page.url, sha256(page.body).hexdigest())
        ]
        self.sums.unchanged += len(all_pages) - len(worth)
        captures = self._means.archive.keep_all(worth)
        self.sums.fetched += len(captures)
        for capture, (page, _) in zip(captures, worth, strict=True):
            while not self._has_room():
                self._receive()
            self._look(capture, page.body)

    def once(self, *, eager: bool, whole: bool = False) -> None:
        """Ask for all that is due, and for what is found there.

        `eager` takes start pages before their time; with `whole` the bounds of a source hold for none of what waits.
        """
        self._top_up(eager=eager)
        while not self.stopping and not (self._is_idle() and not self._top_up(eager=False)):
            self._step()
            if whole:
                self._turns.renew()
        self.finish()

    def watch(self, told: Callable[[], None]) -> None:
        """Go on until `stop`; `told` is called about twice a second. A checkpoint is sealed every hour."""
        renewed = self._means.clock.seconds()
        while not self.stopping:
            if self._means.clock.seconds() - renewed > EVERY.total_seconds():
                self._turns.renew()
                self._means.seal()
                renewed = self._means.clock.seconds()
            if self._step():
                told()
        self.finish()

    def _step(self) -> bool:
        """Send what has its turn and deal with what came; whether the ledger was asked for what is due meanwhile."""
        self._send()
        self._receive(TOP_UP)
        due = self._means.clock.seconds() > self._next_top_up
        if due:
            self._top_up(eager=False)
        return due

    def _is_idle(self) -> bool:
        return self._turns.idle() and not self._order

    def finish(self) -> None:
        """Take what was kept; what is still being fetched is left, and due again."""
        while self._order:
            self._receive()

    def _top_up(self, *, eager: bool) -> int:
        """Give a turn to what is due; how many were given one."""
        clock = self._means.clock
        begun = clock.seconds()
        due = list(addresses.due(self._means.db, clock.now(), eager=eager, but=self._turns.known))
        given = sum(self._turns.add(task) for task in due if self._is_planned(task))
        self._next_top_up = clock.seconds() + max(TOP_UP, SHARE * (clock.seconds() - begun))
        return given

    def _is_planned(self, task: Task) -> bool:
        """Whether it is still to be asked for: sources and start pages are taken out of plans."""
        if task.source == BY_HAND:
            return True
        plan = self._means.plans.get(task.source)
        return plan is not None and (task.kind != "start" or _start(plan, task.ask.url, nested=True) is not None)

    def _send(self) -> None:
        """Have as many addresses fetched as there is room for."""
        while self._has_room() and self._fetchers.under_way < FETCHERS and (task := self._turns.take()):
            self._fetchers.send(task)

    def _has_room(self) -> bool:
        """Whether more may wait to be looked at."""
        return len(self._order) < AHEAD and self._ahead < AHEAD_BYTES

    def _receive(self, seconds: float | None = None) -> None:
        """Wait for one result, and deal with all that are there by then."""
        try:
            done = [self._done.get(timeout=seconds)]
        except Empty:
            return
        if self._fetchers.under_way + self._lookers.under_way > 1 + self._done.qsize():
            self._means.clock.sleep(GATHER)
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
        plan = self._means.plans.get(capture.source)
        start = _start(plan, capture.url, nested=known is not None and known.kind == "start") if plan else None
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
        self._ahead += capture.size
        self._starts[capture.source] += start is not None
        self._lookers.send(job)

    def _take(self) -> None:
        """Take the captures whose turn has come."""
        while self._order and self._order[0].capture.id in self._looked:
            job = self._order.popleft()
            self._ahead -= job.capture.size
            self._starts[job.capture.source] -= job.start is not None
            looked = self._looked.pop(job.capture.id)
            self.sums.take(take.take(self._means.db, job.capture, looked, start=job.start is not None))


def _start(plan: Plan, url: str, *, nested: bool) -> Start | None:
    """How a start page is read; none for a page. A sitemap that another one names is read as that one is."""
    exact = next((start for start in plan.start if start.url == url), None)
    if exact or not nested:
        return exact
    inside = next((start.inside for start in plan.start if start.form == "sitemap"), None)
    return None if inside is None else Start(form="sitemap", url=url, inside=inside)


def _given(done: Done[Any, Any]) -> Any:  # noqa: ANN401  (a job of either crew)
    """What came of a job; an error in it is one of ours, and ends the run."""
    if isinstance(done.result, Exception):
        raise done.result
    return done.result
