"""Kazakh in Latin and Arabic letters reads as Cyrillic, with a way back to the very characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet.language.text import script


@pytest.mark.table("script.csv")
def test_each_scheme_reads_as_cyrillic(text, scheme, expected):
    read = script.to_cyrillic(text)
    assert (read.scheme, read.text) == (scheme, expected)


def test_a_quotation_finds_its_way_back_to_the_original():
    text = "Keshe jurnalistke aiyppul salyndy, — dedi."
    read = script.to_cyrillic(text)
    start = read.text.index("айыппұл")
    begin, end = read.original(start, start + len("айыппұл"))
    assert text[begin:end] == "aiyppul"


def test_bare_letters_keep_the_length_of_the_text():
    assert script.bare("Әкімдік айыппұл, Ұлт үні") == "Акимдик айыппул, Улт уни"


@given(st.one_of(st.text(), st.text("abcqyijuwkzh'äñğıİKZاەىٴۇ ", max_size=60)))
def test_every_character_has_its_place_and_places_never_go_back(text):
    read = script.to_cyrillic(text)
    assert len(read.offsets) == len(read.text) + 1
    assert list(read.offsets) == sorted(read.offsets)
    assert read.offsets[-1] == len(text)
