"""The PDF report: tagged, described, and inside its page."""

from __future__ import annotations

import re
import shutil
import subprocess

import pikepdf
import pytest
from tests.observatory.write.samples import LANGUAGES, report

from kuzet.basis.errors import Missing
from kuzet.observatory.write import tree
from kuzet.observatory.write.formats import markup, tables, to_pdf

TEXT_WIDTH = (70.8, 524.5)
"""Where the text stands on an A4 page with margins of 25 mm, in points."""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The report as PDF files by language; skipped by name where Pango or the fonts are absent."""
    folder = tmp_path_factory.mktemp("pdf")
    made = {language: folder / f"{language}.pdf" for language in LANGUAGES}
    for language, path in made.items():
        try:
            path.write_bytes(to_pdf.render(report(language)))
        except Missing as missing:
            pytest.skip(str(missing))
    return made


@pytest.fixture(params=LANGUAGES)
def opened(request, files):
    with pikepdf.open(files[request.param]) as pdf:
        yield request.param, pdf


def parts(node):
    """The structure elements of a tagged PDF in order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from parts(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from parts(node.K)


def output(program: str, *arguments: object) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"{program} of poppler-utils is not installed")
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_of_a_chart_are_set_in_small_letters_where_their_words_fit_no_other(language):
    made = report(language)
    page = markup.fill("paper.html", made, style="")
    charts = [block for block in made.blocks if isinstance(block, tree.Chart)]
    small = {block.name for block in charts if tables.dense(block.table)}
    assert small == set(re.findall(r'<div class="table[^"]* dense[^"]*" id="data-([^"]+)">', page))


def test_no_line_ends_early_because_a_figure_would_not_fit_behind_it():
    weasyprint = pytest.importorskip("weasyprint")
    link = '<a class="figure">48<sup>230</sup></a>'
    told = (
        f"Unlawful obstruction, denied access to information, and damaged or seized equipment: {link}\u00a0incidents."
    )
    boxes = "".join(f'<p style="width: {90 + step / 2}mm">{told}</p>' for step in range(160))
    style = "<style>html { font: 10.2pt/1.52 'DejaVu Serif' } .figure { white-space: nowrap }</style>"
    page = weasyprint.HTML(string=to_pdf.mended(style + boxes)).render()
    lines = [line for one in page.pages for line in _lines(one._page_box)]
    assert "Unlawful" not in [line.split("\u200b")[0].strip() for line in lines]


def _lines(box):
    """The text of each line of a box that WeasyPrint has laid out."""
    if type(box).__name__ == "LineBox":
        yield "".join(getattr(one, "text", "") for one in box.descendants())
    else:
        for child in getattr(box, "children", ()):
            yield from _lines(child)


def test_language_title_and_tags_are_declared(opened):
    language, pdf = opened
    assert str(pdf.Root.Lang) == language
    assert str(pdf.docinfo["/Title"]) == report(language).title
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"


def test_every_picture_says_its_alt_text(opened):
    language, pdf = opened
    said = [str(part.Alt) for part in parts(pdf.Root.StructTreeRoot) if part.S == "/Figure"]
    assert said == [chart.alt for chart in tree.charts(report(language))]


def test_headings_are_tagged_in_order(opened):
    language, pdf = opened
    levels = [int(str(part.S)[2:]) for part in parts(pdf.Root.StructTreeRoot) if re.fullmatch("/H[1-6]", str(part.S))]
    expected = [1, *(heading.level + 1 for heading in tree.headings(report(language))), 2]
    assert levels == expected


def test_bookmarks_repeat_the_contents(opened):
    language, pdf = opened
    with pdf.open_outline() as outline:
        (book,) = outline.root
        chapters = [item.title for item in book.children]
    assert book.title == report(language).title
    assert chapters[:-1] == [heading.text for heading in tree.headings(report(language)) if heading.level == 1]


def test_every_link_is_described_for_who_hears_it(opened):
    links = [link for page in opened[1].pages for link in page.get("/Annots", [])]
    assert len(links) > 40
    assert all("/Contents" in link for link in links)


def test_the_words_can_be_copied_with_all_kazakh_letters(files):
    text = output("pdftotext", files["kk"], "-")
    assert "Журналистерге" in text
    assert "Үңгіп кіру" in text
    assert set("әғқңөұүһі₸") <= set(text.lower())


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_the_text_area(language, files):
    boxes = output("pdftotext", "-bbox", "-f", 2, files[language], "-")
    ends = [(float(low), float(high)) for low, high in re.findall(r'<word xMin="([\d.]+)".*?xMax="([\d.]+)"', boxes)]
    assert len(ends) > 300
    assert min(low for low, _ in ends) >= TEXT_WIDTH[0] - 0.5
    assert max(high for _, high in ends) <= TEXT_WIDTH[1] + 0.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_show_page_numbers(language, files):
    contents = output("pdftotext", "-layout", "-f", 2, "-l", 2, files[language], "-")
    headings = [heading.text for heading in tree.contents(report(language))]
    assert len(headings) > 5
    assert [one for one in headings if not re.search(re.escape(one) + r"[ .]+\d+\n", contents)] == []


def test_fonts_are_embedded(files):
    lines = output("pdffonts", files["kk"]).splitlines()[2:]
    assert len(lines) >= 3
    assert all(re.search(r"yes yes yes +\d+ +0$", line) for line in lines)


def test_the_same_report_is_the_same_bytes(files):
    assert to_pdf.render(report("kk")) == files["kk"].read_bytes()


def test_without_a_font_with_all_letters_the_advice_names_the_package(monkeypatch):
    monkeypatch.setattr(to_pdf, "_installed", lambda: frozenset({"PT Serif", "PT Sans"}))
    to_pdf.families.cache_clear()
    with pytest.raises(Missing, match=r"no font family with all Kazakh letters .* apt-get install fonts-noto-core"):
        to_pdf.families()
    to_pdf.families.cache_clear()


def test_where_noto_is_absent_dejavu_is_taken(monkeypatch):
    monkeypatch.setattr(to_pdf, "_installed", lambda: frozenset({"DejaVu Serif", "DejaVu Sans", "C059"}))
    to_pdf.families.cache_clear()
    assert to_pdf.families() == ("DejaVu Serif", "DejaVu Sans")
    to_pdf.families.cache_clear()


def test_without_fontconfig_the_advice_names_the_package(monkeypatch):
    monkeypatch.setattr(to_pdf.shutil, "which", lambda _: None)
    with pytest.raises(Missing, match="fc-list of fontconfig is not installed: apt-get install fontconfig"):
        to_pdf._installed()
