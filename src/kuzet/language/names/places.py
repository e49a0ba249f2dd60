"""Names of places that may mean another thing: a person, a word. The words around one tell whether a place is meant."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kuzet.language.names import people
from kuzet.language.text import tables
from kuzet.language.vocabulary.lexicon import Match

_WORD_BEFORE: Final = re.compile(r"(?P<word>[^\W\d_]+)\.? $")
_WORD_AFTER: Final = re.compile(r"(?P<owner>['’]s)? (?P<word>[^\W\d_]+)")
_IN_REGION: Final = re.compile(r"(?:облысы|область|области|[Rr]egion|[Oo]blast), $")
"""A region and a comma before a name tell its town: Жамбыл облысы, Қаратау."""
_DATELINE: Final = re.compile(r" (?:[—–-]|\()")


def is_of_a_person(match: Match, text: str, language: str, names: people.NameData) -> bool:
    """Whether the name of a town or outlet is that of a person here: Nursultan Beket, Жанна Аркалыкова; Murat Adam."""
    if match.first != match.last or match.entry.table not in ("places", "outlets"):
        return False
    if match.entry.table == "outlets":
        before = _NAME_BEFORE.search(text, max(match.start - _LONGEST, 0), match.start)
        return before is not None and people.known(before["word"], language, names) is not None
    after = _NEXT_NAME.match(text, match.end)
    if after is None or people.known(text[match.start : match.end], language, names) is None:
        return False
    return after["word"].lower() not in people.not_names(language) and not _is_the_towns_own(
        match, text, language, names
    )


def _is_the_towns_own(match: Match, text: str, language: str, names: people.NameData) -> bool:
    """Whether a Russian text writes the town as it is called, and a person's name only in another case: Алматы."""
    if language != "ru":
        return False
    word = text[match.start : match.end].lower()
    known = people.known(word.capitalize(), language, names)
    own = match.entry.pattern.partition("/")[0].rstrip(".")
    return known is not None and word.replace("ё", "е") == own and people.plain(known.name) != own


_NEXT_NAME: Final = re.compile(r" (?P<word>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]+)")
_NAME_BEFORE: Final = re.compile(r"(?<!\w)(?P<word>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]+) $")


def is_told(match: Match, text: str, language: str, names: people.NameData) -> bool:
    """Whether a match that may be a place is one.

    A doubtful one (its entry has no weight) is told by a word such as in before it or one such as police after it; any
    other is told by itself, unless the name of an outlet begins with it.
    """
    if language == "kk" and _BETWEEN.search(text, match.start, match.end):
        return False
    if match.entry.table != "places" or match.entry.weight:
        return match.entry.table != "places" or not _begins_an_outlet(match, text, language)
    if _IN_REGION.search(text, max(match.start - _LONGEST, 0), match.start):
        return True
    if language == "kk":
        return False
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
_BETWEEN: Final = re.compile("[Аа]уданаралық")
"""A court for several districts, Алматыдағы ауданаралық сот, is not in the district of Almaty."""
_CAPITALS: Final = re.compile(r"(?: [A-Z][\w'’-]+){1,3}")


def _begins_an_outlet(match: Match, text: str, language: str) -> bool:
    """Whether words in capitals follow in an English text that end as the name of an outlet: Miami Valley Monitor."""
    after = _CAPITALS.match(text, match.end) if language == "en" else None
    titles = {row["word"] for row in tables.rows("en", "titles")} if after is not None else set()
    return after is not None and any(word.lower() in titles for word in after[0].split())


def _is_name(word: str, language: str, names: people.NameData) -> bool:
    return word[0].isupper() and people.known(word, language, names) is not None


@cache
def around(language: str) -> dict[str, frozenset[str]]:
    """Words before and after a name that tell it to be a place's, and those that tell it is none: `nearby.csv`."""
    rows = tables.rows(language, "nearby")
    return {side: frozenset(row["word"] for row in rows if row["side"] == side) for side in _SIDES}


_SIDES: Final = ("before", "after", "no_town")
