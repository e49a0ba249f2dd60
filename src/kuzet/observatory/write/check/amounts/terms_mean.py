"""The average of terms or sums that a sentence lists one by one: "three terms of 5, 4 and 3 years, 4 on average"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.amounts.sentenced import in_years
from kuzet.observatory.write.check.arithmetic import half_up, plain
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
from kuzet.observatory.write.check.relations import averages

FEWEST: Final = 3
"""Terms of a list."""

FACTOR: Final = 2
"""An average that is off by more than this factor is of something else."""

NEAR: Final = 40
"""Characters behind a number in which "on average" stands."""

_UNIT: Final = re.compile(r"[\s-]*[^\W\d_]+")
_HEDGES: Final = ("almost", "more_than", "less_than", "about")


def terms_mean(text: Text, index: int) -> Iterator[Finding]:
    """Each average of a sentence behind a list of as many terms as the sentence counts."""
    sentence, language = text.sentences[index], text.language
    if not averages.says_average(sentence.text, language):
        return
    for view in filter(None, (sentence, in_years(sentence, language))):
        for said in view.of_kind("amount"):
            listed = _listed(view, said, language)
            loose = any(hedges.hedged(view, said, word, language) for word in _HEDGES)
            if listed and not loose and _is_average(view, said, language):
                yield from _judged(view, said, listed, language)


def _is_average(sentence: Sentence, said: Mention, language: str) -> bool:
    """Whether "on average" stands in front of a number, or right behind its unit."""
    behind = _UNIT.sub("", sentence.after(said, NEAR), count=1)
    return averages.averaged(sentence, said, language) or phrases.begins_with(language, "average", behind)


def _listed(sentence: Sentence, said: Mention, language: str) -> Sequence[Mention]:
    """The terms right in front of an average, as many as a count in front of them says; none otherwise."""
    front = [one for one in sentence.mentions if one.end <= said.start]
    told = front[-1:]
    for one in reversed(front[:-1]):
        if not _joined(language).fullmatch(sentence.text[one.end : told[-1].start]):
            break
        told.append(one)
    counts = [one.exact for one in front if one not in told and one.kind == "count"]
    alike = len(told) >= FEWEST and all(one.unit == said.unit for one in told)
    return told if alike and counts and counts[-1] == len(told) else ()


@cache
def _joined(language: str) -> re.Pattern[str]:
    """What joins two terms of a list, each with its unit or not: ", ", " years and "."""
    return re.compile(rf"(?:[\s-][^\W\d_]+)?(?:,\s|,?\s(?:{phrases.words(language, 'and')})\s)", re.IGNORECASE)


def _judged(sentence: Sentence, said: Mention, listed: Sequence[Mention], language: str) -> Iterator[Finding]:
    exact = sum((one.exact for one in listed), Fraction(0)) / len(listed)
    why = f"({' + '.join(plain(one.exact) for one in reversed(listed))}) / {len(listed)} = {plain(exact)}"
    step = Fraction(1, 10**said.decimals)
    if abs(said.exact - exact) <= step / 2:
        yield finding(sentence, Kind.RATIO, Outcome(Verdict.HOLDS, why=why), said)
    elif exact / FACTOR <= said.exact <= exact * FACTOR and said.exact >= 1:
        right = form.count(half_up(exact, said.decimals), said, sentence, language)
        yield finding(sentence, Kind.RATIO, Outcome(Verdict.DIFFERS, right, why), said)
