"""Who has the page of a candidate open just now: told by the page itself, so that two people do not do one work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import models

FRESH: Final = timedelta(minutes=2)
"""An open page tells of itself once a minute; one that was closed is forgotten after this."""


def look(request: HttpRequest, ident: str) -> HttpResponse:
    """Note that the page is open, and tell who else has it."""
    person, now = request.user.get_username(), datetime.now(UTC)
    models.Looking.objects.filter(at__lt=now - FRESH).delete()
    models.Looking.objects.update_or_create(candidate=ident, person=person, defaults={"at": now})
    others = ", ".join(lookers([ident], person).get(ident, ()))
    return render(request, "desk/looking.html", {"lookers": others, "w": words(language_of(request))})


def lookers(idents: Sequence[str], person: str) -> Mapping[str, list[str]]:
    """Everybody else who has the page of one of these candidates open."""
    found: dict[str, list[str]] = defaultdict(list)
    fresh = models.Looking.objects.filter(candidate__in=idents, at__gte=datetime.now(UTC) - FRESH)
    for ident, name in fresh.exclude(person=person).order_by("person").values_list("candidate", "person"):
        found[ident].append(name)
    return found
