"""A number divided by those in brackets behind names: "Eleven cases: articles 139 (3), 140 (4), 158 (2), 165 (2)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import hedges, phrases
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)
from kuzet.observatory.write.check.relations import lists

FEWEST: Final = 3
"""Numbers in brackets that are a list."""

FAR: Final = Fraction(13, 10)
"""A list that misses a number by more than this factor does not divide it."""

BARRED: Final = (
    "including",
    "against",
    "earlier",
    "rest",
    "majority",
    "some_of",
    "overlap",
    "both_at_once",
    "foremost",
    "list_link",
)
"""Relations whose words make a list one of some entries, or of several times."""

HEDGES: Final = ("almost", "more_than", "less_than", "about")

_STOP: Final = re.compile(phrases.STOP)


def bracketed(text: Text, index: int) -> Iterator[Finding]:
    """The one number in front of a list of numbers in brackets that they come near to."""
    sentence, language = text.sentences[index], text.language
    ones = [*sentence.of_kind("count"), *lists.ones(sentence, 0, language, joined=False)]
    parts = sorted((one for one in ones if lists.alone_in_bracket(sentence, one)), key=lambda one: one.start)
    if len(parts) < FEWEST or any(phrases.says(language, word, sentence.text) for word in BARRED):
        return
    front = [one for one in sentence.quantities("") if one.end <= parts[0].start and one.exact > parts[0].exact]
    total = sum((one.exact for one in parts), Fraction(0))
    near = [
        one
        for one in front
        if one.exact / FAR <= total <= one.exact * FAR and not _STOP.search(sentence.text, one.end, parts[-1].start)
    ]
    if not front or sentence.of_kind("percent", "portion", "amount") or any(one.exact == total for one in front):
        return
    if len(near) == 1 and near[0] is front[0] and not _is_loose(sentence, near[0], parts, language):
        right = form.count(total, near[0], sentence, language)
        why = f"{' + '.join(plain(one.exact) for one in parts)} = {plain(total)}, not {plain(near[0].exact)}"
        yield finding(sentence, Kind.SPLIT, Outcome(Verdict.DIFFERS, right, why), near[0])


def _is_loose(sentence: Sentence, whole: Mention, parts: Sequence[Mention], language: str) -> bool:
    """Whether a whole is rounded, of another time, or a list of some: a number outside the brackets is an entry too."""
    behind = [one for one in sentence.quantities("") if one.start >= parts[0].end and one not in parts]
    timed = sentence.order_of(whole) is not None or any(
        sentence.order_of(one) is not None for one in parts if one in sentence.mentions
    )
    bare = [one for one in behind if not _names(sentence, one, parts)]
    return timed or bool(bare) or any(hedges.hedged(sentence, whole, word, language) for word in HEDGES)


def _names(sentence: Sentence, one: Mention, parts: Sequence[Mention]) -> bool:
    """Whether a number only names what the next bracket counts: "article 165 (2)"."""
    behind = next((part for part in parts if part.start >= one.end), None)
    return behind is not None and not re.search(r"[,;:]", sentence.text[one.end : behind.start])
