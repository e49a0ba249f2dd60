"""The dictionary of Russian, loaded with the first word that is looked up in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kuzet.language.text.beginnings import Remembered

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer


@cache
def analyzer() -> MorphAnalyzer:
    """pymorphy3 with its dictionary."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def is_word(word: str) -> bool:
    """Whether a word in small letters stands in the dictionary, in any of its forms."""
    return _known()[word]


@cache
def _known() -> Remembered[bool]:
    return Remembered(lambda word: bool(analyzer().word_is_known(word)))
