"""What a sheet would do to the registry: each row as a new incident, a change of one that is there, or wrong."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from kuzet.adapters.batches import in_batches
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Incident
from kuzet.basis.word import from_data
from kuzet.countries import Country
from kuzet.observatory.review.sheets import (
    FIELDS,
    Columns,
    Finding,
    Pack,
    Row,
    Table,
    canonical,
    fingerprint,
    propose,
    read,
)
from kuzet.observatory.review.sheets import head as head_of
from kuzet.observatory.review.sheets.rows import KEPT, NEEDED
from kuzet.observatory.review.sheets.shown import unchanged
from kuzet.web.registry import changes, models, store
from kuzet.web.registry.words import Import


class Action(Enum):
    """What becomes of a row."""

    ADD = "add"
    """A new incident."""
    CHANGE = "change"
    """Other answers of an incident that is there."""
    ATTACH = "attach"
    """Another report of an incident that is there: its sources grow, its codes stay."""
    SAME = "same"
    """It says nothing new."""
    WRONG = "wrong"
    """It cannot be taken as it is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An incident that a row names, as it is, with its version."""

    incident: Incident
    version: int


@dataclass(slots=True)
class Line:
    """A row and what would become of it; `document` is the id under which the row itself is kept."""

    row: Row
    action: Action
    document: str
    findings: list[Finding]
    standing: Standing | None = None


@dataclass(frozen=True)
class Plan:
    """Everything that a sheet would do."""

    table: Table
    head: int
    columns: Columns
    pack: Pack
    sha256: str
    lines: Sequence[Line] = field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        """The kind of the file, by its headers."""
        return fingerprint(self.headers)

    @property
    def headers(self) -> Sequence[str]:
        """The cells of the row of headers."""
        return self.table.rows[self.head - 1] if self.head else ()

    def counts(self) -> Mapping[Action, int]:
        """How many rows each action has."""
        found = Counter(line.action for line in self.lines)
        return {action: found[action] for action in Action}

    def findings(self) -> Iterator[Finding]:
        """Everything that is to be told of cells, in the order of the sheet."""
        return (one for line in self.lines for one in line.findings)


def pack_of(country: Country) -> Pack:
    """The adopted codebook and the country."""
    return Pack(changes.book(), country)


def columns_of(headers: Sequence[str], chosen: Mapping[str, str] | None = None) -> Columns:
    """The field of each column: as chosen by header, else as it was for the last file of this kind, else proposed.

    Raises `BadInput` for a header or field that is not there, and for a field given to two columns.
    """
    columns = list(remembered(headers) or propose(headers))
    for header, name in (chosen or {}).items():
        if header not in headers:
            raise BadInput(header, f"one of the headers {', '.join(filter(None, headers))}", "column")
        if name and name not in FIELDS:
            raise BadInput(name, f"one of the fields {', '.join(FIELDS)}", f"column {header}")
        columns = ["" if one == name else one for one in columns]
        columns[headers.index(header)] = name
    return tuple(columns)


def remembered(headers: Sequence[str]) -> Columns:
    """How the last file with these headers was read, () where there was none."""
    found = models.Import.objects.filter(fingerprint=fingerprint(headers)).order_by("-at").first()
    return store.get(Import, found.ident).columns if found else ()


def missing(columns: Columns) -> tuple[str, ...]:
    """The fields that no column gives although every new incident needs them; none where rows name incidents."""
    return () if "id" in columns else tuple(name for name in NEEDED if name not in columns)


def table_of(tables: Sequence[Table], name: str = "") -> Table:
    """The sheet of that name, else the first one that has known headers; raises `BadInput`."""
    if name:
        for table in tables:
            if table.name == name:
                return table
        raise BadInput(name, f"one of the sheets {', '.join(one.name for one in tables)}", "sheet")
    return max(tables, key=lambda one: sum(map(bool, propose(one.rows[head_of(one) - 1]))) if head_of(one) else 0)


def plan(table: Table, columns: Columns, pack: Pack, sha256: str) -> Plan:
    """Read every row and find what it names; raises `BadInput` for a sheet without rows."""
    head = head_of(table)
    if not head:
        raise BadInput(table.name, "a sheet with a row of headers")
    made = Plan(table, head, columns, pack, sha256)
    known = _Known(pack, _named(table, head, columns))
    rows = list(read(table, head, columns, pack, known.texts))
    given = Counter(known.resolved(row.ident) for row in rows if row.ident)
    lines = [_line(made, row, known, twice=given[known.resolved(row.ident)] > 1) for row in rows]
    _find_kept(lines)
    return Plan(table, head, columns, pack, sha256, lines)


def _named(table: Table, head: int, columns: Columns) -> set[str]:
    """The incident ids that the rows give."""
    if "id" not in columns:
        return set()
    at = columns.index("id")
    return {row[at].strip() for row in table.rows[head:] if at < len(row) and row[at].strip()}


class _Known:
    """The incidents that the rows name, read at once."""

    def __init__(self, pack: Pack, idents: Iterable[str]) -> None:
        self._pack = pack
        self._into = {ident: changes.resolve(ident) for ident in idents}
        found = set(self._into.values())
        self._incidents = {one.id: one for one in store.load_where(Incident, "ident", found)}
        rows = models.Incident.objects.filter(ident__in=found) if len(found) < store.BATCH else models.Incident.objects
        self._versions = dict(rows.values_list("ident", "version"))
        self._bases: dict[tuple[str, str], Incident | None] = {}

    def resolved(self, ident: str) -> str:
        """Where an id leads."""
        return self._into.get(ident, ident)

    def standing(self, ident: str) -> Standing | None:
        """The incident that an id leads to."""
        found = self._incidents.get(self.resolved(ident))
        return Standing(found, self._versions[found.id]) if found else None

    def base(self, ident: str, version: str) -> Incident | None:
        """The incident as it was in the version that a row was made from; None where that is not known."""
        key = (self.resolved(ident), version)
        if key not in self._bases:
            self._bases[key] = _recorded(*key)
        return self._bases[key]

    def texts(self, ident: str, version: str) -> Mapping[str, frozenset[str]] | None:
        """The texts that leave an incident as it is: what a list shows of it now, and what it showed then."""
        standing = self.standing(ident)
        if standing is None:
            return None
        now = unchanged(standing.incident, self._pack)
        base = self.base(ident, version) if version and version != str(standing.version) else None
        return {name: texts | unchanged(base, self._pack)[name] for name, texts in now.items()} if base else now


def _recorded(ident: str, version: str) -> Incident | None:
    """An incident as an event told it, without its codings."""
    if not version.isdecimal():
        return None
    told = models.Event.objects.filter(kind="incident", subject=ident, version=int(version[:9]))
    after = told.values_list("after", flat=True).first()
    return from_data({**json.loads(after), "codings": []}, Incident, ident) if after else None


def _line(made: Plan, row: Row, known: _Known, *, twice: bool) -> Line:
    standing = known.standing(row.ident) if row.ident else None
    findings = list(row.findings)
    if row.ident and twice:
        findings.append(_found(made, row, "id", "twice"))
    if standing:
        findings += _against(made, row, standing, known)
    wrong = any(one.bad for one in findings)
    if wrong:
        action = Action.WRONG
    elif row.ident:
        action = Action.CHANGE if set(row.values) - SOURCES else Action.ATTACH if row.values else Action.SAME
    else:
        action = Action.ADD
    return Line(row, action, document_of(made, row), findings, standing)


SOURCES: Final = frozenset({"source", "url"})
"""What a row cites: a row that says nothing else is only another report."""


def _against(made: Plan, row: Row, standing: Standing, known: _Known) -> Iterator[Finding]:
    """What stands between a row and the incident that it would change."""
    if standing.incident.reconstructed:
        yield _found(made, row, "id", "placeholder")
    if not row.version or row.version == str(standing.version):
        return
    base = known.base(row.ident, row.version)
    if base is None:
        yield _found(made, row, "version", "version")
        return
    then, now = canonical(base), canonical(standing.incident)
    for name in row.values:
        if name in then and then[name] != now[name]:
            yield _found(made, row, name, "conflict", "; ".join(now[name]))


def _found(made: Plan, row: Row, name: str, what: str, near: str = "") -> Finding:
    column = made.columns.index(name) if name in made.columns else 0
    cells = made.table.rows[row.number - 1]
    value = cells[column] if column < len(cells) else ""
    return Finding(where=made.table.where(row.number, column), value=value, what=what, near=near)


def document_of(made: Plan, row: Row) -> str:
    """The id under which a row is kept: the same for the same row of the same file, whoever brings it in and when."""
    told = json.dumps([made.sha256, made.table.name, row.number, row.text], ensure_ascii=False)
    return f"{KEPT}{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _find_kept(lines: Sequence[Line]) -> None:
    """Rows that an earlier import of the same file has brought in, and that nobody has taken back, say nothing new."""
    kept: set[str] = set()
    for some in in_batches((line.document for line in lines), store.BATCH):
        decided = list(models.Passage.objects.filter(document__in=some).values_list("document", "decision__ident"))
        undone = models.Decision.objects.filter(of__in=[decision for _, decision in decided])
        gone = set(undone.values_list("of", flat=True))
        kept |= {document for document, decision in decided if decision not in gone}
    for line in lines:
        if line.document in kept and line.action is not Action.WRONG:
            line.action = Action.SAME
