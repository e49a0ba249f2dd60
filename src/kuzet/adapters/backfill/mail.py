"""Mailboxes of alerts (mbox, single messages): the links in their messages."""

from __future__ import annotations

import email
import mailbox
import re
from collections.abc import Iterator
from email.message import Message
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

from kuzet.adapters.backfill.items import Aside, Item
from kuzet.adapters.backfill.links import in_text
from kuzet.observatory.collect import addresses, charsets
from kuzet.observatory.collect.found import Entry

_LINK: Final = re.compile(r"<a\s[^>]{0,1000}?href\s*=\s*[\"']?([^\"'>\s]+)", re.IGNORECASE)

REDIRECTS: Final = (
    ("google.com", "/url", ("url", "q")),
    ("yandex.ru", "/clck/jsredir", ("url",)),
    ("l.facebook.com", "/l.php", ("u",)),
)
"""Host, path and parameters of the addresses by which alerts count clicks: what they lead to is in a parameter."""

OWN: Final = ("google.com", "accounts.google.com", "support.google.com", "yandex.ru", "talkwalker.com")
"""Hosts of the alerts themselves: their other links are about the alert."""


def read_mbox(path: Path) -> Iterator[Item]:
    """The links of each message of a mailbox."""
    box = mailbox.mbox(path, create=False)
    try:
        for number, message in enumerate(box, 1):
            yield from _links(message, f"{path.name}, message {number}")
    finally:
        box.close()


def read_message(path: Path) -> Iterator[Item]:
    """The links of one message."""
    yield from _links(email.message_from_bytes(path.read_bytes()), path.name)


def _links(message: Message, where: str) -> Iterator[Item]:
    found = dict.fromkeys(url for part in message.walk() for url in _in_part(part))
    yield from (Entry(url=url) for url in found)
    if not found:
        yield Aside(where, f"no link in {str(message.get('Subject', ''))[:60]!r}")


def _in_part(part: Message) -> Iterator[str]:
    kind, payload = part.get_content_type(), part.get_payload(decode=True)
    if kind not in ("text/html", "text/plain") or not isinstance(payload, bytes):
        return
    text = charsets.decode(payload, part.get("Content-Type", "")).text
    told = (unescape(link) for link in _LINK.findall(text)) if kind == "text/html" else in_text(text)
    for url in told:
        real = _real(url)
        if real and addresses.site(real) not in OWN:
            yield real


def _real(url: str) -> str:
    """The address that a link leads to, without what counts clicks; '' for what is no web address."""
    url = addresses.canonical(url)
    parts = urlsplit(url)
    for host, path, names in REDIRECTS:
        if addresses.site(url) == host and parts.path == path:
            query = parse_qs(parts.query)
            return next((addresses.canonical(query[name][0]) for name in names if name in query), "")
    return url
