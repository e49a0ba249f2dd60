"""Report files with one number changed, the same for each format: which number, and the file that has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from kuzet.observatory.write.check import inputs
from tests import tampering, tampering_pdf
from tests.tampering import Change


class Changed(NamedTuple):
    """A changed number, the words around it as far as the format gives them, its part, and how its file is made."""

    old: str
    new: str
    around: str
    part: str
    file: Callable[[], bytes]
    page: int | None = None
    """The page (from 0) of a PDF that is changed."""

    def told(self) -> dict[str, str]:
        return {"old": self.old, "new": self.new, "around": self.around, "part": self.part}


Both = tuple[list[Changed], list[Changed]]
"""Changes of figures and of other numbers."""


def html(raw: bytes, seed: int, wanted: int) -> Both:
    page = raw.decode()
    return (
        [_html(page, change) for change in tampering.spread(tampering.html_figures(page, seed), wanted)],
        [_html(page, change) for change in tampering.spread(tampering.html_others(page, seed), wanted)],
    )


def docx(raw: bytes, seed: int, wanted: int) -> Both:
    text = tampering.docx_text(raw)
    return (
        [_docx(raw, text, change) for change in tampering.spread(tampering.docx_figures(text, seed), wanted)],
        [_docx(raw, text, change) for change in tampering.spread(tampering.docx_others(text, seed), wanted)],
    )


def pdf(raw: bytes, seed: int, wanted: int) -> Both:
    return (
        [_pdf(raw, change) for change in tampering.spread(tampering_pdf.pdf_figures(raw, seed), wanted)],
        [_pdf(raw, change) for change in tampering.spread(tampering_pdf.pdf_others(raw, seed), wanted)],
    )


FORMATS = {"html": html, "docx": docx, "pdf": pdf}


def _html(page: str, change: Change) -> Changed:
    around = _around(page, change)
    return Changed(change.old, change.new, around, _part(page, change, "<td", "</td"), lambda: change.on(page).encode())


def _docx(raw: bytes, text: str, change: Change) -> Changed:
    around = _around(text, change)
    made = partial(_document, raw, text, change)
    return Changed(change.old, change.new, around, _part(text, change, "<w:tc>", "</w:tc>"), made)


def _document(raw: bytes, text: str, change: Change) -> bytes:
    return tampering.docx_with(raw, change.on(text))


def _pdf(raw: bytes, change: tampering_pdf.Drawn) -> Changed:
    where = f"page {change.page + 1}, piece {change.piece}, digit {change.letter + 1}"
    return Changed(change.old, change.new, where, "", partial(change.on, raw), change.page)


def _part(text: str, change: Change, opens: str, closes: str) -> str:
    is_cell = text.rfind(opens, 0, change.start) > text.rfind(closes, 0, change.start)
    return "tables" if is_cell else "sentences"


def _around(text: str, change: Change) -> str:
    return " ".join(inputs.text("a.html", text[max(0, change.start - 400) : change.end + 300].encode()).split())
