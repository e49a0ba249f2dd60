"""Changes and multiples that are a slip of the pen away from what a table gives for the row that a sentence mentions.

`moved` reads a claim whose words name one row and nothing else. Here other words may stand beside ("the annual number
has never fallen, and in 2021 it was 2.9 times as high as in 2017"), so that only a slip is called wrong: a number of
two digits or more that no two years of the row give, and from which what the years of the claim give differs by one
digit, or by the order of two; or a whole multiple said with its year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import Final, NamedTuple

from kuzet.observatory.write.check.changes import known, moved
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import subjects
from kuzet.observatory.write.check.relations.facts import Facts
from kuzet.observatory.write.check.slips import is_misprint


class Reading(NamedTuple):
    """What a claim should be of two numbers, and whether it may be said of them, roundly or with a hedge."""

    exact: Callable[[Pair], Fraction]
    holds: Callable[[Pair], bool]


_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_NAME: Final = re.compile(r"(?<=\w[\s,])\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\w")

COUNTED: Final = ("incidents", "subject_all", "all", "number_of")
POINTED: Final = ("pointing", "vague")


def pair(text: Text, index: int, claim: Mention, facts: Facts, reading: Reading) -> Pair | None:
    """The two numbers of which a claim is a slip; None where it is right of any two years, or of several rows."""
    sentence = text.sentences[index]
    told = moved.clause_of(sentence, claim, text.language)
    if moved.levels_of(sentence, told, claim, text.language) or not _is_dated(sentence, text.language):
        return None
    if phrases.says(text.language, "measured", sentence.text[: claim.start]):
        return None  # "the sums claimed in lawsuits grew by 57%"
    behind = known.behind(sentence, claim, text.language)[: told.stop - claim.end]
    said = f"{sentence.text[told.start : claim.start]} {behind}"
    rows = list(_rows(sentence, (said, sentence.text[: told.start]), facts, text.language))
    if any(reading.holds(one) for one in moved.pairs_of(rows)):
        return None
    compared = [(row, moved.years_of(text, sentence, said, claim, row)) for row in rows]
    meant = [moved.pair_of(row[two[1]], row[two[0]]) for row, two in compared if two and set(two) <= row.keys()]
    printed = any(letter.isdigit() for letter in sentence.text[claim.start : claim.end])
    sure = len(rows) == 1 and _is_round(claim, said)
    found = [
        one for one in meant if one.before.value and (sure or (printed and is_misprint(claim, reading.exact(one))))
    ]
    slipped = {one.times: one for one in found}
    return next(iter(slipped.values())) if len(slipped) == 1 else None


def _is_round(claim: Mention, said: str) -> bool:
    """Whether a whole multiple is said with a year and without the name of a place, so that it is of the row itself."""
    whole = claim.kind == "times" and claim.exact.denominator == 1
    return whole and _YEAR.search(said) is not None and not _NAME.search(said)


def _is_dated(sentence: Sentence, language: str) -> bool:
    """Whether a sentence says with what time it compares."""
    timed = any(phrases.says(language, word, sentence.text) for word in ("over_year", "earlier", "compared_with"))
    return timed or bool(sentence.of_kind("year"))


def _rows(sentence: Sentence, said: Sequence[str], facts: Facts, language: str) -> Iterator[Mapping[int, Fraction]]:
    """The rows by year that words mention: those of the clause, or else those in front of it, or else the totals."""
    for words in said:
        found = [list(subjects.mentioned(words, group, language)) for group in facts.rows]
        if any(found):
            yield from (one.by_year for one in chain.from_iterable(found))
            return
    if _is_of_all(sentence, language):
        for group in facts.rows:
            yield from (one for one in (group.wholes, {**group.wholes, **group.added}) if one)


def _is_of_all(sentence: Sentence, language: str) -> bool:
    """Whether a sentence names a number before it says "it" or "such": "the number of prisoners"."""
    named = min(_first(sentence, word, language) for word in COUNTED)
    return named < min(_first(sentence, word, language) for word in POINTED)


def _first(sentence: Sentence, relation: str, language: str) -> int:
    """Where the first word of a relation stands; behind the end where there is none."""
    found = phrases.pattern(language, relation).search(sentence.text)
    return found.start() if found else len(sentence.text)
