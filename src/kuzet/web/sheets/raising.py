"""The incidents of an import led a step of the ladder together: confirmed by another person, published by an editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import uuid4

from django.db.models import QuerySet

from kuzet.adapters.batches import in_batches
from kuzet.basis.coding import Coder
from kuzet.basis.errors import KuzetError
from kuzet.basis.incident import Decision, Verb
from kuzet.observatory.review import LADDER, Step
from kuzet.web.registry import deciding, models
from kuzet.web.registry.events import By
from kuzet.web.sheets import undoing
from kuzet.web.sheets.undoing import AT_ONCE

STEPS: Final = tuple(
    one for one in LADDER if (one.before, one.verb) in (("in_review", Verb.CONFIRM), ("confirmed", Verb.PUBLISH))
)
"""The steps that the incidents of an import can take together, in their order."""


@dataclass(slots=True)
class Raised:
    """What came of it: how many incidents took the step, and why the others did not."""

    count: int = 0
    refused: list[tuple[str, KuzetError]] = field(default_factory=list)


def step_of(verb: str) -> Step | None:
    """The step of this verb, None for one that an import does not take."""
    return next((one for one in STEPS if one.verb.value == verb), None)


def ready(ident: str, step: Step) -> QuerySet[Any]:
    """The incidents that an import made or coded anew, and that can take the step."""
    coded = (Verb.ACCEPT.value, Verb.CORRECT.value)
    mine = models.Decision.objects.filter(ident__startswith=f"{ident}-", verb__in=coded, coding__isnull=False)
    return models.Incident.objects.filter(status=step.before, ident__in=mine.values("incident")).order_by("ident")


def raise_all(ident: str, step: Step, country: str, by: By) -> Raised:
    """Lead them all; one that a rule stops stays where it is, and is told."""
    made = Raised()
    for some in in_batches(list(ready(ident, step).values_list("ident", flat=True)), AT_ONCE):
        decisions = [_decision(ident, one, step, by) for one in some]
        try:
            deciding.decide_batch(decisions, country, by)
            made.count += len(decisions)
        except KuzetError:
            _one_by_one(decisions, country, by, made)
    return made


def _decision(ident: str, incident: str, step: Step, by: By) -> Decision:
    name = f"{ident}-{step.verb.value}-{uuid4().hex[:12]}"
    author = Coder(id=by.author)
    return Decision(id=name, at=by.at, author=author, verb=step.verb, reason=by.reason, incident=incident)


def _one_by_one(decisions: Sequence[Decision], country: str, by: By, made: Raised) -> None:
    for one in decisions:
        try:
            deciding.decide_batch([one], country, by)
            made.count += 1
        except KuzetError as error:
            made.refused.append((one.incident, error))


def raised(ident: str, step: Step) -> list[str]:
    """The ids of the decisions by which an import took the step, those that are in force."""
    mine = models.Decision.objects.filter(ident__startswith=f"{ident}-{step.verb.value}-", verb=step.verb.value)
    gone = set(models.Decision.objects.filter(of__in=mine.values("ident")).values_list("of", flat=True))
    return [one for one in mine.order_by("id").values_list("ident", flat=True) if one not in gone]


def lower_all(ident: str, step: Step, country: str, by: By) -> Raised:
    """Take the step back; one on which a later decision rests stays, and is told."""
    made = Raised()
    for some in in_batches(raised(ident, step), AT_ONCE):
        try:
            undoing.take_back(some, country, by)
            made.count += len(some)
        except KuzetError:
            for one in some:
                try:
                    undoing.take_back([one], country, by)
                    made.count += 1
                except KuzetError as error:
                    made.refused.append((one, error))
    return made
