"""The days that open paragraphs: "• 5 February. Oskemen", "03.07. Oral", "On the night of 8 May"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from kuzet.basis.dates import PartialDate
from kuzet.observatory.write.check.reading import moments
from kuzet.observatory.write.check.reading.words import Sentence

OPENS: Final = 24
"""Characters in front of the date that opens a paragraph: "– On the night of"."""

_DOTTED: Final = re.compile(r"\W*(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.?(?=\s|$)(?!\.?\d)")


class Opening(NamedTuple):
    """A day and where it ends in the first sentence of its paragraph; `bare` where no word stands in front."""

    day: PartialDate
    end: int
    bare: bool


@lru_cache(maxsize=8)
def openings(sentences: tuple[Sentence, ...], language: str) -> dict[int, Opening]:
    """The day that opens each paragraph, by the paragraph's number."""
    found: dict[int, Opening] = {}
    for paragraph, group in groupby(sentences, key=lambda one: one.paragraph):
        text = next(group).text
        dotted = _DOTTED.match(text)
        told = moments.days(text, language)
        day = moments.day(None, int(dotted[2]), int(dotted[1])) if dotted else None
        if dotted and day:
            found[paragraph] = Opening(day, dotted.end(), bare=True)
        elif told and told[0].day.day and told[0].start <= OPENS:
            bare = re.search(r"\w", text[: told[0].start]) is None
            found[paragraph] = Opening(told[0].day, told[0].end, bare)
    return found
