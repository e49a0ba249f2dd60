"""The OpenAPI document: ninja's list of addresses with the parameters, answers and examples that follow from the words.

Answers are described from the very words that are encoded, codes from the edition that is served, so that the document
cannot say anything else than the API does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from kuzet.basis.dates import EventDate
from kuzet.basis.fields import FIELDS
from kuzet.basis.word import Word
from kuzet.web.api import asking
from kuzet.web.api.shelf import Opened
from kuzet.web.public import publisher
from kuzet.web.public.data import answers
from kuzet.web.public.data.dictionary import tables

PREFIX: Final = "api/v1/"
REFERENCE: Final = "#/components/schemas/{name}"
ABOUT: Final = (
    "Published editions of a registry of attacks on media workers. Every answer names its edition; an edition never "
    "changes, and a correction is a new edition. Filters are the fields of the codebook, several codes joined by "
    "commas. No account, no cookie; no address of a reader is kept."
)

ANSWERS: Final[Mapping[str, type[Word]]] = {
    "editions": answers.Editions,
    "edition": answers.Edition,
    "incidents": answers.Incidents,
    "incident": answers.OneIncident,
    "count": answers.Told,
    "people": answers.Told,
    "share": answers.Told,
    "table": answers.Table,
    "codebook": answers.Codebook,
    "codes": answers.Codes,
    "sources": answers.Sources,
}
"""What each endpoint answers."""

QUERIES: Final[Mapping[str, tuple[str, ...]]] = {
    "editions": (),
    "edition": (),
    "incidents": ("edition", *asking.FILTERS, "year", "q", "sort", "limit", "cursor"),
    "incident": ("edition",),
    "count": ("edition", *asking.FILTERS, "year"),
    "people": ("edition", *asking.FILTERS, "year"),
    "share": ("edition", *asking.FILTERS, "year", *(f"{asking.BASE}{name}" for name in asking.FILTERS)),
    "table": ("edition", "by", *asking.FILTERS),
    "codebook": ("edition",),
    "codes": ("edition",),
    "sources": ("edition",),
}
"""Which parameters each endpoint takes; no other is let through."""

_FAILURES: Final = {
    400: ("A parameter is not what was expected", ("kind", "a parameter of this address", "query")),
    404: ("What is asked for is not there", ("", "something that is there", "")),
    429: ("Too many requests", ("", "fewer requests a minute", "")),
}
_NOT_YET: Final = {503: ("The index of the search is being made", ("", "the index", "parameter q"))}
"""How an endpoint that is asked in words can fail too."""

_HIDDEN: Final = ("codings", "decisions")


def openapi(listed: dict[str, Any], opened: Opened | None) -> dict[str, Any]:
    """The whole document, for the edition that is answered from where none is named."""
    paths = {path: {"get": _operation(methods["get"], opened)} for path, methods in listed["paths"].items()}
    licence = publisher.default().licence
    info = {**listed["info"], "license": {"name": licence.code, "url": licence.address}}
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas()},
    }


def encoded(told: dict[str, Any]) -> bytes:
    """The document as JSON."""
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _operation(one: Mapping[str, Any], opened: Opened | None) -> dict[str, Any]:
    ident = one["operationId"]
    path = [{**each, "example": _example(opened, ident)} for each in one["parameters"] if each["in"] == "path"]
    return {
        "operationId": ident,
        "summary": one["description"].partition(":")[0].partition(";")[0].rstrip("."),
        "description": one["description"],
        "parameters": [*path, *(parameter(name, opened) for name in QUERIES[ident])],
        "responses": dict(_responses(ident)),
    }


def _responses(ident: str) -> Iterator[tuple[str, dict[str, Any]]]:
    shape = {"$ref": REFERENCE.format(name=ANSWERS[ident].__name__)}
    headers = {"ETag": {"description": "Changes with the edition only", "schema": {"type": "string"}}}
    yield "200", {"description": "The answer", "headers": headers, "content": {"application/json": {"schema": shape}}}
    yield "304", {"description": "The reader has the answer of this ETag"}
    for status, (told, (value, expected, where)) in (_FAILURES | (_NOT_YET if "q" in QUERIES[ident] else {})).items():
        error = {"value": value, "expected": expected, "where": where, "message": f"{told}"}
        content = {"schema": {"$ref": REFERENCE.format(name="Failure")}, "example": {"error": error}}
        yield str(status), {"description": told, "content": {"application/json": content}}


def parameter(name: str, opened: Opened | None) -> dict[str, Any]:
    """One query parameter with its schema, what it means and an example."""
    plain = name.removeprefix(asking.BASE)
    told: dict[str, Any] = {"name": name, "in": "query", "required": False, "description": _meaning(name)}
    if plain in asking.FILTERS:
        codes = list(opened.engine.codes(plain)) if opened else []
        schema: dict[str, Any] = {"type": "array", "items": {"type": "string"}, "minItems": 1}
        schema["items"] |= {"enum": codes} if codes else {}
        return told | {"style": "form", "explode": False, "schema": schema, "example": codes[:1]}
    if name == "by":
        schema = {"type": "array", "items": {"type": "string", "enum": list(asking.FILTERS)}}
        schema |= {"minItems": 1, "maxItems": 2, "uniqueItems": True}
        return told | {"style": "form", "explode": False, "schema": schema, "example": ["category", "perpetrator"]}
    return told | _PLAIN[name]


def _meaning(name: str) -> str:
    if name in _MEANINGS:
        return _MEANINGS[name]
    told = tables()["incidents"].column(name.removeprefix(asking.BASE)).told.best("en")
    table = FIELDS[name.removeprefix(asking.BASE)].table
    codes = f" (codes: table {table} of the codebook)" if table else ""
    whole = "Of the whole that a share is taken of: " if name.startswith(asking.BASE) else ""
    return f"{whole}{told}{codes}; several codes joined by commas"


_MEANINGS: Final = {
    "edition": "Name of the edition, such as kz-2024-edition-1; the newest one without",
    "year": "The year in which an incident is counted",
    "q": "Words in any of three languages and two scripts: titles, summaries, names, places, numbers of incidents",
    "sort": "Order: by number or by date, with - the last first; with q, how well an incident is found decides",
    "limit": "Incidents of a page",
    "cursor": "Where the page begins: `next` of the page before",
    "by": "One field or two",
}

_PLAIN: Final[Mapping[str, dict[str, Any]]] = {
    "edition": {"schema": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,80}$"}},
    "year": {"schema": asking.YEAR.schema()},
    "q": {
        "schema": {"type": "string", "maxLength": asking.LONGEST_QUERY},
        "example": "журналист",
    },
    "sort": {"schema": {"type": "string", "enum": list(asking.SORTS), "default": asking.SORTS[0]}},
    "limit": {"schema": asking.LIMIT.schema(), "example": 10},
    "cursor": {"schema": asking.CURSOR.schema()},
}


def _example(opened: Opened | None, ident: str) -> str:
    """A value of the path parameter that is there."""
    if ident == "codes":
        return "methods"
    if opened is None:
        return "none"
    return opened.told.name if ident == "edition" else opened.incidents([0])[0].id


def schemas() -> dict[str, Any]:
    """The JSON Schemas of everything that is answered, from the words themselves."""
    _, found = msgspec.json.schema_components(answers.ALL, schema_hook=_hook, ref_template=REFERENCE)
    for name in _HIDDEN:
        found["Incident"]["properties"].pop(name)
    reached: dict[str, Any] = {}
    for kind in answers.ALL:
        _reach(kind.__name__, found, reached)
    return dict(sorted(reached.items()))


def _reach(name: str, found: Mapping[str, Any], reached: dict[str, Any]) -> None:
    """Put a schema and those that it refers to among the reached ones."""
    if name in reached:
        return
    reached[name] = found[name]
    for other in found:
        if f'"{REFERENCE.format(name=other)}"' in json.dumps(found[name]):
            _reach(other, found, reached)


def _hook(kind: type) -> dict[str, Any]:
    """Dates that are as exact as their source are text."""
    if kind is EventDate:
        told = "2024, 2024-09, 2024-09-20, a range 2024-09-12/2024-09-30, or a night with ` night` behind"
        return {"type": "string", "description": told, "examples": ["2024-09-20"]}
    raise NotImplementedError(kind)  # msgspec's own signal for "no hook for this type"
