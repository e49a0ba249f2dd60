"""Readings from a file of JSON lines, as `kuzet read` prints them: good lines are taken, bad ones set aside.

A line without `candidates` gives the codes of another coder: one attack, with the fields that a reading has at its top.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kuzet import countries
from kuzet.basis.coding import Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.home import HOME
from kuzet.basis.word import from_json
from kuzet.commands.documents import MAX_LINE, BadLine
from kuzet.observatory.encode import codes


class Words(Struct, frozen=True):
    """A passage as far as linking needs it."""

    text: str


class Coded(Struct, frozen=True):
    """What linking needs of a candidate."""

    coding: Coding
    passages: tuple[Words, ...] = ()
    around: tuple[str, ...] = ()

    def words(self) -> tuple[str, ...]:
        """The text of its passages: what it is known by."""
        return tuple(passage.text for passage in self.passages)

    def told(self) -> tuple[str, ...]:
        """The text of its passages, and what stands around them."""
        return (*self.words(), *self.around)


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
    """Whether the first object in the file has candidates or says whether it is an attack; documents do neither."""
    with path.open("rb") as file:
        for line in file:
            fields = _object(line)
            if fields is not None:
                return "candidates" in fields or "is_attack" in fields
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
        fields = json.loads(line)
        if isinstance(fields, dict) and "is_attack" in fields and "candidates" not in fields:
            return _given(fields)
        return from_json(line, Line)
    except ValueError:
        return from_json(line, Line)  # says what is wrong, and where
    except RecursionError:
        raise BadInput(line[:40].decode("utf-8", "replace"), "JSON (nested too deeply)") from None


def _given(fields: dict[str, object]) -> Line:
    """The codes of another coder as a reading of one candidate, or of none where there is no attack."""
    ident, published, text = fields.get("id"), fields.get("published"), fields.get("text")
    if not isinstance(ident, str) or not ident:
        raise BadInput(ident, "the id of a document", "id")
    coded = codes.coding(fields, f"{ident}#1", countries.load(HOME)) if fields["is_attack"] else None
    words = (Words(text=text),) if isinstance(text, str) and text else ()
    return Line(
        id=ident,
        candidates=(Coded(coding=coded, passages=words),) if coded else (),
        published=EventDate.parse(published) if isinstance(published, str) and published else None,
    )
