"""A text cut into paragraphs, sentences and numbers, each knowing its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.language.text import segment
from kuzet.observatory.write.check.reading import grid, phrases, spans, terms, when
from kuzet.observatory.write.check.reading.mentions import mentions
from kuzet.observatory.write.check.reading.words import CROWDED, Mention, Sentence, Sentences, Text
from kuzet.observatory.write.check.relations import totals

FLOWS: Final = "\u2060"
"""A line that ends with this sign (no break here) goes on in the next one, whatever their lengths and signs."""

_SOFT: Final = {0xAD: None, 0x200B: None, 0xFEFF: None, ord(FLOWS): None}
"""Soft hyphens and signs without width, which a page or a word processor leaves inside words."""

_BULLET: Final = re.compile(r"\s*(?:[-*•–▪]\s|\d{1,2}[.)]\s|#{1,6}\s|>|\|)")
_CLOSED: Final = re.compile(r"[.!?:;…»”\")]\s*$")
_HEADING: Final = re.compile(r"\W*(?:\d{1,2}(?:\.\d+)*[/.)]?\s)?(?=.*[^\W\d_]{4})(?:[^\d;%]|\b(?:19|20)\d\d\b)*")
_SHORT: Final = 45
"""Characters: a shorter line without a full stop is a heading or a list entry, not a line wrapped by an editor."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    starts: tuple[int, ...]
    """Offset in `text` at which each line begins."""
    first: int
    block: int

    def line(self, offset: int) -> int:
        return self.first + bisect_right(self.starts, offset) - 1


def parse(text: str, language: str) -> Text:
    """Read `text` in one language (kk, ru or en)."""
    clean = cleaned(text)
    blocks = enumerate(block for block in paragraphs(text) if not _references(language).match(block.text))
    read = [sentence for number, block in blocks for sentence in _sentences(block, number, language)]
    crowded = tuple(sentence for sentence in read if sentence.is_crowded)
    sentences = Sentences(sentence.emptied() if sentence.is_crowded else sentence for sentence in read)
    since, year = _years(sentences, language)
    total = totals.total(sentences, (since, year), language, totals_of(clean, language))
    return Text(language, sentences, year, since, total, _dated(sentences), crowded)


def cleaned(text: str) -> str:
    """The text without signs that nobody sees."""
    return text.translate(_SOFT)


def totals_of(text: str, language: str) -> frozenset[Fraction]:
    """The numbers of all rows of tables that are headed as totals, from the size on that is no chance."""
    head = re.compile(rf"\W*(?:{phrases.words(language, 'total_row')})\W*", re.IGNORECASE)
    rows = [grid.Row(number, cells) for number, cells in grid.rows(text) if cells and head.fullmatch(cells[0])]
    told = (row.number(place) for row in rows for place in range(1, len(row.cells)))
    return frozenset(one for one in told if one and one >= LEAST)


@cache
def _references(language: str) -> re.Pattern[str]:
    """The start of a list of sources, whose titles tell numbers of others."""
    return re.compile(rf"\W*(?:{phrases.words(language, 'reference')})\s*:", re.IGNORECASE)


def _dated(sentences: tuple[Sentence, ...]) -> dict[int, tuple[Mention, ...]]:
    found: dict[int, list[Mention]] = defaultdict(list)
    for sentence in sentences:
        for mention, year in zip(sentence.mentions, sentence.years, strict=True):
            if year and mention.kind == "count" and len(found[year]) < DATED:
                found[year].append(mention)
    return {year: tuple(listed) for year, listed in found.items()}


LEAST: Final = 20
"""A smaller total of a table is told at the start of a text by chance."""

DATED: Final = 60
"""Counts of one year that are kept to compare with: more of them fit any percentage by chance."""


def paragraphs(text: str) -> Iterator[_Paragraph]:
    """Lines joined again where an editor wrapped them; headings, bullets and closed lines stand alone.

    A heading in capitals parts what stands in front of it from what follows, as an empty line does.
    """
    held: list[str] = []
    first, block, capitals, flows = 1, 0, False, False
    lines = cleaned(text).split("\n")
    tables = {number for number, cells in grid.rows("\n".join(lines)) if cells}
    flowing = [line.endswith(FLOWS) for line in text.split("\n")]
    for number, line in enumerate(lines, 1):
        if flows and line.strip():
            held.append(line)
            flows = flowing[number - 1]
            continue
        flows = flowing[number - 1] and number not in tables
        if held and _is_mark(line, held[-1], lines[number] if number < len(lines) else ""):
            held.append("")  # its line still counts
            continue
        turns = bool(line.strip()) and _in_capitals(line) != capitals
        if held and (not line.strip() or _BULLET.match(line) or not _runs_on(held[-1] or held[-2]) or turns):
            yield _paragraph(held, first, block)
            held = []
        block += not line.strip() or turns
        capitals = _in_capitals(line) if line.strip() else capitals
        if line.strip() and number not in tables:
            first = first if held else number
            held.append(line)
    if held:
        yield _paragraph(held, first, block)


def _is_mark(line: str, front: str, behind: str) -> bool:
    """Whether a line is the mark of a footnote that the text of a page had above it: the lines around it run on."""
    return re.fullmatch(r"\s*\d{1,2}\s*", line) is not None and _runs_on(front) and len(behind.strip()) >= _SHORT


def _in_capitals(line: str) -> bool:
    """Whether a line is a heading in capitals, without numbers but its own and years."""
    return line.isupper() and _HEADING.fullmatch(line) is not None


def _runs_on(line: str) -> bool:
    return len(line.strip()) >= _SHORT and not _CLOSED.search(line)


def _paragraph(lines: list[str], first: int, block: int) -> _Paragraph:
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return _Paragraph("\n".join(lines), tuple(starts), first, block)


def _sentences(block: _Paragraph, number: int, language: str) -> Iterator[Sentence]:
    found = mentions(block.text, language)
    flat = block.text.replace("\n", " ")  # a line break inside a paragraph is an editor's, no end of a sentence
    for span in _whole_sentences(flat):
        inside = [one for one in found if span.start <= one.start and one.end <= span.end]
        moved = tuple(replace(one, start=one.start - span.start, end=one.end - span.start) for one in inside)
        lines = tuple(block.line(one.start) for one in inside)
        text = flat[span.start : span.end]
        unknown = (None,) * len(moved)
        told = len(moved) <= CROWDED
        years, order = (when.years(text, moved, language), when.order(text, moved, language)) if told else [unknown] * 2
        times = spans.untied(text, years, language), spans.untied(text, order, language)
        yield Sentence(block.line(span.start), text, moved, lines, *times, number, block.block)


def _whole_sentences(flat: str) -> Iterator[segment.Span]:
    """Sentences, where a semicolon ends none."""
    held: segment.Span | None = None
    for span in segment.sentences(flat):
        if held and flat[held.end - 1] == ";":
            span = segment.Span(held.start, span.end)
        elif held:
            yield held
        held = span
    if held:
        yield held


def _years(sentences: tuple[Sentence, ...], language: str) -> tuple[int, int]:
    """The first year, 0 for one alone, and the last of those that a text is about."""
    since, until = next(filter(any, map(_title_years, sentences[:TITLE])), (0, 0))
    return since, until if since else _main_year(sentences, language)


def _title_years(title: Sentence) -> tuple[int, int]:
    """The period that a title names: "in 2022–2023"; 0 and its last year where it names years otherwise."""
    several = next(spans.ranges(title.text), (0, 0))
    others = [int(year) for year in _YEAR.findall(title.text) if int(year) not in several]
    return (0, max(others)) if others else several


_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def _main_year(sentences: tuple[Sentence, ...], language: str) -> int:
    """The year of the title, else the last one that a count is tied to; 0 where none is named."""
    titles = [int(year.value) for sentence in sentences[:TITLE] for year in sentence.of_kind("year")]
    titles += [year for sentence in sentences[:TITLE] for year in _of_span(sentence, language)]
    tied = [year for sentence in sentences for year in sentence.years if year]
    return max(titles, default=0) or max(tied, default=0)


def _of_span(sentence: Sentence, language: str) -> Iterator[int]:
    """The year of "January to June 2021", which is a date for all else."""
    if terms.span(sentence, language):
        yield from (int(found) for found in _YEAR.findall(sentence.text)[-1:])


TITLE: Final = 3
"""Sentences at the start that may name the year of the report."""
