"""`kuzet agreement`: how far coders agree, what is coded a second time, and second codings taken in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import click
from msgspec.structs import replace

from kuzet import countries
from kuzet.adapters import sheets as files
from kuzet.basis import codebook
from kuzet.basis.coding import Coder, Coding
from kuzet.basis.errors import BadInput
from kuzet.basis.formulas import defused
from kuzet.basis.incident import Incident
from kuzet.basis.names import Name
from kuzet.basis.tiers import Tier
from kuzet.basis.word import to_data
from kuzet.commands import output
from kuzet.commands.registering import now
from kuzet.commands.sheets_out import SHEETS
from kuzet.observatory import tally
from kuzet.observatory.review import View, agreement_plan, agreement_table, sheets
from kuzet.observatory.review.agreement_table import Reliability
from kuzet.observatory.review.sheets.codings import Made
from kuzet.web.databases import is_registry
from kuzet.web.folder import opened
from kuzet.web.proving import keep_checkpoint

COLUMNS: Final = tuple(Reliability.__struct_fields__)
"""Of `agreement.csv`."""

WORDS: Final = Name(kk="Кодталатын мәтін", ru="Текст для кодирования", en="Words to be coded")

ASKED: Final = (
    "id", "methods", "perpetrator", "target", "target_kind", "people", "date", "region", "place", "mode", "articles",
    "proceeding", "stage", "verdict", "penalty", "certainty",
)  # fmt: skip
"""The columns of a workbook for second coding: nothing that tells how the incident was coded."""


class Wanted(NamedTuple):
    """What was asked for beside the place."""

    output: Path | None
    as_json: bool
    country: str
    language: str
    coder: str


def tell(place: Path, wanted: Wanted) -> list[dict[str, Any]]:
    """The agreement of a release, or of a registry with its second codings; written as CSV where a file is given."""
    found = agreement_table.table(agreement_table.units(*_codings(place)))
    if wanted.output:
        output.whole(wanted.output, as_csv(found))
    if not wanted.as_json:
        for one in found:
            if one.units:
                click.echo(_line(one))
    return [to_data(one) for one in found]


def beside(folder: Path, release: Path) -> Path:
    """Write the agreement on a release of a registry, second codings too, as `<release>.agreement.csv` beside it.

    Of each account stands its number, as in the release. Gives the file.
    """
    released = {one.id for one in tally.read(release).incidents}
    incidents, further = _codings(folder)
    with opened(folder):
        from kuzet.web.registry import guarding

        view = View(Tier.PUBLIC, guarding.numbers())
    coded = [replace(one, codings=tuple(_of_number(each, view) for each in one.codings)) for one in incidents]
    units = agreement_table.units(
        (one for one in coded if one.id in released), (_of_number(one, view) for one in further)
    )
    file = release.with_name(f"{release.name}.agreement.csv")
    output.whole(file, as_csv(agreement_table.table(units)))
    return file


def _of_number(coding: Coding, view: View) -> Coding:
    if coding.coder.machine:
        return coding
    return replace(coding, coder=replace(coding.coder, id=view.coder(coding.coder.id)))


def as_csv(found: Sequence[Reliability]) -> bytes:
    """`agreement.csv`: a row for each question and group, with a byte-order mark, without formulas."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(COLUMNS)
    lines.writerows([defused(_cell(getattr(one, name))) for name in COLUMNS] for one in found)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _line(one: Reliability) -> str:
    group = one.language or one.period or one.coders or "all"
    told = "-" if one.alpha is None else f"{one.alpha:.3f} ({one.low:.3f} to {one.high:.3f})"
    return f"{group:24} {one.variable:14} alpha {told:26} {one.same} of {one.pairs} the same, {one.units} units"


def _codings(place: Path) -> tuple[list[Incident], list[Coding]]:
    """The incidents, and what was coded beside the decisions on them."""
    if not (place.is_dir() and is_registry(place)):
        if not tally.is_release(place):
            raise BadInput(str(place), "a release (a folder or zip with a manifest.json), or the folder of a registry")
        return list(tally.read(place).incidents), []
    with opened(place):
        from kuzet.web.registry import models, store

        incidents = list(store.load(Incident))
        people = models.Coding.objects.filter(machine=False, subject__in=[one.id for one in incidents])
        return incidents, list(store.load(Coding, people.order_by("id")))


def plan(folder: Path, size: str, seed: str, wanted: Wanted) -> None:
    """Write a workbook with the words of the incidents that are drawn, and nothing of how they were coded."""
    asked = agreement_plan.Plan(size=size, seed=seed)
    if wanted.output is None or wanted.output.suffix.lower() != ".xlsx":
        raise BadInput(str(wanted.output or ""), "a file ending in .xlsx", "-o")
    incidents = {one.id: one for one in _codings(folder)[0] if agreement_plan.is_open(one, wanted.coder)}
    drawn = agreement_plan.sample(asked, ((ident, agreement_plan.group(one)) for ident, one in incidents.items()))
    rows = [(ident, "\n\n".join(agreement_plan.passages(incidents[ident]))) for ident in drawn]
    names = {name: told.best(wanted.language) for name, told in SHEETS.items()}
    names["words"] = WORDS.best(wanted.language)
    pack = sheets.Pack(codebook.load(), countries.load(wanted.country))
    output.whole(wanted.output, files.template(wanted.language, pack, names, rows, ASKED))
    click.echo(
        f"{wanted.output}: {len(drawn)} of {len(incidents)} incidents, {size} of each language and year, seed {seed}"
    )


def take(folder: Path, file: Path, wanted: Wanted) -> int:
    """Take second codings in; 1 when a row cannot be taken."""
    (table, *_) = files.opened(file.read_bytes(), file.name).tables
    head = sheets.head(table)
    columns = sheets.propose(table.rows[head - 1]) if head else ()
    if "id" not in columns:
        raise BadInput(file.name, "a workbook that kuzet agreement --plan has written")
    known = {one.id for one in _codings(folder)[0] if agreement_plan.is_open(one, wanted.coder)}
    with opened(folder):
        from kuzet.web.registry import changes, events

        pack = sheets.Pack(changes.book(), countries.load(wanted.country))
        rows = list(sheets.read(table, head, columns, pack, lambda ident, _: {} if ident in known else None))
        made = list(_made([row for row in rows if not row.bad and row.values], pack, wanted.coder))
        changes.put_all(made, events.By(wanted.coder, now(), f"second coding, {file.name}"))
        keep_checkpoint(folder)
    findings = [one for row in rows for one in row.findings if one.bad]
    for one in findings:
        click.echo(str(one), err=True)
    click.echo(f"{file.name}: {len(made)} codings of {wanted.coder} taken in, {len(findings)} cells to look at")
    return 1 if findings else 0


def _made(rows: Sequence[sheets.Row], pack: sheets.Pack, coder: str) -> Iterator[Coding]:
    """A coding a row; what the coder left open stays open."""
    for row in rows:
        before = Coding(subject=row.ident, coder=Coder(id=coder), codebook=pack.book.version)
        yield sheets.coding(row.values, Made(row.ident, Coder(id=coder), now()), pack, before)
