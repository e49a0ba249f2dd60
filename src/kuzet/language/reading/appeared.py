"""When a document appeared: as known, else from its address, else from a line of its text that holds little but a date.

Every date without a year and every "yesterday" hangs on this day, and many texts come without one.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document
from kuzet.basis.errors import BadDate
from kuzet.basis.names import LANGUAGES
from kuzet.language.reading.reading import Reading, Sentence
from kuzet.language.values import dates
from kuzet.language.values.dates import FoundDate

_IN_ADDRESS: Final = re.compile(r"(?<=[/_-])(20\d\d)([/-]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?=[/_.?-]|$)")
"""/2024/05/14/slug, /2024-05-14-slug, /20240514; a number that only looks like it is longer or no calendar's day."""

TOP: Final = 4
"""Sentences among which a dateline stands."""

_REACH: Final = 200
_LETTER: Final = re.compile(r"[^\W\d_]{3,}")
_LINE: Final = 60
"""A line of its own for the date has at most so many characters."""

_REST: Final = 25
"""A dateline has at most so many letters beside its date: a town, an agency."""

_CLOSED: Final = re.compile(r"\s*(?:г(?:ода?)?|ж(?:ылы?)?)?\.?\s*(?:[–—./]|-\s)")
_NAMES: Final = re.compile(r"(?!(?:On|In|By|Since|From|Until|В|С|К|До|По)\b)(?:[^\W\d_a-zа-яё][\w.'’-]*[\s,/(]+)*")
"""Names alone, as of a town and an agency; *It happened on 6 November.* is no dateline.

Where the day of publication is given, an entry of a digest begins so, with the day of its event."""


class Appeared(NamedTuple):
    """The date of publication and where it is known from: `given`, `address` or `dateline`."""

    date: EventDate
    origin: str


def of(reading: Reading) -> Appeared | None:
    """When the document appeared, None where nothing tells."""
    document = reading.document
    if document.published is not None:
        return Appeared(document.published, "given")
    address = in_address(document)
    if address is not None and address.precision == "day":
        return Appeared(address, "address")
    for sentence in reading.sentences[:TOP]:
        for found in dates_in(sentence):
            whole = found.date.precision == "day" and found.date.year
            if whole and is_dateline(reading, sentence, found.start, found.end):
                return Appeared(found.date, "dateline")
    return Appeared(address, "address") if address is not None else None


def dates_in(sentence: Sentence) -> tuple[FoundDate, ...]:
    """The dates at the top of a sentence; a line of a Russian page may have its date in English (20 August, 2025)."""
    text = sentence.text[:_REACH]
    others = (name for name in LANGUAGES if name != sentence.language and len(text) <= _LINE)
    return next((found for name in (sentence.language, *others) if (found := dates.find(text, name, None))), ())


def in_address(document: Document) -> EventDate | None:
    """The day or month that the document's address names."""
    return in_url(document.url)


def in_url(url: str) -> EventDate | None:
    """The day or month that an address names, as many sites write it."""
    for match in _IN_ADDRESS.finditer(url):
        year, separator, month, day = match.groups()
        if day or separator:
            try:
                return EventDate.parse("-".join(part for part in (year, month, day) if part))
            except BadDate:
                continue
    return None


def is_dateline(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """The date stands alone in its line, or opens one of the first paragraphs after a town at most."""
    before, date, after = sentence.text[:start], sentence.text[start:end], sentence.text[end:]
    rest = len("".join(_LETTER.findall(before + after)))
    if rest == 0 and _follows_a_town(reading, sentence):
        return True
    ends = after.strip().endswith(".") or (rest > 0 and date.endswith("."))
    if rest <= _REST and not ends and "." not in before[:-1].rstrip("."):
        return True
    short = len("".join(_LETTER.findall(before))) <= _REST
    if after.strip() in ("", ".") and not _NAMES.fullmatch(before):
        return False
    closing = "." + after if date.endswith(".") and reading.document.published is None else after
    return _opens(reading, sentence) and short and _CLOSED.match(closing) is not None


def _follows_a_town(reading: Reading, sentence: Sentence) -> bool:
    """Whether nothing but a town stands before it in its paragraph: *Алматы. 19 марта. КазТАГ – ...*.

    Where the day of publication is given and is another one, an entry of a digest begins so, with the day of its event.
    """
    published = reading.document.published
    told = dates.find(sentence.text, sentence.language, published)
    if not 0 < sentence.number < TOP or (published is not None and any(one.date != published for one in told)):
        return False
    town = reading.sentences[sentence.number - 1]
    whole = len("".join(_LETTER.findall(town.text)))
    letters = sum(len("".join(_LETTER.findall(town.text[one.start : one.end]))) for one in town.of("places"))
    return _opens(reading, town) and 0 < letters == whole


def _opens(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence is the first of one of the first paragraphs."""
    before = reading.sentences[sentence.number - 1] if sentence.number else None
    return sentence.number < TOP and (before is None or before.paragraph != sentence.paragraph)
