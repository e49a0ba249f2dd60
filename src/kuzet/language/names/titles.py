"""Last words of names that only outlets have: Times, TV, Инфо, хабаршысы."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from kuzet.language.text import script, tables


@cache
def kinds() -> Mapping[str, str]:
    """Last words in plain small letters (see `script.bare`), with the kind of outlet; of all languages: names travel.

    Kazakh ones, which mostly have the ending of possession, stand in all their cases: «Орал таңының» редакторы.
    """
    rows = ((language, row) for language in ("en", "ru", "kk") for row in tables.rows(language, "titles"))
    return {form: row["kind"] for language, row in rows for form in _forms(script.bare(row["word"]), language)}


def kind(name: str) -> str:
    """The kind of outlet that the last word of a name tells, '' for none."""
    return kinds().get(script.bare(name.lower().replace("-", " ").split()[-1]), "")


def stands(flat: str) -> bool:
    """Whether such a word stands in a flattened text."""
    return not kinds().keys().isdisjoint(script.bare_small(flat).split())


def _forms(word: str, language: str) -> Iterator[str]:
    yield word
    if language == "kk" and word[-1] in "ыи":
        yield from (word + ending for ending in _POSSESSED)


_POSSESSED: Final = ["нын", "нин", "на", "не", "н", "нда", "нде", "нан", "нен", "мен", "ндагы", "ндеги"]
"""Case endings after the ending of possession, in plain letters."""


def is_speech(quoted: str) -> bool:
    """Whether words in quotation marks are what somebody says in English: several longer ones without a capital.

    >>> is_speech("There are no seats for the press"), is_speech("Voice of the people")
    (True, False)
    """
    return sum(word[0].islower() and len(word) > _SHORT for word in quoted.split()) > 1


_SHORT: Final = 3
"""Letters of and, of, the: titles write these without a capital."""
