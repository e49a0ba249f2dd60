"""Country packs: their files, what a column holds, and the rows that a reader of figures asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from typing import Any, Final, get_args, get_type_hints

import msgspec
from tools.pages.markdown import code, prose, table
from tools.pages.markdown import page as whole

from kuzet import countries
from kuzet.countries import Country, Names, Words

INTRODUCTION: Final = """
A country pack is a folder of CSV files in `src/kuzet/countries/<code>/`; how to make one is told in
[Add a country](../how-to/add-a-country.md). Where the data of a pack come from stands in its `SOURCES.md`.
"""

HOLDS: Final[Mapping[object, str]] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "`yes` or `no`",
    Names: "a name in three columns `_kk`, `_ru`, `_en`",
    Words: "spellings in three columns `_kk`, `_ru`, `_en`, several joined by `|`",
    tuple[str, ...]: "several, joined by `|`",
    dict[str, str]: "pairs `key=value`, joined by `;`",
}

SHOWN: Final[Mapping[str, Callable[[Any], tuple[object, ...]]]] = {
    "regions": lambda row: (code(row.iso), row.name.en, row.name.kk, row.name.ru, row.kind),
    "outlets": lambda row: (code(row.id), row.name.en, row.name.kk, row.name.ru, row.kind, row.country),
    "law": lambda row: (code(row.code), row.title.en, row.title.kk, row.title.ru, row.proceeding),
    "indicators": lambda row: (code(row.name), row.year, f"{row.value:g}", row.unit, row.source),
    "published_totals": lambda row: (row.year, _where(row.where), row.value, row.unit, row.kind),
    "events": lambda row: (code(row.code), row.label.en, f"{row.start} to {row.end}", row.source),
    "legislation": lambda row: (row.when, row.label.en, row.summary.en, row.source),
}
"""Files whose rows are shown, and how."""

HEADS: Final = {
    "regions": ("ISO 3166-2", "English", "Kazakh", "Russian", "kind"),
    "outlets": ("id", "English", "Kazakh", "Russian", "kind", "country"),
    "law": ("code", "English", "Kazakh", "Russian", "proceeding"),
    "indicators": ("code", "year", "value", "unit", "source"),
    "published_totals": ("year", "of", "value", "unit", "kind"),
    "events": ("code", "event", "days", "source"),
    "legislation": ("when", "change", "what it says", "source"),
}


def page() -> str:
    """What a pack holds, then each pack."""
    parts = [_file(name, record) for name, record in tables().items()]
    packs = (_pack(countries.load(one)) for one in countries.codes())
    return whole("Country packs", INTRODUCTION, "## Files of a pack", *parts, *packs)


def tables() -> Mapping[str, type[msgspec.Struct]]:
    """The fields of `Country` with the record of their rows; the file is named after the field."""
    hints = get_type_hints(Country)
    return {name: get_args(hint)[0] if get_args(hint) else hint for name, hint in hints.items()}


def file(name: str) -> str:
    """The file that a field of `Country` is read from."""
    return "country.csv" if name == "profile" else f"{name}.csv"


def _file(name: str, record: type[msgspec.Struct]) -> str:
    hints = get_type_hints(record)
    rows = [(code(field), _holds(hint)) for field, hint in hints.items()]
    return f"### {file(name)}\n\n{prose(record.__doc__)}\n\n{table(('column', 'holds'), rows)}"


def _holds(hint: Any) -> str:  # noqa: ANN401  (a type hint has no better type)
    options = [one for one in get_args(hint) if one is not type(None)] if type(None) in get_args(hint) else []
    if options:
        return f"{_holds(options[0])}; empty = unknown"
    return HOLDS.get(
        hint, {"date": "day, as 2024-09-20", "PartialDate": "year, month or day"}.get(hint.__name__, hint.__name__)
    )


def _pack(country: Country) -> str:
    folder = f"src/kuzet/countries/{country.profile.code.lower()}"
    counts = [(code(file(name)), len(getattr(country, name))) for name in tables() if name != "profile"]
    parts = [
        f"## Pack {country.profile.code}: {country.profile.name.en}",
        f"Sources of the data: [SOURCES.md](../../{folder}/SOURCES.md).",
        table(("file", "rows"), counts),
        *(_rows(name, getattr(country, name)) for name in SHOWN),
        _sample(country),
    ]
    return "\n\n".join(part for part in parts if part)


def _rows(name: str, rows: Iterable[Any]) -> str:
    return f"### Rows of {file(name)}\n\n{table(HEADS[name], [SHOWN[name](row) for row in rows])}"


def _where(where: Mapping[str, str]) -> str:
    return ", ".join(code(f"{key}={value}") for key, value in where.items()) or "all incidents"


def _sample(country: Country) -> str:
    """How many documents the bundled sample has, by file."""
    folder = files("kuzet.countries") / country.profile.code.lower() / "sample" / "documents"
    if not folder.is_dir():
        return ""
    found = Counter({one.name: len(one.read_text("utf-8").splitlines()) for one in folder.iterdir()})
    rows = [(code(name), found[name]) for name in sorted(found)]
    return f"### Documents of the sample\n\n{table(('file', 'documents'), [*rows, ('all', found.total())])}"
