"""Values as runs of text: numbers in the form of the language with their note, nouns and endings beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from kuzet.basis.errors import BadExpression, BadInput, KuzetError
from kuzet.basis.figure import Figure, Filter, Unit
from kuzet.basis.money import Money
from kuzet.language.values import form
from kuzet.observatory.write.composing.materials import Labels
from kuzet.observatory.write.composing.values import Amount, Said, rounded, uncomputable, value
from kuzet.observatory.write.expressions.expressions import Expression, Pipe
from kuzet.observatory.write.tree import FigureRun, Run, Runs, Text

_PERCENTS: Final = (Unit.PERCENT, Unit.PERCENT_CHANGE)


@dataclass
class Notes:
    """The note numbers of a report: a figure that is used again keeps its number.

    Figures are told apart by question, release and number: to compare the ids behind them takes long where there are
    hundreds of thousands, and a release answers a question one way.
    """

    labels: Labels
    numbers: dict[tuple[object, ...], int] = field(default_factory=dict)
    questions: dict[int, str] = field(default_factory=dict)
    anchors: dict[str, int] = field(default_factory=dict)

    def run(self, figure: Figure, text: str) -> FigureRun:
        """The figure as `text` with its note."""
        number = self.numbers.setdefault(_told_apart(figure), len(self.numbers) + 1)
        asked = self.questions.setdefault(number, question(figure, self.labels))
        return FigureRun(number=number, text=text, question=asked, figure=figure)

    def unique(self, name: str) -> str:
        """An anchor that no other block of the report has."""
        anchor = re.sub(r"[^A-Za-z0-9]+", "-", name)
        self.anchors[anchor] = self.anchors.get(anchor, 0) + 1
        return anchor if self.anchors[anchor] == 1 else f"{anchor}-{self.anchors[anchor]}"

    def plain(self, figure: Figure) -> FigureRun:
        """The figure as its bare number, for cells of tables."""
        amount = Amount(figure.value, figure.unit, figure)
        return self.run(figure, written(amount, rounded(amount), self.labels.language))


def _told_apart(figure: Figure) -> tuple[object, ...]:
    return figure.release, figure.question, figure.unit, figure.value, figure.published


def runs(expression: Expression, notes: Notes) -> Runs:
    """What an inline expression prints; raises `BadExpression` with its place."""
    found = value(expression, notes.labels)
    try:
        return _said(found, notes) if isinstance(found, Said) else piped(found, expression.pipes, notes)
    except KuzetError as error:
        raise uncomputable(expression, error) from error


def written(amount: Amount, number: Decimal, language: str) -> str:
    """A number as it is read: `63%`, `−6%`, `1.75`, `5 919`, `73 840 tenge`."""
    if amount.unit is Unit.MONEY and amount.figure is not None:
        currency = amount.figure.question.measure.rpartition(" ")[2]
        return form.money(Money(amount=number, currency=currency), language)
    sign = "−" if amount.value < 0 else ""
    return sign + (form.percent(number, language) if amount.unit in _PERCENTS else form.number(number, language))


def question(figure: Figure, labels: Labels) -> str:
    """What a figure answers, in words: `Incidents, 2024. Category: physical attacks`."""
    asked = figure.question
    measure, _, about = asked.measure.rpartition(" ")
    known = asked.measure in labels.phrases.questions
    what = labels.phrases.question(asked.measure if known else measure)
    what = what if known else what.replace("{}", labels.asked(about))
    period = form.date(asked.period, labels.language)
    against = f" / {form.date(asked.against, labels.language)}" if asked.against else ""
    parts = [f"{what}, {period}{against}", filtered(asked.where, labels)]
    if asked.measure == "share":
        whole = filtered(asked.base, labels) or labels.phrases.text("all_incidents")
        parts.append(f"{labels.phrases.text('base')}: {whole}")
    if figure.release != labels.materials.release.manifest.id:
        parts.append(f"{labels.phrases.text('edition')}: {figure.release}")
    elif placeholders := labels.materials.placeholders(figure):
        parts.append(f"{labels.phrases.text('placeholders_in')}: {form.number(placeholders, labels.language)}")
    return ". ".join(part for part in parts if part)


def filtered(found: tuple[Filter, ...], labels: Labels) -> str:
    """Filters in words: `Category: physical attacks; Region: Astana`."""
    return "; ".join(
        f"{labels.field(one.field)}: {' + '.join(labels.code(one.field, code) for code in one.codes)}" for one in found
    )


def _said(found: Said, notes: Notes) -> Runs:
    if not found.text:
        raise BadInput("", "something to say: no record stands here; put it inside {% if record ... %}")
    if found.amount is None or found.amount.figure is None:
        return (Text(text=found.text),)
    first = (Text(text=f"{found.text} ("), notes.plain(found.amount.figure), Text(text=")"))
    return (*first, *(run for one in found.also for run in (Text(text=", "), *_said(one, notes))))


def _number(amount: Amount, text: str, notes: Notes) -> Run:
    return Text(text=text) if amount.figure is None else notes.run(amount.figure, text)


def piped(amount: Amount, pipes: tuple[Pipe, ...], notes: Notes) -> Runs:
    """A number in the form that a pipe gives it; as it is read without one."""
    language = notes.labels.language
    number = rounded(amount)
    if not pipes:
        return (_number(amount, written(amount, number, language), notes),)
    if len(pipes) > 1:
        raise BadExpression(pipes[1].name.text, "needed here: one pipe is enough", str(pipes[1].name.place))
    return _PIPES[pipes[0].name.text](amount, number, pipes[0], notes)


def _noun(amount: Amount, number: Decimal, pipe: Pipe, notes: Notes) -> Runs:
    case = pipe.arguments[1].text if len(pipe.arguments) > 1 else ""
    word = notes.labels.phrases.noun(pipe.arguments[0].text, case, number)
    text = form.number(number, notes.labels.language)
    return _number(amount, text, notes), Text(text=f"{form.NO_BREAK}{word}")


def _agree(_: Amount, number: Decimal, pipe: Pipe, notes: Notes) -> Runs:
    return (Text(text=notes.labels.phrases.agreed(pipe.arguments[0].text, number)),)


def _phrase(amount: Amount, number: Decimal, pipe: Pipe, notes: Notes) -> Runs:
    direction = "same" if number == _STILL.get(amount.unit, 0) else "down" if amount.value < 0 else "up"
    before, slot, after = notes.labels.phrases.moved(pipe.arguments[0].text, direction).partition("{}")
    size = written(Amount(abs(amount.value), amount.unit), number, notes.labels.language)
    number_run = (_number(amount, size, notes),) if slot else ()
    return (*_words(before), *number_run, *_words(after))


def _words(text: str) -> Runs:
    return (Text(text=text),) if text else ()


_STILL: Final[Mapping[Unit, int]] = MappingProxyType({Unit.TIMES: 1})


def _suffix(amount: Amount, number: Decimal, pipe: Pipe, notes: Notes) -> Runs:
    ending = notes.labels.phrases.ending(pipe.arguments[0].text, number)
    return (_number(amount, written(amount, number, notes.labels.language) + ending, notes),)


def _absolute(amount: Amount, number: Decimal, _: Pipe, notes: Notes) -> Runs:
    return (_number(amount, written(Amount(abs(amount.value), amount.unit), number, notes.labels.language), notes),)


def _case(amount: Amount, number: Decimal, pipe: Pipe, notes: Notes) -> Runs:
    unit = "%" if amount.unit in _PERCENTS else ""
    return (_number(amount, form.inflected(number, notes.labels.language, pipe.arguments[0].text, unit), notes),)


_PIPES: Final[Mapping[str, Callable[[Amount, Decimal, Pipe, Notes], Runs]]] = MappingProxyType(
    {"noun": _noun, "agree": _agree, "phrase": _phrase, "suffix": _suffix, "abs": _absolute, "case": _case}
)
