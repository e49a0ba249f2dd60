"""CSV rows to records.

A column is a field; a field of type `Names` or `Words` takes three columns, `<field>_kk`, `<field>_ru`, `<field>_en`.
In a cell `|` separates the members of a list and `;` the pairs `key=value` of a mapping; `yes` and `no` are truth
values; an empty cell of an optional field is unknown.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import TypeVar, get_type_hints

import msgspec

from kuzet.basis.dates import PartialDate
from kuzet.basis.errors import BadInput, Missing
from kuzet.countries.records import Names, Words

_Record = TypeVar("_Record", bound=msgspec.Struct)
_TRUTH = {"yes": True, "no": False}
_LANGUAGES = ("kk", "ru", "en")


def read_table(folder: Traversable, file: str, record: type[_Record]) -> tuple[_Record, ...]:
    """All rows of `file`; raises `Missing` without the file and `BadInput` that names file, line and column."""
    path = folder.joinpath(file)
    if not path.is_file():
        raise Missing(f"country pack {folder.name}: file {file} is not there")
    return tuple(_records(path.read_text("utf-8"), file, record))


def _records(text: str, file: str, record: type[_Record]) -> Iterator[_Record]:
    hints = get_type_hints(record)
    reader = csv.DictReader(text.splitlines(), strict=True)
    columns = [column for field, hint in hints.items() for column in _columns(field, hint)]
    if reader.fieldnames != columns:
        raise BadInput(reader.fieldnames, f"the header {','.join(columns)}", f"{file}, line 1")
    for row in reader:
        where = f"{file}, line {reader.line_num}"
        if None in row or None in row.values():
            raise BadInput(list(row.values()), f"a row of {len(columns)} cells", where)
        values = {field: _value(row, field, hint, where) for field, hint in hints.items()}
        yield _convert(values, record, where)


def _columns(field: str, hint: object) -> list[str]:
    return [f"{field}_{language}" for language in _LANGUAGES] if hint in (Names, Words) else [field]


def _convert(values: Mapping[str, object], record: type[_Record], where: str) -> _Record:
    try:
        return msgspec.convert(values, record, strict=False, dec_hook=_decode)
    except (msgspec.ValidationError, BadInput) as error:
        raise BadInput(dict(values), f"a row of {record.__name__} ({error})", where) from error


def _decode(hint: type, value: object) -> object:
    if hint is PartialDate:
        return PartialDate.parse(str(value))
    raise NotImplementedError(f"no way to read a cell as {hint.__name__}")


def _value(row: Mapping[str, str], field: str, hint: object, where: str) -> object:
    if hint is Names:
        return {language: row[f"{field}_{language}"] for language in _LANGUAGES}
    if hint is Words:
        return {language: _split(row[f"{field}_{language}"]) for language in _LANGUAGES}
    cell = row[field]
    if hint is bool:
        return _truth(cell, f"{where}, column {field}")
    if hint == tuple[str, ...]:
        return _split(cell)
    if hint == dict[str, str]:
        return _pairs(cell, f"{where}, column {field}")
    return None if cell == "" and hint is not str else cell


def _truth(cell: str, where: str) -> bool:
    if cell not in _TRUTH:
        raise BadInput(cell, "yes or no", where)
    return _TRUTH[cell]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _pairs(cell: str, where: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in cell.split(";") if pair]
    if any(not key or not value for key, _, value in pairs):
        raise BadInput(cell, "key=value;key=value", where)
    return {key: value for key, _, value in pairs}
