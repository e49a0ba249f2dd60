"""`kuzet report`: the annual report of a release in one language and format."""

from __future__ import annotations

from pathlib import Path

import click

from kuzet import countries
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.formats import render


def run(release: Path, language: str, form: str, output: Path, templates: Path | None) -> None:
    """Write the report; the file appears only when it is whole. Raises `BadRelease`, `BadExpression` or `Missing`."""
    found = tally.read(release)
    country = countries.load(found.manifest.country)
    data = render(pipeline.report(found, country, language, templates), form)
    output.parent.mkdir(parents=True, exist_ok=True)
    half = output.with_name(output.name + ".part")
    half.write_bytes(data)
    half.replace(output)
    click.echo(f"{output}: {len(data):,} bytes, {found.manifest.id} edition {found.manifest.edition}, {language}")
