"""Words become stems by the morphology of their language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuzet.basis.errors import BadInput
from kuzet.language.forms import morph


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("журналистам", "ru", "журналист"),
        ("оштрафовали", "ru", "оштрафовать"),
        ("journalists", "en", "journalist"),
        ("fined", "en", "fine"),
        ("журналистерге", "kk", "журналис"),
    ],
)
def test_a_form_has_the_stem_of_its_word(word, language, expected):
    assert morph.stem(word, language) == expected


def test_stems_keep_their_places():
    text = "Суд оштрафовал журналистов."
    assert [(text[each.start : each.end], each.stem) for each in morph.stems(text, "ru")] == [
        ("Суд", "суд"),
        ("оштрафовал", "оштрафовать"),
        ("журналистов", "журналист"),
    ]


def test_another_language_is_refused():
    with pytest.raises(BadInput, match="'de' is not one of kk, ru, en"):
        morph.stems("Wort", "de")


@settings(deadline=None)
@given(st.text(), st.sampled_from(["kk", "ru", "en"]))
def test_any_text_gives_stems_in_order(text, language):
    assert all(0 <= each.start < each.end <= len(text) for each in morph.stems(text, language))


def test_a_megabyte_of_one_word_is_taken_in_its_stride():
    assert len(morph.stems("сөз" * 300_000, "kk")) == 1


def test_the_forms_of_a_russian_word_begin_with_itself_and_leave_out_degrees_and_active_participles():
    forms = morph.forms("Новая")
    assert forms[0] == "новая"
    assert {"новый", "новую", "новыми"} <= set(forms)
    assert not {"новее", "новейший", "поновее"} & set(forms)
    assert not {"угрожавший", "угрожая"} & set(morph.forms("угрожать"))


@pytest.mark.parametrize("word", ["Ratel", "х" * 70, "12", "тест-драйв"])
def test_every_word_is_a_form_of_itself(word):
    assert morph.forms(word)[0] == word.lower()
