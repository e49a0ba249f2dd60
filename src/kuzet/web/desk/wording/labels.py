"""Codes and answers in the analyst's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from django.conf import settings

from kuzet import countries
from kuzet.basis.codebook import TEXTS, Codebook
from kuzet.basis.coding import Answer, Coding, Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.law import LegalArticle
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.language.values import form
from kuzet.web.desk.wording.languages import words
from kuzet.web.desk.wording.rules import explained
from kuzet.web.registry.changes import book

Choice = tuple[str, str]

SHOWN: Final = (
    "is_attack",
    "category",
    "methods",
    "perpetrators",
    "targets",
    "people",
    "date",
    "place",
    "mode",
    "context_event",
    "articles",
    "proceeding",
    "stage",
    "verdict",
    "penalties",
    "certainty",
)
"""Questions in the order in which their answers are listed."""

_YES_NO: Final = {True: "yes", False: "no"}


class Proposed(NamedTuple):
    """One answer as the page shows it: the question, the answer, the words that it rests on, and the rule."""

    question: str
    answer: str
    quotation: str
    rule: str


class Told(NamedTuple):
    """A code with its texts in one language; the examples are empty where the codebook has none."""

    code: str
    label: str
    definition: str
    include: str
    exclude: str


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

    def variable(self, name: str) -> str:
        """The label of a question."""
        return self.of("variables", name)

    def told(self, table: str, code: str) -> Told | None:
        """A code as a page shows it, None for one that the codebook does not list."""
        row = self.book.table(table).get(code)
        texts = [self._plain(getattr(row, name), table) for name in TEXTS] if row else []
        return Told(code, *texts) if row else None

    def meaning(self, table: str, code: str) -> str:
        """The definition of a code, '' for one that the codebook does not list."""
        row = self.book.table(table).get(code)
        return self._plain(row.definition, table) if row else ""

    def _plain(self, text: Name, table: str) -> str:
        return self.book.plain(text.best(self.language), table, self.language)

    def proposed(self, coding: Coding) -> Iterator[Proposed]:
        """The answers of a coding, one line each."""
        for question in SHOWN:
            held = getattr(coding, question)
            for one in held if isinstance(held, tuple) else (held,) if held else ():
                yield self.answer(question, one)

    def answer(self, question: str, given: Answer[Any]) -> Proposed:
        """One answer to a question of the codebook."""
        quotation = given.quotation.text if given.quotation else ""
        rule = explained(given.rule, self.language, self._named)
        return Proposed(self.asked(question), self.value(question, given.value), quotation, rule)

    def _named(self, code: str) -> str:
        """The label of a method or penalty that a rule names."""
        return next((self.of(one, code) for one in ("methods", "penalty_kinds") if code in self.book.table(one)), code)

    def asked(self, question: str) -> str:
        """The label of a question, also of one that only the desk's own words name."""
        return self.variable(question) if question in self.book.table("variables") else words(self.language)[question]

    def value(self, question: str, value: Any) -> str:  # noqa: ANN401  (an answer to any question)
        """What an answer says."""
        if isinstance(value, Perpetrator):
            return self._joined(value, klass="perpetrator_classes", kind="perpetrator_kinds", role="perpetrator_roles")
        if isinstance(value, Target):
            return self._joined(value, kind="target_kinds")
        if isinstance(value, Penalty):
            return self._penalty(value)
        if isinstance(value, Place):
            return value.name.best(self.language)
        if isinstance(value, EventDate):
            return form.date(value, self.language)
        if isinstance(value, LegalArticle):
            return self._article(value)
        return self.of(self._table(question), _YES_NO.get(value, value)) if self._table(question) else str(value)

    def _table(self, question: str) -> str:
        """The table of the codes that answer a question, '' for one that takes no codes."""
        row = self.book.table("variables").get(question)
        return row.extra["codes"] if row and row.extra["codes"] in self.book.tables else ""

    def _joined(self, value: Perpetrator | Target, **tables: str) -> str:
        name = value.name.best(self.language) if value.name else ""
        labels = [self.of(table, getattr(value, field)) for field, table in tables.items()]
        return ", ".join(filter(None, (name, *labels)))

    def _article(self, value: LegalArticle) -> str:
        """An article of law as it is cited; the law by its code where the country pack does not list it."""
        told, laws = words(self.language), countries.load(settings.COUNTRY).law
        law = next((getattr(one.short, self.language) for one in laws if one.code == value.code), value.code)
        parts = [
            told["law_article"].format(law=law, article=value.article),
            told["law_part"].format(part=value.part) if value.part else "",
            told["law_point"].format(point=value.point) if value.point else "",
        ]
        return ", ".join(filter(None, parts))

    def _penalty(self, value: Penalty) -> str:
        told = words(self.language)
        terms = [(told["field_days"], value.days), (told["field_months"], value.months)]
        parts = [
            self.of("penalty_kinds", value.kind),
            form.money(value.money, self.language) if value.money else "",
            *(f"{label}: {count}" for label, count in terms if count is not None),
            form.date(value.date, self.language) if value.date else "",
            told["field_requested"] if value.requested else "",
        ]
        return ", ".join(filter(None, parts))
