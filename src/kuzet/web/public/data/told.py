"""The data dictionary as HTML, Markdown and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from jinja2 import Environment, StrictUndefined, select_autoescape

from kuzet.basis.fields import FIELDS
from kuzet.basis.names import LANGUAGES
from kuzet.web.public.data.dictionary import Column, tables, words
from kuzet.web.public.edition import Edition
from kuzet.web.public.rendering import POLICY

_HEAD: Final = ("table", "column", "type", "codes", *LANGUAGES)


def html(edition: Edition, language: str) -> bytes:
    """One page, with `dictionary.css` beside it."""
    return _page(edition, language, "html")


def style() -> bytes:
    """The style sheet of the pages."""
    return (files(__package__) / "pages" / "dictionary.css").read_bytes()


def markdown(edition: Edition, language: str) -> bytes:
    """The same as plain text."""
    return _page(edition, language, "md")


def table(edition: Edition) -> bytes:
    """A row a column in all three languages."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_HEAD)
    for one in tables().values():
        for column in one.columns:
            told = (column.told.get(language) for language in LANGUAGES)
            writer.writerow((one.name, column.name, column.type, " ".join(codes(edition, one.name, column)), *told))
    return file.getvalue().encode("utf-8-sig")


def codes(edition: Edition, name: str, column: Column) -> tuple[str, ...]:
    """The codes that a column can hold, in order; none where it is free."""
    if name == "incidents" and column.codes and column.name in FIELDS:
        return edition.engine.codes(column.name)
    if column.codes == "field":
        return ("yes", "no")
    return tuple(edition.engine.facts.codes.codebook.table(column.codes)) if column.codes else ()


def _page(edition: Edition, language: str, form: str) -> bytes:
    environment = Environment(
        autoescape=select_autoescape(default_for_string=form == "html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    source = (files(__package__) / "pages" / f"dictionary.{form}").read_text("utf-8")
    manifest = edition.release.manifest
    text = environment.from_string(source).render(
        policy=POLICY,
        words=words(language),
        language=language,
        edition=words(language)["edition"].format(
            title=manifest.title.best(language), edition=manifest.edition, frozen=manifest.frozen.isoformat()
        ),
        tables=list(_shown(edition, language)),
    )
    return text.encode()


def _shown(edition: Edition, language: str) -> Iterator[dict[str, object]]:
    for one in tables().values():
        columns = [
            (
                column.name,
                words(language)["types"][column.type],
                codes(edition, one.name, column),
                column.told.get(language),
            )
            for column in one.columns
        ]
        yield {"name": one.name, "key": one.key, "told": one.told.get(language), "columns": columns}
