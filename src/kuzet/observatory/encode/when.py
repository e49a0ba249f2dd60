"""When it happened: the date of the event, not of the article and not of the court's next hearing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from kuzet.basis.coding import Answer
from kuzet.basis.dates import EventDate
from kuzet.language import dates
from kuzet.language.acts import Act
from kuzet.language.reading import Reading, Sentence
from kuzet.observatory.encode.material import Material, answer

EXACTNESS: Final = {"day": 2.0, "range": 1.5, "month": 0.8, "year": -0.5}
_LETTER: Final = re.compile(r"[^\W\d_]{3,}")


class Dated(Struct, frozen=True):
    """A date in a sentence, characters `start` to `end`."""

    sentence: Sentence
    start: int
    end: int
    date: EventDate


def published(reading: Reading) -> EventDate | None:
    """The day the document appeared: as known, or from a line of the text that holds little but a date."""
    if reading.published is not None:
        return reading.published
    for sentence in reading.sentences[:_TOP]:
        for found in dates.find(sentence.text[:200], sentence.language, None):
            if _is_dateline(sentence, found.start, found.end) and found.date.precision == "day" and found.date.year:
                return found.date
    return None


_TOP: Final = 4
_CLOSED: Final = re.compile(r"\s*(?:г(?:ода?)?|ж(?:ылы?)?)?\.?\s*(?:[–—./]|-\s)")
_DATELINE_REST: Final = 25
"""A dateline has at most so many letters before its date: a town, an agency."""


def _is_dateline(sentence: Sentence, start: int, end: int) -> bool:
    """The date begins the text after a town at most, or stands alone in its line."""
    before, after = sentence.text[:start], sentence.text[end:]
    rest = len("".join(_LETTER.findall(before + after)))
    alone = rest <= _DATELINE_REST and not after.strip().endswith(".") and "." not in before[:-1].rstrip(".")
    opening = sentence.number == 0 and len("".join(_LETTER.findall(before))) <= _DATELINE_REST
    closed = _CLOSED.match(after) is not None
    return alone or (opening and closed)


def code(material: Material, main: str) -> Answer[EventDate] | None:
    """The date with most points, or None where the text gives none."""
    act = next((act for act in material.scene.best if act.method == main), material.scene.best[0])
    appeared = published(material.reading)
    ranked = sorted(_weighed(material, act, appeared), key=lambda one: (-one[0], one[1].sentence.number, one[1].start))
    if not ranked:
        return _of_the_news(material)
    points, dated = ranked[0]
    quotation = material.reading.quote(dated.sentence, dated.start, dated.end)
    return answer(dated.date, quotation, 0.3 + points / 10, "date nearest to the act")


def _of_the_news(material: Material) -> Answer[EventDate] | None:
    """Without any other date, that of the dateline: news are of their day, or nearly."""
    for sentence in material.scene.sentences[:1]:
        for found in dates.find(sentence.text[:200], sentence.language, None):
            if _is_dateline(sentence, found.start, found.end):
                quotation = material.reading.quote(sentence, found.start, found.end)
                return answer(found.date, quotation, 0.3, "dateline")
    return None


def _with_year(date: EventDate, found: list[EventDate]) -> EventDate:
    """A date without a year beside fully dated ones is the next such day after them: writers omit the year of now."""
    full = [one.last() for one in found if one.year is not None and one.precision in ("day", "month", "range")]
    if date.year is not None or not full:
        return date
    latest = max(full)
    year = latest.year if date.in_year(latest.year).last() >= latest else latest.year + 1
    return date.in_year(year)


def _weighed(material: Material, act: Act, appeared: EventDate | None) -> Iterator[tuple[float, Dated]]:
    told = [(s, one) for s in material.scene.sentences for one in dates.find(s.text, s.language, appeared)]
    for sentence, found in told:
        if _is_dateline(sentence, found.start, found.end) and sentence.number < _TOP:
            continue
        if appeared is not None and found.date.year is not None and found.date.first() > appeared.last():
            continue
        date = _with_year(found.date, [one.date for _, one in told])
        dated = Dated(sentence, found.start, found.end, date)
        yield _points(dated, act), dated


def _points(dated: Dated, act: Act) -> float:
    points = EXACTNESS[dated.date.precision]
    distance = abs(dated.sentence.number - act.sentence)
    points += 3.0 if distance == 0 else 1.5 if distance == 1 else 0.5 if distance == 2 else 0.0
    if distance == 0:
        gap = max(2 * (dated.start - act.match.end), act.match.start - dated.end, 0)
        points += max(0.0, 1.0 - gap / 150)
    if _of_publication(dated):
        points -= 2.5
    if any(match.entry.code == "hearing" for match in dated.sentence.of("words")):
        points -= 2.5
    if any(match.entry.code == "announcement" for match in dated.sentence.of("contexts")):
        points -= 2.0
    return points


def _of_publication(dated: Dated) -> bool:
    """Whether the date is that of the post or article at issue: its word stands within a few words."""
    words = [match for match in dated.sentence.of("words") if match.entry.code == "publication"]
    return any(0 <= dated.start - match.end <= 12 or 0 <= match.start - dated.end <= 12 for match in words)
