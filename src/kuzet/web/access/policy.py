"""The policy: which role a route and method need at least. `policy.csv` is all of it.

What it does not list is refused.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from kuzet.basis.errors import BadInput
from kuzet.web.registry.roles import Role

ANYONE: Final = "anyone"
"""In the column `role`: no account is needed."""

METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
"""What a line can allow; HEAD is asked as GET is, anything else is refused everywhere."""


class Rule(NamedTuple):
    """One line: what whoever has at least this role may do; None is anyone."""

    route: str
    methods: tuple[str, ...]
    role: Role | None
    action: str


class Verdict(Enum):
    """What becomes of a request."""

    ALLOWED = "allowed"
    LOG_IN = "log in"
    """Nobody is logged in, and the route needs an account."""
    REFUSED = "refused"
    NO_SUCH_METHOD = "no such method"
    """The route is there, and nobody may ask it so."""


Policy = Mapping[tuple[str, str], Rule]
"""(route, method) -> the rule that allows it."""


@cache
def policy() -> Policy:
    """The policy of this version."""
    return read((files(__package__) / "policy.csv").read_text("utf-8").splitlines(), "policy.csv")


def read(lines: Iterable[str], where: str) -> Policy:
    """A policy from lines of CSV; raises `BadInput` for an unknown role or method, and for a route twice."""
    found: dict[tuple[str, str], Rule] = {}
    for number, row in enumerate(csv.DictReader(lines), 2):
        rule = _rule(row, f"{where}, line {number}")
        for method in rule.methods:
            if (rule.route, method) in found:
                raise BadInput(
                    f"{method} {rule.route}", "a route and method that stand once", f"{where}, line {number}"
                )
            found[rule.route, method] = rule
    return found


def _rule(row: Mapping[str, str], where: str) -> Rule:
    role = None if row["role"] == ANYONE else Role.named(row["role"], where)
    methods = tuple(row["methods"].split())
    if not methods or not set(methods) <= set(METHODS):
        raise BadInput(row["methods"], f"some of {' '.join(METHODS)}", where)
    return Rule(row["route"], methods, role, row["action"])


def judge(route: str, method: str, role: Role | None, known: Policy) -> Verdict:
    """What becomes of a request by somebody with this role, None where nobody is logged in."""
    rule = known.get((route, "GET" if method == "HEAD" else method))
    if rule is not None and rule.role is None:
        return Verdict.ALLOWED
    if role is None:
        return Verdict.NO_SUCH_METHOD if _is_open(route, known) else Verdict.LOG_IN
    if rule is None:
        return Verdict.NO_SUCH_METHOD if methods_of(route, known) else Verdict.REFUSED
    return Verdict.ALLOWED if rule.role is None or role.includes(rule.role) else Verdict.REFUSED


def _is_open(route: str, known: Policy) -> bool:
    """Whether whoever may ask a route needs no account: to log in would not help."""
    roles = [rule.role for (name, _), rule in known.items() if name == route]
    return bool(roles) and not any(roles)


def methods_of(route: str, known: Policy) -> list[str]:
    """The methods that a route has."""
    return [method for method in METHODS if (route, method) in known]


def open_to(role: Role | None, known: Policy) -> frozenset[str]:
    """The routes of which this role may do something, so that pages show no way that ends at a refusal."""
    return frozenset(route for route, method in known if judge(route, method, role, known) is Verdict.ALLOWED)
