"""The preview of a public channel (`t.me/s/<channel>`): each message with its text, date, address and marks.

The preview is no documented interface: a page on which nothing is recognised is an error and not an empty channel.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from kuzet.basis.errors import BadInput
from kuzet.basis.names import LANGUAGES
from kuzet.language.text import tables
from kuzet.observatory.collect import charsets, days
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.markup import lines, nodes, parse, words

_MESSAGE: Final = "div.tgme_widget_message[data-post]"
_TEXT: Final = "div.js-message_text"
_DATE: Final = "a.tgme_widget_message_date"
_FORWARDED: Final = ".tgme_widget_message_forwarded_from_name"
_META: Final = ".tgme_widget_message_meta"


def read(body: bytes, content_type: str) -> Iterator[Entry]:
    """The messages that have a text, in the order of the page; raises `BadInput` where none is recognised."""
    messages = nodes(parse(charsets.decode(body, content_type).text).document, _MESSAGE)
    if not messages:
        raise BadInput(f"{len(body)} bytes", "a preview with messages (the channel has none, or its owner shows none)")
    for message in messages:
        text, date = message.query_selector(_TEXT), message.query_selector(_DATE)
        if text is not None and date is not None:
            yield _entry(message, lines(text), date)


def _entry(message: Any, text: str, date: Any) -> Entry:  # noqa: ANN401  (nodes of resiliparse, which has no types)
    time = date.query_selector("time")
    return Entry(
        url=date.getattr("href", "") or f"https://t.me/{message['data-post']}",
        published=days.day(time.getattr("datetime", "")) if time is not None else None,
        text=text,
        forwarded=_forwarded(message),
        edited=any(words(one).lower().startswith(_edited()) for one in nodes(message, _META)),
    )


def _forwarded(message: Any) -> str:  # noqa: ANN401
    """The name, and the address where the preview links it; a forwarded person has none."""
    origin = message.query_selector(_FORWARDED)
    if origin is None:
        return ""
    address = origin.getattr("href", "") if origin.tag == "a" else ""
    return f"{words(origin)} ({address})" if address else words(origin)


@cache
def _edited() -> tuple[str, ...]:
    """What the preview writes before the time of a changed message, in the language it is asked for in."""
    return tuple(each for language in LANGUAGES for each in tables.listed(language, "bylines", "edited"))
