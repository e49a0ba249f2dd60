"""Which entry of a list has the most, or the least, of it: "outside the capital Shirak had the most incidents".

What is set aside ("after Minsk", "outside the two big cities") may be entries of the list or stand in front of it. A
claim is called wrong only where no list that has its entry makes it right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict
from kuzet.observatory.write.check.series import rankings
from kuzet.observatory.write.check.series.orders import Series
from kuzet.observatory.write.check.series.rankings import Ranking

NEAR: Final = 14
"""Lines between a list and what is said of it."""

SEVERAL: Final = 2
"""What is set aside as "the big cities" where no number of them is told."""

OTHER: Final = (
    *("increase", "decrease", "female", "male", "narrowed", "placed_other", "earlier", "all_time", "average"),
    *("one_of", "foremost_not"),
)
"""Relations whose words make a claim one of something else than the numbers of a list."""

_PIECE: Final = re.compile(r"[;:.]\s")


def foremost(text: Text, index: int, found: Sequence[Series]) -> Iterator[Finding]:
    """Each piece of a sentence that gives one entry of a list the first place or the last one."""
    sentence, language = text.sentences[index], text.language
    years = {int(one.value) for one in sentence.of_kind("year")} - {text.year}
    ways = [
        most
        for most, relation in ((True, "foremost"), (False, "hindmost"))
        if phrases.says(language, relation, sentence.text)
    ]
    rest = phrases.pattern(language, "foremost").sub(" ", phrases.pattern(language, "hindmost").sub(" ", sentence.text))
    if len(ways) != 1 or years or any(phrases.says(language, way, rest) for way in OTHER):
        return
    if sentence.of_kind("percent", "portion", "times") or concepts.found(sentence.text, language):
        return
    lists = [*rankings.of_prose(text, index), *rankings.of_series(_close(found, sentence), text)]
    for piece in _PIECE.split(sentence.text):
        if phrases.pattern(language, "foremost" if ways[0] else "hindmost").search(piece):
            judged = [
                (one, right) for one in lists if (right := _judged(one, piece, language, most=ways[0])) is not None
            ]
            if judged and all(not right for _, right in judged):
                yield _finding(sentence, piece, judged[0][0], Verdict.DIFFERS)
            elif judged:
                yield _finding(sentence, piece, judged[0][0], Verdict.HOLDS)


def _close(found: Sequence[Series], sentence: Sentence) -> list[Series]:
    return [one for one in found if 0 <= sentence.line - one.line <= NEAR + len(one.values)]


def _judged(one: Ranking, piece: str, language: str, *, most: bool) -> bool | None:
    """Whether the entry that a piece names has its place; None where it names none, or several that it may be."""
    named = [entry for entry in one.entries if entry.stands_in(piece)]
    aside = _aside(piece, language)
    if not one.timely or not named or len(named) > 1 + aside or (not most and _leaves_rest(one, language)):
        return None
    entry = min(named, key=lambda own: own.value) if most else named[0]
    if not most and len(named) > 1:
        return None
    others = [own for own in one.entries if own not in named]
    ahead = sum(own.value > entry.value if most else own.value < entry.value for own in others)
    larger = sum(number > max(own.value for own in one.entries) for number in one.front)
    known = len(named) - 1 or (most and larger >= aside)  # what is set aside is told in front of the list
    return ahead <= (0 if known else aside)


def _leaves_rest(one: Ranking, language: str) -> bool:
    return not one.told or phrases.says(language, "rest_entry", one.told) or phrases.says(language, "rest", one.told)


def _aside(piece: str, language: str) -> int:
    """How many are set aside: "the two big cities", "the capital"; 0 for none."""
    if not phrases.says(language, "foremost_but", piece):
        return 0
    told = [int(one.value) for one in numbers.find(piece, language, lone=True) if one.kind == "count"]
    return told[0] if len(told) == 1 else SEVERAL if phrases.says(language, "foremost_several", piece) else 1


def _finding(sentence: Sentence, piece: str, one: Ranking, verdict: Verdict) -> Finding:
    why = ", ".join(plain(entry.value) for entry in one.entries)
    line = sentence.line_of(sentence.mentions[0]) if sentence.mentions else sentence.line
    return Finding(line=line, text=piece.strip(), kind=Kind.RECORD, verdict=verdict, should_be="", why=why)
