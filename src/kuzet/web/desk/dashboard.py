"""How the work stands: incidents by status, the figures of a year as they would be published now, and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final, NamedTuple

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.basis.incident import COUNTED
from kuzet.basis.names import LANGUAGES
from kuzet.web.desk import blind, collection
from kuzet.web.desk.candidate import country
from kuzet.web.desk.choices import fresh
from kuzet.web.desk.labels import Labels
from kuzet.web.desk.languages import language_of, words
from kuzet.web.registry import models

YEARS: Final = 200
"""Years to both sides of this one that can be asked for."""


class Number(NamedTuple):
    """A number with its label and the code that the list is narrowed by."""

    label: str
    code: str
    number: int


def show(request: HttpRequest) -> HttpResponse:
    """The numbers of one year (`year`, else the one of the newest incident) and of what waits."""
    labels, year = Labels(language_of(request)), _year(request.GET.get("year", ""))
    closed = blind.hidden(request)
    counted = _figures(year, closed)
    hidden = _counted(year).filter(ident__in=blind.among(sorted(closed))).count() if closed else 0
    given = {
        "collection": collection.known(labels.language),
        "year": year,
        "years": (year - 1, year + 1),
        "statuses": list(_by("statuses", _numbers("status", models.Incident.objects.all()), labels)),
        "total": sum(counted.values()) + hidden,
        "hidden": hidden,
        "before": _counted(year - 1).count(),
        "categories": list(_by("categories", _summed(counted, 0), labels)),
        "regions": list(_regions(_summed(counted, 1), labels)),
        "waiting": list(_languages(labels)),
    }
    return render(request, "desk/dashboard.html", given)


def _year(asked: str) -> int:
    now = datetime.now(UTC).year
    if asked.isdecimal() and abs(int(asked[:6]) - now) < YEARS:
        return int(asked)
    newest = models.Incident.objects.order_by("-first").values_list("first", flat=True).first()
    return min(newest.year, now) if newest else now


def _counted(year: int) -> QuerySet[Any]:
    """What an edition of the year would count now: an incident belongs to the year in which it began."""
    period = (date(year, 1, 1), date(year, 12, 31))
    return models.Incident.objects.filter(country=country().profile.code, status__in=COUNTED, first__range=period)


def _figures(year: int, closed: frozenset[str]) -> Mapping[tuple[str, str], int]:
    """How many a year counts by category and region: asked once, and added up for each of the lists."""
    found = (
        blind.without(_counted(year), closed).order_by().values_list("category", "region").annotate(number=Count("pk"))
    )
    return {(category, region): number for category, region, number in found}


def _summed(counted: Mapping[tuple[str, str], int], at: int) -> Mapping[str, int]:
    """By one of the two alone."""
    found: Counter[str] = Counter()
    for key, number in counted.items():
        found[key[at]] += number
    return found


def _by(table: str, found: Mapping[str, int], labels: Labels) -> Iterator[Number]:
    yield from (Number(label, code, found[code]) for code, label in labels.choices(table) if found.get(code))


def _numbers(column: str, rows: QuerySet[Any]) -> Mapping[str, int]:
    return dict(rows.order_by().values_list(column).annotate(Count("pk")))


def _regions(found: Mapping[str, int], labels: Labels) -> Iterator[Number]:
    """Every region, those of which nothing is known too: that is what to look at."""
    for region in country().regions:
        yield Number(getattr(region.name, labels.language), region.iso, found.get(region.iso, 0))


def _languages(labels: Labels) -> Iterator[Number]:
    """Candidates that wait, by the language of their document, as the queue counts them."""
    found = fresh()["language"]
    for language in LANGUAGES:
        yield Number(words(labels.language)[f"in_{language}"], language, found.get(language, 0))
