"""Sentences: razdel's division, mended where an abbreviation of Kazakh, Russian or English ends with a point.

razdel finds sentences of all three languages (measured: kk precision 0.97, recall 1.00) but knows Russian
abbreviations only. A line break always ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kuzet.basis.names import LANGUAGES
from kuzet.language import tables

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_LAST: Final = re.compile(r"([^\W\d_][\w.-]{0,7})\.\s*$")
_PIECE: Final = 20_000  # razdel is given at most so many characters at once


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]`."""

    start: int
    end: int


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order, without the white space around them."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        held: Span | None = None
        for start, end in _pieces(line[0], line.start()):
            if held is not None and _goes_on(text, held, start):
                held = Span(held.start, end)
                continue
            if held is not None:
                yield held
            held = Span(start, end)
        if held is not None:
            yield held


def _pieces(line: str, offset: int) -> Iterator[tuple[int, int]]:
    for begin in range(0, len(line), _PIECE):
        piece = line[begin : begin + _PIECE]
        for start, end in _divided(piece):
            part = piece[start:end]
            if kept := part.strip():
                first = offset + begin + start + part.index(kept)
                yield first, first + len(kept)


def _divided(line: str) -> Iterator[tuple[int, int]]:
    """The line as razdel's rules divide it; they join wherever no space follows, and never after a plain word."""
    from razdel.segmenters.sentenize import RULES, SentSplit

    start = 0
    for sign in _ends().finditer(line):
        if sign["plain"] is None:
            left, right = line[max(0, sign.start() - _NEAR) : sign.start()], line[sign.end() : sign.end() + _NEAR]
            split = SentSplit(left, sign[0], right)
            split.buffer = line[start : sign.start()]
            if any(rule.function(split) for rule in RULES):
                continue
        yield start, sign.end()
        start = sign.end()
    yield start, len(line)


_NEAR: Final = 10
"""Characters to each side of a sign that razdel's rules see."""


@cache
def _ends() -> re.Pattern[str]:
    """Signs that may end a sentence; `plain`: a full stop between a word that is no abbreviation and a capital."""
    from razdel.segmenters.sentenize import DELIMITER, HEAD_SOKRS, PAIR_SOKRS, SOKRS

    short = sorted({*HEAD_SOKRS, *SOKRS, *(pair[0] for pair in PAIR_SOKRS)})
    no_short = "".join(rf"(?<!{word}\.)" for word in short if len(word) >= _LONG)
    plain = rf"\.(?= [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])(?<=[a-zа-яёәғқңөұүһі]{{{_LONG}}}\.){no_short}"
    return re.compile(rf"(?P<plain>{plain})|{DELIMITER}(?=\s)")


_LONG: Final = 4
"""Letters of a word that few abbreviations have."""


def _goes_on(text: str, held: Span, start: int) -> bool:
    """Whether what razdel divided is one sentence, since an abbreviation stands before the gap."""
    last = _LAST.search(text, max(held.start, held.end - 12), held.end)
    if last is None:
        return False
    word = last[1].lower()
    rule = _abbreviations().get(word) or ("any" if _is_initial(last[1]) else None)
    follows = text[start]
    return rule == "any" or (rule == "small" and (follows.islower() or follows.isdigit()))


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


@cache
def _abbreviations() -> dict[str, str]:
    return {
        row["abbreviation"]: row["before"] for language in LANGUAGES for row in tables.rows(language, "abbreviations")
    }
