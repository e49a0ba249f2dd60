"""One question with its rows, beside what the machine proposes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from kuzet.basis.coding import Answer, Coding
from kuzet.web.desk.form import sent
from kuzet.web.desk.form.asked import Asked
from kuzet.web.desk.form.fields import Code
from kuzet.web.desk.form.questions import Question
from kuzet.web.desk.form.quotations import placed
from kuzet.web.desk.form.rows import Row
from kuzet.web.desk.form.sent import Act, Raw
from kuzet.web.desk.wording.labels import Proposed

AT: Final = "at"
"""The field that says where a quotation stands."""


@dataclass(frozen=True, slots=True)
class Section:
    """A question: `base` are the answers that the form was given, `rows` those that it shows now."""

    question: Question
    asked: Asked
    base: tuple[Answer[Any], ...]
    prefix: str
    rows: tuple[Row, ...] = ()
    checked: bool = False
    kept: Mapping[int, Answer[Any]] = field(default_factory=dict)
    """Number of a row -> the answer that it was made from and still is."""

    def filled(self, data: Mapping[str, str] | None, act: Act | None) -> Section:
        """With the rows of its base, or of what was sent, changed as the act says."""
        told = [_raw(self.question.row, one, self.asked) for one in self.base]
        if data is None:
            return self._with(told, {}, checked=False)
        form, _, _ = self.prefix.rpartition("-")
        found = sent.rows(data, form, self.question.name)
        if act is not None:
            return self._with(
                sent.acted(found, act) if act.question == self.question.name else found, {}, checked=False
            )
        found = [one for one in found if not self.question.row.is_blank(one)]
        return self._with(found, _matched(found, told, self.base), checked=True)

    def _with(self, found: Sequence[Raw], kept: Mapping[int, Answer[Any]], *, checked: bool) -> Section:
        blank = not found and (self.question.needed or not self.question.many)
        shown = [{}] if blank else found
        rows = tuple(self._row(number, raw, kept, checked=checked and not blank) for number, raw in enumerate(shown))
        return replace(self, rows=rows, kept=kept, checked=checked)

    def _row(self, number: int, raw: Raw, kept: Mapping[int, Answer[Any]], *, checked: bool) -> Row:
        prefix, held = f"{self.prefix}-{number}", self._held()
        if not checked:
            return self.question.row(self.asked, initial=raw, prefix=prefix, held=held)
        sent = {f"{prefix}-{name}": text for name, text in raw.items()}
        row = self.question.row(self.asked, sent, prefix=prefix, held=held)
        row.kept = number in kept
        return row

    def _held(self) -> tuple[str, ...]:
        """The codes of the base, each once."""
        row, base = self.question.row, self.base
        fields = [name for name in row.answers() if isinstance(row.base_fields[name], Code)]
        told = [row.told(one.value, self.asked) for one in base]
        return tuple(dict.fromkeys(one[name] for one in told for name in fields if one[name]))

    @property
    def ident(self) -> str:
        """The id of the section in the page."""
        return f"id_{self.prefix}"

    @property
    def title(self) -> str:
        """What is asked."""
        variable = self.question.variable
        return self.asked.labels.variable(variable) if variable else self.asked.words[self.question.name]

    @property
    def opened(self) -> bool:
        """Whether the page shows the question at once: one that an incident needs, or that has an answer or a row."""
        answered = any(row[name].value() for row in self.rows for name in row.answers() if name not in row.aside)
        return self.question.needed or answered or (self.question.many and bool(self.rows))

    @property
    def help(self) -> str:
        """What the codebook says of it."""
        return self.asked.labels.meaning("variables", self.question.variable) if self.question.variable else ""

    @property
    def add(self) -> str:
        """What the button says that adds a row."""
        return self.asked.words[f"add_{self.question.name}"]

    @property
    def proposed(self) -> list[Proposed]:
        """What the form was given, with reasons."""
        return [self.asked.labels.answer(self.question.name, one) for one in self.base]

    @property
    def fault(self) -> str:
        """What stands in the way of the question as a whole."""
        lacks = self.checked and self.question.needed and self.asked.complete and not any(r.is_bound for r in self.rows)
        return self.asked.words["needed"] if lacks else ""

    def answered(self) -> Any:  # noqa: ANN401  (as the field of `Coding` is)
        """The answers of a valid section: a tuple, or for a question with one answer that, None where it is open."""
        found = tuple(self._answer(number, row) for number, row in enumerate(self.rows) if row.is_bound)
        return found if self.question.many else next(iter(found), None)

    def _answer(self, number: int, row: Row) -> Answer[Any]:
        if number in self.kept:
            return self.kept[number]
        return Answer(value=row.cleaned_data["made"], quotation=row.cleaned_data["quotation"])


def answers(coding: Coding | None, name: str) -> tuple[Answer[Any], ...]:
    """The answers to a question, however many it takes."""
    held = getattr(coding, name) if coding else None
    return held if isinstance(held, tuple) else (held,) if held else ()


def _raw(row: type[Row], answer: Answer[Any], asked: Asked) -> Raw:
    quoted = " ".join(answer.quotation.text.split()) if answer.quotation else ""
    return row.told(answer.value, asked) | {"quotation": quoted, "at": placed(answer.quotation)}


def _matched(found: Sequence[Raw], told: Sequence[Raw], base: Sequence[Answer[Any]]) -> dict[int, Answer[Any]]:
    """The rows that say what an answer of the base says, each answer once."""
    left = list(zip(told, base, strict=True))
    kept: dict[int, Answer[Any]] = {}
    for number, raw in enumerate(found):
        place = next((at for at, (one, _) in enumerate(left) if _same(raw, one)), None)
        if place is not None:
            kept[number] = left.pop(place)[1]
    return kept


def _same(sent: Raw, told: Raw) -> bool:
    """Whether what was sent is what was told: blanks and line ends are alike, and what is empty may be absent."""
    sent = {AT: told[AT]} | {name: " ".join(text.split()) for name, text in sent.items() if text.strip()}
    return {name: text for name, text in sent.items() if text} == {name: text for name, text in told.items() if text}
