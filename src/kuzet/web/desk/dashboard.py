"""How the work stands: incidents by status, the figures of a year as they would be published now, and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.basis.incident import COUNTED
from kuzet.basis.names import LANGUAGES
from kuzet.web.desk import blind, collection
from kuzet.web.desk.candidates.candidate import country
from kuzet.web.desk.candidates.choices import fresh
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import events, models

YEARS: Final = 200
"""Years to both sides of this one that can be asked for."""


KEPT: Final = 16
"""Counts that are kept: they hold until the next event, since nothing of an incident changes without one."""

Figures = Mapping[tuple[str, str], int]
"""Numbers by category and region."""


class Number(NamedTuple):
    """A number with its label and the code that the list is narrowed by."""

    label: str
    code: str
    number: int


def show(request: HttpRequest) -> HttpResponse:
    """The numbers of one year (`year`, else the one of the newest incident) and of what waits."""
    labels, year = Labels(language_of(request)), _year(request.GET.get("year", ""))
    closed = blind.hidden(request)
    newest = events.checkpoint().hash  # read first: what is counted is never older than the event it is kept for
    counted, hidden = _figures(newest, year), _among(year, closed)
    shown = Counter(counted) - Counter(hidden)
    given = {
        "collection": collection.known(labels.language),
        "year": year,
        "years": (year - 1, year + 1),
        "statuses": list(_by("statuses", _statuses(newest), labels)),
        "total": sum(counted.values()),
        "hidden": sum(hidden.values()),
        "published": _published(year),
        "before": sum(_figures(newest, year - 1).values()),
        "published_before": _published(year - 1),
        "categories": list(_by("categories", _summed(shown, 0), labels)),
        "regions": list(_regions(_summed(shown, 1), labels)),
        "waiting": list(_languages(labels)),
    }
    return render(request, "desk/dashboard.html", given)


def _year(asked: str) -> int:
    now = datetime.now(UTC).year
    if asked.isdecimal() and abs(int(asked[:6]) - now) < YEARS:
        return int(asked)
    newest = models.Incident.objects.order_by("-first").values_list("first", flat=True).first()
    return min(newest.year, now) if newest else now


def _published(year: int) -> int | None:
    """The total of a year that was published elsewhere, None where nobody published one."""
    return next((one.value for one in country().published_totals if one.year == year and not one.where), None)


def _counted(year: int) -> QuerySet[Any]:
    """What an edition of the year would count now: an incident belongs to the year in which it began."""
    period = (date(year, 1, 1), date(year, 12, 31))
    return models.Incident.objects.filter(country=country().profile.code, status__in=COUNTED, first__range=period)


@lru_cache(maxsize=KEPT)
def _statuses(newest: str) -> Mapping[str, int]:
    """How many incidents have each status."""
    _ = newest
    return dict(numbers(models.Incident.objects.all(), "status"))


@lru_cache(maxsize=KEPT)
def _figures(newest: str, year: int) -> Figures:
    """How many a year counts: asked once, and added up for each of the lists."""
    _ = newest
    return _by_category_and_region(_counted(year))


def _among(year: int, closed: frozenset[str]) -> Figures:
    """How many of these a year counts."""
    return _by_category_and_region(_counted(year).filter(ident__in=blind.among(sorted(closed)))) if closed else {}


def _by_category_and_region(rows: QuerySet[Any]) -> Figures:
    return {(category, region): number for category, region, number in numbers(rows, "category", "region")}


def numbers(rows: QuerySet[Any], *columns: str) -> QuerySet[Any]:
    """How many rows there are by these columns: `*`, since PostgreSQL would read each of the rows for a column."""
    return rows.order_by().values_list(*columns).annotate(number=Count("*"))


def _summed(counted: Figures, at: int) -> Mapping[str, int]:
    """By one of the two alone."""
    found: Counter[str] = Counter()
    for key, number in counted.items():
        found[key[at]] += number
    return found


def _by(table: str, found: Mapping[str, int], labels: Labels) -> Iterator[Number]:
    yield from (Number(label, code, found[code]) for code, label in labels.choices(table) if found.get(code))


def _regions(found: Mapping[str, int], labels: Labels) -> Iterator[Number]:
    """Every region, those of which nothing is known too: that is what to look at."""
    for region in country().regions:
        yield Number(getattr(region.name, labels.language), region.iso, found.get(region.iso, 0))


def _languages(labels: Labels) -> Iterator[Number]:
    """Candidates that wait, by the language of their document, as the queue counts them."""
    found = fresh()["language"]
    for language in LANGUAGES:
        yield Number(words(labels.language)[f"in_{language}"], language, found.get(language, 0))
