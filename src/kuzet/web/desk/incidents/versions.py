"""Three versions of an incident's answers: as they were, as one person wants them, as another made them meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from kuzet.basis.coding import Answer, Coding
from kuzet.basis.incident import Incident
from kuzet.basis.names import Name
from kuzet.basis.word import from_data
from kuzet.web.desk.incidents.page import Held
from kuzet.web.desk.wording.labels import SHOWN, Labels
from kuzet.web.registry import models, store
from kuzet.web.registry.merging import merge

TEXTS: Final = ("title", "summary")


class Said(NamedTuple):
    """What one person says of an incident."""

    coding: Coding
    title: Name
    summary: Name

    @classmethod
    def of(cls, incident: Incident) -> Said:
        """What its latest coding says."""
        return cls(incident.codings[0], incident.title, incident.summary)

    def get(self, name: str) -> Any:  # noqa: ANN401  (an answer, several, or a text)
        """A text or the answers to a question."""
        return getattr(self, name) if name in TEXTS else getattr(self.coding, name)


class Three(NamedTuple):
    """One field in the three versions, a line for each value; `clash`: both sides changed it, each otherwise."""

    name: str
    label: str
    base: list[str]
    mine: list[str]
    theirs: list[str]
    clash: bool
    by_mine: bool
    by_theirs: bool

    @property
    def changed(self) -> bool:
        """Whether somebody changed it."""
        return self.by_mine or self.by_theirs


def three(base: Said, mine: Said, theirs: Said, labels: Labels | None = None) -> list[Three]:
    """All fields; what they say in words only with `labels`."""
    names = [*TEXTS, *SHOWN]
    sides = [{name: _values(one.get(name)) for name in names} for one in (base, mine, theirs)]
    clashes = {one.field for one in merge(*sides).clashes}
    was, wanted, now = sides
    return [
        Three(
            name,
            labels.asked(name) if labels else "",
            _lines(base.get(name), name, labels),
            _lines(mine.get(name), name, labels),
            _lines(theirs.get(name), name, labels),
            clash=name in clashes,
            by_mine=wanted[name] != was[name],
            by_theirs=now[name] != was[name],
        )
        for name in names
    ]


def chosen(picks: Mapping[str, str]) -> set[str]:
    """The fields of which somebody chose the other's version."""
    return {name for name, pick in picks.items() if pick == "theirs"}


def joined(mine: Said, theirs: Said, fields: Iterable[Three], chosen: set[str]) -> Said:
    """My version, with theirs where only they changed a field, or where theirs was chosen."""
    taken = {one.name for one in fields if (one.by_theirs and not one.by_mine) or one.name in chosen}
    coding = replace(mine.coding, **{name: theirs.get(name) for name in taken - {*TEXTS}})
    title, summary = (theirs.get(name) if name in taken else mine.get(name) for name in TEXTS)
    return Said(coding, title, summary)


def at_version(held: Held, version: int) -> Incident:
    """The incident as it was at a version, as its event recorded it; as it stands, for one that never was."""
    if version == held.version:
        return held.incident
    rows = models.Event.objects.filter(kind="incident", subject=held.incident.id, version=version)
    text = rows.values_list("after", flat=True).first()
    if not text:
        return held.incident
    data = json.loads(text)
    digests = data.pop("codings", [])
    known = {row.ident: word for row, word in store.read(Coding, models.Coding.objects.filter(ident__in=digests))}
    codings = tuple(known[digest] for digest in digests if isinstance(known.get(digest), Coding))
    return replace(from_data(data, Incident), codings=codings)


def _values(held: Any) -> Any:  # noqa: ANN401
    """What is compared: the values alone, since the words that an answer rests on are not a change of it."""
    if isinstance(held, tuple):
        return [one.value for one in held]
    return held.value if isinstance(held, Answer) else held


def _lines(held: Any, name: str, labels: Labels | None) -> list[str]:  # noqa: ANN401
    if labels is None or held is None:
        return []
    if isinstance(held, Name):
        return [f"{language}: {text}" for language, text in held.known()]
    return [labels.answer(name, one).answer for one in (held if isinstance(held, tuple) else (held,))]
