"""A release of invented texts says so on every page that is made from it, and a real one never does."""

from __future__ import annotations

import io

import docx
import msgspec
import pypdfium2 as pdfium
import pytest
from tests.observatory.write.small import RELEASE, materials

from kuzet.commands import sample
from kuzet.observatory.write import spreadsheet
from kuzet.observatory.write.composing.compose import compose
from kuzet.observatory.write.formats import render
from kuzet.observatory.write.proof.verify import verify
from kuzet.observatory.write.tree import charts

SAID = {
    "en": "Demonstration: the texts and sources are constructed, not published by anybody",
    "ru": "Демонстрация: тексты и источники составлены для примера и никем не опубликованы",
    "kk": "Көрсетілім: мәтіндер мен дереккөздер үлгі үшін құрастырылған, оларды ешкім жарияламаған",
}


def made_of(*, constructed):
    manifest = msgspec.structs.replace(RELEASE.manifest, constructed=constructed)
    return materials(msgspec.structs.replace(RELEASE, manifest=manifest))


def report(language="en", *, constructed=True):
    return compose(language, made_of(constructed=constructed))


def test_the_sample_says_of_itself_that_it_is_constructed():
    assert sample.load("KZ").manifest.constructed


@pytest.mark.parametrize("language", SAID)
def test_the_report_on_screen_begins_and_ends_with_it_and_each_chart_carries_it(language):
    made = report(language)
    text = render(made, "html").decode()
    assert f'<p class="warning" role="note">{SAID[language]}</p>\n<header>' in text
    assert f"<footer>\n<p>{SAID[language]}.</p>" in text
    assert all(one.source.endswith(f". {SAID[language]}") for one in charts(made))


def test_every_page_of_the_printed_report_says_it():
    pages = pdfium.PdfDocument(render(report(), "pdf"))
    assert [n for n, page in enumerate(pages, 1) if "Demonstration" not in page.get_textpage().get_text_range()] == []


def test_cover_and_page_head_of_the_word_file_say_it():
    made = docx.Document(io.BytesIO(render(report("ru"), "docx")))
    assert SAID["ru"] in [one.text for one in made.sections[0].header.paragraphs]
    assert SAID["ru"] in [one.text for one in made.paragraphs]


def test_the_annex_of_figures_says_it():
    _, about = spreadsheet.read(render(report("kk"), "xlsx"), "a")
    assert about[1][0] == SAID["kk"]


@pytest.mark.parametrize("form", ["html", "xlsx", "docx"])
def test_a_real_release_says_nothing_of_the_kind(form):
    assert report(constructed=False).warning == ""
    assert b"Demonstration:" not in render(report(constructed=False), form)


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "xlsx"])
def test_what_says_it_still_agrees_with_its_release(form):
    assert verify(f"a.{form}", render(report(), form), made_of(constructed=True)).problems == ()
