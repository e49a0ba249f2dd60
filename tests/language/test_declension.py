"""Kazakh case endings follow vowel harmony and the final sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet.basis.errors import BadInput
from kuzet.language.forms import declension


@pytest.mark.table("declension.csv")
def test_nouns_and_names_decline(text, case, expected):
    assert declension.noun(text, case) == expected


def test_an_unknown_case_is_refused():
    with pytest.raises(BadInput, match="'vocative' is not one of nominative, genitive"):
        declension.noun("сот", "vocative")


@given(st.text(), st.sampled_from(declension.CASES))
def test_any_text_keeps_its_letters_before_the_ending(text, case):
    assert declension.noun(text, case).startswith(text)
