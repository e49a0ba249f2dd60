"""The API as it is: addresses and parameters from the code, answers from the words that are encoded."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any, NamedTuple

from tools.pages.markdown import code, table
from tools.pages.markdown import page as whole

import kuzet.web.api
from kuzet.web.api import asking, document

VIEWS = Path(kuzet.web.api.__file__).with_name("views.py")
ABOUT = """
`kuzet serve` answers under `/api/v1/` from the editions that lie in `editions/` of the data folder
(`KUZET_EDITIONS` names another folder, or one release). Only published editions are read, and no database is asked.
`/api/v1/openapi.json` is the complete OpenAPI document, with the codes of the edition that is served. The bundle of
`kuzet publish` holds the same answers as files: the address with `.json` behind it, pages of incidents as
`incidents.json`, `incidents-2.json`, ...

- **Editions.** `kuzet release registry --period 2024 -o registry/editions/kz-2024` publishes one here. Every answer
  names its edition. Without `edition=` the newest one answers.
- **Filters** are the fields of [Figures](figures.md), several codes joined by commas, as `kuzet figures --where`
  takes them.
- **Pages.** `next` is the cursor of the page behind; the header `Link` holds its address. There is none on the last
  page.
- **ETag.** An answer changes with its edition only; send `If-None-Match` and get 304 without a body.
- **Errors** have one shape: `{"error": {"value", "expected", "where", "message"}}` with 400 (what was asked is not
  right), 404 (it is not there), 429 (too often), 503 (the index of `q=` is being made); with the last two
  `Retry-After` says when to come back.
- **Words.** `q=` gives the hits of the site's own search. Its index is a file in `searches/` of the data folder, made
  when an edition is first asked in words: seconds for thousands of incidents, minutes for a million. Until
  it is there, such a question is answered 503 at once.
- **Limit.** 600 requests a minute from one address to one process (`KUZET_API_RATE`, 0 for none). The address is
  kept for a minute as a keyed hash in memory; the key is made anew each day and written nowhere.
- **Any site may read** (`Access-Control-Allow-Origin: *`); there are no accounts and no cookies, and nothing can be
  written.
"""


class Endpoint(NamedTuple):
    """One address with the name of its operation and what it is."""

    path: str
    name: str
    told: str


def page() -> str:
    """All addresses, their parameters and answers."""
    found = list(endpoints())
    rows = [(code(f"GET /api/v1{one.path}"), one.told, answer(one)) for one in found]
    rows.append((code("GET /api/v1/openapi.json"), "The OpenAPI document", ""))
    return whole(
        "API",
        ABOUT,
        table(("address", "what", "answer"), rows),
        "## Parameters",
        table(("parameter", "of", "what"), parameters(found)),
        "## Answers",
        *answers(),
    )


def endpoints() -> Iterator[Endpoint]:
    """Every function of the views that an address leads to."""
    for node in ast.parse(VIEWS.read_text("utf-8")).body:
        for decorator in getattr(node, "decorator_list", ()):
            if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "_get":
                path, name = (ast.literal_eval(each) for each in decorator.args)
                yield Endpoint(path, name, cleandoc(ast.get_docstring(node) or ""))


def answer(one: Endpoint) -> str:
    """A link to the shape that it answers."""
    name = document.ANSWERS[one.name].__name__
    return f"[{name}](#{name.lower()})"


def parameters(found: list[Endpoint]) -> Iterator[tuple[str, str, str]]:
    """Each parameter with the endpoints that take it; those in front of which `of_` stands in one row."""
    names = dict.fromkeys(name for one in found for name in document.QUERIES[one.name])
    for name in names:
        if name.startswith(asking.BASE):
            continue
        takes = [one.name for one in found if name in document.QUERIES[one.name]]
        yield code(name), ", ".join(takes), document.parameter(name, None)["description"]
    yield code(f"{asking.BASE}<field>"), "share", "The same filters, of the whole that the share is taken of"


def answers() -> Iterator[str]:
    """Every schema: its fields with their types."""
    for name, schema in document.schemas().items():
        if "properties" not in schema:
            continue
        rows = [(code(field), code(kind(told))) for field, told in schema["properties"].items()]
        yield f"### {name}\n\n{cleandoc(schema.get('description', ''))}\n\n{table(('field', 'type'), rows)}"


def kind(told: dict[str, Any]) -> str:
    """A JSON Schema in a word or two."""
    if "$ref" in told:
        return str(told["$ref"]).rpartition("/")[2]
    if "anyOf" in told:
        return " or ".join(kind(each) for each in told["anyOf"])
    if told.get("type") == "array":
        return f"list of {kind(told.get('items', {}))}" if told.get("items") else "list"
    return str(told.get("type", "any"))
