"""Which incidents are coded a second time: so many of each language and year, the same ones for the same seed."""

from __future__ import annotations

import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kuzet.basis.coding import Coder, Coding
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Incident
from kuzet.basis.word import Word
from kuzet.observatory.review.agreement_table import units
from kuzet.observatory.review.sheets.rows import KEPT

_SIZE: Final = re.compile(r"(\d+)(%?)")


class Plan(Word):
    """How the sample is drawn: `size` of each language and year, a number (`20`) or a share (`10%`), at least one.

    Units stand in an order that follows from the seed and their ids alone; one that is added later moves no other.
    """

    size: str
    seed: str

    def __post_init__(self) -> None:
        match = _SIZE.fullmatch(self.size)
        if match is None or int(match[1]) < 1 or (match[2] and int(match[1]) > 100):
            raise BadInput(self.size, "a number such as 20, or a share such as 10%", "plan")

    def wanted(self, count: int) -> int:
        """How many of so many."""
        number = int(self.size.rstrip("%"))
        return min(count, max(1, math.ceil(count * number / 100)) if self.size.endswith("%") else number)


def sample(plan: Plan, groups: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ids that are drawn, in order; `groups` gives for each id its group, such as `kk 2024`."""
    found: dict[str, list[str]] = defaultdict(list)
    for ident, group in groups:
        found[group].append(ident)
    drawn = (
        sorted(idents, key=lambda one: _place(plan.seed, one))[: plan.wanted(len(idents))] for idents in found.values()
    )
    return tuple(sorted(ident for idents in drawn for ident in idents))


def is_open(incident: Incident, coder: str) -> bool:
    """Whether a coder can code an incident blindly: somebody else has coded it, and there are words to code."""
    people = {one.coder.id for one in incident.codings if not one.coder.machine}
    return bool(people) and coder not in people and any(passages(incident))


def group(incident: Incident) -> str:
    """The language and the year that an incident is drawn for, such as `kk 2024`."""
    nobody = Coding(subject=incident.id, coder=Coder(id=""), codebook=incident.codings[0].codebook)
    (unit,) = units([incident], [nobody])
    return f"{unit.language} {unit.period}"


def passages(incident: Incident) -> list[str]:
    """The words that an incident rests on, and its links; a row of a register tells its codes, and is no such word."""
    told = (one.passage for one in incident.citations if not one.document.startswith(KEPT))
    links = (one.url for one in incident.citations)
    return list(dict.fromkeys(filter(None, (*told, *links))))


def _place(seed: str, ident: str) -> str:
    return hashlib.sha256(f"{seed}\n{ident}".encode()).hexdigest()
