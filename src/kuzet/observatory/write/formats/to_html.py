"""Report tree -> one HTML file that needs nothing else: no script, no other file, no request."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from kuzet.observatory.write.formats import markup
from kuzet.observatory.write.seen import record, seen_html
from kuzet.observatory.write.tree import Report


def render(report: Report) -> bytes:
    """The report as UTF-8 HTML with the record of its figures, which no browser shows.

    Its content security policy lets in nothing but its own style and pictures.
    """
    style = markup.css("screen")
    fingerprint = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    text = markup.fill("screen.html", report, style=Markup(style), fingerprint=fingerprint)  # noqa: S704 - our own file
    made = record.written(record.record(report, seen_html.see(text)))
    body, close, rest = text.lstrip().rpartition("</body>")
    carried = f'<template id="{seen_html.RECORD}">{made}</template>\n'
    return f"{body}{carried}{close}{rest}".encode()
