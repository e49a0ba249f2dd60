"""A published report is proved against its release: what is as it was, and every way in which it may not be."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
from tests.observatory.write.proof.reports import FORMATS, file, problems, tree
from tests.observatory.write.small import INCIDENTS, RELEASE, materials
from tests.tampering import html_figures, html_others

from kuzet.basis.errors import BadInput, Missing
from kuzet.observatory.write import tree as trees
from kuzet.observatory.write.proof import verify

LANGUAGES = ("en", "ru", "kk")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [*FORMATS, "xlsx"])
def test_a_report_as_it_was_published_is_all_as_its_release_gives_it(form, language):
    found = verify(f"report.{form}", file(form, language), materials())
    assert found.problems == ()
    assert (found.release, found.language) == ("kz-2024-small", language)
    assert found.figures == len(trees.notes(tree(language)))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_states_the_figures_of_the_tree(form):
    assert verify(f"report.{form}", file(form), materials()).uses == len(trees.figure_runs(tree()))


def test_every_figure_changed_on_the_page_is_found_with_its_note_and_what_it_should_be():
    page = file("html").decode()
    changes = html_figures(page, seed=1)
    assert len(changes) == len(trees.figure_runs(tree()))
    for change in changes:
        ((kind, note, said, should_be),) = problems(change.on(page))
        assert (kind, change.new in said, change.old in should_be) == ("text", True, True)
        assert note > 0


def test_every_other_number_changed_on_the_page_is_found():
    page = file("html").decode()
    changes = html_others(page, seed=1)
    assert len(changes) > 50
    assert [change for change in changes if {kind for kind, *_ in problems(change.on(page))} != {"number"}] == []


def test_a_figure_that_was_taken_out_and_one_that_was_put_in_are_named():
    page = file("html").decode()
    whole = re.search(r'<a class="figure"[^>]*>14<sup>1</sup></a>', page)[0]
    assert [kind for kind, *_ in problems(page.replace(whole, "", 1))] == ["missing"]
    assert problems(page.replace(whole, whole + whole, 1)) == [("added", 1, "14", "")]


def test_a_figure_turned_into_plain_words_is_missing_and_its_digits_are_named():
    page = file("html").decode()
    whole = re.search(r'<a class="figure"[^>]*>14<sup>1</sup></a>', page)[0]
    assert [kind for kind, *_ in problems(page.replace(whole, "15", 1))] == ["missing", "number"]


def test_a_number_that_was_put_into_the_text_is_named_with_the_words_around_it():
    page = file("html").decode().replace("of them physical", "of them physical, 77 in one town", 1)
    ((kind, _, said, _),) = problems(page)
    assert kind == "number"
    assert "of them physical, 77 in one town" in said


def test_a_sign_that_was_taken_away_is_found():
    page = compose_page("It moved by {{ change against=previous }}.")
    assert "−" in page
    assert [kind for kind, *_ in problems(page.replace("−", "", 1))] == ["text"]


def test_a_number_changed_in_the_text_and_in_the_record_is_still_found():
    page = file("html").decode()
    change = html_figures(page, seed=1)[0]
    forged = change.on(page).replace(f'"uses":[[1,"{change.old}"]', f'"uses":[[1,"{change.new}"]', 1)
    assert forged != change.on(page)
    assert problems(forged) == [("text", 1, change.new, "14")]


def test_a_value_changed_in_the_record_alone_is_found():
    page = file("html").decode().replace('"numerator":14', '"numerator":15', 1)
    assert problems(page) == [("figure", 1, "15", "14")]


def test_a_changed_chart_is_found():
    page = re.sub(r"(data:image/svg\+xml;base64,.{400})....", r"\1AAAA", file("html").decode(), count=1)
    assert [kind for kind, *_ in problems(page)] == ["drawing"]


def test_another_release_is_named_and_what_it_changes_too():
    fewer = msgspec.structs.replace(RELEASE, incidents=INCIDENTS[:-1])
    found = problems(file("html"), given=materials(fewer))
    assert ("figure", 1, "14", "13") in found
    assert ("text", 1, "14", "13") in found


def test_the_digest_of_another_release_is_named():
    page = file("html").decode().replace('"digest":"abab', '"digest":"cdab', 1)
    ((kind, _, said, should_be),) = problems(page)
    assert (kind, said[:4], should_be[:4]) == ("release", "cdab", "abab")


def test_a_question_that_the_release_cannot_answer_is_named():
    page = file("html").decode().replace('"measure":"people"', '"measure":"wealth"')
    page = page.replace('"measure":"indicator rsf_rank"', '"measure":"indicator no_such"', 1)
    found = verify("a.html", page.encode(), materials())
    assert "cannot be recomputed: no indicator 'no_such'" in found.problems[0].why


def test_a_file_without_a_record_is_no_report_of_ours():
    with pytest.raises(Missing, match=r"a\.html: carries no record of its figures"):
        verify("a.html", b"<html><body><p>61</p></body></html>", materials())


def test_a_file_of_another_kind_is_refused():
    with pytest.raises(BadInput, match=r"'a\.odt' is not a report \(html, htm, pdf, docx, xlsx\)"):
        verify("a.odt", b"", materials())


def test_the_record_is_json_that_names_each_question_and_value():
    page = file("html").decode()
    record = json.loads(re.search(r'<template id="figure-record">(.*?)</template>', page)[1])
    assert record["figures"][0] == {
        "number": 1,
        "unit": "incidents",
        "question": {"measure": "count", "period": "2024"},
        "numerator": 14,
    }
    assert record["uses"][0] == [1, "14"]


def compose_page(body: str) -> str:
    from kuzet.observatory.write.composing.compose import compose
    from kuzet.observatory.write.formats import render

    texts = {"title": "title: A\nsubtitle: B\npublisher: C\n", "report": body + "\n\n{{ list figures }}"}
    return render(compose("en", materials(), texts.__getitem__), "html").decode()
