"""What the verb after a date says in Kazakh, where the verb closes the clause: an act, a report, a decision."""

from __future__ import annotations

import re
from typing import Final

from kuzet.language.lexicon import Match
from kuzet.language.reading import Sentence

CODES: Final = frozenset(["act", "decided", "reported", "published", "sent", "released", "planned"])
"""Codes of the words that tell it; `act` is also told by every plain trigger."""


def of(sentence: Sentence, end: int) -> str:
    """What the next verb behind `end` says; '' where no list knows it, and in other languages."""
    if sentence.language != "kk":
        return ""
    words = (match for match in sentence.of("words") if match.entry.code in CODES)
    marks = [(match.end, match.entry.code) for match in words if not _is_embedding(sentence, match, end)]
    marks += [(match.end, "act") for match in sentence.of("triggers") if match.entry.weight > 1]
    return min((mark for mark in marks if mark[0] > end), default=(0, ""))[1]


def _is_embedding(sentence: Sentence, word: Match, end: int) -> bool:
    """Whether the word is for reporting, and the verb of what is reported stands between the date and it."""
    return word.entry.code == "reported" and _EMBEDDED.search(sentence.flat, end, max(word.start, end)) is not None


_EMBEDDED: Final = re.compile(r"\w(?:[гк][ае]н[ыи]н?|тын[ыи]н)\b")
"""The verb of what is reported, between its day and the word for reporting: 30 наурызға қараған түні болғанын айтты."""
