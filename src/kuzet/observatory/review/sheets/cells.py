"""One cell -> what it says: codes for labels, written dates for any wording, each value by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.law import LegalArticle
from kuzet.basis.money import Money
from kuzet.basis.names import LANGUAGES
from kuzet.language.values import dates, law, money
from kuzet.observatory.review.sheets import months
from kuzet.observatory.review.sheets.fields import Field
from kuzet.observatory.review.sheets.findings import Unfit
from kuzet.observatory.review.sheets.pack import Pack

LONGEST: Final = 32_767
"""Characters that a cell of a workbook can hold."""

PARALLEL: Final = ("perpetrators", "targets", "penalties")
"""Answers that several columns make together: the first value of each belongs to the first one."""

BLANK: Final = ("", "-", "–", "—")
"""What holds the place of a value that is not there."""

_PARTED: Final = re.compile(r"\s*(?:[;|]|[\n\r]+)\s*")
_COMMA: Final = re.compile(r"\s*,\s*")
_MOMENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?")
_SERIAL: Final = re.compile(r"[2-5]\d{4}")
"""Serial numbers of days from 1954 to 2064."""
_COUNT: Final = re.compile(r"\d{1,9}")
_SPACES: Final = re.compile(r"[\s\u00a0\u202f]")
_FIRST_DAYS: Final = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_BETWEEN: Final = re.compile(r"\s*[-–—]\s*")
_SLASHED: Final = re.compile(r"(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/\d{4}")
"""Read in two ways: 3 April or 4 March."""
_ARTICLE: Final = re.compile(r"([a-z_]+) (\d+(?:-\d+)*)(?: part (\S+))?(?: point (\S+))?")
_SUM: Final = re.compile(r"(\d[\d.]*)(?:([A-Z]{3}))?")
_SMALL_WORD: Final = 6
"""Letters that may stand beside a date: `года.`, `ж.`"""


def values(field: Field, text: str, pack: Pack) -> tuple[str, ...]:
    """The values of a cell as codes and plain texts, none for an empty one; raises `Unfit`."""
    text = text.strip()
    if len(text) > LONGEST:
        raise Unfit("too_long", str(LONGEST))
    if not text:
        return ()
    if not field.several:
        return (KINDS[field.kind](field, text, pack),)
    parts = _parts(field, text, pack)
    if field.kind == "article":
        return tuple(one for part in parts for one in _articles(part, pack))
    return tuple(part and KINDS[field.kind](field, part, pack) for part in parts)


def _parts(field: Field, text: str, pack: Pack) -> list[str]:
    """The values that a cell lists; commas part codes, unless the whole is a label that has one.

    In a column that goes beside another one (`PARALLEL`) an empty value, or a dash, holds its place.
    """
    parts = ["" if part in BLANK else part for part in _PARTED.split(text)]
    while parts and not parts[-1]:
        parts.pop()
    parts = parts if field.variable in PARALLEL else [part for part in parts if part]
    if field.kind in ("code", "url") and len(parts) == 1 and "," in text:
        try:
            KINDS[field.kind](field, text, pack)
        except Unfit:
            return [part for part in _COMMA.split(text) if part]
    return parts


def is_serial(text: str) -> bool:
    """Whether a date is given as the serial number of its day."""
    return _SERIAL.fullmatch(text.strip()) is not None


def day_of(serial: str, *, early: bool) -> str:
    """The day of a serial number as spreadsheets count them; `early`: from 1904.

    >>> day_of("45425", early=False)
    '2024-05-13'
    """
    return (_FIRST_DAYS[early] + timedelta(days=int(serial))).isoformat()


@lru_cache(maxsize=1 << 16)
def when(text: str) -> EventDate:
    """The date that a text says, in the written form or in the words of any language; raises `Unfit`."""
    text = (match[1] if (match := _MOMENT.fullmatch(text)) else text).strip(" \t\u00a0.,;")
    if told := months.month(text):
        return told
    try:
        return EventDate.parse(text)
    except BadInput:
        found = {date for language in LANGUAGES for date in _said(text, language)}
    slashed = _SLASHED.fullmatch(text)
    if len(found) != 1 or (slashed and int(slashed[1]) != int(slashed[2])):
        raise Unfit("date")
    return found.pop()


def _said(text: str, language: str) -> list[EventDate]:
    """The one date of the whole text, or the range that two make."""
    found = dates.find(text, language)
    if len(found) == 2 and _BETWEEN.fullmatch(text[found[0].end : found[1].start]):
        start, end = (one.date.start for one in found)
        told = [EventDate(start, end)] if start.last() <= end.last() else []
    else:
        told = [one.date for one in found] if len(found) == 1 else []
    rest = text[: found[0].start] + text[found[-1].end :] if told else ""
    around = any(letter.isdigit() for letter in rest) or sum(letter.isalpha() for letter in rest) > _SMALL_WORD
    return [] if around else told


def _date(_: Field, text: str, __: Pack) -> str:
    found = when(text)
    if found.year is None:
        raise Unfit("year")
    return str(found)


def _code(field: Field, text: str, pack: Pack) -> str:
    return pack.code(field.table, text)


def _number(_: Field, text: str, __: Pack) -> str:
    told = _SPACES.sub("", text).removesuffix(".0")
    if not _COUNT.fullmatch(told) or int(told) < 1:
        raise Unfit("number")
    return str(int(told))


def _articles(text: str, pack: Pack) -> tuple[str, ...]:
    if match := _ARTICLE.fullmatch(text):
        return (str(LegalArticle(code=match[1], article=match[2], part=match[3] or "", point=match[4] or "")),)
    found = (law.find(text, language, pack.country.law_spellings(language)) for language in LANGUAGES)
    best = max(([one.article for one in each] for each in found), key=lambda each: sum(bool(one.code) for one in each))
    if not best or not all(one.code for one in best):
        raise Unfit("article", f"{pack.country.law[0].short.en} 1")
    return tuple(dict.fromkeys(map(str, best)))


def _sum(_: Field, text: str, pack: Pack) -> str:
    try:
        if match := _SUM.fullmatch(_SPACES.sub("", text)):
            made = Money(amount=Decimal(match[1]), currency=match[2] or pack.country.profile.currency)
            return f"{made.amount:f} {made.currency}"
    except (BadInput, InvalidOperation):
        raise Unfit("sum") from None
    found = {(one.money.amount, one.money.currency) for language in LANGUAGES for one in money.find(text, language)}
    if len(found) != 1:
        raise Unfit("sum")
    amount, currency = found.pop()
    return f"{amount:f} {currency}"


def _url(_: Field, text: str, __: Pack) -> str:
    try:
        parts = urlsplit(text)
        fit = parts.scheme in ("http", "https") and bool(parts.hostname) and not _SPACES.search(text)
    except ValueError:
        fit = False
    if not fit:
        raise Unfit("url")
    return text


def _text(_: Field, text: str, __: Pack) -> str:
    return text


KINDS: Final[Mapping[str, Callable[[Field, str, Pack], str]]] = {
    "date": _date,
    "code": _code,
    "number": _number,
    "region": lambda _, text, pack: pack.region(text),
    "place": _text,
    "event": lambda _, text, pack: pack.event(text),
    "sum": _sum,
    "url": _url,
    "ident": _text,
    "source": _text,
    "name": _text,
    "text": _text,
}
"""How each kind of cell is read; a place needs its region, and is looked up with its row."""
