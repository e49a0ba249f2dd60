"""A name that is to be hidden is found in every spelling, and other words stay."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kuzet.language.names import hiding
from kuzet.language.names.hiding import Hidden

CASES = list(csv.DictReader((Path(__file__).parent / "hidden.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_text_has_the_mark_wherever_it_told_the_name(case):
    assert hiding.hide(case["text"], [Hidden((case["name"],))], "[…]") == case["hidden"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Бекову Айгуль", True),
        ("said Aigul Bekova in court", True),
        ("said Marat Bekov", False),
        ("Aigul Omarova", False),
        ("Бекова", False),
    ],
)
def test_a_whole_name_is_told_from_a_word_that_others_have_too(text, whole):
    assert hiding.names(text, Hidden(("Айгүл Бекова", "Aigul Bekova"))) is whole


def test_of_an_outlet_only_the_whole_name_is_hidden():
    outlet = Hidden(("Уральская неделя", "Ural Week"), alone=False)
    assert hiding.hide("Газету Ural Week закрыли на неделе", [outlet], "[…]") == "Газету […] закрыли на неделе"
    assert hiding.hide("В Уральской неделе обыск", [outlet], "[…]") == "В […] обыск"
    assert hiding.hide("Уральская полиция", [outlet], "[…]") == "Уральская полиция"
    assert hiding.hide("A week in the Ural", [outlet], "[…]") == "A week in the Ural"


def test_several_names_are_hidden_at_once():
    two = [Hidden(("Aigul Bekova",)), Hidden(("Marat Omarov",))]
    assert hiding.hide("Бекова и Омаров, Омаров и Бекова", two, "[…]") == "[…] и […], […] и […]"
    assert hiding.tells("видели Омарова", two)
    assert not hiding.tells("видели Серикова", two)


@pytest.mark.parametrize("text", ["", "12 345", "🙂", "北京 記者", "صحفي", "I.", "A-B-C"])
def test_a_text_of_anything_is_read(text):
    assert hiding.hide(text, [Hidden(("Aigul Bekova",))], "[…]") == text


def test_a_name_without_a_word_hides_nothing_and_stops_nothing():
    assert hiding.hide("KZ 0", [Hidden(("0",), alone=False)], "[name]") == "KZ 0"
