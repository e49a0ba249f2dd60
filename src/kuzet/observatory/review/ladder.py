"""The ladder of statuses: which decision leads an incident from where to where, who may take it, and what it needs.

The whole rule is the list `LADDER`; `decide` applies it, the desk offers what it allows, the reference page prints it.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from kuzet.basis.incident import Verb

NONE: Final = ""
"""The status of an incident that is not there yet."""

IN_REVIEW: Final = "in_review"
DUPLICATE: Final = "duplicate"
WITHDRAWN: Final = "withdrawn"
RETRACTED: Final = "retracted_under_pressure"

LIVE: Final = (IN_REVIEW, "confirmed", "unconfirmed", "published", "corrected")
"""The statuses of incidents that are worked on, or counted: other reports can be added to them."""


class Need(Enum):
    """What a step needs beside its reason."""

    SECOND_PERSON = "second_person"
    """Another person than the one whose coding is in force."""
    PERSON = "person"
    """A person: no machine takes it."""
    KEPT_LIVE = "kept_live"
    """The incident that stands for it is worked on, or counted."""
    KEPT_COUNTED = "kept_counted"
    """The incident that stands for it is counted too, so that no counted one vanishes."""


class Step(NamedTuple):
    """One step: `verb` leads from `before` to `after`; `role` is the least that may take it."""

    before: str
    verb: Verb
    after: str
    role: str
    needs: tuple[Need, ...] = ()


_BOTH: Final = (Need.PERSON, Need.SECOND_PERSON)

LADDER: Final = (
    Step(NONE, Verb.ACCEPT, IN_REVIEW, "analyst"),
    *(Step(status, Verb.ACCEPT, status, "analyst") for status in LIVE),
    Step(IN_REVIEW, Verb.CORRECT, IN_REVIEW, "analyst"),
    Step(IN_REVIEW, Verb.CONFIRM, "confirmed", "analyst", _BOTH),
    Step(IN_REVIEW, Verb.DOUBT, "unconfirmed", "analyst"),
    Step(IN_REVIEW, Verb.EXCLUDE, "out_of_scope", "analyst"),
    Step(IN_REVIEW, Verb.SPLIT, IN_REVIEW, "analyst"),
    Step(IN_REVIEW, Verb.MERGE, DUPLICATE, "analyst", (Need.KEPT_LIVE,)),
    Step(IN_REVIEW, Verb.RETRACT, RETRACTED, "editor"),
    Step("unconfirmed", Verb.CORRECT, IN_REVIEW, "analyst"),
    Step("unconfirmed", Verb.REOPEN, IN_REVIEW, "analyst"),
    Step("unconfirmed", Verb.EXCLUDE, "out_of_scope", "analyst"),
    Step("unconfirmed", Verb.MERGE, DUPLICATE, "analyst", (Need.KEPT_LIVE,)),
    Step("unconfirmed", Verb.RETRACT, RETRACTED, "editor"),
    Step("out_of_scope", Verb.REOPEN, IN_REVIEW, "analyst"),
    Step("confirmed", Verb.PUBLISH, "published", "editor", (Need.PERSON,)),
    Step("confirmed", Verb.CORRECT, IN_REVIEW, "analyst"),
    Step("confirmed", Verb.REOPEN, IN_REVIEW, "analyst"),
    Step("confirmed", Verb.SPLIT, IN_REVIEW, "analyst"),
    Step("confirmed", Verb.MERGE, DUPLICATE, "analyst", (Need.KEPT_LIVE,)),
    Step("confirmed", Verb.RETRACT, RETRACTED, "editor"),
    *(
        step
        for status in ("published", "corrected")
        for step in (
            Step(status, Verb.CORRECT, "corrected", "editor", (Need.PERSON,)),
            Step(status, Verb.SPLIT, "corrected", "editor", (Need.PERSON,)),
            Step(status, Verb.MERGE, DUPLICATE, "editor", (Need.KEPT_COUNTED,)),
            Step(status, Verb.WITHDRAW, WITHDRAWN, "editor", (Need.PERSON,)),
            Step(status, Verb.RETRACT, RETRACTED, "editor", (Need.PERSON,)),
        )
    ),
    Step(WITHDRAWN, Verb.REOPEN, IN_REVIEW, "editor"),
    Step(RETRACTED, Verb.REOPEN, IN_REVIEW, "editor"),
)
"""Every step there is, from the candidate to the edition. What is not listed cannot be done."""

_STEPS: Final = {(step.before, step.verb): step for step in LADDER}


def step(status: str, verb: Verb) -> Step | None:
    """The step that a verb makes from a status; None where there is none."""
    return _STEPS.get((status, verb))


def steps(status: str) -> tuple[Step, ...]:
    """All steps from a status, in the order of the ladder."""
    return tuple(one for one in LADDER if one.before == status)


def before(verb: Verb) -> tuple[str, ...]:
    """The statuses that a verb can start from, in the order of the ladder."""
    return tuple(one.before for one in LADDER if one.verb is verb and one.before)
