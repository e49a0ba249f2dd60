"""`kuzet report`: the annual report of a release in one language and format."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import click

from kuzet import countries
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.formats import render


class Wanted(NamedTuple):
    """A report in one language and format, with the editors' own parts and the editions that it looks back to."""

    language: str
    form: str
    templates: Path | None = None
    editions: tuple[Path, ...] = ()


def run(release: Path, wanted: Wanted, output: Path) -> None:
    """Write the report; the file appears only when it is whole. Raises `BadRelease`, `BadExpression` or `Missing`."""
    found = tally.read(release)
    country = countries.load(found.manifest.country)
    editions = [tally.read(edition) for edition in wanted.editions]
    data = render(pipeline.report(found, country, wanted.language, wanted.templates, editions), wanted.form)
    output.parent.mkdir(parents=True, exist_ok=True)
    half = output.with_name(output.name + ".part")
    half.write_bytes(data)
    half.replace(output)
    click.echo(
        f"{output}: {len(data):,} bytes, {found.manifest.id} edition {found.manifest.edition}, {wanted.language}"
    )
