"""Sentences end where they end, not at abbreviations."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuzet.language.text import segment


@pytest.mark.table("sentences.csv")
def test_sentences_of_a_text(sentences):
    text = sentences.replace("|", " ")
    assert "|".join(text[span.start : span.end] for span in segment.sentences(text)) == sentences


def test_a_line_break_ends_a_sentence():
    assert len(segment.sentences("Заголовок без точки\nТекст новости.\n")) == 2


@settings(deadline=None)
@given(st.text())
def test_sentences_hold_all_letters_of_any_text(text):
    spans = segment.sentences(text)
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
