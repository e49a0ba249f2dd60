"""A workbook to be filled in: a column for every field, lists to choose codes from, and what each column takes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

from xlsxwriter import Workbook

from kuzet.adapters.sheets.writing import LONGEST, NO_FORMULAS, header
from kuzet.basis.formulas import defused
from kuzet.observatory.review.sheets import FIELDS, Field, Pack

ROWS: Final = 5000
"""Rows with lists to choose from."""

LEFT_OUT: Final = ("version",)
"""Fields that only an export fills."""


def template(
    language: str, pack: Pack, names: Mapping[str, str], begun: Sequence[tuple[str, str]] = (), only: Sequence[str] = ()
) -> bytes:
    """The workbook in one language; `names` are those of its sheets: `register`, `columns` and `lists`.

    `begun` are rows that are to be coded, each an id and the words to be coded, which stand under `names["words"]`;
    `only` these fields have a column then.

    A cell of a column that takes several values only proposes its list, and takes other texts too.
    """
    data, fields = io.BytesIO(), [FIELDS[name] for name in only or (name for name in FIELDS if name not in LEFT_OUT)]
    with Workbook(data, {"in_memory": True, **NO_FORMULAS}) as book:
        sheet, told, lists = (book.add_worksheet(names[name]) for name in ("register", "columns", "lists"))
        labels = [field.label.best(language) for field in fields]
        header(book, sheet, [*labels, names["words"]] if begun else labels)
        _begin(book, sheet, begun, len(fields))
        _tell(book, told, fields, language, pack)
        for column, field in enumerate(fields):
            if codes := _labels(field, language, pack):
                place = _list(lists, column, field.label.best(language), codes)
                sheet.data_validation(1, column, ROWS, column, _choice(field, f"='{names['lists']}'!{place}", language))
    return data.getvalue()


def _begin(book: Any, sheet: Any, begun: Sequence[tuple[str, str]], last: int) -> None:  # noqa: ANN401
    """The rows to be coded: the id in the first column, the words behind the last one."""
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for number, (ident, words) in enumerate(begun, 1):
        sheet.write_string(number, 0, ident)
        sheet.write_string(number, last, defused(words)[:LONGEST], wrapped)
    if begun:
        sheet.set_column(last, last, 100)


def _labels(field: Field, language: str, pack: Pack) -> list[str]:
    if field.table:
        return [row.label.best(language) for row in pack.book.table(field.table).values()]
    if field.kind == "region":
        return [str(getattr(one.name, language)) for one in pack.country.regions]
    if field.kind == "event":
        return [str(getattr(one.label, language)) for one in pack.country.events]
    return []


def _list(sheet: Any, column: int, title: str, labels: Sequence[str]) -> str:  # noqa: ANN401
    """Write a list under its title, and give its range."""
    from xlsxwriter.utility import xl_range_abs

    sheet.write_string(0, column, title)
    for number, label in enumerate(labels, 1):
        sheet.write_string(number, column, label)
    return str(xl_range_abs(1, column, len(labels), column))


def _choice(field: Field, source: str, language: str) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "show_error": not field.several,
        "input_title": field.label.best(language)[:32],
        "input_message": field.hint.best(language)[:255],
    }


def _tell(book: Any, sheet: Any, fields: Sequence[Field], language: str, pack: Pack) -> None:  # noqa: ANN401
    country = pack.country.profile
    header(book, sheet, ["", ""])
    sheet.set_column(0, 1, 60)
    for number, field in enumerate(fields):
        hint = field.hint.best(language).format(example=f"{country.code}-2024-0001", currency=country.currency)
        sheet.write_string(number, 0, field.label.best(language))
        sheet.write_string(number, 1, defused(hint))
