"""The largest or smallest of some sums against the list just in front: "20, 65, 100 and 30. The largest fine, 65".

Only a number that stands in the list is judged: so the words are surely of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
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

FEWEST: Final = 3
"""Numbers of a list."""

NEAR: Final = 40
"""Characters in front of a number in which the superlative stands."""


def largest(text: Text, index: int) -> Iterator[Finding]:
    """Every number of a sentence that is told as the largest or smallest of the list in front."""
    sentence, front = text.sentences[index], text.sentences[index - 1] if index else None
    if front is None or front.block != sentence.block or phrases.says(text.language, "one_of", sentence.text):
        return
    for one in sentence.of_kind("count", "amount"):
        most = _is_most(sentence, one, text.language)
        listed = _listed(front, one, text.language)
        if most is None or one.exact not in {other.exact for other in listed}:
            continue
        right = (max if most else min)(listed, key=lambda other: other.value)
        why = f"of {', '.join(plain(other.exact) for other in listed)}"
        holds = Outcome(Verdict.HOLDS, why=why)
        differs = Outcome(Verdict.DIFFERS, form.count(right.exact, one, sentence, text.language), why)
        yield finding(sentence, Kind.RECORD, holds if right.exact == one.exact else differs, one)


def _is_most(sentence: Sentence, one: Mention, language: str) -> bool | None:
    """Whether a superlative and its noun stand right in front of a number, and of which kind."""
    floor = max((other.end for other in sentence.mentions if other.end <= one.start), default=0)
    front = sentence.text[max(floor, one.start - NEAR) : one.start]
    ways = [
        most for most, relation in ((True, "largest_of"), (False, "smallest_of")) if _told(relation, language, front)
    ]
    return ways[0] if len(ways) == 1 else None


def _told(relation: str, language: str, front: str) -> bool:
    return _superlative(relation, language).search(front) is not None


@cache
def _superlative(relation: str, language: str) -> re.Pattern[str]:
    """The word, one noun, and a comma, a dash or a verb of being: "the largest fine, ", "самый крупный штраф – "."""
    link = phrases.words(language, "linking")
    return re.compile(
        rf"(?:{phrases.words(language, relation)})\s+[^\W\d_]+(?:\s*[,–—:(]\s*|\s+(?:{link})\s+)+$", re.IGNORECASE
    )


def _listed(front: Sentence, one: Mention, language: str) -> list[Mention]:
    """The numbers of a list of sums, without what is told of them "in all" or in front of a colon."""
    ones = list(front.quantities(one.unit))
    if len(ones) > FEWEST and phrases.says(language, "in_all", front.between(*ones[-2:])):
        ones.pop()
    start = next((place for place, other in enumerate(ones) if other.exact == len(ones) - place - 1), -1)
    ones = ones[start + 1 :]
    between = [front.between(left, right) for left, right in pairwise(ones)]
    row = all(re.fullmatch(r"\s*,\s*", words) for words in between[:-1])
    closed = bool(between) and (phrases.says(language, "and", between[-1]) or re.fullmatch(r"\s*,\s*", between[-1]))
    return ones if len(ones) >= FEWEST and row and closed else []
