"""The day that a date on a page names, as exact as it is written there.

A moment with its offset from UTC counts on the day that is written, so that nothing depends on where this runs.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate
from functools import lru_cache
from typing import Final

from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.errors import BadDate
from kuzet.basis.names import LANGUAGES
from kuzet.language.values import dates

YEARS: Final = range(1990, 2100)
"""No page of the web is older; a later year is a mistake."""

_LONGEST: Final = 80
"""Characters: a longer text is no date."""

_ISO: Final = re.compile(r"\s*(\d{4})(?:-(\d\d?)(?:-(\d\d?)(?!\d))?)?(?=\s*$|[T ]\s*\d)")
_EPOCH: Final = re.compile(r"\s*(1\d{9})(?:\d{3})?\s*")
_EXACT: Final = {"day": 0, "month": 1, "year": 2}


def day(text: str) -> EventDate | None:
    """The date that `text` is: ISO 8601, RFC 822, seconds since 1970, or words in kk, ru or en; None for no date."""
    try:
        found = _iso(text) or _mail(text) or _epoch(text) or _words(text)
    except (BadDate, ValueError, OverflowError):
        return None
    return found if found and found.year in YEARS else None


def _iso(text: str) -> EventDate | None:
    match = _ISO.match(text)
    return _date(*(int(part) if part else None for part in match.groups())) if match else None


def _mail(text: str) -> EventDate | None:
    found = parsedate(text) if len(text) <= _LONGEST and ":" in text else None
    return _date(*found[:3]) if found else None


def _epoch(text: str) -> EventDate | None:
    match = _EPOCH.fullmatch(text)
    if match is None:
        return None
    moment = datetime.fromtimestamp(int(match[1]), UTC)
    return _date(moment.year, moment.month, moment.day)


@lru_cache(maxsize=1024)  # the pages of a site tell a few days over and over
def _words(text: str) -> EventDate | None:
    """The most exact date that any of the languages reads in a short text."""
    if len(text) > _LONGEST:
        return None
    found = [one.date for language in LANGUAGES for one in dates.find(text, language) if one.date.precision in _EXACT]
    return min((one for one in found if one.year), key=lambda one: _EXACT[one.precision], default=None)


def _date(year: int | None, month: int | None = None, day: int | None = None) -> EventDate:
    return EventDate(PartialDate(year, month, day))
