"""How often anybody may ask, without keeping who asked.

An address is known only as a keyed hash whose key is made anew each day and is never written down: yesterday's entries
cannot be linked to today's, and none of them to an address. Counters live in the memory of the process, for a minute.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from time import time
from typing import Final

DAY: Final = 24 * 3600
WINDOW: Final = 60
"""Seconds over which requests are counted."""


@dataclass
class Limit:
    """At most `most` requests a window from one address; 0 sets no limit."""

    most: int
    clock: Callable[[], float] = time
    _day: int = -1
    _window: int = -1
    _key: bytes = b""
    _counted: Counter[bytes] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, address: str) -> int:
        """Count a request; seconds until the next may be answered, 0 for at once."""
        if not self.most:
            return 0
        now = int(self.clock())
        with self._lock:
            self._turn(now)
            who = hashlib.blake2b(address.encode("utf-8", "replace"), key=self._key, digest_size=8).digest()
            self._counted[who] += 1
            return WINDOW - now % WINDOW if self._counted[who] > self.most else 0

    def _turn(self, now: int) -> None:
        """Forget the window that is over, and the key of the day that is over."""
        if now // DAY != self._day:
            self._day, self._key = now // DAY, secrets.token_bytes(32)
        if now // WINDOW != self._window:
            self._window = now // WINDOW
            self._counted.clear()
