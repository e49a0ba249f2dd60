"""What a page says when the registry was not free to be written to: that nothing was, with all that was typed.

Nothing is read from the database for it, which may be held.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from kuzet.web.access.guard import OWN
from kuzet.web.databases import is_busy
from kuzet.web.desk.wording.languages import language_of, words

BUSY: Final = 503
AFTER: Final = 60
"""Seconds after which it may be tried again."""

TOKEN: Final = "csrfmiddlewaretoken"  # noqa: S105  (the name of a field)


class Busy:
    """Middleware that answers for a view which could not write."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """None for what is not this."""
        if not (isinstance(error, Error) and is_busy(error)):
            return None
        language = language_of(request)
        given = {
            "language": language,
            "w": words(language),
            "again": _may_be_sent_again(request),
            "fields": [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN],
            "csrf_token": get_token(request),
            "address": request.get_full_path(),
        }
        answer = HttpResponse(render_to_string("desk/busy.html", given), status=BUSY)
        answer["Retry-After"] = str(AFTER)
        answer["Cache-Control"] = "no-store"
        return answer


def _may_be_sent_again(request: HttpRequest) -> bool:
    """Whether the page can hold what was sent: no file, and no password."""
    own = request.resolver_match is not None and request.resolver_match.view_name.startswith(OWN)
    return request.method == "POST" and not request.FILES and not own
