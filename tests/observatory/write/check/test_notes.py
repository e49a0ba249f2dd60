"""Numbers with a note mark and what their notes give."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Link, Verdict, check, inputs

PAGE = """<html><body><p>In all <a href="#n1">{shown}<sup>1</sup></a> suits were filed.</p>
<ol><li id="n1"><strong>{noted}</strong> Lawsuits</li></ol></body></html>"""


def told(shown, noted):
    source = inputs.read("a.html", PAGE.format(shown=shown, noted=noted).encode())
    found = check(source.text, "en", None, None, source.links)
    return [(one.line, one.should_be, one.why) for one in found if one.verdict is Verdict.DIFFERS]


def test_a_number_that_its_note_gives_differently_differs():
    assert told("61", "67") == [(1, "67", "61 here, 67 in the note that it opens (note 1)")]


@pytest.mark.parametrize(
    ("shown", "noted"), [("61", "61"), ("1,061", "1,061"), ("8%", "8%"), ("61", "see"), ("two", "67")]
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
