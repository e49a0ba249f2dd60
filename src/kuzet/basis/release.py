"""A release: the frozen, hashed export of the registry for one country and period that figures are computed from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from kuzet.basis.coding import Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.basis.errors import BadInput
from kuzet.basis.figure import Filter
from kuzet.basis.incident import Case, Decision, Incident
from kuzet.basis.names import Name
from kuzet.basis.word import Word


class PublishedTotal(Word):
    """A number that was published for an earlier year, of which the release holds no incidents."""

    id: str
    year: int
    where: tuple[Filter, ...]
    value: int
    unit: str
    derived: bool
    """True where it follows from other printed numbers (a sum minus a part)."""
    source: str
    note: str = ""


class Indicator(Word):
    """A number about the country's media from another organisation, such as an index score."""

    code: str
    year: int
    value: Decimal
    unit: str
    source: str
    published: EventDate | None = None
    note: str = ""


class FileEntry(Word):
    """One file of a release: SHA-256 of its bytes, size in bytes, rows where it is a table."""

    path: str
    sha256: str
    size: int
    rows: int | None = None


class Manifest(Word):
    """What a release says of itself; `digest` of the release is the SHA-256 of this manifest's JSON."""

    id: str
    country: str
    period: EventDate
    edition: str
    frozen: date
    codebook: str
    title: Name
    files: tuple[FileEntry, ...] = ()
    previous: str = ""
    note: str = ""
    constructed: bool = False
    """Made of invented texts, as a sample is: everything that is made from it says so."""


class Release(Word):
    """The content of a release, read and checked. Ids are unique; every incident is in the period.

    `second` are codings of its incidents that no decision rests on: of those that were coded a second time, blindly.
    """

    manifest: Manifest
    incidents: tuple[Incident, ...]
    cases: tuple[Case, ...] = ()
    sources: tuple[Source, ...] = ()
    totals: tuple[PublishedTotal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    decisions: tuple[Decision, ...] = ()
    second: tuple[Coding, ...] = ()

    def __post_init__(self) -> None:
        deque(checked(self.incidents, self.manifest), maxlen=0)


def checked(incidents: Iterable[Incident], manifest: Manifest) -> Iterator[Incident]:
    """The incidents of a release as they pass; raises `BadInput` for an id that stands twice or a date outside."""
    where, seen = f"release {manifest.id}", set[str]()
    for one in incidents:
        if one.id in seen:
            raise BadInput(one.id, "an id that stands once", where)
        if not one.date.within(manifest.period):
            raise BadInput(str(one.date), f"inside {manifest.period}", f"{where}, {one.id}")
        seen.add(one.id)
        yield one
