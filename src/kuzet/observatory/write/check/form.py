"""Numbers as the text itself would print them: "1,270" and "1.75" in English, "1 270" and "1,75" in Russian."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.arithmetic import half_up, plain
from kuzet.observatory.write.check.reading.words import Mention, Sentence

_GROUPED: Final = re.compile(r"\d([\s\u00a0\u202f,.])\d{3}(?!\d)")


def count(value: Fraction, like: Mention, sentence: Sentence, language: str) -> str:
    """A count or an amount, its thousands parted as those of the number `like` in its sentence."""
    told = plain(value)
    parted = _GROUPED.search(sentence.text, like.start, like.end)
    if parted and "." not in told:
        told = f"{int(told):,}".replace(",", parted[1])
    return told if parted else marked(told, language)


def percent(value: Fraction, decimals: int, language: str) -> str:
    """A percentage with so many decimals."""
    return marked(f"{float(half_up(value, decimals)):.{decimals}f}", language) + "%"


def marked(told: str, language: str) -> str:
    """A number with the decimal mark of the language."""
    return told.replace(".", numbers.DECIMAL_MARK[language])
