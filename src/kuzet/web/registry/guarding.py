"""What of the registry is closed to whom: incidents with raised fields, who looked at one, and sealed notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any
from uuid import uuid4

from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Incident
from kuzet.basis.names import Name
from kuzet.basis.tiers import Raised
from kuzet.web.registry import changes, models, sealing, store
from kuzet.web.registry.events import By
from kuzet.web.registry.words import Reveal, Sealed


def guarded() -> Iterator[Incident]:
    """The incidents of which a field is raised, whatever became of them."""
    return store.load(Incident, models.Incident.objects.filter(guarded=True))


def numbers() -> Mapping[str, str]:
    """What the public sees in the place of each account: the order in which accounts were made, which never changes."""
    rows = models.Account.objects.order_by("pk").values_list("ident", flat=True)
    return {name: f"person-{number}" for number, name in enumerate(rows, 1)}


def reveal(incident: Incident, raised: Raised, by: By) -> str | Name:
    """What stands in a closed field; that it was looked at, by whom and why, is written before it is given."""
    found = raised.name or _value(incident, raised.path)
    _looked(incident.id, raised.path, by)
    return found


def open_note(note: Sealed, by: By) -> str:
    """The text of a sealed note; that it was opened is written first."""
    text = sealing.unlock(note.box)
    _looked(note.incident, f"sealed {note.id}", by)
    return text


def seal(incident: str, text: str, by: By) -> Sealed:
    """Keep a note on an incident that only administrators open."""
    if not text.strip():
        raise BadInput(text, "a note that is not empty", f"sealed note on {incident}")
    note = Sealed(id=_new("S"), at=by.at, author=by.author, incident=incident, box=sealing.lock(text))
    changes.put(note, by)
    return note


def reveals(incident: str) -> Iterator[Reveal]:
    """Who looked at the closed fields of an incident, the first one first."""
    return store.load(Reveal, models.Reveal.objects.filter(incident=incident))


def notes(incident: str) -> Iterator[Sealed]:
    """The sealed notes on an incident, the first one first."""
    return store.load(Sealed, models.Sealed.objects.filter(incident=incident))


def _looked(incident: str, path: str, by: By) -> None:
    looked = Reveal(id=_new("R"), at=by.at, author=by.author, incident=incident, path=path, reason=by.reason)
    changes.put(looked, by)


def _new(letter: str) -> str:
    return f"{letter}-{uuid4().hex[:12]}"


def _value(incident: Incident, path: str) -> Any:  # noqa: ANN401  (whatever stands there)
    def step(value: Any, part: str) -> Any:  # noqa: ANN401
        return value[int(part)] if part.isdecimal() else getattr(value, part)

    return reduce(step, path.split("."), incident)
