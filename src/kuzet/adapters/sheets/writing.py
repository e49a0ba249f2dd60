"""Tables as files that compute nothing: XLSX whose cells are texts and numbers, CSV whose texts are no formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from xlsxwriter import Workbook

from kuzet.basis.errors import BadInput
from kuzet.basis.formulas import defused

FORMS: Final = ("xlsx", "csv")

NO_FORMULAS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""A text stays the text that it is."""

_WIDEST, _NARROWEST = 60, 10
LONGEST: Final = 32_767
"""Characters that a cell can hold."""


def written(name: str, head: Sequence[str], rows: Iterable[Sequence[str]], form: str) -> bytes:
    """One table as a file; raises `BadInput` for another form than those of `FORMS`."""
    if form not in FORMS:
        raise BadInput(form, f"one of {', '.join(FORMS)}")
    return _csv(head, rows) if form == "csv" else _xlsx(name, head, rows)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """With a byte-order mark, so that spreadsheets read its letters."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow([defused(cell) for cell in head])
    lines.writerows([defused(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A text that would be a formula gets its apostrophe here too: whoever saves the sheet as CSV is safe."""
    data = io.BytesIO()
    with Workbook(data, {"in_memory": True, **NO_FORMULAS}) as book:
        sheet = book.add_worksheet(name[:31])
        header(book, sheet, head)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, column, defused(cell)[:LONGEST])
    return data.getvalue()


def header(book: Any, sheet: Any, head: Sequence[str]) -> None:  # noqa: ANN401  (XlsxWriter has no types)
    """The row of headers, which stays in sight."""
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for column, text in enumerate(head):
        sheet.write_string(0, column, text, bold)
        sheet.set_column(column, column, min(_WIDEST, max(_NARROWEST, len(text) + 2)))
    sheet.freeze_panes(1, 0)
