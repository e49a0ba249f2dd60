"""`kuzet export` and `kuzet template`: lists of incidents out, and a workbook to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from kuzet import countries
from kuzet.adapters import sheets as files
from kuzet.basis import codebook
from kuzet.basis.errors import BadInput
from kuzet.basis.names import Name
from kuzet.commands.output import whole
from kuzet.commands.show import progress
from kuzet.observatory.review.sheets import Pack
from kuzet.web.folder import opened

if TYPE_CHECKING:
    from kuzet.commands.show import Advance

SHEETS: Final[Mapping[str, Name]] = {
    "register": Name(kk="Тізілім", ru="Реестр", en="Register"),
    "columns": Name(kk="Бағандар", ru="Столбцы", en="Columns"),
    "lists": Name(kk="Тізімдер", ru="Списки", en="Lists"),
}
"""The names of the sheets of a workbook."""

CODES: Final = "codes"
"""In the place of a language: codes and not labels."""


class Wanted(NamedTuple):
    """Which incidents a list holds, and how it tells them."""

    language: str
    where: Sequence[str]
    """Each as `field=code`."""
    period: str
    country: str


def export(folder: Path, output: Path, wanted: Wanted) -> None:
    """Write the incidents that fit, and tell; raises `KuzetError`."""
    from kuzet.adapters.sheets.writing import FORMS

    form = output.suffix.removeprefix(".").lower()
    if form not in FORMS:
        raise BadInput(output.name, f"a file ending in {' or '.join(f'.{one}' for one in FORMS)}", "-o")
    told = "" if wanted.language == CODES else wanted.language
    with opened(folder):
        from kuzet.web.sheets import listing, planning

        rows = listing.chosen(_where(wanted.where), wanted.period)
        count, pack = rows.count(), planning.pack_of(countries.load(wanted.country))
        with progress("export", count) as advance:
            lines = _counted(listing.lines(rows, told, pack), advance)
            data = files.written(SHEETS["register"].best(told or "en"), listing.heads(told), lines, form)
    whole(output, data)
    click.echo(f"{output}: {count} incidents")


def template(output: Path, language: str, country: str) -> None:
    """Write the workbook, and tell; raises `KuzetError`."""
    if output.suffix.lower() != ".xlsx":
        raise BadInput(output.name, "a file ending in .xlsx", "-o")
    names = {name: told.best(language) for name, told in SHEETS.items()}
    whole(output, files.template(language, Pack(codebook.load(), countries.load(country)), names))
    click.echo(f"{output}: fill in the sheet {names['register']}, then: kuzet import REGISTRY {output.name} --dry-run")


def _where(pairs: Sequence[str]) -> Mapping[str, str]:
    for pair in pairs:
        if "=" not in pair:
            raise BadInput(pair, "a filter such as category=physical", "--where")
    return {name.strip(): value.strip() for name, _, value in (pair.partition("=") for pair in pairs)}


def _counted(lines: Iterator[Sequence[str]], advance: Advance) -> Iterator[Sequence[str]]:
    for line in lines:
        yield line
        advance()
