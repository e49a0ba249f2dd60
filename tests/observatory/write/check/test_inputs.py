"""The files that can be checked, as text."""

from __future__ import annotations

import io

import docx
import pytest

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.check import check
from kuzet.observatory.write.check.inputs import files as inputs

PAGE = """<html><head><title>no 5</title><style>p{}</style></head><body><h1>The year</h1>
<p>Of the 61 suits, 34<sup>2</sup> (<b>57%</b>) failed.</p><ul><li>12 fines</li></ul>
<table><tr><th>Kind</th><th>Cases</th></tr><tr><td>Fines</td><td>4</td></tr></table>
<script>var a = 3;</script><p>End&nbsp;of it.</p></body></html>"""


def test_a_page_becomes_lines_with_entries_and_rows_marked_and_notes_left_out():
    assert inputs.text("a.html", PAGE.encode()).split("\n") == [
        "The year",
        "",
        "Of the 61 suits, 34 (57%) failed.",
        "",
        "• 12 fines",
        "",
        "| Kind | Cases |",
        "| Fines | 4 |",
        "",
        "End of it.",
    ]


def test_a_claim_of_a_page_is_judged():
    found = check(inputs.text("a.html", PAGE.encode()), "en")
    assert [(one.line, one.should_be) for one in found if one.should_be] == [(3, "56%")]


def test_a_word_processor_file_gives_paragraphs_entries_and_tables_in_their_order():
    document = docx.Document()
    document.add_heading("The year", 1)
    document.add_paragraph("Five of 12 cases, or 41%, ended in a fine.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Kind", "Cases", "Fines", "4"), strict=True):
        cell.text = text
    document.add_paragraph("the first", style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    assert inputs.text("a.docx", file.getvalue()).split("\n") == [
        "The year",
        "",
        "Five of 12 cases, or 41%, ended in a fine.",
        "",
        "| Kind | Cases |",
        "| Fines | 4 |",
        "",
        "• the first",
    ]


def test_raised_note_marks_of_a_word_processor_are_left_out_in_prose_links_and_tables():
    document = docx.Document()
    for line in (document.add_paragraph("Of 61"), document.add_table(rows=1, cols=1).cell(0, 0).paragraphs[0]):
        line.add_run("12").font.superscript = True
        line.add_run(" suits, 34 failed on the 3")
        line.add_run("rd").font.superscript = True
    document.add_paragraph("Contents 3", style="TOC Heading").style.name = "toc 1"
    file = io.BytesIO()
    document.save(file)
    assert inputs.text("a.docx", file.getvalue()).split("\n") == [
        "Of 61 suits, 34 failed on the 3rd",
        "",
        "| suits, 34 failed on the 3rd |",
    ]


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.txt", b"\xff\xfe\x00", "a text in UTF-8 (byte 1)"),
        ("a.docx", b"no zip", "a DOCX file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_name(name, raw, told):
    with pytest.raises(BadInput) as error:
        inputs.text(name, raw)
    assert told in str(error.value)
    assert name in str(error.value)


def test_soft_hyphens_and_narrow_spaces_do_not_hide_a_number():
    text = "Of the 1\u202f495 at\u00adtacks 1\u00a0271 (58 %) came from offi\u00adcials."
    assert [one.should_be for one in check(text, "ru") if one.should_be] == []
    russian = "Из 1\u202f495 атак 1\u00a0271 (58\u00a0%) совершили чинов\u00adники."
    assert [one.should_be for one in check(russian, "ru") if one.should_be] == ["85%"]


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("x.pdf", b"Of 12 cases, 6 (50%) failed.", "is not a PDF: it does not begin as one; "),
        ("report.en.xlsx", b"PK\x03\x04\x14\x00", "is not in a format that is read; "),
        ("x.xlsx", b"Of 12 cases, 6 (50%) failed.", "is not in a format that is read; "),
        ("x.odt", b"PK\x03\x04\x14\x00", "is not in a format that is read; "),
        ("report", b"PK\x03\x04\x14\x00", "is not in a format that is read; "),
        ("x.doc", b"\xd0\xcf\x11\xe0", "is not in a format that is read; "),
        ("x.txt", b"\xff\xfeO\x00", "is not a text in UTF-8 (byte 1); convert it first; "),
    ],
)
def test_a_file_of_another_format_is_refused_with_those_that_are_read(name, raw, said):
    with pytest.raises(BadInput) as error:
        inputs.read(name, raw)
    assert str(error.value) == f"{name}: '{name}' {said}plain text, Markdown, HTML, DOCX and PDF are read"


@pytest.mark.parametrize("name", ["report", "report.txt", "report.md", "report.2024", "есеп.kk"])
def test_plain_text_is_read_under_any_other_name(name):
    assert inputs.text(name, b"6 of 12") == "6 of 12"
