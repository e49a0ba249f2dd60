"""Russian and Kazakh texts hold no look-alike letters of another script, and Kazakh ones all letters of their own."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

WRITE = files("kuzet.observatory.write")
MIXED = re.compile(r"\b\w*(?:[A-Za-z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][A-Za-z])\w*", re.IGNORECASE)


def texts(language):
    parts = [part.read_text("utf-8") for part in (WRITE / "templates" / language).iterdir()]
    return [*parts, (WRITE / "phrases" / f"{language}.yml").read_text("utf-8")]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_word_mixes_latin_and_cyrillic_letters(language):
    assert [found for text in texts(language) for found in MIXED.findall(text)] == []


def test_a_mixed_word_would_be_seen():
    assert MIXED.findall("тiзілім тізілім") == ["тiзілім"]


def test_kazakh_uses_every_letter_of_its_own():
    letters = set("".join(texts("kk")).lower())
    assert set("әғқңөұүі") <= letters


def test_russian_has_no_letter_of_kazakh():
    assert not set("".join(texts("ru")).lower()) & set("әғқңөұүһі")
