"""The filters of the queue as lists to choose from, with how many wait behind each choice."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.conf import settings
from django.db.models import Count

from kuzet import countries
from kuzet.basis.names import LANGUAGES
from kuzet.web.desk.candidates.filters import AGES, COLUMNS, ME, NONE, OLDER, Filters
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import models

FRESH: Final = 60
"""Seconds for which counts are kept: to count every choice of a hundred thousand takes longer than to make the page."""


class Option(NamedTuple):
    """One choice."""

    value: str
    label: str
    chosen: bool


class Select(NamedTuple):
    """One filter."""

    name: str
    label: str
    options: list[Option]


def selects(filters: Filters, labels: Labels, told: Mapping[str, str]) -> list[Select]:
    """All filters; a value of which nothing waits is left out, unless it is chosen."""
    known = fresh()
    found = [_of_column(name, known[name], filters, labels, told) for name in COLUMNS]
    ages = [(str(days), told["age_days"].format(days=days)) for days in AGES] + [(OLDER, told["age_older"])]
    people = [(ME, told["assigned_me"]), (NONE, told["assigned_none"])]
    people += [(name, f"{name} ({count})") for name, count in known["assignee"].items() if name]
    return [*found, _select("age", ages, filters, told), _select("assigned", people, filters, told)]


def fresh() -> Mapping[str, Mapping[str, int]]:
    """How many wait by column and value, counted within the last minute."""
    return counts(str(settings.DATABASES["default"]["NAME"]), int(time.monotonic() // FRESH))


@lru_cache(maxsize=2)
def counts(database: str, minute: int) -> Mapping[str, Mapping[str, int]]:
    """How many wait by column and value; both arguments only say how long the answer holds."""
    _ = database, minute
    waiting = models.Candidate.objects.filter(state="open", folded=0).order_by()
    return {name: dict(waiting.values_list(name).annotate(Count("id"))) for name in (*COLUMNS, "assignee")}


def _of_column(
    name: str, known: Mapping[str, int], filters: Filters, labels: Labels, told: Mapping[str, str]
) -> Select:
    chosen = {filters.chosen[name]: 0} if filters.chosen.get(name, NONE) != NONE else {}
    named = [
        (value or NONE, _label(name, value, labels, told), count) for value, count in (chosen | dict(known)).items()
    ]
    options = [
        (value, f"{label} ({count})") for value, label, count in sorted(named, key=lambda one: (-one[2], one[1]))
    ]
    return _select(name, options, filters, told)


def _select(name: str, options: list[tuple[str, str]], filters: Filters, told: Mapping[str, str]) -> Select:
    chosen = filters.chosen.get(name, "")
    shown = [Option(value, label, value == chosen) for value, label in options]
    return Select(name, told[f"filter_{name}"], [Option("", told["all"], not chosen), *shown])


def _label(name: str, value: str, labels: Labels, told: Mapping[str, str]) -> str:
    if not value:
        return told["unknown"]
    tables: dict[str, Any] = {"method": "methods", "category": "categories"}
    if name in tables:
        return labels.of(tables[name], value)
    if name == "language" and value in LANGUAGES:
        return words(value)["language"]
    if name == "region":
        regions = {one.iso: one.name for one in countries.load(settings.COUNTRY).regions}
        return getattr(regions[value], labels.language) if value in regions else value
    return value
