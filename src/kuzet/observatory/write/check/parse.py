"""A text cut into paragraphs, sentences and numbers, each knowing its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kuzet.language import dates, money, numbers, segment
from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.words import Mention, Sentence, Text

_BULLET: Final = re.compile(r"\s*(?:[-*•–▪]\s|\d{1,2}[.)]\s|#{1,6}\s|>|\|)")
_CLOSED: Final = re.compile(r"[.!?:;…»”\")]\s*$")
_SHORT: Final = 45
"""Characters: a shorter line without a full stop is a heading or a list entry, not a line wrapped by an editor."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    starts: tuple[int, ...]
    """Offset in `text` at which each line begins."""
    first: int

    def line(self, offset: int) -> int:
        return self.first + bisect_right(self.starts, offset) - 1


def parse(text: str, language: str) -> Text:
    """Read `text` in one language (kk, ru or en)."""
    sentences = tuple(sentence for block in paragraphs(text) for sentence in _sentences(block, language))
    return Text(language, sentences, _total(sentences, language))


def paragraphs(text: str) -> Iterator[_Paragraph]:
    """Lines joined again where an editor wrapped them; headings, bullets and closed lines stand alone."""
    held: list[str] = []
    first = 1
    for number, line in enumerate(text.split("\n"), 1):
        if held and (not line.strip() or _BULLET.match(line) or not _runs_on(held[-1])):
            yield _paragraph(held, first)
            held = []
        if line.strip():
            first = first if held else number
            held.append(line)
    if held:
        yield _paragraph(held, first)


def _runs_on(line: str) -> bool:
    return len(line.strip()) >= _SHORT and not _CLOSED.search(line)


def _paragraph(lines: list[str], first: int) -> _Paragraph:
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return _Paragraph("\n".join(lines), tuple(starts), first)


def _sentences(block: _Paragraph, language: str) -> Iterator[Sentence]:
    mentions = _mentions(block.text, language)
    for span in segment.sentences(block.text):
        inside = [one for one in mentions if span.start <= one.start and one.end <= span.end]
        moved = tuple(Mention(m.start - span.start, m.end - span.start, m.value, m.kind) for m in inside)
        lines = tuple(block.line(one.start) for one in inside)
        yield Sentence(block.line(span.start), block.text[span.start : span.end], moved, lines)


def _mentions(text: str, language: str) -> list[Mention]:
    """Numbers that count something: not those in a date, a sum of money, an article of law, a name or an address."""
    masked = _masked(text, language)
    counting = [one for one in numbers.find(text, language) if one.kind != "ordinal"]
    kept = [_with_sign(text, one) for one in counting if not _touches(one, masked)]
    worded = [
        Mention(found.start(), found.end(), Decimal(value), kind)
        for relation, value, kind in _WORDED
        for found in phrases.pattern(language, relation).finditer(text)
    ]
    return sorted(kept + worded, key=lambda mention: mention.start)


_WORDED: Final = (("single", "1", "count"), ("doubled", "2.0", "times"), ("tripled", "3.0", "times"))
"""Wordings that are numbers; the decimal says how exact they are: "doubled" is no 1.5 rounded."""


_SIGN: Final = {
    "percent": re.compile(r"[\s\u00a0\u202f]?(?:%|\w+)"),
    "times": re.compile(r"(?<=\d)[\s\u00a0\u202f-]?\w+"),
}


def _with_sign(text: str, one: numbers.FoundNumber) -> Mention:
    """The number together with the sign or word of its unit."""
    sign = _SIGN[one.kind].match(text, one.end) if one.kind in _SIGN else None
    return Mention(one.start, sign.end() if sign else one.end, one.value, one.kind)


def _touches(one: numbers.FoundNumber, spans: list[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in spans)


_NAMES: Final = re.compile(r"\S*[@/\\_]\S*|\b[A-Za-z]+-\d+\b|№\s*\d+|\b\d+-[IVX]+\b|§\s*\d+|\b\d{1,2}:\d{2}\b")


def _masked(text: str, language: str) -> list[tuple[int, int]]:
    days = [(one.start, one.end) for one in dates.find(text, language, None) if one.date.precision != "year"]
    sums = [(one.start, one.end) for one in money.find(text, language)]
    names = [one.span() for one in _NAMES.finditer(text)]
    return days + sums + names + [one.span() for one in _articles(language).finditer(text)]


def _articles(language: str) -> re.Pattern[str]:
    """A number tied to an article, part, point or annex is a name, not a count."""
    word = phrases.pattern(language, "article").pattern
    return re.compile(rf"(?:{word})\s*\d+(?:[-.]\d+)*|\d+(?:-\d+)*\s*-?\s*(?:{word})", re.IGNORECASE)


def _total(sentences: tuple[Sentence, ...], language: str) -> Mention | None:
    """The whole of the text: the largest count in the first sentence that speaks of all, or states a result."""
    for sentence in sentences:
        counts = sentence.of_kind("count")
        if counts and phrases.says(language, "result", sentence.text):
            return max(counts, key=lambda mention: mention.value)
    return None
