"""An incident as a row of a register: the codes and plain values that `codings` reads back, and what a list shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from kuzet.basis.coding import Penalty
from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES, Name
from kuzet.observatory.review.sheets.fields import FIELDS
from kuzet.observatory.review.sheets.pack import Pack
from kuzet.observatory.review.sheets.rows import Values

CODES: Final = ""
"""The language of a list that shows codes."""


def canonical(incident: Incident) -> Values:
    """What an incident answers to each field; a field that it leaves open has no values."""
    return {name: tuple(tell(incident)) for name, tell in _TELL.items()}


def shown(incident: Incident, language: str, pack: Pack, version: int = 0) -> Mapping[str, str]:
    """The cells of an incident by field: labels in a language, or codes (`CODES`); '' where nothing is known."""
    values = canonical(incident)
    cells = {name: _joined(values[name], name, language, pack) for name in FIELDS if name in values}
    names: dict[str, Sequence[Name | None]] = {
        "target": [one.name for one in incident.targets],
        "affiliation": [one.affiliation for one in incident.targets],
        "place": [incident.place.name] if values["place"] else [],
    }
    cells |= {
        name: _listed(one.best(language or "en") if one else "" for one in texts) for name, texts in names.items()
    }
    return {"id": incident.id, "version": str(version or ""), **cells}


def unchanged(incident: Incident, pack: Pack) -> Mapping[str, frozenset[str]]:
    """For each field the texts that a list shows of the incident, in any language: a cell with one says nothing new."""
    lists = [shown(incident, language, pack) for language in (*LANGUAGES, CODES)]
    return {name: frozenset(one.get(name, "") for one in lists) for name in FIELDS}


def _joined(values: Sequence[str], name: str, language: str, pack: Pack) -> str:
    return _listed(_label(one, name, language, pack) for one in values)


def _listed(values: Iterable[str]) -> str:
    """Several values of a cell; a dash holds the place of one that is not known."""
    found = list(values)
    return "; ".join(one or "—" for one in found) if any(found) else ""


def _label(value: str, name: str, language: str, pack: Pack) -> str:
    field = FIELDS[name]
    if language == CODES or not value:
        return value
    if field.table and value in pack.book.table(field.table):
        return pack.book.table(field.table)[value].label.best(language)
    if field.kind == "region":
        return next((str(getattr(one.name, language)) for one in pack.country.regions if one.iso == value), value)
    if field.kind == "event":
        return next((str(getattr(one.label, language)) for one in pack.country.events if one.code == value), value)
    return value


def _text(name: Name, language: str) -> list[str]:
    return [name.get(language)] if name.get(language) else []


def _sum(penalty: Penalty) -> str:
    return f"{penalty.money.amount:f} {penalty.money.currency}" if penalty.money else ""


def _one(value: object) -> list[str]:
    return [str(value)] if value else []


_TELL: Final[Mapping[str, Callable[[Incident], Iterable[str]]]] = {
    "date": lambda one: [str(one.date)],
    "title_kk": lambda one: _text(one.title, "kk"),
    "title_ru": lambda one: _text(one.title, "ru"),
    "title_en": lambda one: _text(one.title, "en"),
    "summary_kk": lambda one: _text(one.summary, "kk"),
    "summary_ru": lambda one: _text(one.summary, "ru"),
    "summary_en": lambda one: _text(one.summary, "en"),
    "category": lambda one: [one.category],
    "methods": lambda one: one.methods,
    "perpetrator": lambda one: [each.klass for each in one.perpetrators],
    "perpetrator_kind": lambda one: [each.kind for each in one.perpetrators],
    "perpetrator_role": lambda one: [each.role for each in one.perpetrators],
    "target": lambda one: [each.name.best("en") for each in one.targets],
    "target_kind": lambda one: [each.kind for each in one.targets],
    "affiliation": lambda one: [each.affiliation.best("en") if each.affiliation else "" for each in one.targets],
    "target_people": lambda one: [str(each.people or "") for each in one.targets],
    "people": lambda one: _one(one.people),
    "region": lambda one: _one(one.place.region),
    "place": lambda one: [one.place.name.best("en")] if one.place.precision not in ("region", "country") else [],
    "mode": lambda one: [one.mode],
    "context_event": lambda one: _one(one.context_event),
    "articles": lambda one: map(str, one.articles),
    "proceeding": lambda one: [one.proceeding],
    "stage": lambda one: _one(one.stage),
    "verdict": lambda one: _one(one.verdict),
    "penalty": lambda one: [each.kind for each in one.penalties],
    "penalty_sum": lambda one: map(_sum, one.penalties),
    "penalty_days": lambda one: [str(each.days or "") for each in one.penalties],
    "penalty_months": lambda one: [str(each.months or "") for each in one.penalties],
    "certainty": lambda one: [one.certainty],
    "source": lambda one: list(dict.fromkeys(each.source for each in one.citations if each.source)),
    "url": lambda one: list(dict.fromkeys(each.url for each in one.citations if each.url)),
}
"""What an incident answers to each field."""
