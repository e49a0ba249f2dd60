"""What the report counts: incidents, the cases that tie them, and the decisions that made them."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Final

from kuzet.basis.coding import Coder, Coding, Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate, check_moment
from kuzet.basis.errors import BadInput
from kuzet.basis.fields import UNKNOWN
from kuzet.basis.law import LegalArticle
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.basis.tiers import Raised
from kuzet.basis.word import Word, settle

COUNTED: Final = ("published", "corrected", "reconstructed")
"""The statuses of incidents that a release holds."""


class Citation(Word):
    """A document that an incident rests on: enough to find and to check the archived page.

    `passage` is the quotation that reports the incident, in the document's own language. `captured` is the moment at
    which what `sha256` is the sum of was taken; None where it is not known, and in releases older than this field.
    """

    document: str
    source: str
    url: str
    sha256: str
    title: str = ""
    published: EventDate | None = None
    passage: str = ""
    captured: datetime | None = None

    def __post_init__(self) -> None:
        if self.captured is not None:
            check_moment(self.captured, f"citation of {self.document}, captured")


def main_method(methods: tuple[str, ...]) -> str:
    """The first of the methods, `unknown` where there is none."""
    return methods[0] if methods else UNKNOWN


class Incident(Word):
    """One act of one perpetrator at one time against a media worker, an outlet or a described group.

    Codes are those of the codebook version of the release. The first of `methods` is the main one, by which it is
    counted; only a placeholder may hold none, where no published total names its type.
    `people` is the number of people affected, None where no source counts them. `mode` is online or offline.
    `reconstructed` marks a placeholder that stands for a published total and not for a described event.
    """

    id: str
    country: str
    title: Name
    summary: Name
    date: EventDate
    category: str
    methods: tuple[str, ...]
    perpetrators: tuple[Perpetrator, ...]
    targets: tuple[Target, ...]
    place: Place
    people: int | None = None
    mode: str = "unknown"
    context_event: str = ""
    articles: tuple[LegalArticle, ...] = ()
    proceeding: str = "none"
    stage: str = ""
    verdict: str = ""
    penalties: tuple[Penalty, ...] = ()
    case: str = ""
    certainty: str = "confirmed"
    status: str = "published"
    reconstructed: bool = False
    note: str = ""
    citations: tuple[Citation, ...] = ()
    decisions: tuple[str, ...] = ()
    codings: tuple[Coding, ...] = ()
    """The codings it was decided on, machine and human."""
    tiers: tuple[Raised, ...] = ()
    """Fields that fewer people see than usual."""

    def __post_init__(self) -> None:
        settle(self, "mode", "proceeding", "certainty", "status")
        where = f"incident {self.id}"
        if self.date.year is None:
            raise BadInput(str(self.date), "a date with a year", where)
        if not (self.methods or self.reconstructed):
            raise BadInput(self.methods, "at least one method, or marked reconstructed", where)
        if not self.perpetrators:
            raise BadInput(self.perpetrators, "at least one perpetrator (class unknown if nobody knows)", where)
        if not (self.reconstructed or self.citations):
            raise BadInput(self.citations, "at least one citation, or marked reconstructed", where)

    @property
    def method(self) -> str:
        """The method under which it is counted: the main one, `unknown` where none is known."""
        return main_method(self.methods)

    @property
    def perpetrator(self) -> str:
        """The class under which it is counted: that of the first perpetrator."""
        return self.perpetrators[0].klass


class CaseStep(Word):
    """One dated step of a case, such as a search, a verdict or an appeal decision."""

    date: EventDate
    kind: str
    text: Name
    penalty: Penalty | None = None
    documents: tuple[str, ...] = ()


class Case(Word):
    """Dated steps that tie incidents and proceedings together; steps are in order of date."""

    id: str
    title: Name
    incidents: tuple[str, ...]
    steps: tuple[CaseStep, ...] = ()

    def __post_init__(self) -> None:
        if list(self.steps) != sorted(self.steps, key=lambda step: step.date):
            raise BadInput([str(step.date) for step in self.steps], "in order of date", f"case {self.id}")


class Verb(Enum):
    """What a decision does."""

    ACCEPT = "accept"
    """These candidates report this incident, coded so; of one that is there they are another report."""
    REJECT = "reject"
    """These candidates report no incident of ours."""
    CORRECT = "correct"
    """The incident is coded anew."""
    CONFIRM = "confirm"
    """A second person has checked the incident and its coding against the sources."""
    DOUBT = "doubt"
    """It was checked, and too little is known to confirm it."""
    EXCLUDE = "exclude"
    """It is no attack on a media worker or newsroom."""
    REOPEN = "reopen"
    """It is looked at again."""
    MERGE = "merge"
    """One incident id is retired as a duplicate and redirects to another."""
    SPLIT = "split"
    """Some of its passages report another incident, which gets an id of its own."""
    PUBLISH = "publish"
    """It is counted in the next edition."""
    WITHDRAW = "withdraw"
    """A published incident was a mistake and is counted no longer."""
    RETRACT = "retract"
    """Whom it hit takes it back, or asks to hide it, under pressure: kept, and shown to nobody outside."""
    PROTECT = "protect"
    """Fields of an incident are seen by fewer people than usual, or by as many as usual again."""
    UNDO = "undo"
    """Another decision is taken back, as if it had never been taken; an undo may be undone."""


CODING: Final = (Verb.ACCEPT, Verb.CORRECT, Verb.SPLIT)
"""What gives an incident its codes, title and summary."""


class Passage(Word):
    """Where in which document: the words name the candidate, however candidates are numbered."""

    document: str
    quote: str


class Decision(Word):
    """Who decided what, when, on which text, for which reason. Appended, never overwritten.

    REJECT names `passages`; UNDO names `of`, the id of a decision; all others name `incident`. ACCEPT also names
    `passages`, `coding`, `title` and `summary`, CORRECT the same without passages, SPLIT the same with `into` (the new
    id, which the coding is of); MERGE retires `incident` and names what stands for it, `into`; PROTECT names `tiers`.
    """

    id: str
    at: datetime
    author: Coder
    verb: Verb
    reason: str
    incident: str = ""
    into: str = ""
    of: str = ""
    passages: tuple[Passage, ...] = ()
    coding: Coding | None = None
    title: Name | None = None
    summary: Name | None = None
    case: str = ""
    tiers: tuple[Raised, ...] = ()

    def __post_init__(self) -> None:
        where = f"decision {self.id}"
        if not self.reason:
            raise BadInput(self.reason, "a reason", where)
        check_moment(self.at, f"{where}, at")
        if (self.verb is Verb.UNDO) != bool(self.of):
            raise BadInput(self.of, "the id of a decision, which undo names and nothing else", f"{where}, of")
        if self.verb not in (Verb.REJECT, Verb.UNDO) and not self.incident:
            raise BadInput(self.incident, "an incident id", where)
        if self.verb in (Verb.ACCEPT, Verb.REJECT, Verb.SPLIT) and not self.passages:
            raise BadInput(self.passages, "at least one passage", where)
        if self.verb in CODING and not (self.coding and self.title and self.summary):
            raise BadInput(self.verb.value, "given with coding, title and summary", where)
        if self.verb in (Verb.MERGE, Verb.SPLIT) and not self.into:
            raise BadInput(self.into, f"the other incident of a {self.verb.value}", where)
        if (self.verb is Verb.PROTECT) and not self.tiers:
            raise BadInput(self.tiers, "at least one field and its tier", where)
