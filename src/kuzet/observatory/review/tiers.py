"""Which tier each field of an incident has, and what people raised it to.

Every field is public but those that `tiers.csv` lists. A decision can raise a field of one incident (`Raised`); names
are followed by what they are and not by where they stand, so that a new coding never uncovers one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from msgspec.structs import replace

from kuzet.basis.coding import Coding
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Incident
from kuzet.basis.names import Name
from kuzet.basis.tiers import Raised, Tier
from kuzet.language.names import fold

NAMED: Final = ("targets", "perpetrators")
RAISABLE: Final = re.compile(r"note|(?:targets|perpetrators)\.\d+\.name|targets\.\d+\.affiliation|citations\.\d+")
"""Paths of the fields that a decision can raise: what can tell who somebody is without being what is counted."""

EXPECTED: Final = "note, targets.0.name, targets.0.affiliation, perpetrators.0.name or citations.0 (0, 1, 2 ...)"


def rows() -> Iterable[Mapping[str, str]]:
    """The lines of `tiers.csv`."""
    return csv.DictReader((files(__package__) / "tiers.csv").read_text("utf-8").splitlines())


@cache
def defaults() -> Mapping[str, Tier]:
    """The tier of each field that is not public."""
    return {row["field"]: Tier(row["tier"]) for row in rows()}


def named(raised: Raised, coding: Coding, where: str) -> Raised:
    """The raised field with the name that stands there in the coding; raises `BadInput` for a path to nowhere."""
    if not RAISABLE.fullmatch(raised.path):
        raise BadInput(raised.path, EXPECTED, f"{where}, tiers")
    field, *rest = raised.path.split(".")
    if field not in NAMED:
        return raised
    answers = getattr(coding, field)
    if int(rest[0]) >= len(answers):
        raise BadInput(raised.path, f"one of {len(answers)} {field}, counted from 0", f"{where}, tiers")
    return replace(raised, name=getattr(answers[int(rest[0])].value, rest[1]))


def in_force(told: Iterable[Raised], coding: Coding) -> tuple[Raised, ...]:
    """What holds after all that was said, the later word on a field before the earlier one, where it stands now.

    A name that the coding holds no longer keeps its tier and its old path: other texts may still tell it.
    """
    kept: list[Raised] = []
    for one in told:
        kept = [other for other in kept if not _one_field(other, one)]
        kept.append(_placed(one, coding))
    return tuple(sorted((one for one in kept if one.tier is not Tier.PUBLIC), key=lambda one: one.path))


def _one_field(left: Raised, right: Raised) -> bool:
    if left.name is None or right.name is None:
        return left.path == right.path and left.name is right.name
    return left.path.split(".")[-1] == right.path.split(".")[-1] and one_name(left.name, right.name)


def _placed(raised: Raised, coding: Coding) -> Raised:
    field, _, *rest = (*raised.path.split("."), "", "")
    if raised.name is None or field not in NAMED:
        return raised
    for at, answer in enumerate(getattr(coding, field)):
        found = getattr(answer.value, rest[0], None)
        if found is not None and one_name(found, raised.name):
            return replace(raised, path=f"{field}.{at}.{rest[0]}")
    return raised


def one_name(left: Name, right: Name) -> bool:
    """Whether two names can be one person's or outlet's, in any of their languages."""
    return any(
        mine == theirs or fold.agreement(fold.name(mine), fold.name(theirs)) > 0
        for _, mine in left.known()
        for _, theirs in right.known()
    )


def closed(incident: Incident, seen: Tier) -> tuple[Raised, ...]:
    """The fields of an incident that somebody who sees up to this tier does not see."""
    usual = [Raised(path=path, tier=tier) for path, tier in defaults().items()]
    if incident.reconstructed:
        usual = [one for one in usual if one.path != "note"]
    raised = {one.path for one in incident.tiers}
    every: list[Any] = [*incident.tiers, *(one for one in usual if one.path not in raised)]
    return tuple(one for one in every if not seen.reaches(one.tier))
