"""What hosts ask robots not to fetch (RFC 9309), read once a day for each host."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from protego import Protego

from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.once import Moved, Step
from kuzet.adapters.fetching.politeness import Turns
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.adapters.fetching.urls import Target, parse
from kuzet.observatory.collect.ports import Ask, Failed, Fetched, Fetcher

NAME: Final = "kuzet"
"""What a robots.txt calls us."""
DAY: Final = 86_400.0
"""Seconds that rules hold (RFC 9309, 2.4: at most 24 hours)."""
SOON: Final = 600.0
"""Seconds after which rules that were out of reach are asked for again."""
LONGEST: Final = 512_000
"""Bytes that are read of a robots.txt (RFC 9309, 2.5: at least 500 kibibytes)."""
HOSTS: Final = 1_000
"""Hosts whose rules are remembered."""

Rules = Protego | Failed
"""What a host says, or why that could not be had."""


@dataclass(slots=True)
class _Known:
    """The rules of one host; whoever asks for them holds the lock, so that others wait instead of asking too."""

    lock: Lock = field(default_factory=Lock)
    rules: Rules | None = None
    until: float = 0.0


class Robots:
    """The rules of all hosts, for all threads. Longer delays that hosts ask for are given to `turns`."""

    def __init__(self, fetch: Fetcher, turns: Turns, clock: Clock) -> None:
        self._fetch, self._turns, self._clock = fetch, turns, clock
        self._hosts: OrderedDict[str, _Known] = OrderedDict()
        self._lock = Lock()

    def check(self, url: str) -> None:
        """Raises `Trouble` when a host's rules deny an address (hard), or cannot be had (weighing as that failure)."""
        target = parse(url)
        rules = self._rules(target)
        if isinstance(rules, Failed):
            why = f"its robots.txt comes first, and failed: {rules.why}"
            raise Trouble(rules.weight, why, retry_after=rules.retry_after)
        if not rules.can_fetch(url, NAME):
            raise Trouble("hard", f"{target.site}/robots.txt denies it to robots")

    def _rules(self, target: Target) -> Rules:
        known = self._known(target.site)
        with known.lock:
            if known.rules is None or known.until <= self._clock.seconds():
                known.rules = self._ask(target)
                known.until = self._clock.seconds() + (SOON if isinstance(known.rules, Failed) else DAY)
            return known.rules

    def _known(self, site: str) -> _Known:
        with self._lock:
            known = self._hosts.setdefault(site, _Known())
            self._hosts.move_to_end(site)
            if len(self._hosts) > HOSTS:
                self._hosts.popitem(last=False)
            return known

    def _ask(self, target: Target) -> Rules:
        got = self._fetch(Ask(url=f"{target.site}/robots.txt"))
        if isinstance(got, Failed) and not _is_none(got):
            return got
        rules = Protego.parse("" if isinstance(got, Failed) else got.body[:LONGEST].decode("utf-8-sig", "replace"))
        delay = rules.crawl_delay(NAME) or 0.0
        if delay > 0.0:
            self._turns.at_least(target.host, min(delay, DAY))
        return rules


def _is_none(failed: Failed) -> bool:
    """The host has no rules: an answer 4xx, other than to come again later (RFC 9309, 2.3.1.3)."""
    return failed.status is not None and failed.weight == "hard"


def obedient(step: Step, robots: Robots) -> Step:
    """The same step, taken only where the host's rules let robots in."""

    def check_and_ask(ask: Ask, allowance: Allowance) -> Fetched | Moved:
        robots.check(ask.url)
        return step(ask, allowance)

    return check_and_ask
