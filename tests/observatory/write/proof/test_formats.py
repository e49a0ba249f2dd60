"""The proof of PDF, DOCX and XLSX: what is drawn on the page or stands in the cell is compared, not an attribute."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pikepdf
import pytest
from tests.observatory.write.proof.reports import file, problems, tree
from tests.observatory.write.small import materials
from tests.tampering import zipped
from tests.tampering_pdf import pdf_figures, pdf_others

from kuzet.basis.errors import BadInput, Missing
from kuzet.observatory.write import spreadsheet
from kuzet.observatory.write import tree as trees
from kuzet.observatory.write.proof import verify

DOCUMENT = "word/document.xml"
SHEET = "xl/worksheets/sheet1.xml"
SEED = 20240503


# --- PDF -------------------------------------------------------------------------------------------------------------


def test_a_digit_drawn_otherwise_on_a_page_is_found():
    raw = file("pdf")
    changes = [*pdf_figures(raw, SEED), *pdf_others(raw, SEED)]
    assert len(changes) > 80
    sample = changes[::12]
    assert [change for change in sample if not problems(change.on(raw), "pdf")] == []


def test_a_figure_drawn_otherwise_is_named_with_its_note():
    raw = file("pdf")
    ((kind, note, _, should_be),) = problems(pdf_figures(raw, SEED)[0].on(raw), "pdf")
    assert (kind, note, should_be) == ("text", 1, "14")


def test_the_record_is_attached_to_the_pdf_under_a_name_and_with_a_description():
    with pikepdf.open(io.BytesIO(file("pdf"))) as pdf:
        (name,) = pdf.attachments
        assert (name, pdf.attachments[name].description) == ("figures.json", "The figures of this report for a program")
        assert pdf.attachments[name].get_file().read_bytes().startswith(b'{"made_by":"kuzet ')


def test_a_pdf_without_the_record_is_no_report_of_ours():
    result = io.BytesIO()
    with pikepdf.open(io.BytesIO(file("pdf"))) as pdf:
        del pdf.attachments["figures.json"]
        pdf.save(result)
    with pytest.raises(Missing, match="carries no record of its figures"):
        verify("a.pdf", result.getvalue(), materials())


def test_a_pdf_that_lost_its_tags_lost_its_figures():
    result = io.BytesIO()
    with pikepdf.open(io.BytesIO(file("pdf"))) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(result)
    kinds = [kind for kind, *_ in problems(result.getvalue(), "pdf")]
    assert kinds.count("missing") == len(trees.figure_runs(tree()))


# --- DOCX ------------------------------------------------------------------------------------------------------------


def test_a_figure_changed_in_a_document_is_found():
    assert problems(zipped(file("docx"), DOCUMENT, "<w:t>14</w:t>", "<w:t>15</w:t>"), "docx") == [
        ("text", 1, "15", "14")
    ]


def test_a_date_changed_in_a_document_is_found():
    ((kind, _, said, _),) = problems(zipped(file("docx"), DOCUMENT, "2024-0007", "2024-0070"), "docx")
    assert kind == "number"
    assert "2024-0070" in said


def test_an_alt_text_changed_in_a_document_is_found():
    with zipfile.ZipFile(io.BytesIO(file("docx"))) as archive:
        alt = re.search(r'wp:docPr [^>]*descr="[^"]*?(: (\d+))', archive.read(DOCUMENT).decode())
    changed = zipped(file("docx"), DOCUMENT, alt[0], alt[0][: -len(alt[2])] + "93")
    assert [kind for kind, *_ in problems(changed, "docx")] == ["number"]


def test_another_picture_in_a_document_is_found():
    with zipfile.ZipFile(io.BytesIO(file("docx"))) as archive:
        (picture,) = (name for name in archive.namelist() if name.endswith(".png"))
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file("docx"))) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b"x" if name == picture else b""))
    assert [kind for kind, *_ in problems(result.getvalue(), "docx")] == ["drawing"]


def test_page_numbers_that_word_fills_in_are_no_change():
    document = docx.Document(io.BytesIO(file("docx")))
    for node in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        if node.text == "–":
            node.text = "7"
    result = io.BytesIO()
    document.save(result)
    assert problems(result.getvalue(), "docx") == []


def test_a_document_without_the_record_is_no_report_of_ours():
    result = io.BytesIO()
    docx.Document().save(result)
    with pytest.raises(Missing, match=r"a\.docx: carries no record of its figures"):
        verify("a.docx", result.getvalue(), materials())


def test_what_is_no_document_is_refused():
    with pytest.raises(BadInput, match="a DOCX file"):
        verify("a.docx", b"no zip", materials())


# --- XLSX ------------------------------------------------------------------------------------------------------------


def test_the_annex_has_a_row_for_every_figure_with_value_question_and_ids():
    figures, about = spreadsheet.read(file("xlsx"), "a")
    assert len(figures) == 1 + len(trees.notes(tree()))
    assert figures[0][:4] == ("Note", "Figure", "Question", "Value")
    assert figures[1][:8] == (
        *("1", "14", "Number of incidents, 2024. Placeholders among them: 4", "14", "14", "incidents"),
        *('{"measure":"count","period":"2024"}', "KZ-2024-0001–0014"),
    )
    assert ("Release of the data", "kz-2024-small", "release") in about


CELL = '<c r="{}2" s="0" t="inlineStr"><is><t xml:space="preserve">{}<'
IDS = "KZ-2024-0001–0014"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (CELL.format("B", 14), CELL.format("B", 15), ("text", 1, "15", "14")),
        ('<c r="D2" s="0"><v>14<', '<c r="D2" s="0"><v>15<', ("figure", 1, "15", "14")),
        (CELL.format("E", 14), CELL.format("E", 15), ("figure", 1, "15", "14")),
        (CELL.format("H", IDS), CELL.format("H", IDS[:-1]), ("figure", 1, IDS[:-1], IDS)),
    ],
)
def test_a_cell_changed_in_the_annex_is_found(old, new, found):
    assert problems(zipped(file("xlsx"), SHEET, old, new), "xlsx") == [found]


def test_another_question_in_the_annex_does_not_give_the_value_beside_it():
    asked = "&#34;period&#34;:&#34;{}&#34;}}"
    changed = zipped(file("xlsx"), SHEET, asked.format(2024), asked.format(2022))
    assert ("figure", 1, "14", "20") in problems(changed, "xlsx")


def test_a_row_taken_out_of_the_annex_and_one_put_in_are_named():
    with zipfile.ZipFile(io.BytesIO(file("xlsx"))) as archive:
        rows = re.findall(r"<row .*?</row>", archive.read(SHEET).decode())
    assert ("missing", len(rows) - 1, "", "") in problems(zipped(file("xlsx"), SHEET, rows[-1], ""), "xlsx")
    assert ("added", 1, "", "") in problems(zipped(file("xlsx"), SHEET, rows[1], rows[1] * 2), "xlsx")


def test_a_workbook_of_another_kind_is_no_annex_of_ours():
    sheet = spreadsheet.Sheet(name="x", widths=(9,), rows=(("a",), ("b",)))
    raw = spreadsheet.write([sheet], "x", tree().frozen)
    with pytest.raises(Missing, match=r"a\.xlsx: is no annex of figures of ours"):
        verify("a.xlsx", raw, materials())


def test_what_is_no_workbook_is_refused():
    with pytest.raises(BadInput, match="an XLSX workbook"):
        verify("a.xlsx", b"no zip", materials())
