"""Sums that each of several paid or got: "5.4 million each", "по 5 000 лари", "466 720 теңгеден"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence

NEAR: Final = 24
"""Characters behind a sum in which "each" stands."""

_BREAK: Final = re.compile(r"[,;.](?!\d)")


def is_each(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a sum was paid by each of several: "5.4 million each", "по 5 000 лари", "466 720 теңгеден"."""
    behind = sentence.after(one, NEAR)
    ended = _BREAK.search(behind)
    told = sentence.text[one.start : one.end] + (behind[: ended.start()] if ended else behind)
    return _front(language).search(sentence.text[: one.start]) is not None or _behind(language).search(told) is not None


@cache
def _front(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'each_sum')})\s+$", re.IGNORECASE)


@cache
def _behind(language: str) -> re.Pattern[str]:
    return re.compile(phrases.words(language, "each_sum_behind"), re.IGNORECASE)
