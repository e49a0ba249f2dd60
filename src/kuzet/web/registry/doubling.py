"""Codings by people that no decision rests on: of what was coded a second time."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from kuzet.web.registry import models


def second() -> QuerySet[Any]:
    """Their rows, in the order in which they came."""
    held = models.IncidentCoding.objects.filter(coding=OuterRef("ident"))
    decided = models.Decision.objects.filter(coding=OuterRef("ident"))
    return models.Coding.objects.filter(~Exists(held), ~Exists(decided), machine=False).order_by("id")


def people() -> QuerySet[Any]:
    """The rows of all codings by people of what was coded a second time, in the order in which they came."""
    subjects = second().order_by().values("subject")
    return models.Coding.objects.filter(subject__in=subjects, machine=False).order_by("id")
