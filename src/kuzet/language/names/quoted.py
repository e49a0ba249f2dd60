"""Names in quotation marks that a Russian text puts into a case: *корреспондент «Шахтёрского проспекта»*.

Behind the word for its kind a name keeps its nominative (*газета «Вестник»*); without one it is declined as other
nouns are, with the adjectives before it: what stands behind the noun (*«Голоса Экибастуза»*) keeps its form.
"""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.forms import morph

_WORD: Final = re.compile(r"[А-ЯЁа-яё]{3,}")
_CASE: Final = re.compile(r"(?:[аяыи]|[оеё]го|[оеё]й|[оеё]в|[иы]х)$")
"""Ends of words in the genitive."""


def nominative(name: str, *, after_worker: bool) -> str:
    """The name in the nominative; `after_worker`: a word for a media worker stands right before it, so it is genitive.

    >>> nominative("Шахтёрского проспекта", after_worker=False), nominative("Вестника", after_worker=True)
    ('Шахтёрский проспект', 'Вестник')
    >>> nominative("Вестника", after_worker=False), nominative("Наш край", after_worker=True)
    ('Вестника', 'Наш край')
    """
    words = name.split(" ")
    if not _CASE.search(words[0].lower()) or not all(_WORD.fullmatch(word) for word in words):
        return name
    found = morph.of_genitive(tuple(word.lower() for word in words), sure=after_worker)
    changed = [new.capitalize() if old[0].isupper() else new for old, new in zip(words, found, strict=False)]
    return " ".join((*changed, *words[len(changed) :]))
