"""The tables of the open data, each a frame whose columns are those of the dictionary."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

import polars as pl

from kuzet.basis import codebook as codebooks
from kuzet.basis.names import LANGUAGES, Name
from kuzet.observatory.tally import flat
from kuzet.observatory.tally.sheets import sheets
from kuzet.web.public import record
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


def tables(edition: Edition) -> dict[str, pl.DataFrame]:
    """Every table of the dictionary by name, with its columns in their order."""
    found = {name.removesuffix(".csv"): frame for name, frame in sheets(edition.release)}
    found["incidents"] = _incidents(edition)
    for name, rows in _ROWS.items():
        found[name] = pl.DataFrame(list(rows(edition)), schema=_schema(listed()[name]), orient="row")
    return {name: _typed(found[name], table) for name, table in listed().items()}


def _incidents(edition: Edition) -> pl.DataFrame:
    manifest = edition.release.manifest
    book, other = codebooks.load(manifest.codebook), codebooks.crosswalk(manifest.codebook)
    frame = flat.table(map(record.public, edition.release.incidents), manifest.period, book)
    places = {
        scheme: {code: _place(other.get((code, scheme), "")) for code in book.table("methods")} for scheme in SCHEMES
    }
    return frame.with_columns(
        pl.col("method").replace_strict(places[scheme], default="", return_dtype=pl.String).alias(scheme)
        for scheme in SCHEMES
    )


def _place(target: str) -> str:
    return "" if target == "none" else target


def _schema(table: Table) -> dict[str, Any]:
    return {column.name: _TYPES[column.type] for column in table.columns}


def _typed(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """The columns of the dictionary alone; nothing is an empty text, and no entry an empty list."""
    return frame.select(_column(frame.schema[name], name, kind) for name, kind in _schema(table).items())


def _column(found: Any, name: str, kind: Any) -> pl.Expr:  # noqa: ANN401  (types of polars)
    column = pl.col(name)
    if kind == pl.List(pl.String) and found == pl.String:
        parts = column.str.split(LIST)
        return pl.when(column.str.len_bytes() > 0).then(parts).otherwise(pl.lit([], dtype=kind)).alias(name)
    return column.fill_null("") if kind == pl.String else column.cast(kind)


def _perpetrators(edition: Edition) -> Iterator[Row]:
    for incident in edition.release.incidents:
        for number, one in enumerate(incident.perpetrators, 1):
            yield {
                "incident": incident.id,
                "number": number,
                "class": one.klass,
                "kind": one.kind,
                "role": one.role,
                **_named("name", one.name),
            }


def _penalties(edition: Edition) -> Iterator[Row]:
    for incident in edition.release.incidents:
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


_ROWS: Final[Mapping[str, Callable[[Edition], Iterable[Row]]]] = {
    "perpetrators": _perpetrators,
    "penalties": _penalties,
    "codes": _codes,
    "crosswalk": _crosswalk,
    "regions": _regions,
}
