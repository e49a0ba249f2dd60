"""What the gates of linking share: hand-made items as codings, and the B-cubed measure."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from kuzet.basis.coding import Answer, Coder, Coding, Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.law import LegalArticle
from kuzet.basis.money import Money
from kuzet.basis.names import LANGUAGES, Name
from kuzet.basis.places import Place
from kuzet.countries import Country

FOLDER = Path(__file__).resolve().parent
GOLDEN = FOLDER.parent / "golden" / "links"
CODER = Coder(id="golden")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def floors() -> dict[str, float]:
    """The least value of each measure; `linking.csv` says when it was measured."""
    return {row["measure"]: float(row["floor"]) for row in rows(FOLDER / "linking.csv")}


def coding(row: Mapping[str, str], country: Country) -> Coding:
    """One line of `items.csv` as a coding: lists are parted by `;`, the names of an outlet in kk, ru and en by `~`."""
    people = [Target(name=Name.of(row["lang"], one), kind="journalist") for one in _listed(row["people"])]
    outlets = [Target(name=_name(one), kind="online_media") for one in _listed(row["outlets"])]
    groups = [Target(name=Name(en="journalists"), kind="group", people=int(row["count"]))] if row["count"] else []
    return Coding(
        subject=f"{row['item']}#1",
        coder=CODER,
        codebook="2024.1",
        category=Answer(value=row["category"]),
        methods=tuple(Answer(value=one) for one in _listed(row["methods"])),
        targets=tuple(Answer(value=one) for one in (*people, *outlets, *groups)),
        date=Answer(value=EventDate.parse(row["date"])) if row["date"] else None,
        place=Answer(value=town(row["town"], country)) if row["town"] else None,
        articles=tuple(Answer(value=_article(one)) for one in _listed(row["articles"])),
        penalties=tuple(Answer(value=penalty(one)) for one in _listed(row["penalty"])),
        perpetrators=(Answer(value=Perpetrator(klass="authorities")),) if row["articles"] else (),
    )


def _listed(cell: str) -> list[str]:
    return [one for one in cell.split(";") if one]


def _name(cell: str) -> Name:
    return Name(**dict(zip(LANGUAGES, cell.split("~"), strict=True)))


def _article(cell: str) -> LegalArticle:
    code, _, number = cell.partition(" ")
    return LegalArticle(code=code, article=number)


def town(spelling: str, country: Country) -> Place:
    """The settlement of the country pack with this spelling."""
    for one in country.settlements:
        names = Name(kk=one.name.kk, ru=one.name.ru, en=one.name.en)
        if spelling in (*(text for _, text in names.known()), *one.aliases):
            return Place(name=names, precision="town", country=country.profile.code, region=one.region)
    return Place(name=Name(en=spelling), precision="town", country="XX")


def penalty(text: str) -> Penalty:
    """`15 days`, `36 months`, `78640 KZT`."""
    number, unit = re.fullmatch(r"(\S+) (\S+)", text).groups()
    if unit in ("days", "months"):
        return Penalty(kind="imprisonment", **{unit: int(number)})
    return Penalty(kind="fine", money=Money(amount=Decimal(number), currency=unit))


def together(groups: Iterable[Iterable[str]]) -> dict[str, set[str]]:
    """For each item everything that stands with it in some group."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        members = set(group)
        for item in members:
            found[item] |= members
    return found


def b_cubed(truth: Mapping[str, set[str]], groups: Iterable[Iterable[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the items of `truth`; an item in no group stands alone."""
    found = together(groups)
    precision = recall = 0.0
    for item, true in truth.items():
        mine = {other for other in found.get(item, set()) | {item} if other in truth}
        precision += len(mine & true) / len(mine)
        recall += len(mine & true) / len(true)
    precision, recall = precision / len(truth), recall / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)
