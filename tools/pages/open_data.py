"""The open data as it is: every file and column, from the dictionary that the data themselves carry."""

from __future__ import annotations

from collections.abc import Iterator

from tools.pages.markdown import code, codes, table
from tools.pages.markdown import page as whole

from kuzet.basis.codebook import load
from kuzet.web.public.data.dictionary import Table, rows, tables

ABOUT = """
`kuzet publish` puts the data of the edition into the folder `data/` of the site, each form made from the same
tables. The same edition gives the same bytes. How to open them: [Use the data](../how-to/use-the-data.md).

What is in them is what the pages show: no codings, no decisions, no remarks of analysts. Placeholders that stand
for published totals are marked (`reconstructed` is `yes`) and say in `note` what of them is not known. A place is
never more exact than its sources: in GeoJSON an incident of which only the region is known has no geometry, and
`place_precision` says so.
"""
FORMS = """
- **CSV** begins with a byte-order mark; entries of a list are joined by `; `; an empty cell is nothing. A text that
  a spreadsheet would take for a formula has an apostrophe in front.
- **`datapackage.json`** is a Frictionless Data Package (version 1): Table Schema, keys, references, sizes and
  SHA-256 of each CSV, descriptions in three languages under `descriptions`, what joins the entries of a list under
  `separator`.
- **`registry.sqlite`** holds every table; lists are JSON arrays; the views `incidents_kk`, `incidents_ru` and
  `incidents_en` have labels in place of codes; `incidents_search` is a full-text index. `metadata.json` tells
  Datasette the rest.
- **The zip** holds every file with `SHA256SUMS`; `datacite.json` has the fields with which an archive registers a
  DOI.
"""


def page() -> str:
    """Files, then each table with its columns."""
    files = [(code(row["file"]), row["en"]) for row in rows("offered.csv")]
    files += [(code(f"{name}.csv"), one.told.best("en")) for name, one in tables().items() if name != "incidents"]
    files.append((code("<edition>.zip"), "All files"))
    return whole("Open data", ABOUT, "## Files", table(("file", "holds"), files), FORMS, "## Tables", *_tables())


def _tables() -> Iterator[str]:
    for one in tables().values():
        told = f"{one.told.best('en')}. Key: {codes(one.key)}."
        yield f"### {one.name}\n\n{told}\n\n{table(('column', 'type', 'codes', 'holds'), _columns(one))}"


def _columns(one: Table) -> Iterator[tuple[str, str, str, str]]:
    known = load().tables
    for column in one.columns:
        yield (
            code(column.name),
            column.type,
            code(column.codes if column.codes in known else ""),
            column.told.best("en"),
        )
