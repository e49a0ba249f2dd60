"""`kuzet figures`: counts, shares and cross-tables of a release."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kuzet.basis import codebook
from kuzet.basis.figure import Figure, Unit
from kuzet.basis.rounding import decimals, whole
from kuzet.basis.word import to_data
from kuzet.commands.show import is_terminal
from kuzet.observatory.tally import Tally, open_facts, parse, present
from kuzet.observatory.tally import compare as compared
from kuzet.observatory.tally.filters import told


def run(release: Path, conditions: tuple[str, ...], fields: str, base: tuple[str, ...], *, as_json: bool) -> None:
    """Print the answer; raises `UnknownCode`, `BadInput` or `BadRelease`."""
    facts = open_facts(release)
    book = codebook.load(facts.release.manifest.codebook)
    tally = Tally(facts, book)
    where = parse(conditions)
    by = tuple(name.strip() for name in fields.split(",") if name.strip())
    if by:
        _show_cross(tally, by, where, as_json=as_json)
        return
    figure = tally.share(where, parse(base)) if base else tally.count(where)
    if as_json:
        click.echo(json.dumps(present.one(figure), ensure_ascii=False))
    else:
        _show_one(figure)


def compare(release: Path, edition: Path, *, as_json: bool) -> None:
    """Print what a release changes against an earlier edition; raises `BadRelease`."""
    found = compared(open_facts(edition), open_facts(release))
    if as_json:
        click.echo(json.dumps(to_data(found), ensure_ascii=False))
        return
    for one in found.restated:
        click.echo(
            f"{one.year} {told(one.where)}: {one.before.numerator} in the edition before, now {one.now.numerator}"
        )
    for name, ids in (("added", found.added), ("withdrawn", found.withdrawn)):
        click.echo(f"{name}: {len(ids)}{''.join(f' {one}' for one in ids)}")
    for other in found.changed:
        click.echo(f"coded otherwise: {other.id} {', '.join(other.fields)}")


def _show_cross(tally: Tally, by: tuple[str, ...], where: dict[str, tuple[str, ...]], *, as_json: bool) -> None:
    cross = tally.cross(by, where)
    if as_json:
        click.echo(json.dumps(present.data(cross), ensure_ascii=False))
        return
    book = tally.facts.codes.codebook
    rows = present.square(cross, book, "en") if len(by) == 2 else present.long(cross, book, "en")
    if not is_terminal():
        for line in (rows.head, *rows.rows):
            click.echo("\t".join(line))
        return
    table = Table(*rows.head, title=tally.facts.release.manifest.title.best("en"))
    for line in rows.rows:
        table.add_row(*line)
    Console().print(table)


def _show_one(figure: Figure) -> None:
    shown = (
        f"{whole(figure.value)} % ({decimals(figure.value, 2)})" if figure.unit is Unit.PERCENT else figure.numerator
    )
    click.echo(f"{shown} {'' if figure.unit is Unit.PERCENT else figure.unit.value}".rstrip())
    if figure.unit is Unit.PERCENT:
        click.echo(f"{len(figure.incidents)} of {len(figure.whole)} incidents")
    for ident in figure.incidents:
        click.echo(f"  {ident}")
