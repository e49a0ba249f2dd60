"""The first page of whoever comes: the queue of those who decide, a correspondent's reports, a reader's list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

from kuzet.web.access.policy import open_to, policy
from kuzet.web.desk import intake, reading
from kuzet.web.desk.candidates import queue

FIRST: Final[tuple[tuple[str, Callable[[HttpRequest], HttpResponse]], ...]] = (
    ("queue", queue.show),
    ("report", intake.report),
    ("readable", reading.show),
)
"""Routes with their pages: the first one that the policy opens to a role is its first page."""


def show(request: HttpRequest) -> HttpResponse:
    """The first page of the role of whoever asks."""
    may = open_to(request.role, policy())
    return next(page for route, page in FIRST if route in may)(request)
