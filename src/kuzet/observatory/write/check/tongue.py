"""Findings in the words of Kazakh and Russian. The rules give their reasons in English, of which a table has the parts.

A part that the table lacks stays as it is: a code of the codebook, or a reason that is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, partial
from typing import Final

from kuzet.language.text import tables
from kuzet.observatory.write.check.reading.words import Finding, Verdict

_PLACES: Final = {
    "n": r"([-+≤]?\d+(?:[.,\u00a0 ]\d+)*(?:[\u00a0 ]?%)?)",
    "d": r"(\d{4}-\d{2}-\d{2})",
    "w": r"([^,;:()]+?)",
}
_PLACE: Final = re.compile(r"\{(\w)\}")
_POINT: Final = re.compile(r"(?<=\d)\.(?=\d)")


def told(words: str, language: str) -> str:
    """A reason, a verdict or what a number should be, in kk, ru or en, decimals with the mark of the language."""
    if language == "en":
        return words
    for pattern, wording in _wordings(language):
        words = pattern.sub(partial(_worded, wording), words)
    return _POINT.sub(",", words)


def _worded(wording: str, found: re.Match[str]) -> str:
    return wording.format("", *found.groups())


def summary(found: Iterable[Finding], language: str) -> str:
    """How many findings there are of each verdict."""
    verdicts = [one.verdict for one in found]
    return told(", ".join(f"{verdicts.count(verdict)} {verdict.value}" for verdict in Verdict), language)


@cache
def _wordings(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = tables.pairs(language, "findings")
    return tuple((_pattern(english), rows[english]) for english in sorted(rows, key=len, reverse=True))


def _pattern(english: str) -> re.Pattern[str]:
    pieces = _PLACE.split(english)
    parts = [_PLACES[piece] if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)]
    left, right = (r"(?<!\w)" if english[0].isalpha() else ""), (r"(?!\w)" if english[-1].isalpha() else "")
    return re.compile(left + "".join(parts) + right)
