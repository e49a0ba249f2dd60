"""What a coder must not see of an incident until they have coded it a second time: anything that tells its codes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.http import HttpRequest

from kuzet.web.registry import models, store
from kuzet.web.registry.roles import Role
from kuzet.web.registry.words import Sampling

TELLING: Final = ("category", "method", "region", "period", "words")
"""Filters of a list that tell a code, or a word that stands for one, of what they find."""

_EACH: Final = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT jsonb_array_elements_text(%s::jsonb)",
}


def owed(name: str) -> list[str]:
    """The incidents of all samples that this person can still code blindly, in the order in which they were drawn.

    Somebody else has coded them, and no field of them is protected.
    """
    drawn = list(dict.fromkeys(ident for sample in store.load(Sampling) for ident in sample.drawn))
    if not drawn:
        return []
    decided = models.IncidentCoding.objects.filter(incident=OuterRef("pk"), coding__machine=False)
    rows = models.Incident.objects.filter(
        Exists(decided),
        ~Exists(decided.filter(coding__coder=name)),
        ~Exists(models.Coding.objects.filter(coder=name, subject=OuterRef("ident"))),
        ident__in=among(drawn),
        guarded=False,
    )
    left = set(rows.values_list("ident", flat=True))
    return [ident for ident in drawn if ident in left]


def hidden(request: HttpRequest) -> frozenset[str]:
    """The incidents of which whoever asks must see no code; those who decide see all, since they work on them."""
    return frozenset(owed(request.user.get_username())) if request.role is Role.CODER else frozenset()


def awaits(request: HttpRequest, ident: str) -> bool:
    """Whether whoever asks has still to code this incident blindly."""
    return ident in hidden(request)


def behind(request: HttpRequest, document: str) -> str:
    """An incident that rests on a document and that whoever asks has still to code blindly, '' for none."""
    cited = models.Citation.objects.filter(document=document).values_list("incident__ident", flat=True)
    return min(hidden(request).intersection(cited), default="")


def narrowed(rows: QuerySet[Any], by: dict[str, Any], closed: frozenset[str]) -> QuerySet[Any]:
    """The rows without those of which a filter would tell what is closed."""
    return without(rows, closed) if any(by.get(name) for name in TELLING) else rows


def without(rows: QuerySet[Any], closed: frozenset[str]) -> QuerySet[Any]:
    """The rows of incidents, those that are closed left out."""
    return rows.exclude(ident__in=among(sorted(closed))) if closed else rows


def among(idents: Sequence[str]) -> RawSQL:
    """Ids as one parameter, however many: a database takes only so many of them."""
    return RawSQL(_EACH[connection.vendor], [json.dumps(idents)])  # noqa: S611  (no data in the statement)
