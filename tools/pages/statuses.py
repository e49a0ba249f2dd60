"""The ladder of statuses, as the core has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tools.pages.markdown import page as whole
from tools.pages.markdown import table

from kuzet.basis import codebook
from kuzet.basis.incident import COUNTED
from kuzet.observatory.review import LADDER, Need

NEEDS: Final[Mapping[Need, str]] = {
    Need.SECOND_PERSON: "another person than the one whose coding is in force",
    Need.PERSON: "a person: no machine",
    Need.KEPT_LIVE: "the incident that stays is worked on or counted",
    Need.KEPT_COUNTED: "the incident that stays is counted too",
}


def page() -> str:
    """Statuses with what they mean, and every step between them."""
    return whole(
        "Statuses",
        "From the candidate to the edition: every status of an incident, and every step between them. What is "
        "not listed cannot be done; the rule itself is `src/kuzet/observatory/review/ladder.py`. Every step needs a "
        "reason, goes with its author into the paper trail, and can be undone, which restores the state before.",
        "## The statuses",
        table(("status", "means", "counted"), _statuses()),
        "## The steps",
        table(("from", "decision", "to", "least role", "also needs"), _steps()),
        "An undo of what is published, and of the decisions publish, withdraw and retract, is for an editor. A release "
        "holds the decisions on incidents that are counted or were withdrawn, and nothing of any other: neither of one "
        "that was never published, nor of one that was retracted under pressure.",
    )


def _statuses() -> Iterator[tuple[str, ...]]:
    for code, row in codebook.load().table("statuses").items():
        yield f"`{code}`", row.definition.best("en"), "yes" if code in COUNTED else ""


def _steps() -> Iterator[tuple[str, ...]]:
    for step in LADDER:
        needs = "; ".join(NEEDS[need] for need in step.needs)
        yield step.before or "(a candidate)", f"`{step.verb.value}`", step.after, step.role, needs
