"""Time as a value, so that a test can turn it by hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def utc() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """What o'clock it is, how many seconds have gone by, and waiting."""

    now: Callable[[], datetime] = utc
    seconds: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
