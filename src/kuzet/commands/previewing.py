"""`kuzet preview`: what a sentence with expressions would say, and what an editor can offer while it is written."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kuzet import countries
from kuzet.basis.fields import FIELDS
from kuzet.observatory import pipeline, tally
from kuzet.observatory.write import phrases
from kuzet.observatory.write.composing.compose import preview
from kuzet.observatory.write.expressions.rules import Rules, completions
from kuzet.observatory.write.tree import FigureRun, lines_of, plain, runs_in


def run(release: Path, text: str, language: str, *, as_json: bool) -> None:
    """Print the words and the figures in them; raises `BadExpression` with line, column and the nearest name."""
    found = tally.read(release)
    blocks = preview(text, language, pipeline.materials(found, countries.load(found.manifest.country)))
    said = [plain(line) for block in blocks for line in lines_of(block)]
    figures = {run.number: run for run in runs_in(blocks) if isinstance(run, FigureRun)}
    if as_json:
        click.echo(json.dumps({"text": "\n".join(said), "figures": [*map(_row, figures.values())]}, ensure_ascii=False))
        return
    for line in (*said, *(f"  {number}  {one.text}: {one.question}" for number, one in figures.items())):
        click.echo(line)


def complete(release: Path, language: str) -> None:
    """Print what can be written, as JSON: verbs, fields, pipes, `field=` with its codes, `|pipe` with its names."""
    found = tally.read(release)
    engine = pipeline.engine(found, countries.load(found.manifest.country))
    offered = completions(Rules(engine.facts.codes.codebook, phrases.load(language)))
    offered |= {f"{name}=": engine.codes(name) for name in FIELDS if name != "id"}
    click.echo(json.dumps(offered, ensure_ascii=False, indent=1))


def _row(one: FigureRun) -> dict[str, object]:
    return {
        "number": one.number,
        "text": one.text,
        "question": one.question,
        "incidents": list(one.figure.incidents),
    }
