"""Lists of incidents, given out in the form that can be brought in again: a version tells what a row was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django.db.models import QuerySet

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Incident
from kuzet.basis.tiers import Tier
from kuzet.observatory.review import View, mask
from kuzet.observatory.review.sheets import FIELDS, Pack, shown
from kuzet.web.registry import models, store

GONE: Final = "duplicate"
"""The status of retired ids, of which no list tells."""

FILTERS: Final[Mapping[str, str]] = {
    "status": "status",
    "category": "category",
    "region": "region",
    "method": "methods__code",
    "perpetrator": "perpetrators__klass",
    "case": "case",
    "certainty": "certainty",
}
"""What a list can be narrowed to: the name of a filter, and the column that it asks."""


def chosen(where: Mapping[str, str], period: str = "") -> QuerySet[Any]:
    """The rows of incidents that fit every filter and began in the period, in order of their id; raises `BadInput`."""
    rows = models.Incident.objects.exclude(status=GONE)
    for name, value in where.items():
        if name not in FILTERS:
            raise BadInput(name, f"one of {', '.join(FILTERS)}", "filter")
        rows = rows.filter(**{f"{FILTERS[name]}__in": value.split("|")})
    if period:
        asked = EventDate.parse(period)
        rows = rows.filter(first__range=(asked.first(), asked.last()))
    return rows.order_by("ident").distinct()


def heads(language: str) -> Sequence[str]:
    """The headers of a list in a language, or the names of the fields ('')."""
    return [field.label.best(language) if language else name for name, field in FIELDS.items()]


def lines(rows: QuerySet[Any], language: str, pack: Pack) -> Iterator[Sequence[str]]:
    """A row of cells for each incident, labels in a language, or codes ('')."""
    for row, word in store.read(Incident, rows):
        if isinstance(word, Incident):
            word = mask(word, View(Tier.INTERNAL))
            yield _cells(word, row.version, language, pack)


def _cells(incident: Incident, version: int, language: str, pack: Pack) -> Sequence[str]:
    told = shown(incident, language, pack, version)
    return [told.get(name, "") for name in FIELDS]
