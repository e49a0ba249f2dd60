"""How the API answers: JSON of words, the same errors everywhere, an ETag that follows from edition and question."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import wraps
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from kuzet import __version__
from kuzet.basis.errors import BadInput, KuzetError, Missing, shorten
from kuzet.basis.word import Word, to_json
from kuzet.web.api.limit import Limit
from kuzet.web.api.searching import Making
from kuzet.web.public.data.answers import Failure, Refused

JSON: Final = "application/json"
AGE: Final = 300
"""Seconds that an answer may be kept without asking again."""

RATE: Final = int(os.environ.get("KUZET_API_RATE", "600"))
"""Requests a minute from one address to one process."""

limit = Limit(RATE)


def failed(status: int, error: Refused) -> HttpResponse:
    """An error in its one shape."""
    return HttpResponse(to_json(Failure(error=error)), content_type=JSON, status=status)


def refused(error: KuzetError) -> HttpResponse:
    """What is wrong with the request (400), or what is not there (404)."""
    if isinstance(error, BadInput):
        value = error.value if isinstance(error.value, str) else shorten(error.value)
        return failed(400, Refused(value=value[:200], expected=error.expected, where=error.where, message=str(error)))
    return failed(404, Refused(value="", expected="something that is there", where="", message=str(error)))


def given(word: Word) -> HttpResponse:
    """A word as the answer."""
    return HttpResponse(to_json(word), content_type=JSON)


View = Callable[..., HttpResponse]


def open_to_all(view: View) -> View:
    """Around every endpoint: the limit, the errors, and that a page of any site may read the answer."""

    @wraps(view)
    def answer(request: HttpRequest, *words: str, **named: str) -> HttpResponse:
        wait = limit.wait(_address(request))
        found = _too_often(wait) if wait else _asked(view, request, *words, **named)
        found["Access-Control-Allow-Origin"] = "*"
        found["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
        return found

    return answer


def _asked(view: View, request: HttpRequest, *words: str, **named: str) -> HttpResponse:
    try:
        return view(request, *words, **named)
    except (BadInput, Missing) as error:
        return refused(error)
    except Making as error:
        return _later(503, Refused(value="", expected="the index", where="parameter q", message=str(error)), 60)


def _too_often(wait: int) -> HttpResponse:
    told = "fewer requests a minute"
    return _later(429, Refused(value="", expected=told, where="", message=f"too many requests; next in {wait} s"), wait)


def _later(status: int, error: Refused, wait: int) -> HttpResponse:
    """An error that is over in so many seconds."""
    found = failed(status, error)
    found["Retry-After"] = str(wait)
    return found


def _address(request: HttpRequest) -> str:
    """Who asks: behind a server that speaks TLS the address that this one put last."""
    told = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.NAME:
        return told
    return str(request.META.get("HTTP_X_FORWARDED_FOR", told)).rpartition(",")[2].strip()


def once(request: HttpRequest, digest: str, make: Callable[[], Word]) -> HttpResponse:
    """The answer that `make` gives, or 304 where the reader has it: an edition never changes."""
    told = f"{digest}\0{__version__}\0{request.get_full_path()}"
    tag = f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'
    asked = {one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")}
    found = HttpResponse(status=304) if asked & {tag, "*"} else given(make())
    found["ETag"] = tag
    found["Cache-Control"] = f"public, max-age={AGE}"
    return found
