"""Terms are found in digits, in words, with halves, and with their months."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuzet.language.values import terms


@pytest.mark.table("terms.csv")
def test_terms_of_a_sentence(text, language, expected):
    assert "; ".join(f"{each.amount} {each.unit}" for each in terms.find(text, language)) == expected


@settings(deadline=None)
@given(st.text(), st.sampled_from(["kk", "ru", "en"]))
def test_any_text_gives_terms_inside_it(text, language):
    assert all(0 <= each.start < each.end <= len(text) for each in terms.find(text, language))
