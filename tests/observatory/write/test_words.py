"""The words that the formats print."""

from __future__ import annotations

import pytest
from tests.observatory.write.samples import LANGUAGES

from kuzet.basis.errors import BadInput
from kuzet.observatory.write.formats import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there(language):
    found = words.load(language)
    assert all(getattr(found, name) for name in found.__struct_fields__)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["edition", "table", "chart", "data_at", "same", "more"])
def test_a_pattern_has_one_place_for_its_number(language, name):
    assert getattr(words.load(language), name).count("{n}") == 1


def test_an_unknown_language_is_refused():
    with pytest.raises(BadInput, match="language of a report: 'uz' is not one of en, kk, ru"):
        words.load("uz")
