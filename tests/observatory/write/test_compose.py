"""The report composed from a small release: what it says, that its languages agree, and how it fails."""

from __future__ import annotations

import re
from datetime import date

import msgspec
import pytest
from tests.observatory.write.small import INCIDENTS, RELEASE, materials

from kuzet.basis import codebook
from kuzet.basis.errors import BadExpression, BadInput
from kuzet.observatory.write.composing.compose import compose, parts, validate
from kuzet.observatory.write.expressions.template import expressions, read, words
from kuzet.observatory.write.tree import Callout, CaseList, FigureRun, Heading, Table, all_runs, figure_runs, plain

LANGUAGES = ("en", "ru", "kk")
REPORTS = {}


def report(language):
    if language not in REPORTS:
        REPORTS[language] = compose(language, materials())
    return REPORTS[language]


def test_the_three_languages_state_the_same_figures():
    english, russian, kazakh = (
        frozenset(run.figure for run in figure_runs(report(language))) for language in LANGUAGES
    )
    assert english == russian == kazakh
    assert len(english) > 150


def test_the_three_languages_have_the_same_blocks_in_the_same_order():
    shapes = [
        [(type(block), getattr(block, "anchor", "")) for block in report(language).blocks] for language in LANGUAGES
    ]
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_digit_stands_in_a_template_outside_an_expression(language):
    source = parts(language)
    typed = [one for name in ("title", "report") for one in words(read(name, source)) if re.search(r"\d", one.text)]
    assert [(str(one.place), one.text) for one in typed] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_templates_of_all_languages_ask_the_same_questions(language):
    def asked(one):
        return {expression.source.partition(" |")[0] for expression in expressions(read("report", parts(one)))}

    assert asked(language) == asked("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_valid_without_a_release_and_with_an_unknown_code_it_is_not(language):
    book, shipped = codebook.load("2024.1"), parts(language)
    validate(language, book)
    with pytest.raises(BadExpression, match=r"'cyber' is not a code of category in codebook 2024\.1"):
        validate(language, book, lambda name: f"{shipped(name)}\n\n{{{{ count category=cyber }}}}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_template_language_is_left_in_the_text(language):
    told = " ".join(run.text for run in all_runs(report(language)) if hasattr(run, "text"))
    assert not re.search(r"\{\{|\{%|\}\}|\*\*|[\U000F0000-\U000FFFFD]", told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_says_in_words_what_it_answers(language):
    assert [run for run in figure_runs(report(language)) if not re.search(r"\w{4}.*\b20\d\d\b", run.question)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_placeholders_are_named_as_reconstructed(language):
    (note,) = (block for block in report(language).blocks if isinstance(block, Callout))
    assert {run.figure.numerator for block in note.blocks for run in block.runs if isinstance(run, FigureRun)} == {
        10,
        4,
    }
    register = [block for block in report(language).blocks if isinstance(block, Table)][-1]
    marks = {"en": "(reconstructed)", "ru": "(восстановлено)", "kk": "(қалпына келтірілген)"}
    assert sum(plain(row[-1]) == marks[language] for row in register.rows) == 4


def test_placeholders_are_told_in_no_list_of_cases():
    told = {entry.incident for block in report("en").blocks if isinstance(block, CaseList) for entry in block.entries}
    assert told == {one.id for one in INCIDENTS if not one.reconstructed}


def test_the_chapters_follow_the_way_of_a_report():
    chapters = [block.anchor for block in report("kk").blocks if isinstance(block, Heading) and block.level == 1]
    assert chapters == [
        "findings",
        "situation",
        "analysis",
        "physical",
        "non-physical",
        "judicial",
        "custody",
        "methodology",
        "sources",
        "indicators",
        "register",
        "figures",
    ]


def test_the_report_names_its_release():
    made = report("en")
    assert (made.release, made.digest, made.frozen, made.edition) == ("kz-2024-small", "ab" * 32, date(2025, 2, 1), "1")
    assert made.dated == "1 February 2025"
    assert made.title == "Attacks on media workers: Kazakhstan, 2024"
    assert "kz-2024-small" in plain(made.imprint[0].runs)


def test_a_release_with_nothing_but_incidents_still_makes_a_report():
    bare = msgspec.structs.replace(RELEASE, totals=(), indicators=(), cases=(), sources=(), incidents=INCIDENTS[:1])
    for language in LANGUAGES:
        made = compose(language, materials(bare))
        assert frozenset(run.figure for run in figure_runs(made)) == frozenset(
            run.figure for run in figure_runs(compose("en", materials(bare)))
        )


def test_editors_own_parts_replace_those_that_are_shipped(tmp_path):
    (tmp_path / "findings.txt").write_text("# Ours {findings}\n\nOur own words.\n", "utf-8")
    made = compose("en", materials(), parts("en", tmp_path))
    assert plain(made.blocks[1].runs) == "Our own words."
    assert made.blocks[2].anchor == "situation"


def test_a_part_that_is_nowhere_is_refused():
    with pytest.raises(BadInput) as caught:
        parts("en")("nowhere")
    assert str(caught.value) == "template: 'nowhere' is not a part of the report in en"
