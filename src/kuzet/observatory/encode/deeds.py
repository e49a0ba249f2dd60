"""What the words beside a date say of its day: of an act, a decision, a post, a report, a hearing to come."""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.reading.reading import Sentence
from kuzet.language.vocabulary.lexicon import Match

WORTH: Final = {
    "act": 1.0,
    "decided": 1.5,
    "reported": -1.5,
    "published": -2.0,
    "sent": -1.0,
    "released": -1.0,
    "planned": -2.5,
}
"""What it adds to the points of a date (codes of `deeds.csv`, in Kazakh of `words.csv`)."""


def worth(sentence: Sentence, start: int, end: int) -> float:
    """What the deed told beside the date, characters `start` to `end`, adds to its points."""
    deed = _verb_after(sentence, end) if sentence.language == "kk" else _nearest(sentence, start, end)
    return WORTH.get(deed, 0.0)


def _verb_after(sentence: Sentence, end: int) -> str:
    """What the next verb says, in Kazakh, where the verb closes the clause; '' where no list knows it."""
    marks = [
        (match.end, match.entry.code)
        for match in sentence.of("words")
        if match.entry.code in WORTH
        and not (match.entry.code == "reported" and _EMBEDDED.search(sentence.flat, end, max(match.start, end)))
    ]
    marks += [(match.end, "act") for match in sentence.of("triggers") if match.entry.weight > 1]
    return min((mark for mark in marks if mark[0] > end), default=(0, ""))[1]


_EMBEDDED: Final = re.compile(r"\w(?:[гк][ае]н[ыи]н?|тын[ыи]н)\b")
"""The verb of what is reported, between its day and the word for reporting: 30 наурызға қараған түні болғанын айтты."""


def _nearest(sentence: Sentence, start: int, end: int) -> str:
    """What the nearest word says, in Russian and English, where the verb stands on either side; '' for none near.

    An act says nothing here: each step of a case has its own, and reports of one step would be parted by it.
    """
    told = (match for match in sentence.of("deeds") if not _in_passing(sentence, match))
    marks = [(match.start, match.end, match.entry.code) for match in told]
    marks += [(match.start, match.end, "") for match in sentence.of("triggers") if match.entry.weight > 1]
    away = [(_away(sentence.text, (start, end), mark[:2]), mark[2]) for mark in marks]
    return min((one for one in away if one[0] <= REACH), default=(0, ""))[1]


def _in_passing(sentence: Sentence, match: Match) -> bool:
    """Whether an English clause between commas only says who tells it: *On April 8, she reports, the head summoned*."""
    before = sentence.text[: match.start].lower()
    return match.entry.code == "reported" and _SAYS.search(before) is not None and sentence.language == "en"


_SAYS: Final = re.compile(r", (?:he|she|they) $")


def _away(text: str, date: tuple[int, int], mark: tuple[int, int]) -> int:
    """Characters between a date and a word; each sign between clauses counts as `CLAUSE` of them."""
    between = text[date[1] : mark[0]] if mark[0] >= date[1] else text[mark[1] : date[0]]
    return len(between) + CLAUSE * len(_SIGN.findall(between))


_SIGN: Final = re.compile(r"[;:—–]|,(?= )")
CLAUSE: Final = 10
REACH: Final = 120
