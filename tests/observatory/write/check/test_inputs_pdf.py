"""The lines of a PDF: prose, columns, tables, notes, pages; and the files that cannot be read."""

from __future__ import annotations

import io

import pikepdf
import pytest

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.check import check
from kuzet.observatory.write.check.inputs import files as inputs
from kuzet.observatory.write.check.inputs import pdf as inputs_pdf
from kuzet.observatory.write.check.parse import FLOWS

STYLE = """@page { size: 100mm 120mm; margin: 12mm }
body { font: 10pt DejaVu Sans, Noto Sans; margin: 0 } h2 { font-size: 15pt } sup { font-size: 6pt }
td, th { padding: 0 4mm 0 0; text-align: left; vertical-align: bottom; font-weight: normal } p { margin: 0 0 3mm }
"""


def pdf(body: str, style: str = "", variant: str | None = "pdf/ua-1") -> bytes:
    weasyprint = pytest.importorskip("weasyprint")
    text = f"<html lang=en><title>x</title><style>{STYLE}{style}</style><body>{body}</body></html>"
    return weasyprint.HTML(string=text).write_pdf(pdf_variant=variant)


def text(body: str, **more) -> str:
    return inputs.text("a.pdf", pdf(body, **more))


def test_lines_of_print_keep_their_order_and_paragraphs_are_parted():
    found = text("<h2>The year</h2><p>Of the 61 suits that reached the courts,<br>34 (57%) failed.</p><p>End.</p>")
    assert found == "The year\n\nOf the 61 suits that reached the courts,\n34 (57%) failed.\n\nEnd.\n"


def test_raised_note_marks_are_left_out_and_other_raised_words_stay():
    assert text("<p>34<sup>12</sup> of 61<sup>*</sup>, on the 3<sup>rd</sup> day</p>") == "34 of 61, on the 3rd day\n"


def test_cells_beside_each_other_are_a_row_though_their_words_are_wrapped():
    cells = [("Kind of the case", "All<br>cases"), ("Fines and<br>warnings", "4"), ("Suits", "12")]
    rows = "".join(f"<tr><td>{one}<td>{other}" for one, other in cells)
    assert (
        text(f"<table>{rows}</table>")
        == "| Kind of the case | All cases |\n| Fines and warnings | 4 |\n| Suits | 12 |\n"
    )


def test_a_table_over_two_pages_under_a_repeated_head_is_one_table():
    rows = "".join(f"<tr><td>Town {number}<td>{number}" for number in range(1, 40))
    found = text(f"<table><thead><tr><th>Town<th>Cases<tbody>{rows}</table>").split("\n")
    assert found[:3] == ["| Town | Cases |", "| Town 1 | 1 |", "| Town 2 | 2 |"]
    assert [line for line in found if line] == found[:40]


def test_columns_are_read_one_after_the_other():
    words = [f"The sentence number {number} of a column goes on for a while and ends." for number in range(1, 10)]
    body = "".join(f"<p>{one}</p>" for one in words)
    found = text(f"<div style='columns: 2'>{body}</div>", variant=None)
    assert " ".join(found.split()) == " ".join(words)


def test_entries_of_a_list_are_marked():
    found = text("<p>These:</p><ul><li>12 fines</ul><ol><li>34 suits</ol><p>Of them 3.</p>")
    assert found == "These:\n\n• 12 fines\n\n1. 34 suits\n\nOf them 3.\n"


def test_a_word_parted_by_a_hyphen_is_put_together_and_a_range_is_not():
    assert text("<p>The attacks of the offi-<br>cials in the years 2023-<br>2024</p>").split("\n")[:2] == [
        "The attacks of the officials",
        "in the years 2023-",
    ]


def test_a_line_that_only_held_the_rest_of_a_word_parts_no_paragraph():
    words = "Of the 61 suits of uncon-<br>stitutionality<br>in all the courts of the land 34 (57%) failed."
    assert wrong(f"<p>{words}</p>", style="body { font-size: 6pt }") == [("56%", 1, 3)]


def test_running_heads_and_the_table_of_contents_are_left_out():
    body = "<p>Chapter one . . . . . . . . . 2</p>" + "<p style='break-after: page'>The words of a page.</p>" * 4
    found = text(body, style="@page { @top-center { content: 'Yearly report ' counter(page) } }")
    assert "Yearly report" not in found
    assert "Chapter one" not in found
    assert found.count("The words of a page.") == 4


def test_the_words_of_a_tagged_drawing_are_no_prose():
    drawn = (
        '<img alt=\'a chart\' src=\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="90" '
        'height="40"><text y="20">77</text></svg>\'>'
    )
    assert text(f"<p>Before.</p>{drawn}<p>After.</p>") == "Before.\n\nAfter.\n"


def test_a_finding_knows_its_page_and_its_line_there():
    body = "<p style='break-after: page'>Something else.</p><h2>Suits</h2><p>Of the 61 suits, 34 (57%) failed.</p>"
    source = inputs.read("a.pdf", pdf(body))
    (differs,) = (one for one in check(source.text, "en") if one.should_be)
    assert (differs.should_be, source.page(differs.line), source.line(differs.line)) == ("56%", 2, 2)


def test_a_text_without_pages_counts_its_own_lines():
    source = inputs.read("a.txt", b"one\ntwo")
    assert (source.page(2), source.line(2)) == (None, 2)


def test_a_scan_without_text_is_refused_with_what_to_do():
    with pytest.raises(BadInput, match=r"a\.pdf: 'a\.pdf' is not a PDF with text: its 1 pages are pictures; recognise"):
        text("<div style='background: black; height: 50mm'></div>")


def test_a_locked_file_is_refused_by_its_name():
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("<p>34 of 61</p>"))) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(owner="o", user="secret"))
    with pytest.raises(BadInput, match=r"a\.pdf: 'a\.pdf' is not a PDF without a password"):
        inputs.text("a.pdf", locked.getvalue())


def test_a_damaged_file_is_refused_by_its_name():
    with pytest.raises(BadInput, match=r"a\.pdf: 'a\.pdf' is not a whole PDF file"):
        inputs.text("a.pdf", b"%PDF-1.7 ...")


def stretched(*lines: str) -> str:
    """Lines as word processors justify them: words at even distances, without the spaces between them."""
    row = "<div style='display: flex; justify-content: space-between'>{}</div>"
    return "".join(row.format("".join(f"<span>{word}</span>" for word in line.split())) for line in lines)


def test_a_justified_line_is_no_row_of_cells_however_far_its_words_stand_apart():
    found = text(stretched("The courts heard 34 of the suits,", "and 12 of them failed there."))
    assert found == "The courts heard 34 of the suits,\nand 12 of them failed there.\n"


def test_a_justified_line_keeps_its_dashes():
    assert text(stretched("Of these in Brest – 47, in Gomel – 41")) == "Of these in Brest – 47, in Gomel – 41\n"


def test_a_row_of_years_at_even_distances_is_a_row_of_cells():
    found = text("<p>Years</p>" + stretched("2019 2020 2021 2022 2023"))
    assert found == "Years\n\n| 2019 | 2020 | 2021 | 2022 | 2023 |\n"


def test_few_words_far_apart_are_cells_unless_a_justified_line_with_their_edges_stands_beside_them():
    wide = "unconstitutionality extraterritoriality"
    assert text(stretched(wide)) == "| unconstitutionality | extraterritoriality |\n"
    found = text(stretched("Thirty four of them failed for", wide))
    assert found == "Thirty four of them failed for\nunconstitutionality extraterritoriality\n"


def wrong(body: str, **more) -> list[tuple[str, int | None, int]]:
    """What should stand instead of each number that differs, with its page and line."""
    source = inputs.read("a.pdf", pdf(body, **more))
    found = (one for one in check(source.text, "en") if one.should_be)
    return [(one.should_be, source.page(one.line), source.line(one.line)) for one in found]


NARROW = "@page { size: 60mm 70mm; margin: 6mm } body { font-size: 8pt; text-align: justify }"
FILLER = "<p>Nothing that can be counted is told by the words of this paragraph, which only takes its place.</p>"


def test_a_sentence_is_whole_however_narrow_its_column_is():
    words = "Of the 61 suits that reached the courts of the country and of its regions 34 (57%) failed in the end."
    assert wrong(f"<div style='columns: 2'><p>{words}</p>{FILLER}</div>", style=NARROW) == [("56%", 1, 6)]


def test_prose_that_goes_on_in_the_next_column_is_no_row_of_cells():
    words = "Of the suits that reached the courts of the country and of its regions thirty four have failed in the end."
    assert "|" not in text(f"<div style='columns: 2'><p>{words}</p></div>", style=NARROW)


def test_a_sentence_goes_on_over_the_end_of_a_page():
    words = "Of the 61 suits which came before the courts of the country and of its regions 34 (57%) failed."
    body, style = f"<div style='height: 50mm'></div><p>{words}</p>", f"{NARROW} p {{ orphans: 1; widows: 1 }}"
    lines = inputs_pdf.read(pdf(body, style=style), "a.pdf").lines
    assert [(line.page, line.text) for line in lines if line.text] == [
        (1, "Of the 61 suits which came"),
        (1, "before the courts of the country"),
        (2, "and of its regions 34 (57%) failed."),
    ]
    assert wrong(body, style=style) == [("56%", 2, 1)]


def test_a_short_line_in_front_of_a_longer_one_ends_there():
    body = "<p>Key figures<br>Of the 61 suits that reached the courts of the whole country 34 (57%) failed.</p>"
    assert text(body, style=NARROW).startswith("Key figures\nOf the 61 suits")
    assert not inputs.read("a.pdf", pdf(body, style=NARROW)).text.startswith(f"Key figures{FLOWS}")


def test_a_table_that_goes_on_over_the_page_is_one_without_a_repeated_head_too():
    cells = [("Town", "Cases"), *((f"Town {number}", "2") for number in range(1, 20)), ("All", "39")]
    rows = "".join(f"<tr><td>{one}<td>{other}" for one, other in cells)
    assert wrong(f"<table>{rows}</table>", style=NARROW) == [("38", 2, 6)]
