"""The dictionary of English, loaded with the first word that is looked up in it."""

from __future__ import annotations

from functools import cache

from kuzet.language.text.beginnings import Remembered


def is_word(word: str) -> bool:
    """Whether a word in small letters stands in the dictionary, in any of its forms."""
    return _known()[word]


@cache
def _known() -> Remembered[bool]:
    from simplemma import is_known

    return Remembered(lambda word: bool(is_known(word, lang="en")))
