"""Kazakh forms are read back to their lemma by endings, harmony and sound changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuzet.language.forms import kazakh


@pytest.mark.table("lemmas.csv")
def test_the_lemma_is_among_the_first_three(word, lemma):
    assert lemma in kazakh.lemmas(word)[:3]


def test_all_forms_of_a_word_share_a_stem():
    forms = ["журналист", "журналисті", "журналистерге", "журналистің", "журналиске"]
    assert {kazakh.stem(form) for form in forms} == {"журналис"}
    assert kazakh.stem("кітабы") == kazakh.stem("кітаптар") == kazakh.stem("кітап")


def test_what_is_no_word_stays_as_it_is():
    assert kazakh.lemmas("456-2") == ("456-2",)
    assert kazakh.lemmas("") == ("",)


@given(st.text() | st.text("абгғқкпыіеаншлтрд", max_size=39))
def test_the_word_itself_is_always_a_candidate(word):
    assert word.lower() in kazakh.lemmas(word)


@pytest.mark.gate
def test_lemmas_of_the_treebank(shared):
    words = _content_words(shared / "data" / "ktb" / "kk_ktb-ud-test.conllu")
    assert len(words) > 5000
    candidates = [kazakh.lemmas(form) for form, _ in words]
    among = sum(gold in found for found, (_, gold) in zip(candidates, words, strict=True))
    first = sum(gold == found[0] for found, (_, gold) in zip(candidates, words, strict=True))
    assert among / len(words) >= 0.97
    assert first / len(words) >= 0.75
    assert sum(map(len, candidates)) / len(words) <= 4


def _content_words(path):
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    kinds = {"NOUN", "VERB", "ADJ", "PROPN", "ADV"}
    return [(row[1], row[2].lower()) for row in rows if len(row) > 3 and row[3] in kinds and row[1].isalpha()]
