"""The tables of the open data, each a frame whose columns are those of the dictionary."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final

import polars as pl

from kuzet.basis import codebook as codebooks
from kuzet.basis.dates import EventDate
from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES, Name
from kuzet.observatory.tally import flat
from kuzet.observatory.tally.sheets import sheets_of
from kuzet.web.public.data.dictionary import Table
from kuzet.web.public.data.dictionary import tables as listed
from kuzet.web.public.edition import Edition

Row = Mapping[str, Any]

SCHEMES: Final = ("mmf", "coe", "uspft")
"""Other monitors whose codes stand beside ours, by the name of their scheme in the crosswalk."""

LIST: Final = "; "
"""What stands between the entries of a list in a plain cell."""

_TYPES: Final[Mapping[str, Any]] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "year": pl.Int64,
    "list": pl.List(pl.String),
}


def fixed(edition: Edition) -> dict[str, pl.DataFrame]:
    """The tables that hold no row an incident."""
    release = edition.release
    found = {
        file.removesuffix(".csv"): frame
        for field in ("cases", "sources", "totals", "indicators")
        for file, frame in sheets_of(field, getattr(release, field))
    }
    rows = {"codes": _codes(edition), "crosswalk": _crosswalk(edition), "regions": _regions(edition)}
    return _typed(found | {name: _frame(name, some) for name, some in rows.items()})


def of_incidents(period: EventDate, codebook: str, incidents: Sequence[Incident]) -> dict[str, pl.DataFrame]:
    """The tables that hold rows of incidents, of these."""
    found = {file.removesuffix(".csv"): frame for file, frame in sheets_of("incidents", incidents)}
    found["incidents"] = _incidents(period, codebook, incidents)
    return _typed(found | {name: _frame(name, rows(incidents)) for name, rows in _ROWS.items()})


def written(frame: pl.DataFrame) -> bytes:
    """A table as bytes."""
    file = io.BytesIO()
    frame.write_ipc(file)
    return file.getvalue()


def frame(data: bytes) -> pl.DataFrame:
    """The table that was written."""
    return pl.read_ipc(data)


def _incidents(period: EventDate, codebook: str, incidents: Sequence[Incident]) -> pl.DataFrame:
    book, other = codebooks.load(codebook), codebooks.crosswalk(codebook)
    frame = flat.table(incidents, period, book)
    places = {
        scheme: {code: _place(other.get((code, scheme), "")) for code in book.table("methods")} for scheme in SCHEMES
    }
    return frame.with_columns(
        pl.col("method").replace_strict(places[scheme], default="", return_dtype=pl.String).alias(scheme)
        for scheme in SCHEMES
    )


def _frame(name: str, rows: Iterable[Row]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=_schema(listed()[name]), orient="row")


def _place(target: str) -> str:
    return "" if target == "none" else target


def _schema(table: Table) -> dict[str, Any]:
    return {column.name: _TYPES[column.type] for column in table.columns}


def _typed(frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """The columns of the dictionary alone; nothing is an empty text, and no entry an empty list."""
    return {name: _columns(frame, listed()[name]) for name, frame in frames.items()}


def _columns(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    return frame.select(_column(frame.schema[name], name, kind) for name, kind in _schema(table).items())


def _column(found: Any, name: str, kind: Any) -> pl.Expr:  # noqa: ANN401  (types of polars)
    column = pl.col(name)
    if kind == pl.List(pl.String) and found == pl.String:
        parts = column.str.split(LIST)
        return pl.when(column.str.len_bytes() > 0).then(parts).otherwise(pl.lit([], dtype=kind)).alias(name)
    return column.fill_null("") if kind == pl.String else column.cast(kind)


def _perpetrators(incidents: Iterable[Incident]) -> Iterator[Row]:
    for incident in incidents:
        for number, one in enumerate(incident.perpetrators, 1):
            yield {
                "incident": incident.id,
                "number": number,
                "class": one.klass,
                "kind": one.kind,
                "role": one.role,
                **_named("name", one.name),
            }


def _penalties(incidents: Iterable[Incident]) -> Iterator[Row]:
    for incident in incidents:
        for number, one in enumerate(incident.penalties, 1):
            yield {
                "incident": incident.id,
                "number": number,
                "kind": one.kind,
                "amount": format(one.money.amount, "f") if one.money else "",
                "currency": one.money.currency if one.money else "",
                "days": one.days,
                "months": one.months,
                "date": str(one.date or ""),
                "requested": "yes" if one.requested else "no",
                "replaced": "yes" if one.replaced else "no",
            }


def _codes(edition: Edition) -> Iterator[Row]:
    for name, codes in codebooks.load(edition.release.manifest.codebook).tables.items():
        for code, one in codes.items():
            texts = {**_named("label", one.label), **_named("definition", one.definition)}
            yield {"table": name, "code": code, **texts}


def _crosswalk(edition: Edition) -> Iterable[Row]:
    text = (files(codebooks) / edition.release.manifest.codebook / "crosswalk.csv").read_text("utf-8")
    return csv.DictReader(text.splitlines())


def _regions(edition: Edition) -> Iterator[Row]:
    for region in edition.country.regions:
        yield {"region": region.iso, **{f"name_{each}": getattr(region.name, each) for each in LANGUAGES}}


def _named(prefix: str, name: Name | None) -> Row:
    return {f"{prefix}_{language}": name.get(language) if name else "" for language in LANGUAGES}


_ROWS: Final[Mapping[str, Callable[[Iterable[Incident]], Iterable[Row]]]] = {
    "perpetrators": _perpetrators,
    "penalties": _penalties,
}
"""The tables with rows of incidents that no release has."""
