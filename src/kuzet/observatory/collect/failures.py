"""When an address is asked again: how failures add up, how long each is waited out, and when no more is tried.

The weights, the cap on what a server may ask for, and the end after a sum of weights are those of Media Cloud's feed
fetcher (github.com/mediacloud/rss-fetcher, `fetcher/tasks.py`). Our wait doubles with each unit of weight, where theirs
grows by one interval: a cap of one day stands over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from kuzet.basis.word import Word
from kuzet.observatory.collect.ports import Failed, Weight

WEIGHTS: Final[Mapping[Weight, float]] = {"hard": 1.0, "soft": 0.5, "temporary": 0.25}
DAY: Final = 86_400.0
"""Seconds that back-off and a server's Retry-After come to at most."""


class Bounds(Word):
    """How an address is treated: its usual interval in seconds, and the sum of weights that ends it."""

    every: float
    most: float


START: Final = Bounds(every=3_600.0, most=10.0)
"""A start page: 10 hard failures in a row (about a week) or 40 temporary ones (about a month) pause it."""
PAGE: Final = Bounds(every=3_600.0, most=6.0)
"""A page that a start page named: 6 hard failures in a row (two days) or 24 temporary ones (ten days) end it."""


class Standing(Word):
    """How an address stands. Without `next` it is paused: nothing asks for it until somebody gives it one."""

    next: datetime | None
    failures: float = 0.0
    """Sum of the weights since the last success."""
    why: str = ""
    """Reason of the last failure, fit to be shown; empty after a success."""


def after_failure(before: Standing | None, failed: Failed, bounds: Bounds) -> Standing:
    """The failure put on top of those before it."""
    failures = (before.failures if before else 0.0) + WEIGHTS[failed.weight]
    if failures >= bounds.most:
        return Standing(next=None, failures=failures, why=failed.why)
    wait = max(backed_off(failures, bounds), min(failed.retry_after or 0.0, DAY))
    return Standing(next=failed.at + timedelta(seconds=wait), failures=failures, why=failed.why)


def backed_off(failures: float, bounds: Bounds) -> float:
    """Seconds to wait after failures of this sum: twice as long for each 1.0, up to a day, and never below `every`."""
    doubled: float = bounds.every * 2.0**failures
    return max(min(doubled, DAY), bounds.every)
