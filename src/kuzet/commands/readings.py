"""Readings from a file of JSON lines, as `kuzet read` prints them: good lines are taken, bad ones set aside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kuzet.basis.coding import Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.word import from_json
from kuzet.commands.documents import MAX_LINE, BadLine


class Words(Struct, frozen=True):
    """A passage as far as linking needs it."""

    text: str


class Coded(Struct, frozen=True):
    """What linking needs of a candidate."""

    coding: Coding
    passages: tuple[Words, ...] = ()

    def words(self) -> tuple[str, ...]:
        """The text of its passages."""
        return tuple(passage.text for passage in self.passages)


class Line(Struct, frozen=True):
    """One reading: its document's id, the candidates' codings, and when the document was published, if that is told."""

    id: str
    candidates: tuple[Coded, ...]
    published: EventDate | None = None

    def __post_init__(self) -> None:
        for one in self.candidates:
            if one.coding.subject.rpartition("#")[0] != self.id:
                raise BadInput(one.coding.subject, f"{self.id}# and a number", "subject of a coding")


def are_readings(path: Path) -> bool:
    """Whether the first object in the file has candidates; documents have none."""
    with path.open("rb") as file:
        for line in file:
            fields = _object(line)
            if fields is not None:
                return "candidates" in fields
    return False


def _object(line: bytes) -> dict[str, object] | None:
    try:
        found = json.loads(line) if len(line) <= MAX_LINE else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def readings(path: Path) -> Iterator[Line | BadLine]:
    """Each line of the file as a reading, or as a bad line; never raises for content."""
    seen: set[str] = set()
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                found = _line(line)
                if found.id in seen:
                    raise BadInput(found.id, "an id that stands once in the file", "id")
            except BadInput as error:
                yield BadLine(number, str(error))
                continue
            seen.add(found.id)
            yield found


def _line(line: bytes) -> Line:
    if len(line) > MAX_LINE:
        raise BadInput(f"{len(line)} bytes", f"at most {MAX_LINE} bytes long")
    if not line.strip():
        raise BadInput("", "a reading (the line is empty)")
    try:
        return from_json(line, Line)
    except RecursionError:
        raise BadInput(line[:40].decode("utf-8", "replace"), "JSON (nested too deeply)") from None
