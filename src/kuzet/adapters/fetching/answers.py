"""What the head of an answer means: a page, a redirect, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from kuzet.adapters.fetching.trouble import Trouble
from kuzet.observatory.collect.ports import Headers, Weight

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
BUSY: Final = frozenset({408, 425, 429})
"""Of the codes 4xx, those that tell to come again."""
UNWANTED: Final = ("audio/", "font/", "image/", "video/")
"""Types of content that no text is read from."""
ENCODINGS: Final = frozenset(
    {
        "aes128gcm",
        "br",
        "compress",
        "dcb",
        "dcz",
        "deflate",
        "exi",
        "gzip",
        "pack200-gzip",
        "x-compress",
        "x-gzip",
        "zstd",
    }
)
"""The content encodings that IANA lists; servers also name others there (`utf-8`), which browsers pass over."""


def first(headers: Headers) -> Mapping[str, str]:
    """Headers by name in small letters; of a name that stands several times, the first."""
    return {name.lower(): value for name, value in reversed(headers)}


def check_status(status: int, headers: Headers, conditional: bool, now: datetime) -> None:
    """Raises `Trouble` for any status but 200, and 304 where the request was conditional."""
    if status == 200 or (status == 304 and conditional):
        return
    wait = retry_after(first(headers).get("retry-after", ""), now)
    raise Trouble(weight(status), f"status {status}, expected 200", status=status, retry_after=wait)


def weight(status: int) -> Weight:
    """How much a status weighs that is not the expected one."""
    if status in BUSY or status >= 500:
        return "temporary"
    return "hard" if status >= 400 else "soft"


def retry_after(text: str, now: datetime) -> float | None:
    """Seconds of a Retry-After, which may hold seconds or a date (RFC 9110, 10.2.3); none where it cannot be read."""
    if re.fullmatch("[0-9]{1,9}", text.strip()):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max((until - now).total_seconds(), 0.0)


def check_type(headers: Headers) -> None:
    """Raises `Trouble` for content that no text is read from, before a byte of it is fetched."""
    kind = first(headers).get("content-type", "").strip().lower()
    if kind.startswith(UNWANTED):
        raise Trouble("soft", f"content of the type {kind[:60]!r}, expected a page, a feed or a list")


def check_length(headers: Headers, cap: int) -> None:
    """Raises `Trouble` for a body that is announced to be larger than the cap."""
    length = first(headers).get("content-length", "").strip()
    if re.fullmatch("[0-9]{1,19}", length) and int(length) > cap:
        raise Trouble("soft", f"{int(length):,} bytes announced, expected at most {cap:,}")


def codings(headers: Headers) -> list[str]:
    """The content encodings in the order in which they were applied."""
    named = ",".join(value for name, value in headers if name.lower() == "content-encoding")
    return [coding for part in named.split(",") if (coding := part.strip().lower()) in ENCODINGS]
