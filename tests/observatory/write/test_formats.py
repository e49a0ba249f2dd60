"""The three formats of one tree say the same."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import docx
import html5lib
import pytest
from docx.oxml.ns import qn
from tests.observatory.write.samples import LANGUAGES, report

from kuzet.basis.errors import BadInput, Missing
from kuzet.observatory.write import formats, tree


def html_figures(data: bytes) -> list[tuple[str, str]]:
    page = html5lib.parse(data.decode(), namespaceHTMLElements=False)
    return sorted((node.text, node.find("sup").text) for node in page.iter("a") if node.get("class") == "figure")


def docx_figures(data: bytes) -> list[tuple[str, str]]:
    document = docx.Document(io.BytesIO(data))
    links = [link for link in document.element.body.iter(qn("w:hyperlink")) if len(link.findall(qn("w:r"))) == 2]
    texts = [[node.text for node in link.iter(qn("w:t"))] for link in links]
    return sorted((text, number) for text, number in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_and_docx_hold_the_figures_of_the_tree(language):
    expected = sorted((run.text, str(run.number)) for run in tree.figure_runs(report(language)))
    assert html_figures(formats.render(report(language), "html")) == expected
    assert docx_figures(formats.render(report(language), "docx")) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_holds_the_figures_of_the_tree(language, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext of poppler-utils is not installed")
    try:
        (tmp_path / "report.pdf").write_bytes(formats.render(report(language), "pdf"))
    except Missing as missing:
        pytest.skip(str(missing))
    command = ["pdftotext", tmp_path / "report.pdf", "-"]
    text = re.sub(r"\s+", "", subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for run in tree.figure_runs(report(language)):
        assert re.sub(r"\s+", "", run.text) + str(run.number) in text
        assert re.sub(r"\s+", "", run.question) in text


def test_another_format_is_refused():
    with pytest.raises(BadInput, match="format of a report: 'odt' is not one of html, pdf, docx"):
        formats.render(report("en"), "odt")
