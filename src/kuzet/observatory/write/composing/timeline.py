"""The timeline of a case: its steps drawn at their dates, and its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import Missing
from kuzet.basis.incident import Case, CaseStep
from kuzet.language.values import form
from kuzet.observatory.write.charts import Key, Step, Tick, timeline
from kuzet.observatory.write.composing.cases import kind_of, told_case
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.runs import Notes
from kuzet.observatory.write.numbers_port import Where
from kuzet.observatory.write.tree import Specs, Table, Text

MONTHS_MOST: Final = 24
"""A time of more months than this is told by years."""


def case_chart(_: Sequence[str], where: Where, notes: Notes) -> tuple[Specs, Table]:
    """The steps of the case that `told_case` finds; raises `Missing` where no step has a year."""
    labels = notes.labels
    case = told_case(where, labels)
    dated = [step.date for step in case.steps if step.date.year]
    if not dated:
        raise Missing(f"no step of case {case.id} has a year")
    key = Key(exact=labels.phrases.text("day_known"), vague=labels.phrases.text("day_not_known"))
    drawn = timeline([_step(step, labels) for step in case.steps], list(_ticks(dated, labels)), key)
    return drawn, _table(case, labels)


def _step(step: CaseStep, labels: Labels) -> Step:
    known = step.date.year is not None
    return Step(
        label=f"{form.date(step.date, labels.language)}: {kind_of(step.kind, labels)}",
        first=step.date.first() if known else None,
        last=step.date.last() if known else None,
        exact=step.date.precision == "day",
    )


def _ticks(dated: Sequence[EventDate], labels: Labels) -> Iterator[Tick]:
    """The months or years from the first day that a step can have to the last, and the day after them."""
    first, last = min(one.first() for one in dated), max(one.last() for one in dated)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) > MONTHS_MOST:
        yield from (Tick(at=date(year, 1, 1), label=str(year)) for year in range(first.year, last.year + 1))
        yield Tick(at=date(last.year, 12, 31) + timedelta(days=1), label="")
        return
    for number in (*months, months[-1] + 1):
        year, month = divmod(number, 12)
        told = number < months[-1] + 1
        named = told and (month == 0 or number == months[0])
        label = labels.phrases.months[month] if told else ""
        yield Tick(at=date(year, month + 1, 1), label=label, year=str(year) if named else "")


def _table(case: Case, labels: Labels) -> Table:
    head = (labels.phrases.text(name) for name in ("date", "step", "what"))
    rows = tuple(
        (
            (Text(text=form.date(step.date, labels.language)),),
            (Text(text=kind_of(step.kind, labels)),),
            (labels.name(step.text),),
        )
        for step in case.steps
    )
    caption = labels.phrases.text("steps_of_case").replace("{}", labels.name(case.title).text)
    return Table(caption=caption, head=tuple((Text(text=cell),) for cell in head), rows=rows)
