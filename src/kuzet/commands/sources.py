"""`kuzet sources`: whether folders of sources are sound, and what is collected."""

from __future__ import annotations

import json
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from kuzet.basis.home import HOME
from kuzet.observatory.collect import checks, sources
from kuzet.observatory.collect.plan import Plan

HEADS = ("id", "name", "kind", "languages", "region", "start pages", "status")


def check(path: Path | None, *, as_json: bool) -> int:
    """Name everything that is wrong; 1 when something is. Raises `Missing` for a folder without folders."""
    root = _root(path)
    wrong = [str(error) for error in checks.problems(root)]
    if as_json:
        click.echo(json.dumps(wrong, ensure_ascii=False, indent=1))
        return 1 if wrong else 0
    for line in wrong:
        click.echo(line)
    count = sum(1 for _ in sources.folders(root))
    click.echo(f"{count} sources, {len(wrong)} problems" if wrong else f"{count} sources, all sound")
    return 1 if wrong else 0


def show(path: Path | None, *, as_json: bool) -> int:
    """A row for each source; raises `BadInput` for the first that cannot be read."""
    rows = [row(sources.plan(folder)) for folder in sources.folders(_root(path))]
    if as_json:
        click.echo(json.dumps([dict(zip(HEADS, each, strict=True)) for each in rows], ensure_ascii=False, indent=1))
        return 0
    widths = [max(len(each[at]) for each in (HEADS, *rows)) for at in range(len(HEADS))]
    for each in (HEADS, *rows):
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(each, widths, strict=True)).rstrip())
    return 0


def row(plan: Plan) -> tuple[str, ...]:
    """What stands in the table of a source, a start page that nobody has seen with a question mark."""
    source = plan.source
    forms = (start.form + ("?" if start.unverified else "") for start in plan.start)
    return (
        source.id,
        source.name.best("en"),
        source.kind,
        ", ".join(source.languages),
        plan.region or source.country,
        ", ".join(forms) or "by hand",
        plan.status,
    )


def _root(path: Path | None) -> Path | Traversable:
    """The folder that was given, or that of the home country's pack."""
    return path or sources.shelf(HOME)
