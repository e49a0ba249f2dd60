"""Numbers with their nouns and endings, as each language writes them."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from tests.observatory.write.small import materials

from kuzet.basis.errors import BadInput
from kuzet.basis.figure import Unit
from kuzet.observatory.write import phrases
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.runs import Notes, piped
from kuzet.observatory.write.composing.values import Amount
from kuzet.observatory.write.expressions.expressions import Place, parse
from kuzet.observatory.write.tree import plain

LANGUAGES = ("en", "ru", "kk")
FORMS = list(csv.DictReader(Path(__file__).with_name("forms.csv").read_text("utf-8").splitlines()))


def formed(language, pipe, number, unit=Unit.NUMBER):
    pipes = parse(f"count | {pipe}", Place("page", 1, 1)).pipes
    notes = Notes(Labels(materials(), phrases.load(language)))
    return plain(piped(Amount(Fraction(number), unit), pipes, notes)).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("row", FORMS, ids=lambda row: f"{row['language']} {row['text']}")
def test_a_number_takes_the_form_of_its_language(row):
    assert formed(row["language"], row["pipe"], row["number"]) == row["text"]


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", "-5.96", "fell by 6%"),
        ("en", "8.46", "rose by 8%"),
        ("en", "0.4", "did not change"),
        ("ru", "-26.01", "уменьшилось на 26 %"),
        ("ru", "8.46", "выросло на 8 %"),
        ("kk", "-5.96", "6%-ға азайды"),
        ("kk", "8.46", "8%-ға өсті"),
        ("kk", "0", "өзгерген жоқ"),
    ],
)
def test_a_change_is_told_by_its_direction_and_its_rounded_size(language, number, text):
    assert formed(language, "phrase rise_fall", number, Unit.PERCENT_CHANGE) == text


def test_words_agree_with_the_number_they_stand_by():
    assert [formed("ru", "agree recorded", number) for number in (1, 4, 347)] == [
        "зафиксирован",
        "зафиксировано",
        "зафиксировано",
    ]


def test_a_share_is_rounded_half_up_before_it_takes_a_noun():
    assert formed("kk", "noun percent taueldi", "62.82", Unit.PERCENT) == "63 пайызы"
    assert formed("en", "abs", "12.5", Unit.PERCENT) == "13%"


def test_a_ratio_keeps_two_decimals_at_most():
    assert formed("en", "abs", Fraction(7, 4), Unit.TIMES) == "1.75"
    assert formed("en", "abs", Fraction(2, 1), Unit.TIMES) == "2"
    assert formed("en", "abs", Fraction(4, 3), Unit.TIMES) == "1.33"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noun_has_a_form_for_every_number(language):
    known = phrases.load(language)
    forms = {"en": {2}, "ru": {3}, "kk": {1}}[language]
    assert {len(one) for cases in known.nouns.values() for one in cases.values()} == forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrases_of_a_language_name_what_the_others_name(language):
    ours, english = phrases.load(language), phrases.load("en")
    for table in ("texts", "by", "fields", "questions", "indicators", "records", "codes"):
        assert set(ours.names(table)) == set(english.names(table)), table
    assert len(ours.months) == 12


def test_a_noun_without_the_case_is_refused():
    with pytest.raises(BadInput) as caught:
        formed("ru", "noun site genitive", 2)
    assert str(caught.value) == "phrases: 'genitive' is not a case of noun site (nominative)"


def test_another_language_is_refused():
    with pytest.raises(BadInput) as caught:
        phrases.load("de")
    assert str(caught.value) == "language of a report: 'de' is not one of kk, ru, en"
