"""The words that tie numbers together, per language, from `language/<language>/claims.csv`.

A relation says what stands in front of a number; its twin with `_behind` says what stands behind one, for a language
that puts endings where another puts a preposition. A relation that a language does not need is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from kuzet.basis.names import LANGUAGES
from kuzet.language.text import tables

NEVER: Final = "(?!)"


def _stop() -> str:
    """A point, but none behind a letter alone or an abbreviation of any language."""
    told = {row["abbreviation"] for language in LANGUAGES for row in tables.rows(language, "abbreviations")}
    by_length = ("|".join(re.escape(one) for one in sorted(told) if len(one) == size) for size in {*map(len, told)})
    shortened = "".join(rf"(?<!\b(?i:{ones})\.)" for ones in by_length)
    return rf"[.!?](?<!\b\w.){shortened}\s"


STOP: Final = _stop()
"""The end of a sentence inside what was cut as one; the points of "i.e." and "тыс. человек" are none."""


@cache
def words(language: str, relation: str) -> str:
    """All wordings of one relation as a regular expression of whole words; `*` stands for any letters."""
    listed = tables.split(tables.pairs(language, "claims").get(relation) or "")
    return _either(listed)


def first(language: str, relation: str) -> str:
    """The first wording of a relation."""
    return tables.split(tables.pairs(language, "claims").get(relation) or "")[0]


@cache
def words_but(language: str, relation: str, other: str) -> str:
    """`words` of a relation without those that are words of another."""
    listed, others = (tables.split(tables.pairs(language, "claims").get(name) or "") for name in (relation, other))
    return _either(set(listed) - set(others))


@cache
def any_of(language: str, *relations: str) -> str:
    """`words` of several relations."""
    return "|".join(words(language, relation) for relation in relations)


@cache
def longest(language: str, *relations: str) -> str:
    """`any_of` where of overlapping wordings of several relations the longest counts."""
    listed = {word for relation in relations for word in tables.split(tables.pairs(language, "claims")[relation])}
    return _either(listed)


@cache
def pattern(language: str, relation: str) -> re.Pattern[str]:
    """`words` compiled, any case."""
    return re.compile(words(language, relation), re.IGNORECASE)


def says(language: str, relation: str, text: str) -> bool:
    """Whether one of the wordings stands in `text`."""
    return pattern(language, relation).search(text) is not None


def ends_with(language: str, relation: str, text: str) -> bool:
    """Whether `text` ends with one of the wordings, articles and spaces aside: "out of the ", "against "."""
    return _at_end(language, relation).search(text) is not None


def begins_with(language: str, relation: str, text: str) -> bool:
    """Whether `text`, which follows a number, begins with a wording: ", or ", "-ның "."""
    return _at_start(language, relation).match(text) is not None


def last(language: str, relation: str, text: str) -> int:
    """Where the last wording in `text` begins, -1 where there is none."""
    return max((found.start() for found in pattern(language, relation).finditer(text)), default=-1)


@cache
def _at_end(language: str, relation: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words(language, relation)})[\W_]*$", re.IGNORECASE)


@cache
def _at_start(language: str, relation: str) -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{words(language, relation)})", re.IGNORECASE)


def _either(wordings: Iterable[str]) -> str:
    """Any of the wordings, the longest first; of those that begin with letters each is tried only where its own stands.

    `re` tries every alternative at every word otherwise. A wording that begins with `*` may begin with any letter.
    """
    listed = sorted(wordings, key=len, reverse=True)
    if any(word[:1] == "*" for word in listed):
        return "|".join(map(whole, listed))
    begun: dict[str, list[str]] = {}
    for word in listed:
        if word[:1].isalnum():
            begun.setdefault(word[0], []).append(whole(word).removeprefix(_EDGE))
    groups = "|".join(f"(?:{'|'.join(group)})" for group in begun.values())
    lettered = [rf"{_EDGE}(?=[{''.join(begun)}])(?:{groups})"] if begun else []
    return "|".join([*lettered, *(whole(word) for word in listed if not word[:1].isalnum())]) or NEVER


_EDGE: Final = r"\b"


def whole(word: str) -> str:
    """One wording as a regular expression of whole words; `*` stands for any letters."""
    escaped = r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split())
    left = _EDGE if word[:1].isalnum() else ""
    right = _EDGE if word[-1:].isalnum() else ""
    return f"{left}{escaped}{right}"
