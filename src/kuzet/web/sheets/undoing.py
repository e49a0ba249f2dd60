"""An import taken back: every decision of it is undone, nothing is erased, and what stood before stands again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from kuzet.adapters.batches import in_batches
from kuzet.basis.coding import Coder
from kuzet.basis.errors import BrokenRule, KuzetError
from kuzet.basis.incident import Decision, Verb
from kuzet.web.registry import changes, deciding, models, store
from kuzet.web.registry.events import By
from kuzet.web.registry.words import Import

AT_ONCE: Final = 100

Advance = Callable[[int], object]


@dataclass(slots=True)
class Undone:
    """What came of it: the record, how many rows were taken back, and which stand because of later decisions."""

    record: Import
    rows: int = 0
    refused: list[str] = field(default_factory=list)


def standing(ident: str) -> list[str]:
    """The ids of the decisions of an import that are in force."""
    mine = models.Decision.objects.filter(ident__startswith=f"{ident}-", verb=Verb.ACCEPT.value)
    of_mine = models.Decision.objects.filter(of__startswith=f"{ident}-")
    gone = set(of_mine.values_list("of", flat=True))
    return [one for one in mine.order_by("id").values_list("ident", flat=True) if one not in gone]


def undo(ident: str, country: str, by: By, advance: Advance = lambda _done: None) -> Undone:
    """Take an import back; raises `Missing` where there is none, `BrokenRule` where nothing of it stands.

    A row that a later decision rests on stays until that one is undone, and is told.
    """
    made = Undone(store.get(Import, ident))
    rows = standing(ident)
    if not rows:
        raise BrokenRule(f"import {ident}: nothing of it stands any more", "import_gone", what=ident)
    for some in in_batches(rows, AT_ONCE):
        try:
            take_back(some, country, by)
            made.rows += len(some)
        except KuzetError:
            _one_by_one(some, country, by, made)
        advance(len(some))
    if not made.refused:
        made.record = replace(made.record, state="undone")
        changes.put(made.record, by, changes.current_version(Import, ident))
    return made


def take_back(rows: Sequence[str], country: str, by: By) -> None:
    """Undo these decisions, all of them or none."""
    undos = [
        Decision(id=f"{of}-undone", at=by.at, author=Coder(id=by.author), verb=Verb.UNDO, reason=by.reason, of=of)
        for of in rows
    ]
    deciding.decide_batch(undos, country, by)


def _one_by_one(rows: Sequence[str], country: str, by: By, made: Undone) -> None:
    for row in rows:
        try:
            take_back([row], country, by)
            made.rows += 1
        except KuzetError as error:
            made.refused.append(f"{row}: {error}")
