"""Entries that the sentence behind counts and adds up: "Osh (23), Naryn (18) and Talas (14). These three have 55"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.stems import alike
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import lists

BACK: Final = 3
"""Sentences in front in which the entries stand; those of a list of one line each may be more."""

LEAST, MOST = 3, 10
"""How many entries are counted so."""

PAIR: Final = 2

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""

_ENTRY: Final = re.compile(r"\s*[-*•–—▪·]\s")
_NOUN: Final = re.compile(r"(?:-\w{1,4})?\s+([^\W\d_]+)")


class AddedUp(NamedTuple):
    """Entries and what they come to as told."""

    entries: tuple[Mention, ...]
    told: Mention


def added_up(text: Text, index: int) -> AddedUp | None:
    """The entries in front of "together these five account for 160 attacks", where just so many stand there."""
    sentence, language = text.sentences[index], text.language
    counts = sentence.of_kind("count")
    if len(counts) != PAIR or not LEAST <= counts[0].value <= MOST:
        return None
    tally, told = counts
    if not _these(language).search(sentence.text[: tally.start]):
        return None
    if phrases.says(language, "apiece", sentence.text):
        return None
    entries: list[Mention] = []
    nouns: list[str] = []
    for far, near in enumerate(reversed(text.sentences[max(0, index - MOST) : index])):
        if far >= BACK and not _ENTRY.match(near.text):
            break
        barred = lists.not_listed(near, language)
        ones = [one for one in near.quantities("") if one not in barred] if near.block == sentence.block else []
        entries = [*ones, *entries]
        nouns += [_noun(near, one) for one in ones]
        if len(entries) >= tally.value:
            break
    counted = phrases.begins_with(language, "incidents", sentence.after(told, NOUN))
    same = counted or any(alike(_noun(sentence, told) or " ", noun) for noun in nouns if noun)
    return AddedUp(tuple(entries), told) if len(entries) == tally.value and same else None


def _noun(sentence: Sentence, one: Mention) -> str:
    """The word right behind a number."""
    found = _NOUN.match(sentence.text, one.end)
    return found[1] if found else ""


@cache
def _these(language: str) -> re.Pattern[str]:
    """As "these" right in front of a number."""
    return re.compile(rf"(?:{phrases.words(language, 'these')})\s+$", re.IGNORECASE)
