"""Candidates found in documents and the codings that coders give them.

A machine's coding and a person's have the same shape, so that agreement can be computed between any two.
"""

from __future__ import annotations

from datetime import datetime
from typing import Generic, TypeVar

from kuzet.basis.dates import EventDate
from kuzet.basis.document import Quotation
from kuzet.basis.errors import BadInput
from kuzet.basis.law import LegalArticle
from kuzet.basis.money import Money
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.basis.word import Word, settle

T = TypeVar("T")


class Candidate(Word):
    """One passage of one document that seems to report one attack.

    `id` is `<document>#<number from 1>`; `passages` are in reading order, the first one is the leading one;
    `score` is between 0 and 1; `rules` name what decided, in order of weight; `around` are the sentences beside the
    passages in the part of the document that tells this attack: no evidence, but linking finds names and days in them.
    """

    id: str
    document: str
    passages: tuple[Quotation, ...]
    score: float
    rules: tuple[str, ...] = ()
    around: tuple[str, ...] = ()

    def told(self) -> tuple[str, ...]:
        """All that the document says of it: the text of the passages, and what stands around them."""
        return (*(passage.text for passage in self.passages), *self.around)

    def __post_init__(self) -> None:
        if not self.passages:
            raise BadInput(self.passages, "at least one passage", f"candidate {self.id}")
        if not 0 <= self.score <= 1:
            raise BadInput(self.score, "a score between 0 and 1", f"candidate {self.id}")


class Coder(Word):
    """Who coded: a person (by pseudonym) or a machine (by name and version)."""

    id: str
    machine: bool = False


class Answer(Word, Generic[T]):
    """One answer to one question of the codebook, with the words it rests on and the rule that gave it."""

    value: T
    quotation: Quotation | None = None
    confidence: float = 1.0
    rule: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise BadInput(self.confidence, "a confidence between 0 and 1", f"answer by rule {self.rule or 'none'}")


class Perpetrator(Word):
    """Who did it: codebook class and kind, in the role of initiator (complained, sued) or executor (acted)."""

    klass: str
    kind: str = ""
    role: str = "executor"
    name: Name | None = None

    def __post_init__(self) -> None:
        settle(self, "role")


class Target(Word):
    """Whom it hit: a person, an outlet or a described group. `people` is None where nobody counted them."""

    name: Name
    kind: str
    affiliation: Name | None = None
    gender: str = ""
    people: int | None = None

    def __post_init__(self) -> None:
        if self.people is not None and self.people < 1:
            raise BadInput(self.people, "at least 1 person, or none stated", f"target {self.name.best('en')}")
        if self.gender not in ("", "f", "m"):
            raise BadInput(self.gender, "f, m or nothing", f"target {self.name.best('en')}")


class Penalty(Word):
    """What was imposed or asked for: a sum, or days or months; `date` is when it was given or changed."""

    kind: str
    money: Money | None = None
    days: int | None = None
    months: int | None = None
    date: EventDate | None = None
    requested: bool = False
    replaced: bool = False
    """Changed or cancelled by a later instance: told in the case, not counted as imposed."""


class Coding(Word):
    """One coder's answers for one candidate or incident (`subject` is its id). `None` or empty = not answered."""

    subject: str
    coder: Coder
    codebook: str
    at: datetime | None = None
    is_attack: Answer[bool] | None = None
    category: Answer[str] | None = None
    methods: tuple[Answer[str], ...] = ()
    """Main method first."""
    perpetrators: tuple[Answer[Perpetrator], ...] = ()
    targets: tuple[Answer[Target], ...] = ()
    people: Answer[int] | None = None
    date: Answer[EventDate] | None = None
    place: Answer[Place] | None = None
    mode: Answer[str] | None = None
    context_event: Answer[str] | None = None
    articles: tuple[Answer[LegalArticle], ...] = ()
    proceeding: Answer[str] | None = None
    stage: Answer[str] | None = None
    verdict: Answer[str] | None = None
    penalties: tuple[Answer[Penalty], ...] = ()
    certainty: Answer[str] | None = None
