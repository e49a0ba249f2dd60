"""Which incidents are coded a second time: so many of each language and year, the same ones for the same seed."""

from __future__ import annotations

import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word

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


def _place(seed: str, ident: str) -> str:
    return hashlib.sha256(f"{seed}\n{ident}".encode()).hexdigest()
