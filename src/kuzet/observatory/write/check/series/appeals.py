"""An appeal that was decided before the judgment it is of: "sentenced on 10 May. ... upheld this on 6 April".

Days without a year may be of two years that follow each other, where an appeal does not take longer than it may.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.observatory.write.check.reading import moments, phrases
from kuzet.observatory.write.check.reading.moments import Moment
from kuzet.observatory.write.check.reading.words import Finding, Kind, Text, Verdict

BACK: Final = 4
"""Sentences in front in which the judgment is told."""

YEAR: Final = 365
LONGEST: Final = 290
"""Days that an appeal takes at most."""

BEFORE: Final = 40
"""Characters in front of the day that are told."""


def appeals(text: Text, index: int) -> Iterator[Finding]:
    """The only day of a sentence on an appeal, where the judgment told just in front has a later one."""
    sentence, language = text.sentences[index], text.language
    if not phrases.says(language, "step_appeal", sentence.text) or phrases.says(language, "step_anew", sentence.text):
        return
    decided = _day(text, index)
    judged = _judged(text, index) if decided else None
    if decided is None or judged is None or decided.day.year != judged.day.year:
        return
    year = text.year or moments.COMMON
    first, last = (one.day.in_year(one.day.year or year).first() for one in (judged, decided))
    if last < first and (decided.day.year or (first - last).days + LONGEST < YEAR):
        yield Finding(
            line=sentence.line,
            text=" ".join(sentence.text[max(0, decided.start - BEFORE) : decided.end].split()),
            kind=Kind.PERIOD,
            verdict=Verdict.DIFFERS,
            why=f"the appeal on {last}, before the judgment on {first}",
        )


def _day(text: Text, index: int) -> Moment | None:
    """The only day of a sentence."""
    told = moments.days(text.sentences[index].text, text.language)
    return told[0] if len(told) == 1 and told[0].day.day and not told[0].ranged else None


def _judged(text: Text, index: int) -> Moment | None:
    """The day of the nearest judgment in front: of the paragraph, or of the one before it where "this" points there."""
    own, language = text.sentences[index], text.language
    pointed = phrases.says(language, "appeal_of", own.text)
    for at in range(index - 1, max(-1, index - 1 - BACK), -1):
        front = text.sentences[at]
        near = front.paragraph == own.paragraph or (pointed and front.paragraph == own.paragraph - 1)
        if not near or phrases.says(language, "step_appeal", front.text):
            return None
        if phrases.says(language, "step_court", front.text):
            return _day(text, at)
    return None
