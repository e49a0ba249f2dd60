"""Documents from a file of JSON lines: good lines are read, bad ones are set aside with number and reason."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from kuzet.basis.dates import EventDate, check_moment
from kuzet.basis.document import Document
from kuzet.basis.errors import BadInput, shorten

MAX_LINE: Final = 16 * 1024 * 1024
"""Bytes: a longer line is no article but a mistake in the file."""

_DAY: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be read; `number` counts from 1."""

    number: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.number}: {self.reason}"


def documents(path: Path) -> Iterator[tuple[Document, dict[str, Any]] | BadLine]:
    """Each line of the file as a document with its raw fields, or as a bad line; never raises for content."""
    seen: set[str] = set()
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                document, fields = _document(line)
                if document.id in seen:
                    raise BadInput(document.id, "an id that stands once in the file", "id")
            except BadInput as error:
                yield BadLine(number, str(error))
                continue
            seen.add(document.id)
            yield document, fields


def _document(line: bytes) -> tuple[Document, dict[str, Any]]:
    fields = _fields(line)
    document = Document(
        id=_text(fields, "id", required=True),
        text=_text(fields, "text", required=True),
        title=_text(fields, "title"),
        source=_text(fields, "source"),
        url=_text(fields, "url"),
        published=_published(fields.get("published")),
        captured=_captured(fields.get("captured")),
    )
    return document, fields


def _fields(line: bytes) -> dict[str, Any]:
    if len(line) > MAX_LINE:
        raise BadInput(f"{len(line)} bytes", f"at most {MAX_LINE} bytes long")
    if not line.strip():
        raise BadInput("", "a document (the line is empty)")
    try:
        fields = json.loads(line.rstrip(b"\r\n").decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(line[:20], f"UTF-8 text (byte {error.start + 1})") from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadInput(line[:40].decode("utf-8", "replace"), f"JSON ({_why(error)})") from None
    except ValueError as error:  # a number with more digits than Python converts
        raise BadInput(line[:40].decode("utf-8", "replace"), f"JSON ({error})") from None
    if not isinstance(fields, dict):
        raise BadInput(line[:40].decode("utf-8", "replace"), 'an object such as {"id": "1", "text": "..."}')
    return fields


def _why(error: Exception) -> str:
    return f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else "nested too deeply"


def _text(fields: dict[str, Any], name: str, *, required: bool = False) -> str:
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        value = str(value)
    if required and (not isinstance(value, str) or not value.strip()):
        raise BadInput(value, "a text that is not empty", name)
    if value is not None and not isinstance(value, str):
        raise BadInput(value, "a text", name)
    return _whole(value or "", name)


def _whole(value: str, name: str) -> str:
    """JSON may smuggle half a character (a lone surrogate), which no output could write again."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInput(shorten(value[error.start]), "a whole character", name) from None
    return value


def _published(value: object) -> EventDate | None:
    if value is None or value == "":
        return None
    match = _DAY.match(value) if isinstance(value, str) else None
    if match is None:
        raise BadInput(value, "a date such as 2024-05-13", "published")
    return EventDate.parse(match.group())


def _captured(value: object) -> datetime | None:
    if value is None or value == "":
        return None
    try:
        found = datetime.fromisoformat(str(value))
        check_moment(found, "captured")
    except ValueError:
        raise BadInput(value, "a moment such as 2024-05-13T09:30:00Z", "captured") from None
    return found
