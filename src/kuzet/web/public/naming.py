"""Whether a target of a registry is named: `журналист (имя не названо)` and `жена журналиста` describe somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from kuzet.basis.names import Name
from kuzet.language.names import patronymics
from kuzet.language.vocabulary.lexicon import Lexicon, entries, flatten
from kuzet.web.public.tongue import words

_WORD: Final = re.compile(r"[^\W_].*")
_HANDLE: Final = re.compile(r"\S*[._@\d]\S*")
"""What somebody is called on a network is one word and may be written small."""


@lru_cache(maxsize=1 << 14)
def is_named(unit: str, name: Name) -> bool:
    """Whether the name of a target of a unit is one in every language: two people may share a description."""
    return all(_HANDLE.fullmatch(text) or _names(unit, text, language) for language, text in name.known())


def _names(unit: str, text: str, language: str) -> bool:
    return _names_person(text, language) if unit == "person" else _names_outlet(text)


def _names_person(text: str, language: str) -> bool:
    """Capitals but for particles and halves of patronymics, and no word for a trade in front."""
    small = [word.lower() for word in _words(text) if word[0].islower()]
    particles = words(language)["name_particles"]
    is_written = all(word in particles or patronymics.is_tail(word) for word in small)
    return is_written and not any(match.first == 0 for match in _trades(language).find(flatten(text, language)))


def _names_outlet(text: str) -> bool:
    """One word, or a capital in front: an outlet may be called by words of every day."""
    found = [*_words(text)]
    return len(found) < 2 or not found[0][0].islower()


def _words(text: str) -> Iterator[str]:
    """The words without the signs before them."""
    return (match[0] for match in map(_WORD.search, text.split()) if match)


@cache
def _trades(language: str) -> Lexicon:
    return Lexicon(language, (one for one in entries(language) if one.table == "roles"))
