"""A message of a channel as Telegram Desktop exports it: its text, day and author."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Final

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.language.text import identify
from kuzet.observatory.collect import hostile
from kuzet.observatory.collect.found import Page, SetAside
from kuzet.observatory.collect.ports import Capture

KIND: Final = "application/vnd.telegram.message+json"
"""The type under which such a message is kept."""


def is_message(capture: Capture) -> bool:
    """Whether a capture is such a message."""
    return ("Content-Type", KIND) in capture.response


def text(message: dict[str, Any]) -> str:
    """The words of a message: a text, or a list of pieces, some of them with marks."""
    told = message.get("text", "")
    pieces = told if isinstance(told, list) else [told]
    return "".join(one if isinstance(one, str) else str(one.get("text", "")) for one in pieces).strip()


@hostile.set_aside("a message")
def page(body: bytes, url: str) -> Page | SetAside:
    """The message as a page; never raises for what stands in `body`."""
    message = json.loads(body)
    words = text(message)
    if not words:
        raise BadInput(url, "a message with a text")
    sent = datetime.fromtimestamp(int(message["date_unixtime"]), UTC)
    return Page(
        text=words,
        author=str(message.get("author") or message.get("from") or ""),
        published=EventDate.parse(sent.date().isoformat()),
        origin="meta",
        language=identify.language(words),
        canonical=url,
    )
