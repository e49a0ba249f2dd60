"""What changed of the counted incidents between two editions, or since the last one, read from the events."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from kuzet.basis.incident import COUNTED, Incident
from kuzet.basis.release import Manifest
from kuzet.web.registry import models, store
from kuzet.web.registry.tables import edition, of

SILENT = ("decisions", "codings", "status")
"""What changes with every step and says nothing of the incident."""


class Edition(NamedTuple):
    """An edition with the number of its event: what stood in the registry when it was frozen."""

    manifest: Manifest
    number: int
    incidents: int


class Correction(NamedTuple):
    """What one edition says of an incident otherwise than another: `kind` is added, withdrawn or changed."""

    incident: str
    kind: str
    fields: tuple[str, ...] = ()


def editions() -> list[Edition]:
    """All editions that were frozen, the newest first."""
    rows = models.Event.objects.filter(kind=of(Manifest).name)
    numbers = dict(rows.values_list("subject", "number"))
    found = [Edition(one, numbers.get(edition(one), 0), _incidents(one)) for one in store.load(Manifest)]
    return sorted(found, key=lambda one: one.number, reverse=True)


def corrections(before: Edition, until: int | None = None) -> list[Correction]:
    """How the incidents of an edition's period are counted otherwise after the event `until` (None: now)."""
    events = models.Event.objects.filter(kind=of(Incident).name, number__gt=before.number)
    if until is not None:
        events = events.filter(number__lte=until)
    changed = sorted(set(events.values_list("subject", flat=True)))
    found = (_correction(ident, before, until) for ident in changed)
    return [one for one in found if one is not None]


def _correction(ident: str, before: Edition, until: int | None) -> Correction | None:
    old, new = (_counted(_state(ident, number), before.manifest) for number in (before.number, until))
    if old is None or new is None:
        kind = "added" if new else "withdrawn"
        return Correction(ident, kind) if old is not new else None
    fields = tuple(_differences(old, new))
    return Correction(ident, "changed", fields) if fields else None


def _state(ident: str, number: int | None) -> dict[str, Any] | None:
    """An incident as the last event up to a number recorded it; None before its first, and where it was erased."""
    events = models.Event.objects.filter(kind=of(Incident).name, subject=ident)
    if number is not None:
        events = events.filter(number__lte=number)
    text = events.order_by("-number").values_list("after", flat=True).first()
    return json.loads(text) if text else None


def _counted(data: dict[str, Any] | None, manifest: Manifest) -> Mapping[str, Any] | None:
    """The incident where an edition of this country and period counts it."""
    if data is None or data.get("status", "published") not in COUNTED or data["country"] != manifest.country:
        return None
    first = type(manifest.period).parse(data["date"]).first()
    return data if manifest.period.first() <= first <= manifest.period.last() else None


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    names = sorted({*old, *new} - {*SILENT})
    return (name for name in names if old.get(name) != new.get(name))


def _incidents(manifest: Manifest) -> int:
    return next((one.rows or 0 for one in manifest.files if one.path == "incidents.jsonl"), 0)
