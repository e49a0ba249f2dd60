"""Which part of the queue is asked for: in the address, so that it can be sent to somebody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from django.db.models import Q, QuerySet

from kuzet.web.registry import models

COLUMNS: Final = ("language", "region", "method", "category", "source")
"""Columns that are asked for by their value; `-` is the empty one."""

NONE: Final = "-"
ME: Final = "me"
AGES: Final = (7, 30, 90)
"""Days up to which a document is asked for; `older` is beyond the last."""

OLDER: Final = "older"


class Filters(NamedTuple):
    """What was chosen, by name; what was not chosen is left out."""

    chosen: Mapping[str, str]

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Filters:
        """The filters among the words of an address; words of no filter, and ages that are none, are passed over."""
        named = {name: given.get(name, "").strip() for name in (*COLUMNS, "age", "assigned")}
        if named["age"] not in (OLDER, *map(str, AGES)):
            named["age"] = ""
        return cls({name: text for name, text in named.items() if text})

    @property
    def query(self) -> str:
        """As it stands in an address."""
        return urlencode(self.chosen)

    def of(self, person: str, today: date) -> QuerySet[Any]:
        """The open candidates that are asked for, the most urgent first; near-copies stand behind the first of them."""
        asked = Q(state="open", folded=0)
        for name in COLUMNS:
            if name in self.chosen:
                asked &= Q(**{name: "" if self.chosen[name] == NONE else self.chosen[name]})
        if "assigned" in self.chosen:
            who = {NONE: "", ME: person}.get(self.chosen["assigned"], self.chosen["assigned"])
            asked &= Q(assignee=who)
        if "age" in self.chosen:
            asked &= _aged(self.chosen["age"], today)
        return models.Candidate.objects.filter(asked).order_by("-rank", "ident")


def rank_of(ident: str) -> float | None:
    """The place of a candidate in the queue, which may be decided by now; None where there is none of that name."""
    found: float | None = models.Candidate.objects.filter(ident=ident).values_list("rank", flat=True).first()
    return found


def behind(waiting: QuerySet[Any], ident: str, rank: float | None) -> QuerySet[Any]:
    """What stands behind a candidate of this rank; everything where there is none."""
    return waiting if rank is None else waiting.filter(rank__lte=rank).exclude(rank=rank, ident__lte=ident)


def before(waiting: QuerySet[Any], ident: str, rank: float | None) -> QuerySet[Any]:
    """What stands before a candidate of this rank, the nearest first."""
    found = waiting.none() if rank is None else waiting.filter(rank__gte=rank).exclude(rank=rank, ident__gte=ident)
    return found.order_by("rank", "-ident")


def _aged(age: str, today: date) -> Q:
    if age == OLDER:
        return Q(day__lt=today - timedelta(days=AGES[-1]))
    return Q(day__gte=today - timedelta(days=int(age)))
