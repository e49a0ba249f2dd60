"""The endpoints: what each is asked, and which word it answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from kuzet.basis.errors import Missing
from kuzet.web.api import asking, document, replies
from kuzet.web.api.replies import View
from kuzet.web.api.shelf import Opened, Shelf
from kuzet.web.public.data import answers

api = NinjaAPI(
    title="Kuzet", version="1", docs_url=None, openapi_url=None, urls_namespace="api", description=document.ABOUT
)


@cache
def _shelf(folder: Path, searches: Path) -> Shelf:
    return Shelf(folder, searches)


def shelf() -> Shelf:
    """The editions of this registry."""
    return _shelf(settings.EDITIONS, settings.SEARCHES)


def _read(request: HttpRequest, endpoint: str) -> tuple[Opened, dict[str, str]]:
    """The edition that is asked and the parameters of the endpoint; raises `BadInput`, `Missing`."""
    found = _given(request, endpoint)
    return shelf().get(found.get("edition")), found


def _given(request: HttpRequest, endpoint: str) -> dict[str, str]:
    found = asking.once(dict(request.GET.lists()))
    asking.known(found, document.QUERIES[endpoint])
    return found


def _get(path: str, name: str) -> Callable[[View], View]:
    """The decorator that makes a function the endpoint of that name."""
    return cast("Callable[[View], View]", api.api_operation(["GET", "HEAD"], path, url_name=name, operation_id=name))


@_get("/editions", "editions")
@replies.open_to_all
def editions(request: HttpRequest) -> HttpResponse:
    """Every edition that is served, the newest first."""
    _given(request, "editions")
    told = answers.Editions(editions=tuple(one.told for one in shelf().editions))
    return replies.once(request, " ".join(one.digest for one in told.editions), lambda: told)


@_get("/editions/{name}", "edition")
@replies.open_to_all
def edition(request: HttpRequest, name: str) -> HttpResponse:
    """One edition: what it covers, when it was frozen, its digest."""
    _given(request, "edition")
    told = shelf().get(name).told
    return replies.once(request, told.digest, lambda: told)


@_get("/incidents", "incidents")
@replies.open_to_all
def incidents(request: HttpRequest) -> HttpResponse:
    """Incidents that pass all filters, a page at a time; `next` is the cursor of the page behind."""
    opened, found = _read(request, "incidents")
    asked = asking.listing(found)
    filters = opened.engine.facts.read(asked.where)
    rows = opened.places.find(filters, asked.year, asked.sort, asked.query)
    behind = asked.cursor + asked.limit
    if asked.cursor and asked.cursor >= len(rows):
        raise Missing(f"no page from row {asked.cursor}: {len(rows)} incidents pass")
    following = str(behind) if behind < len(rows) else ""
    made = replies.once(
        request,
        opened.told.digest,
        lambda: answers.Incidents(
            edition=opened.told.name,
            total=len(rows),
            items=opened.incidents(rows[asked.cursor : behind]),
            next=following,
        ),
    )
    if following:
        made["Link"] = f'<{request.path}?{urlencode({**found, "cursor": following})}>; rel="next"'
    return made


@_get("/incidents/{ident}", "incident")
@replies.open_to_all
def incident(request: HttpRequest, ident: str) -> HttpResponse:
    """One incident with its targets, perpetrators, articles, penalties and the documents that it rests on."""
    opened, _ = _read(request, "incident")
    found = opened.incident(ident)
    return replies.once(
        request, opened.told.digest, lambda: answers.OneIncident(edition=opened.told.name, incident=found)
    )


@_get("/figures/count", "count")
@replies.open_to_all
def count(request: HttpRequest) -> HttpResponse:
    """How many incidents pass all filters; a year before the edition is answered by published totals."""
    opened, found = _read(request, "count")
    figure = opened.engine.count(asking.where(found), asking.YEAR.read(found))
    return replies.once(request, opened.told.digest, lambda: answers.figure(opened.manifest, figure))


@_get("/figures/people", "people")
@replies.open_to_all
def people(request: HttpRequest) -> HttpResponse:
    """How many people were affected, where the sources count them."""
    opened, found = _read(request, "people")
    figure = opened.engine.people(asking.where(found), asking.YEAR.read(found))
    return replies.once(request, opened.told.digest, lambda: answers.figure(opened.manifest, figure))


@_get("/figures/share", "share")
@replies.open_to_all
def share(request: HttpRequest) -> HttpResponse:
    """Percent of the whole (filters with `of_` in front; everything without) that passes the other filters too."""
    opened, found = _read(request, "share")
    whole = asking.where(found, asking.BASE)
    figure = opened.engine.share(asking.where(found), whole, asking.YEAR.read(found))
    return replies.once(request, opened.told.digest, lambda: answers.figure(opened.manifest, figure))


@_get("/figures/table", "table")
@replies.open_to_all
def table(request: HttpRequest) -> HttpResponse:
    """A table by one field or two: how many incidents hold each combination of codes."""
    opened, found = _read(request, "table")
    cross = opened.engine.cross(asking.fields(found), asking.where(found))
    return replies.once(request, opened.told.digest, lambda: answers.table(opened.manifest, cross))


@_get("/codebook", "codebook")
@replies.open_to_all
def codebook(request: HttpRequest) -> HttpResponse:
    """The codebook of the edition: every table and code, in three languages."""
    opened, _ = _read(request, "codebook")
    return replies.once(request, opened.told.digest, lambda: answers.codebook(opened.manifest.codebook))


@_get("/codebook/{name}", "codes")
@replies.open_to_all
def codes(request: HttpRequest, name: str) -> HttpResponse:
    """One table of the codebook."""
    opened, _ = _read(request, "codes")
    if name not in opened.engine.facts.codes.codebook.tables:
        raise Missing(f"no table {name} in codebook {opened.manifest.codebook}")
    return replies.once(request, opened.told.digest, lambda: answers.codes(opened.manifest.codebook, name))


@_get("/sources", "sources")
@replies.open_to_all
def sources(request: HttpRequest) -> HttpResponse:
    """The sources of the edition: outlets, channels, official pages."""
    opened, _ = _read(request, "sources")
    return replies.once(request, opened.told.digest, lambda: answers.sources(opened.manifest, opened.sources))


@replies.open_to_all
def openapi(_: HttpRequest) -> HttpResponse:
    """The OpenAPI document of these endpoints."""
    editions = shelf().editions
    told = document.openapi(api.get_openapi_schema(path_prefix=document.PREFIX), editions[0] if editions else None)
    return HttpResponse(document.encoded(told), content_type=replies.JSON)


@replies.open_to_all
def nowhere(_: HttpRequest, rest: str) -> HttpResponse:
    """Any other address."""
    raise Missing(f"nothing at {rest}; what there is stands in openapi.json")
