"""Media workers tried for what has nothing to do with their work: flats that were never built, a drunken drive.

A text tells of an ordinary offence where its lead names one beside a proceeding, and nothing in it ties the case to
the work: no publication, no revenge, nobody who defends the freedom of the press.
"""

from __future__ import annotations

from typing import Final

from kuzet.basis import codebook
from kuzet.language.reading.cast import Cast
from kuzet.language.reading.reading import Reading, Sentence

LEAD: Final = 3
"""Sentences at the top that say what a text is about: a headline and the first two."""


def is_case(reading: Reading, cast: Cast) -> bool:
    """Whether a text is about the ordinary offence of somebody who happens to be a media worker."""
    top = reading.sentences[:LEAD]
    if not any(cast.targets.get(one.number) for one in top) or is_tied_to_work(reading):
        return False
    return any(_has(one, "ordinary_offence") for one in top) and any(map(_is_of_law, top))


def is_tied_to_work(reading: Reading) -> bool:
    """Whether anything in a text ties a case to the work of a media worker."""
    return any(_has(one, "tied_to_work") for one in reading.sentences)


def _is_of_law(sentence: Sentence) -> bool:
    """Whether it tells of a court or the police."""
    codes = (one.entry.code for one in sentence.of("triggers") if one.entry.weight > 1)
    methods = codebook.load().table("methods")
    return any(_has(sentence, one) for one in ("judged", "on_trial")) or any(
        methods[one].extra["category"] == "judicial_economic" for one in codes
    )


def _has(sentence: Sentence, code: str) -> bool:
    return any(one.entry.code == code for one in sentence.of("words"))
