"""The rows of a sheet under its headers: what each answers, and every cell that is not what its column asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from kuzet.basis.formulas import restored
from kuzet.observatory.review.masking import is_masked
from kuzet.observatory.review.sheets import cells
from kuzet.observatory.review.sheets.fields import FIELDS
from kuzet.observatory.review.sheets.findings import Finding, Unfit
from kuzet.observatory.review.sheets.headers import Columns
from kuzet.observatory.review.sheets.pack import Pack
from kuzet.observatory.review.sheets.table import Table, place

Values = Mapping[str, tuple[str, ...]]
"""The values of each field: codes and plain texts."""

Unchanged = Callable[[str, str], Mapping[str, frozenset[str]] | None]
"""From an incident id and a version ('' for none) to the texts that leave each field of it as it is; None for an
incident that is not there."""

KEPT: Final = "row-"
"""How the ids of documents begin that are rows of registers: they tell how an incident was coded."""

NEEDED: Final = ("date", "methods", "target", "target_kind")
"""What a row of a new incident must answer; for everything else there is an answer that claims nothing."""

ERRORS: Final = frozenset({"#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"})
"""What a workbook holds where a formula failed."""

_SHOWN: Final = 200
"""Characters of a cell that a finding repeats."""

LEADING: Final = {"perpetrators": "perpetrator", "targets": "target", "penalties": "penalty"}
"""The column that says how many values the columns beside it have."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `ident` is the id that it gives, `values` what it says anew, `findings` what is to be told of it."""

    number: int
    ident: str
    version: str
    values: Values
    findings: tuple[Finding, ...]
    text: str
    """The whole row as it stands, a line a cell: what is kept as the document that the incident rests on."""

    @property
    def bad(self) -> bool:
        """Whether it cannot be taken."""
        return any(one.bad for one in self.findings)


@dataclass(slots=True)
class _Reading:
    """One row while it is read: its cells by field, what they say, and what is wrong with them."""

    table: Table
    pack: Pack
    number: int
    texts: Mapping[str, tuple[int, str]]
    values: dict[str, tuple[str, ...]]
    findings: list[Finding]

    def find(self, name: str, unfit: Unfit) -> None:
        """Note that the cell of a field is not what was expected; one finding a cell."""
        column, text = self.texts.get(name, (0, ""))
        where = self.table.where(self.number, column)
        if all(one.where != where or not one.bad for one in self.findings):
            self.findings.append(Finding(where=where, value=text[:_SHOWN], what=unfit.what, near=unfit.near))


def read(table: Table, head: int, columns: Columns, pack: Pack, unchanged: Unchanged) -> Iterator[Row]:
    """Each row that is not empty below the headers, which stand in row `head`."""
    noted = {place(note.cell): note.what for note in table.notes}
    headers = table.rows[head - 1] if head else ()
    for number, row in enumerate(table.rows[head:], head + 1):
        if any(cell.strip() for cell in row):
            texts = {name: (at, row[at] if at < len(row) else "") for at, name in enumerate(columns) if name}
            reading = _Reading(table, pack, number, texts, {}, [])
            for name, (at, _) in texts.items():
                if what := noted.get((number, at)):
                    reading.find(name, Unfit(what))
            yield _row(reading, unchanged, told(headers, row))


def told(headers: Sequence[str], row: Sequence[str]) -> str:
    """A row as a text, a line for each cell that is not empty: `header: cell`."""
    pairs = zip_longest(headers, row, fillvalue="")
    return "\n".join(f"{header.strip()}: {cell.strip()}".lstrip(": ") for header, cell in pairs if cell.strip())


def _row(reading: _Reading, unchanged: Unchanged, text: str) -> Row:
    ident, version = (reading.texts.get(name, (0, ""))[1].strip() for name in ("id", "version"))
    same = unchanged(ident, version) if ident else None
    if ident and same is None:
        reading.find("id", Unfit("ident"))
    for name in reading.texts:
        if name not in ("id", "version"):
            _read_cell(reading, name, (same or {}).get(name, frozenset()))
    for name, unfit in _whole(reading, new=not ident):
        reading.find(name, unfit)
    return Row(reading.number, ident, version, reading.values, tuple(reading.findings), text)


def _read_cell(reading: _Reading, name: str, same: frozenset[str]) -> None:
    """Take what a cell says; one that holds what the incident holds already says nothing new."""
    text, field = restored(reading.texts[name][1]).strip(), FIELDS[name]
    if not text or text in same:
        return
    if is_masked(text):
        reading.find(name, Unfit("masked"))
        return
    if text in ERRORS:
        reading.find(name, Unfit("error"))
        return
    if field.kind == "date" and cells.is_serial(text):
        text = cells.day_of(text, early=reading.table.early)
        reading.find(name, Unfit("serial"))
    try:
        reading.values[name] = cells.values(field, text, reading.pack)
    except Unfit as unfit:
        reading.find(name, unfit)


def _whole(reading: _Reading, *, new: bool) -> Iterator[tuple[str, Unfit]]:
    """What can only be seen in the whole row."""
    values = reading.values
    if new:
        yield from ((name, Unfit("needed")) for name in NEEDED if not values.get(name))
    yield from _places(values, reading.pack)
    if values.get("category") and values.get("methods"):
        category = reading.pack.book.table("methods")[values["methods"][0]].extra["category"]
        if category != values["category"][0]:
            yield "category", Unfit("category_of", category)
    for variable, leading in LEADING.items():
        yield from _beside(values, variable, leading)


def _places(values: dict[str, tuple[str, ...]], pack: Pack) -> Iterator[tuple[str, Unfit]]:
    """A town gives its region where the row gives none."""
    if values.get("place"):
        try:
            spot = pack.spot(values["place"][0], values.get("region", ("",))[0])
        except Unfit as unfit:
            yield "place", unfit
        else:
            values |= {"place": (spot.name.en,), "region": (spot.region,)}


def _beside(values: Values, variable: str, leading: str) -> Iterator[tuple[str, Unfit]]:
    """Columns beside a leading one have as many values, or one for all of them."""
    count = len(values.get(leading, ()))
    for name, field in FIELDS.items():
        found = len(values.get(name, ()))
        if field.variable == variable and name != leading and count and found not in (0, 1, count):
            yield name, Unfit("as_many", str(count))
