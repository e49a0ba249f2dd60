"""`kuzet import` of a spreadsheet: how its columns are read, what each row would do, the import, and its undoing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from kuzet import countries
from kuzet.adapters import sheets as files
from kuzet.basis.errors import BadInput
from kuzet.basis.home import HOME
from kuzet.commands.registering import now
from kuzet.commands.show import progress
from kuzet.observatory.review.sheets import Columns, Table, head
from kuzet.web.folder import opened
from kuzet.web.proving import keep_checkpoint

if TYPE_CHECKING:
    from kuzet.web.sheets.bringing import Choice
    from kuzet.web.sheets.likely import Likely
    from kuzet.web.sheets.planning import Plan

SUFFIXES: Final = (".xlsx", ".xlsm", ".csv", ".tsv")
"""Files that are taken for spreadsheets."""

FINDINGS: Final = 50
"""Findings that are printed; the rest is counted."""

POLICIES: Final = ("skip", "add", "attach")
"""What becomes of rows that seem to report an incident that is there: left out, brought in, or added to it."""


class Wanted(NamedTuple):
    """What was asked for."""

    columns: Sequence[str] = ()
    """Each as `header=field`."""
    sheet: str = ""
    likely: str = POLICIES[0]
    country: str = HOME
    author: str = "administrator"
    reason: str = ""
    dry: bool = False


def run(folder: Path, file: Path, wanted: Wanted) -> int:
    """Plan, tell, and bring in unless it is a dry run; 1 when a row was left out."""
    raw = file.read_bytes()
    tables = files.opened(raw, file.name).tables
    country = countries.load(wanted.country)
    with opened(folder):
        from kuzet.web.registry.events import By
        from kuzet.web.sheets import bringing, planning

        table = planning.table_of(tables, wanted.sheet)
        whole = bringing.Whole(file.name, raw)
        columns = planning.columns_of(_headers(table), _chosen(wanted.columns))
        _tell_columns(table, columns, planning.missing(columns))
        plan = planning.plan(table, columns, planning.pack_of(country), whole.sha256)
        found = _likely(plan)
        _tell_plan(plan, found)
        if wanted.dry:
            click.echo("dry run: nothing was written")
            return 1 if plan.counts()[planning.Action.WRONG] else 0
        by = By(wanted.author, now(), wanted.reason.strip() or f"import of {file.name}")
        with progress("import", len(plan.lines)) as advance:
            made = bringing.bring(plan, whole, by, _choices(found, wanted.likely), advance)
        keep_checkpoint(folder)
    for number, why in made.refused:
        click.echo(f"row {number}: {why}", err=True)
    told = made.record
    click.echo(
        f"{told.id}: {told.added} incidents added, {told.changed} changed, {told.attached} given another report, "
        f"{told.left} rows left out"
    )
    click.echo(f"to take it back: kuzet import {folder} --undo {told.id}")
    return 1 if made.refused or plan.counts()[planning.Action.WRONG] else 0


def undo(folder: Path, ident: str, wanted: Wanted) -> int:
    """Take an import back and tell; 1 when rows stay because later decisions rest on them."""
    with opened(folder):
        from kuzet.web.registry.events import By
        from kuzet.web.sheets import undoing

        by = By(wanted.author, now(), wanted.reason.strip() or f"undo of import {ident}")
        with progress("undo", len(undoing.standing(ident))) as advance:
            made = undoing.undo(ident, countries.load(wanted.country).profile.code, by, advance)
        keep_checkpoint(folder)
    for why in made.refused:
        click.echo(why, err=True)
    click.echo(f"{ident}: {made.rows} rows taken back, {len(made.refused)} stay")
    return 1 if made.refused else 0


def _headers(table: Table) -> Sequence[str]:
    at = head(table)
    if not at:
        raise BadInput(table.name, "a sheet with a row of headers")
    return table.rows[at - 1]


def _chosen(pairs: Sequence[str]) -> Mapping[str, str]:
    for pair in pairs:
        if "=" not in pair:
            raise BadInput(pair, "a header and its field, such as Дата=date", "--map")
    return {header.strip(): name.strip() for header, _, name in (pair.rpartition("=") for pair in pairs)}


def _tell_columns(table: Table, columns: Columns, missing: Sequence[str]) -> None:
    headers = _headers(table)
    for header, name in zip(headers, columns, strict=False):
        click.echo(f"  {header.strip() or '(no header)'} -> {name or 'kept with the row, not used'}")
    if missing:
        told = ", ".join(missing)
        raise BadInput(table.name, f"a sheet with columns for {told}; name them, such as --map 'Header={missing[0]}'")


def _likely(plan: Plan) -> Mapping[int, tuple[Likely, ...]]:
    from kuzet.web.sheets.likely import likely
    from kuzet.web.sheets.planning import Action

    with progress("compare", plan.counts()[Action.ADD]) as advance:
        return likely(plan, advance)


def _tell_plan(plan: Plan, found: Mapping[int, tuple[Likely, ...]]) -> None:
    findings = list(plan.findings())
    for one in findings[:FINDINGS]:
        click.echo(str(one), err=True)
    if len(findings) > FINDINGS:
        click.echo(f"... and {len(findings) - FINDINGS} more findings", err=True)
    for number, ones in list(found.items())[:FINDINGS]:
        best = ones[0]
        click.echo(f"row {number}: seems to report {best.ident} ({best.score:.2f}: {best.why})", err=True)
    counts = ", ".join(f"{count} {action.value}" for action, count in plan.counts().items())
    click.echo(f"{plan.table.name}: {len(plan.lines)} rows: {counts}; {len(found)} seem to be there already")


def _choices(found: Mapping[int, tuple[Likely, ...]], policy: str) -> Mapping[int, Choice]:
    """By policy; a row like another row of the file can only be left out or brought in."""
    from kuzet.web.sheets.bringing import Choice
    from kuzet.web.sheets.planning import Action

    if policy == "add":
        return {}
    same = {number: Choice(Action.SAME) for number in found}
    if policy == "skip":
        return same
    known = {number: [one for one in ones if not one.ident.startswith("row ")] for number, ones in found.items()}
    return same | {number: Choice(Action.ATTACH, ones[0].ident) for number, ones in known.items() if ones}
