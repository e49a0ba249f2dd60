"""Kazakh case endings follow vowel harmony and the final sound."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet.basis.errors import BadInput
from kuzet.language import declension

with (Path(__file__).parent / "declension.csv").open(encoding="utf-8") as file:
    CASES = [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "case", "expected"), CASES)
def test_nouns_and_names_decline(text, case, expected):
    assert declension.noun(text, case) == expected


def test_an_unknown_case_is_refused():
    with pytest.raises(BadInput, match="'vocative' is not one of nominative, genitive"):
        declension.noun("сот", "vocative")


@given(st.text(), st.sampled_from(declension.CASES))
def test_any_text_keeps_its_letters_before_the_ending(text, case):
    assert declension.noun(text, case).startswith(text)
