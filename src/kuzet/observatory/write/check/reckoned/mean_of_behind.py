"""Averages told in front of the bare list that they are of: "The mean sentence was three years: 2, 3 and 7"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.language.values import numbers
from kuzet.language.values.numbers import FoundNumber
from kuzet.observatory.write.check.arithmetic import Match, half_up, match, plain
from kuzet.observatory.write.check.form import count
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Finding, Kind, Mention, Sentence, Text, Verdict
from kuzet.observatory.write.check.reckoned.entries import is_hedged
from kuzet.observatory.write.check.relations import averages, means

FEWEST: Final = 3
"""Numbers of a list whose average is told."""

FACTOR: Final = 2
"""An average that is off by more than this factor is of something else."""

LONGEST: Final = 1900
"""Whole numbers from here to `LAST` without a unit may be years."""

LAST: Final = 2100

_OPENED: Final = re.compile(r"(?:[\s-]+[^\W\d_]+\.?){0,3}\s*(?::|\s[–—]|\s?\()\s*")
"""What stands between an average, its unit behind it, and the list."""

_ENDED: Final = re.compile(r"(?:[\s-]+[^\W\d_]+\.?){0,2}\s*(?:[.;)!]|$)")


def mean_of_behind(text: Text, index: int) -> Iterator[Finding]:
    """The average of a sentence and the list behind its colon that nothing but commas and an "and" parts."""
    sentence, language = text.sentences[index], text.language
    if not averages.says_average(sentence.text, language):
        return
    ones = [one for one in numbers.find(sentence.text, language) if one.kind == "count" and one.value > 0]
    for place, one in enumerate(ones[:-FEWEST]):
        listed = _run(sentence.text, ones[place + 1 :], language)
        said = Mention(one.start, one.end, one.value, "count")
        opened = _OPENED.fullmatch(sentence.text, one.end, ones[place + 1].start)
        if not opened or len(listed) < FEWEST or not _is_mean(sentence, said, language):
            continue
        if _ENDED.match(sentence.text, listed[-1].end) and not _are_years(listed):
            yield from _judged(sentence, said, listed, language)
            return


def _run(text: str, ones: Sequence[FoundNumber], language: str) -> Sequence[FoundNumber]:
    """The numbers at the start of some that nothing but a comma or an "and" parts."""
    found = list(ones[:1])
    for one in ones[1:]:
        if not _joined(language).fullmatch(text, found[-1].end, one.start):
            break
        found.append(one)
    return found


@cache
def _joined(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s|,?\s(?:{phrases.words(language, 'and')})\s", re.IGNORECASE)


def _is_mean(sentence: Sentence, said: Mention, language: str) -> bool:
    """Whether a number is an average of no time, and not of "each" alone."""
    front = re.split(r"[;:]|[.!?]\s", sentence.text[: said.start])[-1]
    told = phrases.says(language, "average", phrases.pattern(language, "each_sum").sub(" ", front))
    known = phrases.says(language, "average_known", front) or phrases.says(language, "median", front)
    return told and not known and not means.is_of_time(sentence, said, language)


def _are_years(listed: Sequence[FoundNumber]) -> bool:
    return all(LONGEST <= one.value <= LAST for one in listed)


def _judged(sentence: Sentence, said: Mention, listed: Sequence[FoundNumber], language: str) -> Iterator[Finding]:
    total = sum((Fraction(one.value) for one in listed), Fraction(0))
    exact = total / len(listed)
    why = f"({' + '.join(plain(Fraction(one.value)) for one in listed)}) / {len(listed)} = {plain(exact)}"
    held = match(said.exact, exact, said.decimals) is not Match.NO
    if not held and (is_hedged(sentence, said, language) or not exact / FACTOR <= said.exact <= exact * FACTOR):
        return
    yield Finding(
        line=sentence.line,
        text=sentence.excerpt(said),
        kind=Kind.RATIO,
        verdict=Verdict.HOLDS if held else Verdict.DIFFERS,
        should_be="" if held else count(half_up(exact, max(1, said.decimals)), said, sentence, language),
        why=why,
    )
