"""The formats of a report, each made from the same tree; XLSX is the annex of its figures alone."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.tree import Report

FORMATS: Final = ("html", "pdf", "docx", "xlsx")


def render(report: Report, form: str) -> bytes:
    """The report as a file of the format `form` (html, pdf, docx or xlsx).

    Only the libraries of that format are loaded. Raises `BadInput` for another format, `Missing` where a system
    library or a font is not installed.
    """
    if form not in FORMATS:
        raise BadInput(form, f"one of {', '.join(FORMATS)}", "format of a report")
    data: bytes = import_module(f"kuzet.observatory.write.formats.to_{form}").render(report)
    return data
