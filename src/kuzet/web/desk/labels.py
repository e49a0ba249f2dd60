"""Codes and answers in the analyst's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kuzet.basis.codebook import Codebook
from kuzet.basis.coding import Answer, Coding
from kuzet.web.desk.languages import words
from kuzet.web.registry.changes import book

Choice = tuple[str, str]


class Proposed(NamedTuple):
    """One answer as the page shows it: the question, the answer, the words that it rests on, and the rule."""

    question: str
    answer: str
    quotation: str
    rule: str


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of the codebook that the registry adopted, in one language."""

    language: str
    book: Codebook = field(default_factory=book)

    def of(self, table: str, code: str) -> str:
        """The label of a code, the code itself where the codebook does not list it, '' for none."""
        row = self.book.table(table).get(code)
        return row.label.best(self.language) if row else code

    def choices(self, table: str) -> list[Choice]:
        """Codes with their labels, in the order of the codebook."""
        return [(code, row.label.best(self.language)) for code, row in self.book.table(table).items()]

    def methods(self) -> list[tuple[str, list[Choice]]]:
        """Methods under their category."""
        rows = self.book.table("methods").items()
        return [
            (label, [(code, row.label.best(self.language)) for code, row in rows if row.extra["category"] == category])
            for category, label in self.choices("categories")
        ]

    def proposed(self, coding: Coding) -> Iterator[Proposed]:
        """The answers of a coding to the questions of the desk, one line each."""
        if coding.category:
            yield self._line("category", self.of("categories", coding.category.value), coding.category)
        for method in coding.methods:
            yield self._line("method", self.of("methods", method.value), method)
        for one in coding.perpetrators:
            kind = self.of("perpetrator_kinds", one.value.kind)
            klass = self.of("perpetrator_classes", one.value.klass)
            yield self._line("perpetrator", ", ".join(filter(None, (klass, kind))), one)
        for each in coding.targets:
            told = f"{each.value.name.best(self.language)} ({self.of('target_kinds', each.value.kind)})"
            yield self._line("target", told, each)
        if coding.date:
            yield self._line("date", str(coding.date.value), coding.date)
        if coding.place:
            yield self._line("region", coding.place.value.name.best(self.language), coding.place)

    def _line(self, question: str, answer: str, given: Answer[Any]) -> Proposed:
        quotation = given.quotation.text if given.quotation else ""
        return Proposed(words(self.language)[question], answer, quotation, given.rule)
