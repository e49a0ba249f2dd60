"""The chapter on methods tells how far people agree who coded the same incidents apart from each other."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace
from tests import builders
from tests.observatory.write.small import INCIDENTS, RELEASE, materials

from kuzet.basis.coding import Answer, Coder, Perpetrator
from kuzet.observatory.review.agreement_people import people
from kuzet.observatory.write.composing.compose import compose, parts
from kuzet.observatory.write.formats import render
from kuzet.observatory.write.proof import verify
from kuzet.observatory.write.tree import Table, figure_runs, plain

LANGUAGES = ("en", "ru", "kk")
CAPTIONS = {"en": "coded apart", "ru": "кодировавших независимо", "kk": "бөлек кодтаған"}
SECOND_CLASS = ("authorities", "authorities", "non_state", "authorities")
"""What daniyar took the perpetrators of the first four for; aigul took them for what the incidents say."""


def coded(incident, coder, klass):
    who = (Answer(value=Perpetrator(klass=klass)),)
    return builders.coding(incident.id, Coder(id=coder), perpetrators=who, place=None)


FIRST = tuple(
    replace(one, codings=(coded(one, "aigul", one.perpetrators[0].klass),)) if number < 4 else one
    for number, one in enumerate(INCIDENTS)
)
TWICE = replace(
    RELEASE,
    incidents=FIRST,
    second=tuple(coded(one, "daniyar", klass) for one, klass in zip(FIRST, SECOND_CLASS, strict=False)),
)
TEXTS = {"title": "title: A\nsubtitle: B\npublisher: C\n", "report": "{% include methodology %}\n\n{{ list figures }}"}


def given(release=TWICE):
    return materials(release, doubled=people(release))


def composed(language, release=TWICE):
    source = parts(language)
    return compose(language, given(release), lambda name: TEXTS[name] if name in TEXTS else source(name))


@cache
def report(language):
    return composed(language)


def table(language):
    (found,) = (one for one in report(language).blocks if isinstance(one, Table) and CAPTIONS[language] in one.caption)
    return found


def told(language):
    return [[plain(cell).replace("\u00a0", " ") for cell in row] for row in table(language).rows]


def test_for_each_question_the_incidents_the_same_answers_and_alpha_with_its_interval():
    rows = {row[0]: row[1:] for row in told("en")}
    # non_state, authorities, authorities, authorities against authorities, authorities, non_state, authorities:
    # 1 - (4 / 8) / (2 * 2 * 6 / (8 * 7)) = -0.17
    units, same, alpha, low, high = rows["Perpetrator"]
    assert (units, same, alpha) == ("4", "50%", "−0.17")
    assert low.startswith("−")
    assert float(high) > 0
    assert rows["Category"] == ["4", "100%", "–", "–", "–"]
    assert "Region" not in rows


def test_the_three_languages_state_the_same_figures():
    english, russian, kazakh = (frozenset(run.figure for run in figure_runs(report(one))) for one in LANGUAGES)
    assert english == russian == kazakh
    assert {one.question.measure for one in english} >= {"quality second", "doubled perpetrator", "alpha perpetrator"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_have_the_names_of_the_language(language):
    names = [row[0] for row in told(language)]
    assert len(set(names)) == len(names)
    assert not [name for name in names if "_" in name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_published_page_is_proved_against_the_release(language):
    found = verify("report.html", render(report(language), "html"), given())
    assert found.problems == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_second_codings_nothing_is_said(language):
    found = composed(language, RELEASE)
    assert not [one for one in found.blocks if isinstance(one, Table) and CAPTIONS[language] in one.caption]
    assert not [run for run in figure_runs(found) if run.figure.question.measure == "quality second"]
