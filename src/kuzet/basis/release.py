"""A release: the frozen, hashed export of the registry for one country and period that figures are computed from."""

from __future__ import annotations

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
        where = f"release {self.manifest.id}"
        ids = [incident.id for incident in self.incidents]
        if len(set(ids)) != len(ids):
            twice = sorted({i for i in ids if ids.count(i) > 1})
            raise BadInput(twice, "ids that stand once", where)
        for incident in self.incidents:
            if not incident.date.within(self.manifest.period):
                raise BadInput(str(incident.date), f"inside {self.manifest.period}", f"{where}, {incident.id}")
