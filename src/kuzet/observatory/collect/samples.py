"""Recorded samples of a source, and whether they are read as `expected.yml` says.

A sample is written by us in the markup of its site, since no site is contacted in tests and no text of others is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from itertools import zip_longest
from typing import Final

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput, KuzetError, Missing
from kuzet.basis.word import Word, from_data
from kuzet.observatory.collect.entries import entries
from kuzet.observatory.collect.found import Entry, Origin, Page, SetAside
from kuzet.observatory.collect.pages import page
from kuzet.observatory.collect.plan import Plan
from kuzet.observatory.collect.sources import mapping

FILE: Final = "expected.yml"
_WITH_TEXT: Final = ("telegram", "youtube")
"""Forms of start pages that bring the text, so that no page is fetched."""


class SampleEntry(Word):
    """What must be read of one entry; `begins` is the beginning of its text."""

    url: str
    title: str = ""
    published: EventDate | None = None
    begins: str = ""
    forwarded: str = ""
    edited: bool = False
    sitemap: bool = False


class SampleStart(Word):
    """A recorded start page: that of number `of` (from 0) in `source.yml`."""

    sample: str
    entries: tuple[SampleEntry, ...]
    of: int = 0
    content_type: str = ""


class SamplePage(Word):
    """A recorded page, and what must be read of it; `begins` is the beginning of its text."""

    sample: str
    url: str
    title: str
    language: str
    begins: str
    author: str = ""
    published: EventDate | None = None
    origin: Origin = ""
    content_type: str = "text/html; charset=utf-8"


class Expectation(Word):
    """`expected.yml`."""

    starts: tuple[SampleStart, ...] = ()
    pages: tuple[SamplePage, ...] = ()


def expectation(folder: Traversable) -> Expectation:
    """What a folder expects of its samples; raises `BadInput` that names the field, `Missing` without the file."""
    return from_data(mapping(folder, FILE), Expectation, f"{folder.name}/{FILE}")


def problems(folder: Traversable, plan: Plan) -> Iterator[KuzetError]:
    """Where the samples are not read as expected, or are not there."""
    try:
        expected = expectation(folder)
        yield from _missing(expected, plan)
        for start in expected.starts:
            yield from _of_start(folder, start, plan)
        for one in expected.pages:
            yield from _of_page(folder, one)
    except KuzetError as error:
        yield error


def _missing(expected: Expectation, plan: Plan) -> Iterator[KuzetError]:
    where = f"{plan.source.id}/{FILE}"
    if plan.start and not expected.starts:
        yield BadInput((), "a list of recorded start pages", f"{where}, starts")
    if not expected.pages and not all(start.form in _WITH_TEXT for start in plan.start or ()):
        yield BadInput((), "a list of recorded pages", f"{where}, pages")
    if not plan.start and not expected.pages:
        yield BadInput((), "a list of recorded pages", f"{where}, pages")


def _of_start(folder: Traversable, expected: SampleStart, plan: Plan) -> Iterator[KuzetError]:
    where = f"{folder.name}/{expected.sample}"
    if not 0 <= expected.of < len(plan.start):
        yield BadInput(expected.of, f"the number of a start page, below {len(plan.start)}", f"{folder.name}/{FILE}, of")
        return
    start = plan.start[expected.of]
    found = entries(start.form, _body(folder, expected.sample), start, expected.content_type)
    if isinstance(found, SetAside):
        yield BadInput(start.form, f"what the sample is ({found.why})", where)
        return
    for number, (one, wanted) in enumerate(zip_longest(found, expected.entries), 1):
        yield from _of_entry(one, wanted, f"{where}, entry {number}")


def _of_entry(found: Entry | None, wanted: SampleEntry | None, where: str) -> Iterator[KuzetError]:
    if found is None or wanted is None:
        yield BadInput(found and found.url, repr(wanted.url) if wanted else "expected", where)
        return
    fields = ("url", "title", "published", "forwarded", "edited", "sitemap")
    yield from _differences(((name, getattr(found, name), getattr(wanted, name)) for name in fields), where)
    yield from _beginning(found.text, wanted.begins, where)


def _of_page(folder: Traversable, wanted: SamplePage) -> Iterator[KuzetError]:
    where = f"{folder.name}/{wanted.sample}"
    found = page(_body(folder, wanted.sample), wanted.url, wanted.content_type)
    if not isinstance(found, Page):
        yield BadInput(wanted.sample, f"a page that is read ({found.why})", where)
        return
    fields = ("title", "author", "published", "origin", "language")
    yield from _differences(((name, getattr(found, name), getattr(wanted, name)) for name in fields), where)
    yield from _beginning(found.text, wanted.begins, where)


def _differences(fields: Iterator[tuple[str, object, object]], where: str) -> Iterator[KuzetError]:
    for name, found, wanted in fields:
        if found != wanted:
            yield BadInput(_said(found), f"{_said(wanted)!r}", f"{where}, {name}")


def _said(value: object) -> object:
    return str(value) if isinstance(value, EventDate) else value


def _beginning(text: str, begins: str, where: str) -> Iterator[KuzetError]:
    if not text.startswith(begins) or bool(text) != bool(begins):
        yield BadInput(text[: max(len(begins), 20)], f"a text that begins {begins!r}", f"{where}, text")


def _body(folder: Traversable, file: str) -> bytes:
    path = folder.joinpath(file)
    if not path.is_file():
        raise Missing(f"{folder.name}/{file}: the sample is not there")
    return path.read_bytes()
