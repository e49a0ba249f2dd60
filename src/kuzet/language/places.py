"""Names of places that may mean another thing: a person, a word. The words around one tell whether a place is meant."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kuzet.language import people, tables
from kuzet.language.lexicon import Match

_WORD_BEFORE: Final = re.compile(r"(?P<word>[^\W\d_]+)\.? $")
_WORD_AFTER: Final = re.compile(r"(?P<owner>['’]s)? (?P<word>[^\W\d_]+)")
_DATELINE: Final = re.compile(r" (?:[—–-]|\()")


def is_told(match: Match, text: str, language: str, names: people.NameData) -> bool:
    """Whether a match that is a doubtful place (its entry has no weight) stands after a word such as in, or before one
    such as police; any other match is told by itself."""
    if match.entry.table != "places" or match.entry.weight:
        return True
    before = _WORD_BEFORE.search(text, max(match.start - _LONGEST, 0), match.start)
    after = _WORD_AFTER.match(text, match.end)
    words = around(language)
    if before is not None and _is_name(before["word"], language, names):
        return False
    if after is not None and after["word"].lower() in words["after"]:
        return True
    if after is not None and language == "en" and (after["owner"] or not after["word"].islower()):
        return False
    if before is None:
        return text[: match.end].strip().isupper() and _DATELINE.match(text, match.end) is not None
    return before["word"].lower() in words["before"]


_LONGEST: Final = 30


def _is_name(word: str, language: str, names: people.NameData) -> bool:
    return word[0].isupper() and people.known(word, language, names) is not None


@cache
def around(language: str) -> dict[str, frozenset[str]]:
    """Words before and after a name that tell it to be a place's, and those that tell it is none: `nearby.csv`."""
    rows = tables.rows(language, "nearby")
    return {side: frozenset(row["word"] for row in rows if row["side"] == side) for side in _SIDES}


_SIDES: Final = ("before", "after", "no_town")
