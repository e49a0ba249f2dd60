"""The DOCX report: reopened as an editor would."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from tests.observatory.write.samples import IDS, LANGUAGES, report

from kuzet.observatory.write import tree
from kuzet.observatory.write.formats import docx_parts, to_docx, words


@pytest.fixture(scope="module", params=LANGUAGES)
def opened(request):
    return request.param, docx.Document(io.BytesIO(to_docx.render(report(request.param))))


def body(opened):
    return opened[1].element.body


def names(opened) -> list[str]:
    return [mark.get(qn("w:name")) for mark in body(opened).iter(qn("w:bookmarkStart"))]


def test_headings_are_real_headings(opened):
    language, document = opened
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    expected = [(f"Heading {heading.level}", heading.text) for heading in tree.headings(report(language))]
    assert found == [*expected, ("Heading 1", words.load(language).charts_data)]


def test_language_and_properties_are_declared(opened):
    language, document = opened
    locale = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}[language]
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [node.get(qn("w:val")) for node in defaults.iter(qn("w:lang"))] == [locale]
    properties = document.core_properties
    assert (properties.title, properties.language) == (report(language).title, locale)
    assert (properties.author, properties.identifier) == (report(language).publisher, report(language).digest)


def test_every_picture_has_its_alt_text(opened):
    charts = tree.charts(report(opened[0]))
    assert [node.get("descr") for node in body(opened).iter(qn("wp:docPr"))] == [chart.alt for chart in charts]


def test_every_table_has_a_head_row_that_is_repeated_and_a_name(opened):
    tables = opened[1].tables
    assert len(tables) == 2 + 6
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_short_tables_are_kept_on_one_page(opened):
    for table in opened[1].tables:
        *kept, last = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
        assert set(kept) == {True}
        assert not last


def test_a_told_case_stays_on_one_page_with_its_sources(opened):
    lines = [p for p in opened[1].paragraphs if p.style.name in ("Case date", "Case")][:3]
    assert [p.style.name for p in lines] == ["Case date", "Case", "Case date"]
    assert [p.paragraph_format.keep_with_next for p in lines] == [True, True, False]
    assert all(p.paragraph_format.keep_together for p in lines)


def test_captions_are_counted_by_word(opened):
    fields = [node.text.strip() for node in body(opened).iter(qn("w:instrText"))]
    assert sum(field.startswith("SEQ ") for field in fields) == 2 + 6
    captions = [p.text for p in opened[1].paragraphs if p.style.name == "Caption"]
    assert captions[0].startswith({"kk": "1-кесте. ", "ru": "Таблица 1. ", "en": "Table 1. "}[opened[0]])


def test_there_is_a_table_of_contents_with_every_chapter(opened):
    fields = [node.text.strip() for node in body(opened).iter(qn("w:instrText"))]
    assert r'TOC \o "1-2" \h \z' in fields
    lines = [p.text.strip() for p in opened[1].paragraphs if p.style.name.startswith("toc ")]
    assert lines[:-1] == [heading.text for heading in tree.contents(report(opened[0]))]


def test_every_field_is_closed(opened):
    kinds = [node.get(qn("w:fldCharType")) for node in body(opened).iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 10


def test_every_figure_leads_to_its_note_and_every_link_to_a_bookmark(opened):
    targets = [link.get(qn("w:anchor")) for link in body(opened).iter(qn("w:hyperlink")) if link.get(qn("w:anchor"))]
    assert {f"figure_{number}" for number in range(1, 6)} <= set(targets)
    assert set(targets) <= set(names(opened))


def test_no_bookmark_stands_twice_and_every_incident_has_one(opened):
    assert len(names(opened)) == len(set(names(opened)))
    assert {docx_parts.bookmark_name(f"incident-{one}") for one in IDS} <= set(names(opened))


def test_long_anchors_stay_different_within_forty_characters():
    one, other = (docx_parts.bookmark_name("a-very-long-anchor-of-a-chapter-about-pressure-" + end) for end in "ab")
    assert one != other
    assert len(one) == 40


def test_numbered_lists_start_from_one_each():
    listing = tree.Listing(items=((tree.Text(text="x"),),), ordered=True)
    whole = msgspec.structs.replace(report("en"), blocks=(listing, listing))
    document = docx.Document(io.BytesIO(to_docx.render(whole)))
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert len(set(numbers)) == 2


def test_the_same_report_is_the_same_bytes():
    assert to_docx.render(report("kk")) == to_docx.render(report("kk"))


def test_the_file_holds_no_picture_of_an_empty_page():
    with zipfile.ZipFile(io.BytesIO(to_docx.render(report("en")))) as file:
        assert not [name for name in file.namelist() if "thumbnail" in name]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="libreoffice-writer is not installed")
def test_libreoffice_opens_it(tmp_path):
    file = tmp_path / "report.docx"
    file.write_bytes(to_docx.render(report("kk")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = (tmp_path / "report.txt").read_text("utf-8-sig")
    assert "Журналистерге жасалған шабуылдар" in text
    assert "XX-2024-0012" in text
