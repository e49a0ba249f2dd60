"""Addresses as they are compared and followed: absolute, http or https, without what only tracks readers."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from courlan import clean_url

from kuzet.observatory.collect.plan import Start

LONGEST: Final = 2000
"""Characters: no site is known to publish longer addresses, and browsers and servers refuse them."""

_SAME: Final = ("www.", "m.", "amp.")
"""Host names that begin with one of these show the site of the name without it."""


def canonical(url: str, base: str = "") -> str:
    """The address in the form in which two of them are compared; '' where it is none of http or https.

    Parameters that track readers (utm_source, fbclid ...), the fragment and standard ports fall away; a relative
    address is read against `base`.
    """
    try:
        return _clean(joined(base, url)) if url.strip() else ""
    except ValueError:  # ports that are no numbers
        return ""


def joined(base: str, url: str) -> str:
    """The address as it is meant on a page of the address `base`; '' where it is none."""
    try:
        return urljoin(base, url.strip().replace(" ", "%20"))
    except ValueError:  # brackets that are no IPv6 address
        return ""


@lru_cache(maxsize=10_000)
def _clean(url: str) -> str:
    if len(url) > LONGEST or not _is_web(url):
        return ""
    parts = urlsplit(clean_url(url) or "")
    if not parts.hostname or parts.username is not None:
        return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def _is_web(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0


def is_inside(url: str, start: Start) -> bool:
    """Whether a start page's address may be followed: it begins with `start.inside`, or has the start page's host."""
    if start.inside:
        return url.startswith(start.inside)
    return site(url) == site(start.url)


def is_same_site(one: str, other: str) -> bool:
    """Whether both have the same host, or one the other's with a name before it (kaz.site.kz and site.kz)."""
    first, second = site(one), site(other)
    return bool(first and second) and (f".{first}".endswith(f".{second}") or f".{second}".endswith(f".{first}"))


def site(url: str) -> str:
    """The host of an address without www and its like."""
    host = urlsplit(url).hostname or ""
    return next((host[len(name) :] for name in _SAME if host.startswith(name)), host)
