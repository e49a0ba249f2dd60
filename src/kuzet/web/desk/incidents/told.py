"""What an incident says, field by field, in the analyst's language: for its page, its history, and side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from kuzet.basis.incident import Citation, Incident
from kuzet.basis.names import Name
from kuzet.web.desk.wording.labels import SHOWN, Labels

FIELDS: Final = (
    "status",
    "title",
    "summary",
    *(name for name in SHOWN if name != "is_attack"),
    "case",
    "note",
    "citations",
)
"""In the order in which they are told."""


class Field(NamedTuple):
    """A field with what it says in each of several versions, a line for each value; `differs` where they disagree."""

    name: str
    label: str
    said: tuple[list[str], ...]

    @property
    def differs(self) -> bool:
        """Whether the versions say different things."""
        return any(one != self.said[0] for one in self.said)


def fields(labels: Labels, *versions: Incident | None) -> Iterator[Field]:
    """Every field that any of the versions answers."""
    for name in FIELDS:
        said = tuple(list(lines(one, name, labels)) if one else [] for one in versions)
        if any(said):
            yield Field(name, labels.asked(name), said)


def lines(incident: Incident, name: str, labels: Labels) -> Iterator[str]:
    """What one field says, a line for each value; nothing where it is not answered."""
    held = getattr(incident, name)
    for value in held if isinstance(held, tuple) else () if held in (None, "") else (held,):
        yield from _told(name, value, labels)


def _told(name: str, value: Any, labels: Labels) -> Iterator[str]:  # noqa: ANN401  (a value of any field)
    if isinstance(value, Name):
        yield from (f"{language}: {text}" for language, text in value.known())
    elif isinstance(value, Citation):
        yield " · ".join(filter(None, (value.document, value.title)))
    elif name == "status":
        yield labels.of("statuses", value)
    else:
        yield labels.value(name, value)
