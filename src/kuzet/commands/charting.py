"""`kuzet chart`: the charts of a report as files of their own."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from kuzet import countries
from kuzet.commands import output
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write.chart_files import files, name
from kuzet.observatory.write.tree import Chart, charts


class Asked(NamedTuple):
    """The charts by name (none: all) in a language, with the editors' own parts and the editions looked back to."""

    names: tuple[str, ...]
    language: str
    templates: Path | None = None
    editions: tuple[Path, ...] = ()


def run(release: Path, asked: Asked, folder: Path) -> None:
    """Write `name.json`, `name.svg`, `name.png` and `name.csv` of each chart; raises `UsageError` for other names."""
    wanted = _wanted(_charts(release, asked), asked.names)
    for chart in wanted:
        written = files(chart, asked.language)
        for ending, data in written.items():
            output.whole(folder / f"{name(chart)}.{ending}", data)
        click.echo(f"{folder / name(chart)}.{{{','.join(written)}}}: {chart.title}")


def show(release: Path, asked: Asked) -> None:
    """Print each name with the title of its chart."""
    for chart in _wanted(_charts(release, asked), asked.names):
        click.echo(f"{name(chart)}: {chart.title}")


def _charts(release: Path, asked: Asked) -> Sequence[Chart]:
    found = tally.read(release)
    editions = [tally.read(edition) for edition in asked.editions]
    country = countries.load(found.manifest.country)
    return charts(pipeline.report(found, country, asked.language, asked.templates, editions))


def _wanted(found: Sequence[Chart], names: Sequence[str]) -> Sequence[Chart]:
    known = {name(chart): chart for chart in found}
    for asked in names:
        if asked not in known:
            near = difflib.get_close_matches(asked, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"{asked!r} is not a chart of this report ({', '.join(known)}){hint}")
    return [known[asked] for asked in dict.fromkeys(names)] or found
