"""Who may do what, as the table of the policy says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tools.pages.markdown import page as whole
from tools.pages.markdown import table

from kuzet.observatory.review.tiers import EXPECTED, rows
from kuzet.web.access.policy import ANYONE, Rule, policy
from kuzet.web.registry.roles import Role, about

YES: Final = "●"


def page() -> str:
    """The roles, and the matrix of what each may do."""
    return whole(
        "Roles",
        "Who may do what. Every request passes one guard, which lets it through only where a line of "
        "`src/kuzet/web/access/policy.csv` says so: an address that no line names is refused to everybody. Each role "
        "may do what the one before it may.",
        "## The roles",
        table(("role", "sees up to", "second factor", "who"), _roles()),
        "## What is not public",
        "Every field of an incident is public but these. An editor can give these fields of one incident another tier: "
        f"{EXPECTED}.",
        table(("field", "tier", "the public sees"), _tiers()),
        "## What each may do",
        table(("action", "asked by", *_short(), ANYONE), _actions()),
    )


def _roles() -> Iterator[tuple[str, ...]]:
    for role, told in about().items():
        yield role.value, told.sees, "needed" if told.second_factor else "free to have", told.who


def _tiers() -> Iterator[tuple[str, ...]]:
    return ((row["field"], row["tier"], row["shown_instead"]) for row in rows())


def _short() -> tuple[str, ...]:
    return tuple(role.value for role in Role)


def _actions() -> Iterator[tuple[str, ...]]:
    for rule in dict.fromkeys(policy().values()):
        yield rule.action, f"`{' '.join(rule.methods)}` {rule.route}", *_cells(rule)


def _cells(rule: Rule) -> Iterator[str]:
    yield from (YES if rule.role is None or role.includes(rule.role) else "" for role in Role)
    yield YES if rule.role is None else ""
