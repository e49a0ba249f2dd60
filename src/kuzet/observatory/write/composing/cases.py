"""Which case of the release is told: that with the most steps among those of the incidents asked for."""

from __future__ import annotations

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import Missing
from kuzet.basis.incident import Case
from kuzet.language.values import form
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.numbers_port import Where


def told_case(where: Where, labels: Labels) -> Case:
    """The case with the most steps, the first of equals; with filters, of those that one of their incidents belongs to.

    Raises `Missing` where the release has none with steps.
    """
    materials = labels.materials
    asked = set(materials.numbers.count(where).incidents) if where else set()
    found = [case for case in materials.release.cases if case.steps and (not where or asked & set(case.incidents))]
    if not found:
        raise Missing("no case with steps" + (" holds an incident that passes the filters" if where else ""))
    return max(found, key=lambda case: len(case.steps))


def is_followed(case: Case, year: int) -> bool:
    """Whether a case is an earlier one that went on: its first step is surely before the year, another one in it."""
    span = EventDate.parse(str(year))
    return any(step.date.within(span) for step in case.steps) and case.steps[0].date.last() < span.first()


def last_step(case: Case, labels: Labels) -> str:
    """The last step that is known with its date: `verdict, 18 October 2024`."""
    step = case.steps[-1]
    kind = kind_of(step.kind, labels)
    return f"{kind[:1].lower()}{kind[1:]}, {form.date(step.date, labels.language)}"


def kind_of(code: str, labels: Labels) -> str:
    """The label of a kind of step."""
    return labels.materials.codebook.label("step_kinds", code, labels.language)
