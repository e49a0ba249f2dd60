"""The report tree: what it refuses, and the ways through it."""

from __future__ import annotations

import msgspec
import pytest
from tests.observatory.write.samples import LANGUAGES, all_incidents, report

from kuzet.basis.errors import BadInput
from kuzet.basis.word import from_json, to_json
from kuzet.observatory.write import tree
from kuzet.observatory.write.tree import FigureAnnex, Heading, Link, Paragraph, Report, Table, Text


def changed(*blocks) -> Report:
    return msgspec.structs.replace(report("en"), blocks=blocks)


def words(text="here"):
    return (Text(text=text),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_survives_json(language):
    assert from_json(to_json(report(language)), Report) == report(language)


def test_figures_come_in_the_order_of_reading_and_notes_once():
    runs = tree.figure_runs(report("en"))
    assert [run.number for run in runs] == [1, 1, 2, 3, 4, 5, 1, 1]
    assert [run.text for run in tree.notes(report("en"))] == ["twelve", "5", "42%", "14", "142"]


def test_contents_hold_chapters_and_sections_but_no_parts():
    deep = changed(*(Heading(level=n, text=f"H{n}", anchor=f"h{n}") for n in (1, 2, 3)))
    assert [heading.text for heading in tree.contents(deep)] == ["H1", "H2"]
    assert [heading.text for heading in tree.headings(deep)] == ["H1", "H2", "H3"]


def test_tables_and_charts_are_counted_each_on_their_own():
    numbered = [(type(block).__name__, number) for block, number in tree.counted(report("en")) if number]
    assert [number for kind, number in numbered if kind == "Table"] == [1, 2]
    assert [number for kind, number in numbered if kind == "Chart"] == [1, 2, 3, 4, 5, 6]


def test_plain_leaves_out_marks_and_note_numbers():
    runs = (Text(text="In all "), tree.Strong(runs=(all_incidents("en"),)), Text(text=" attacks"))
    assert tree.plain(runs) == "In all 12 attacks"


def test_an_ending_that_hangs_on_a_figure_is_drawn_into_it():
    one = all_incidents("kk")
    joined = tree.joined((one, Text(text="-ге жетті, "), one, Text(text=" оқиға - көп")))
    assert [run.text for run in joined] == ["12-ге", " жетті, ", "12", " оқиға - көп"]


def test_a_skipped_heading_level_is_refused():
    with pytest.raises(BadInput, match="level of heading 'Deep': 3 is not at most 2 here"):
        changed(Heading(level=1, text="One", anchor="one"), Heading(level=3, text="Deep", anchor="deep"))


@pytest.mark.parametrize("anchor", ["one", "figure-3", "main", "Қосымша", "a b"])
def test_an_anchor_that_stands_twice_or_is_reserved_or_not_plain_is_refused(anchor):
    with pytest.raises(BadInput, match="is not an anchor of Latin letters, digits and hyphens that stands once"):
        changed(Heading(level=1, text="One", anchor="one"), Heading(level=1, text="Two", anchor=anchor))


def test_a_link_to_nowhere_is_refused():
    with pytest.raises(BadInput, match="link 'here': '#nowhere' is not an anchor of this report"):
        changed(Paragraph(runs=(Link(target="#nowhere", runs=words()),)))


@pytest.mark.parametrize("target", ["javascript:alert(1)", "methods", "ftp://x.example/", "data:text/html,x"])
def test_a_link_is_a_web_address_or_an_anchor(target):
    with pytest.raises(BadInput, match="is not a web address or #anchor"):
        Link(target=target, runs=words())


def test_a_link_holds_no_figure():
    with pytest.raises(BadInput, match="link of a report: '12' is not plain words without a link or figure inside"):
        Link(target="#one", runs=(all_incidents("en"),))


def test_one_note_number_belongs_to_one_figure():
    one = all_incidents("en")
    other = msgspec.structs.replace(one, figure=msgspec.structs.replace(one.figure, release="xx-2023"))
    with pytest.raises(BadInput, match="figure '12': 1 is not the number of one figure only"):
        changed(Paragraph(runs=(one, other)), FigureAnnex())


def test_figures_without_their_annex_are_refused():
    with pytest.raises(BadInput, match=r"0 is not one annex of figures \(there are 1 figures\)"):
        changed(Paragraph(runs=(all_incidents("en"),)))


def test_an_annex_without_figures_is_refused():
    with pytest.raises(BadInput, match=r"1 is not one annex of figures \(there are 0 figures\)"):
        changed(FigureAnnex())


def test_a_row_has_as_many_cells_as_the_head():
    with pytest.raises(BadInput, match="table 'Counts', row 2: 1 is not the number of cells of its head, 2"):
        Table(caption="Counts", head=(words(), words()), rows=((words(), words()), (words(),)))


def test_a_chart_without_alt_text_is_refused():
    chart = tree.charts(report("en"))[0]
    with pytest.raises(BadInput, match="is not a title, an alt text and a source"):
        msgspec.structs.replace(chart, alt="")
