"""What the collector asks of adapters: to fetch an address, and to keep what came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal, Protocol

from kuzet.basis.word import Word

Headers = tuple[tuple[str, str], ...]
"""Header lines in the order sent, a name as often as it stood."""


class Ask(Word):
    """One address to be fetched; the validators of the last answer make the request conditional."""

    url: str
    etag: str = ""
    last_modified: str = ""


class Fetched(Word):
    """One answer with status 200 or 304, as it came. `body` has no transfer or content encoding any more."""

    url: str
    """The address that was asked for."""
    final: str
    """The address that answered, after redirects."""
    status: int
    request: Headers
    response: Headers
    body: bytes
    at: datetime
    """UTC, when the last byte had come."""
    address: str = ""
    """The IP address that answered, vetted before it was contacted."""
    hops: tuple[str, ...] = ()
    """The addresses in between, in order."""


Weight = Literal["hard", "soft", "temporary"]
"""How much a failure weighs: hard 1 (gone, forbidden, no such host), soft 0.5 (a page that is broken or breaks a cap),
temporary 0.25 (too busy, no answer in time). `failures.py` adds them up and says where they come from."""


class Failed(Word):
    """One address that gave nothing, and why, fit to be shown as it stands."""

    url: str
    weight: Weight
    why: str
    at: datetime
    status: int | None = None
    retry_after: float | None = None
    """Seconds that the server asked to wait."""


class Fetcher(Protocol):
    """Fetches one address under all caps, robots and politeness; never raises for what a server does."""

    def __call__(self, ask: Ask) -> Fetched | Failed:
        """The answer, or why there is none."""


class Capture(Word):
    """One answer as it is kept: the evidence that this address gave these bytes at this time."""

    id: str
    """`c-` and the number of its line in the archive, from 1; pictures have lines too."""
    url: str
    final: str
    at: datetime
    status: int
    sha256: str
    """Of the body."""
    size: int
    """Bytes of the body."""
    source: str
    """Id of the source that it was fetched for."""
    request: Headers = ()
    response: Headers = ()
    address: str = ""
    hops: tuple[str, ...] = ()


class Archive(Protocol):
    """Keeps bytes under their hash, and the captures in an order that cannot be changed unseen."""

    def keep(self, fetched: Fetched, source: str) -> Capture:
        """Store the body, then the capture; both are on the disk when this returns."""

    def body(self, sha256: str) -> bytes:
        """The bytes of this hash; raises `Missing` where there are none, `BadInput` where they are other ones."""

    def captures(self) -> Iterator[Capture]:
        """All captures in the order in which they were kept."""
