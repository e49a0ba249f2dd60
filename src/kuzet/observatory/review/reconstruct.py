"""Placeholders for incidents that a published total counts and nobody describes.

A plan is a folder of data: `cells.csv` (how many incidents have which attributes), `published.csv` (totals that the
whole must reproduce) and `texts.csv` (what a placeholder says of itself). Each described incident fills a place of the
one cell that it fits; placeholders fill the rest, in the order of the cells, so that the same plan always gives the
same ids.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from string import Template
from typing import Final

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput, BrokenRule
from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.places import Place
from kuzet.basis.word import Word

RECONSTRUCTED: Final = "reconstructed"
"""The certainty and status of a placeholder."""


class Pattern(Word):
    """What a cell asks of one attribute: one of the codes, or (`without`) none of them.

    Written `a`, `a|b` or `!a|b`.
    """

    codes: tuple[str, ...]
    without: bool = False

    def fits(self, held: frozenset[str]) -> bool:
        """Whether an incident that holds these codes fits."""
        return self.without == held.isdisjoint(self.codes)


class Cell(Word):
    """`number` incidents that fit all patterns; `gives` are the codes of a placeholder that the patterns leave open."""

    id: str
    number: int
    patterns: Mapping[str, Pattern]
    gives: Mapping[str, str]
    note: Mapping[str, str]

    def code(self, attribute: str) -> str:
        """The code that a placeholder of this cell holds, '' where nothing is known."""
        pattern = self.patterns.get(attribute)
        alone = pattern.codes[0] if pattern and len(pattern.codes) == 1 and not pattern.without else ""
        return self.gives.get(attribute, alone)


class Published(Word):
    """A published total of the whole, with the filters of the counting engine that must give it."""

    id: str
    where: Mapping[str, tuple[str, ...]]
    value: int


class Plan(Word):
    """The cells, the totals that prove them, and the texts by key and language."""

    cells: tuple[Cell, ...]
    published: tuple[Published, ...]
    texts: Mapping[str, Name]


def read_plan(folder: Traversable) -> Plan:
    """Read a plan; raises `BadInput` naming file and cell or row."""
    return Plan(
        cells=tuple(_cell(row) for row in _rows(folder, "cells.csv")),
        published=tuple(_published(row) for row in _rows(folder, "published.csv")),
        texts={
            row["key"]: Name(**{language: row[language] for language in LANGUAGES})
            for row in _rows(folder, "texts.csv")
        },
    )


def reconstruct(
    plan: Plan, described: Sequence[Incident], period: EventDate, codebook: Codebook
) -> tuple[Incident, ...]:
    """The placeholders that complete the described incidents; ids go on after theirs.

    Raises `BrokenRule` for a described incident that fits no cell or several, and for a cell with too many.
    """
    filled = Counter(_home(plan, incident, codebook) for incident in described)
    for cell in plan.cells:
        if filled[cell.id] > cell.number:
            raise BrokenRule(f"cell {cell.id}: {filled[cell.id]} described incidents, at most {cell.number} expected")
    missing = [cell for cell in plan.cells for _ in range(cell.number - filled[cell.id])]
    ids = _ids_after(described)
    return tuple(_placeholder(plan, cell, next(ids), period, codebook) for cell in missing)


def prove(plan: Plan, count: Callable[[Mapping[str, tuple[str, ...]]], int]) -> None:
    """Recount every published total with the engine's `count`; raises `BrokenRule` for the first that differs."""
    for total in plan.published:
        found = count(total.where)
        if found != total.value:
            raise BrokenRule(f"published total {total.id}: expected {total.value}, found {found}")


def _home(plan: Plan, incident: Incident, codebook: Codebook) -> str:
    held = {name: frozenset(read(incident, codebook)) for name, read in _ATTRIBUTES.items()}
    homes = [cell.id for cell in plan.cells if all(want.fits(held[name]) for name, want in cell.patterns.items())]
    if len(homes) != 1:
        codes = ", ".join(f"{name} {'|'.join(sorted(codes))}" for name, codes in held.items() if codes)
        raise BrokenRule(f"incident {incident.id} fits {' and '.join(homes) or 'no cell'} ({codes})")
    return homes[0]


def _unit(incident: Incident, codebook: Codebook) -> Iterable[str]:
    kinds = codebook.table("target_kinds")
    return (kinds[target.kind].extra["unit"] for target in incident.targets[:1] if target.kind in kinds)


_ATTRIBUTES: Final[Mapping[str, Callable[[Incident, Codebook], Iterable[str]]]] = {
    "category": lambda incident, _: (incident.category,),
    "method_group": lambda incident, codebook: (codebook.group(one) for one in incident.methods[:1]),
    "method": lambda incident, _: incident.methods[:1],
    "perpetrator": lambda incident, _: (incident.perpetrator,),
    "proceeding": lambda incident, _: (incident.proceeding,),
    "penalty": lambda incident, _: (one.kind for one in incident.penalties if not (one.requested or one.replaced)),
    "target_unit": _unit,
    "mode": lambda incident, _: (incident.mode,),
    "context_event": lambda incident, _: (incident.context_event,) if incident.context_event else (),
}
"""What cells can ask of a described incident, each read by the counting rules: main method, first perpetrator, ..."""

_GIVEN: Final = ("method", "target_kind", "mode", "penalty")


def _rows(folder: Traversable, file: str) -> Iterator[dict[str, str]]:
    for row in csv.DictReader((folder / file).read_text("utf-8").splitlines(), strict=True):
        if None in row or None in row.values():
            raise BadInput(list(row.values()), "a row with a cell for each column", file)
        yield row


def _cell(row: Mapping[str, str]) -> Cell:
    where = f"cells.csv, cell {row['cell']}"
    if not row["number"].isdecimal():
        raise BadInput(row["number"], "a whole number", where)
    return Cell(
        id=row["cell"],
        number=int(row["number"]),
        patterns={name: _pattern(row[name], f"{where}, {name}") for name in _ATTRIBUTES if row[name]},
        gives={name: row[f"give_{name}"] for name in _GIVEN if row[f"give_{name}"]},
        note={language: row[f"note_{language}"] for language in LANGUAGES},
    )


def _pattern(text: str, where: str) -> Pattern:
    codes = tuple(text.removeprefix("!").split("|"))
    if not all(codes):
        raise BadInput(text, "codes such as a, a|b or !a|b", where)
    return Pattern(codes=codes, without=text.startswith("!"))


def _published(row: Mapping[str, str]) -> Published:
    pairs = [pair.partition("=") for pair in row["where"].split(";") if pair]
    if not row["value"].isdecimal() or any(not (name and codes) for name, _, codes in pairs):
        raise BadInput(dict(row), "filters such as field=code,code;field=code and a whole value", "published.csv")
    where = {name: tuple(codes.split(",")) for name, _, codes in pairs}
    return Published(id=row["id"], where=where, value=int(row["value"]))


def _ids_after(described: Sequence[Incident]) -> Iterator[str]:
    """Ids after the highest described one, in its form."""
    last = max((incident.id for incident in described), default="")
    match = re.fullmatch(r"(.*?)(\d+)", last)
    if match is None:
        raise BadInput(last, "an id that ends in a number", "described incidents")
    number = int(match[2])
    while True:
        number += 1
        yield f"{match[1]}{number:0{len(match[2])}}"


def _placeholder(plan: Plan, cell: Cell, identity: str, period: EventDate, codebook: Codebook) -> Incident:
    method, target, penalty = cell.code("method"), cell.code("target_kind"), cell.code("penalty")
    proceeding = cell.code("proceeding") or "none"
    label = codebook.table("methods")[codebook.check("methods", method, f"cell {cell.id}")].label if method else None
    said = {
        language: {
            "method": (label or plan.texts["no_method"]).best(language),
            "number": cell.number,
            "note": cell.note[language],
        }
        for language in LANGUAGES
    }
    return Incident(
        id=identity,
        country=identity.partition("-")[0],
        title=_text(plan.texts["title"], said),
        summary=_text(plan.texts["summary"], said),
        date=period,
        category=cell.code("category"),
        methods=(method,) if method else (),
        perpetrators=(_perpetrator(cell.code("perpetrator"), proceeding),),
        targets=(Target(name=plan.texts["target"], kind=target),) if target else (),
        place=Place(name=plan.texts["place"], precision="country", country=identity.partition("-")[0]),
        mode=cell.code("mode") or "unknown",
        proceeding=proceeding,
        penalties=(Penalty(kind=penalty),) if penalty else (),
        certainty=RECONSTRUCTED,
        status=RECONSTRUCTED,
        reconstructed=True,
        note=cell.note["en"],
    )


def _perpetrator(klass: str, proceeding: str) -> Perpetrator:
    """Of a proceeding the published class is that of the side that began it (rule `initiator_gives_the_class`)."""
    return Perpetrator(klass=klass, role="executor" if proceeding == "none" else "initiator")


def _text(template: Name, said: Mapping[str, Mapping[str, object]]) -> Name:
    return Name(
        **{language: Template(template.best(language)).substitute(said[language]).strip() for language in LANGUAGES}
    )
