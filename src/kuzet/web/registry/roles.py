"""Who may come: six roles, each of which may do what the one before it may. What each is for stands in `roles.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kuzet.basis.errors import BadInput


class Role(Enum):
    """The role of an account, from the least to the most."""

    READER = "reader"
    CORRESPONDENT = "correspondent"
    CODER = "coder"
    ANALYST = "analyst"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"

    @classmethod
    def named(cls, name: str, where: str) -> Role:
        """The role of this name; raises `BadInput`."""
        try:
            return cls(name)
        except ValueError:
            raise BadInput(name, f"one of {', '.join(one.value for one in cls)}", where) from None

    def includes(self, other: Role) -> bool:
        """Whether whoever has this role may do all that `other` may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


class About(NamedTuple):
    """What a role is for: the highest tier it sees, whether it needs a second factor, and who has it."""

    sees: str
    second_factor: bool
    who: str


@cache
def about() -> Mapping[Role, About]:
    """What `roles.csv` tells of each role."""
    rows = csv.DictReader((files(__package__) / "roles.csv").read_text("utf-8").splitlines())
    return {Role(row["role"]): About(row["sees"], row["second_factor"] == "yes", row["who"]) for row in rows}
