"""Numbers with a note mark and what their notes give."""

from __future__ import annotations

import io

import docx
import pytest
from tests.observatory.write.check.test_inputs_pdf import pdf
from tests.observatory.write.proof.reports import file, tree
from tests.tampering import docx_figures, docx_text, docx_with
from tests.tampering_pdf import pdf_figures

from kuzet.observatory.write.check import Link, Verdict, check
from kuzet.observatory.write.check.inputs import files as inputs
from kuzet.observatory.write.check.repeats.notes import NOTED
from kuzet.observatory.write.tree import figure_runs

SEED = 20240503

PAGE = """<html><body><p>In all <a href="#n1">{shown}<sup>1</sup></a> suits were filed.</p>
<ol><li id="n1"><strong>{noted}</strong> Lawsuits</li></ol></body></html>"""


def told(shown, noted):
    source = inputs.read("a.html", PAGE.format(shown=shown, noted=noted).encode())
    found = check(source.text, "en", None, None, source.links)
    return [(one.line, one.should_be, one.why) for one in found if one.verdict is Verdict.DIFFERS]


def test_a_number_that_its_note_gives_differently_differs():
    assert told("61", "67") == [(1, "67", "61 here, 67 in the note that it opens (note 1)")]


def test_a_sum_in_the_same_words_is_compared():
    assert told("1,480 US dollars", "1,490 US dollars") == [
        (1, "1,490 US dollars", "1,480 US dollars here, 1,490 US dollars in the note that it opens (note 1)")
    ]


@pytest.mark.parametrize(
    ("shown", "noted"),
    [
        ("61", "61"),
        ("1,061", "1,061"),
        ("8%", "8%"),
        ("61", "see"),
        ("two", "67"),
        ("61", "67 of the files"),
        ("1,480 US dollars", "1,490 other things"),
    ],
)
def test_a_number_that_agrees_and_a_note_that_gives_none_say_nothing(shown, noted):
    assert told(shown, noted) == []


def test_the_mark_of_a_footnote_alone_is_no_number_to_compare():
    page = '<p>As said<sup><a href="#n4">4</a></sup>.</p><p id="n4">12 reports were read.</p>'
    assert inputs.read("a.html", page.encode()).links == ()


def test_a_link_knows_its_line_in_the_text_of_the_page():
    table = '<table><tr><td>a</td><td><a href="#n">5<sup>1</sup></a></td></tr></table>'
    page = f'<p>One.</p><p>Two.</p>{table}<p id="n">6 x</p>'
    assert inputs.read("a.html", page.encode()).links == (Link(5, "5", "6 x", "1"),)


# --- our own reports, a number changed by hand


def changed(kind):
    """A report with its first figure changed, what it said and what it says."""
    raw = file(kind)
    if kind == "pdf":
        change = pdf_figures(raw, SEED)[0]
        return change.on(raw)
    text = docx_text(raw)
    return docx_with(raw, docx_figures(text, SEED)[0].on(text))


def differing(kind, raw):
    source = inputs.read(f"a.{kind}", raw)
    found = [one for one in check(source.text, "en", None, None, source.links) if NOTED in one.why]
    lines = source.text.split("\n")
    return [(one.should_be, one.why.partition(" ")[2], one.text in lines[one.line - 1]) for one in found]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_number_changed_in_a_report_is_found_and_named_with_its_note(kind):
    assert differing(kind, changed(kind)) == [("14", "here, 14 in the note that it opens (note 1)", True)]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_every_number_of_a_report_as_published_agrees_with_its_note(kind):
    assert differing(kind, file(kind)) == []


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_every_figure_of_a_report_leads_to_its_note(kind):
    links = inputs.read(f"a.{kind}", file(kind)).links
    assert sorted((int(one.mark), one.shown) for one in links) == sorted(
        (run.number, run.text) for run in figure_runs(tree())
    )


# --- files of others


def test_a_raised_mark_of_a_document_outside_a_link_opens_no_note():
    document = docx.Document()
    document.add_paragraph("61").add_run("1").font.superscript = True
    document.add_paragraph("67 files were read.")
    raw = io.BytesIO()
    document.save(raw)
    assert inputs.read("a.docx", raw.getvalue()).links == ()


def test_a_link_of_a_pdf_over_its_mark_alone_holds_no_number():
    body = "<p>Of 61<a href='#n1'><sup>1</sup></a> suits.</p><p id=n1>67 files were read.</p>"
    assert inputs.read("a.pdf", pdf(body)).links == ()


@pytest.mark.parametrize(("variant", "note"), [("pdf/ua-1", "67"), (None, "")])
def test_a_link_of_a_pdf_over_number_and_mark_leads_to_the_first_words_as_its_tags_part_them(variant, note):
    body = "<p>Of <a href='#n1'>61<sup>1</sup></a> suits.</p><ol><li id=n1><b>67</b> 2024 files were read.</li></ol>"
    assert inputs.read("a.pdf", pdf(body, variant=variant)).links == (Link(1, "61", note, "1"),)
