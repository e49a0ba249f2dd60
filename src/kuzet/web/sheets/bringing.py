"""A planned register brought in: each row a decision that rests on the row itself, kept as a document.

Rows go in some at a time, so that others can work meanwhile. An import that was broken off is continued when the same
file is brought in again (rows that are there say nothing new), or taken back as far as it came.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final, NamedTuple
from uuid import uuid4

from msgspec.structs import replace

from kuzet.adapters.batches import in_batches
from kuzet.basis.coding import Coder
from kuzet.basis.dates import EventDate
from kuzet.basis.document import Document, Source
from kuzet.basis.errors import BadInput, KuzetError
from kuzet.basis.incident import Decision, Incident, Passage, Verb
from kuzet.basis.names import Name
from kuzet.observatory.review import sheets
from kuzet.observatory.review.sheets.codings import Made
from kuzet.observatory.review.sheets.fields import fold
from kuzet.web.registry import changes, deciding, models, store
from kuzet.web.registry.deciding import Given
from kuzet.web.registry.events import By
from kuzet.web.registry.words import Import
from kuzet.web.sheets.planning import Action, Line, Plan

AT_ONCE: Final = 250
"""Rows of one transaction: one to two seconds in which others wait."""

KIND: Final = "register"
"""The kind of the source that the rows of a register are kept under."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A file: its name, its bytes, and the SHA-256 of these."""

    name: str
    raw: bytes

    @property
    def sha256(self) -> str:
        """64 hexadecimal digits."""
        return hashlib.sha256(self.raw).hexdigest()


class Choice(NamedTuple):
    """What becomes of a row that seems to report an incident that is there: an action, and the incident to attach to.

    `SAME` leaves the row out.
    """

    action: Action
    ident: str = ""


@dataclass(slots=True)
class Brought:
    """What came of an import: its record, and the rows that could not be taken, each with why."""

    record: Import
    refused: list[tuple[int, str]] = field(default_factory=list)


Advance = Callable[[int], object]


def bring(plan: Plan, file: Whole, by: By, choices: Mapping[int, Choice], advance: Advance) -> Brought:
    """Bring in every row that is not wrong, as planned or chosen; `advance` is told the rows that are done.

    Raises `BadInput` for an incident id that a choice names and that is not there.
    """
    record = _begun(plan, file, by)
    made = Brought(record)
    wanted = [(line, choices.get(line.row.number, Choice(line.action))) for line in plan.lines]
    new = [line for line, choice in wanted if choice.action is Action.ADD]
    sources = _Sources(plan, record)
    for some in in_batches(new, AT_ONCE):
        _add(plan, some, record, by, sources)
        advance(len(some))
    rest = [(line, choice) for line, choice in wanted if choice.action in (Action.CHANGE, Action.ATTACH)]
    for line, choice in rest:
        _touch(plan, line, choice, made, sources)
        advance(1)
    refused = {number for number, _ in made.refused}
    done = [choice.action for line, choice in rest if line.row.number not in refused]
    counts = {"added": len(new), "changed": done.count(Action.CHANGE), "attached": done.count(Action.ATTACH)}
    left = len(plan.lines) - sum(counts.values())
    made.record = replace(record, **counts, left=left, state="done")
    changes.put(made.record, by, 1)
    return made


def _begun(plan: Plan, file: Whole, by: By) -> Import:
    """Note that the import begins."""
    record = Import(
        id=f"I-{uuid4().hex[:12]}",
        at=by.at,
        author=by.author,
        file=file.name,
        sha256=file.sha256,
        sheet=plan.table.name,
        fingerprint=plan.fingerprint,
        columns=plan.columns,
        reason=by.reason,
    )
    changes.put(record, by)
    return record


class _Sources:
    """The sources that rows cite: those of the registry by id or name, else the register itself."""

    def __init__(self, plan: Plan, record: Import) -> None:
        self._known = {
            fold(text): source.id
            for source in store.load(Source)
            for text in (source.id, *(name for _, name in source.name.known()))
        }
        self.own = f"{KIND}-{plan.fingerprint[:8]}"
        self._new = Source(
            id=self.own,
            name=Name(en=PurePath(record.file).name[:200] or KIND),
            kind=KIND,
            languages=(),
            country=plan.pack.country.profile.code,
        )
        if models.Source.objects.filter(ident=self.own).exists():
            return
        changes.put(self._new, By(record.author, record.at, record.reason))

    def of(self, line: Line) -> str:
        """The source of a row."""
        return self._known.get(fold(next(iter(line.row.values.get("source", ())), "")), self.own)


def _add(plan: Plan, lines: Sequence[Line], record: Import, by: By, sources: _Sources) -> None:
    """Bring in new incidents, all of them or none."""
    country = plan.pack.country.profile.code
    numbers = _Numbers(country)
    decisions: list[Decision] = []
    documents: list[Document] = []
    for line in lines:
        kept = _documents(line, sources)
        ident = numbers.next(EventDate.parse(line.row.values["date"][0]).year or 0)
        made = Made(ident, Coder(id=record.author), by.at)
        title, summary = sheets.titles(line.row.values, plan.pack)
        coding = sheets.coding(line.row.values, made, plan.pack)
        told = {"coding": coding, "title": title, "summary": summary}
        decisions.append(_decision(line, record, ident, kept, **told))
        documents += kept
    deciding.decide_batch(decisions, country, by, Given({Document: list(_unkept(documents))}))


def _touch(plan: Plan, line: Line, choice: Choice, made: Brought, sources: _Sources) -> None:
    """Change one incident, or give it another report; what cannot be is noted with its reason."""
    record = made.record
    by = By(record.author, record.at, record.reason)
    try:
        ident = changes.resolve(choice.ident or (line.standing.incident.id if line.standing else ""))
        incident = line.standing.incident if line.standing else store.get(Incident, ident)
        version = line.standing.version if line.standing else changes.current_version(Incident, ident)
        told = _changed(plan, line, incident, record) if choice.action is Action.CHANGE else _as_it_was(incident)
        kept = _documents(line, sources)
        decision = _decision(line, record, ident, kept, **told)
        given = Given({Document: list(_unkept(kept))}, {ident: version})
        deciding.decide_batch([decision], plan.pack.country.profile.code, by, given)
    except KuzetError as error:
        made.refused.append((line.row.number, str(error)))


def _changed(plan: Plan, line: Line, incident: Incident, record: Import) -> dict[str, object]:
    """The answers of a row on top of those that the incident has."""
    made = Made(incident.id, Coder(id=record.author), record.at)
    before = incident.codings[0] if incident.codings else None
    title, summary = sheets.titles(line.row.values, plan.pack, (incident.title, incident.summary))
    coding = sheets.coding(line.row.values, made, plan.pack, before)
    return {"coding": coding, "title": title, "summary": summary, "case": incident.case}


def _as_it_was(incident: Incident) -> dict[str, object]:
    if not incident.codings:
        raise BadInput(incident.id, "an incident that is described and not reconstructed")
    return {
        "coding": incident.codings[0],
        "title": incident.title,
        "summary": incident.summary,
        "case": incident.case,
    }


def _decision(line: Line, record: Import, ident: str, kept: Sequence[Document], **told: Any) -> Decision:  # noqa: ANN401
    return Decision(
        id=f"{record.id}-{line.row.number}",
        at=record.at,
        author=Coder(id=record.author),
        verb=Verb.ACCEPT,
        reason=f"{record.reason} ({record.file}, {record.sheet}, row {line.row.number})",
        incident=ident,
        passages=tuple(Passage(document=one.id, quote=one.text) for one in kept),
        **told,
    )


def _documents(line: Line, sources: _Sources) -> tuple[Document, ...]:
    """The row as documents, one for each link that it gives."""
    urls = line.row.values.get("url", ()) or ("",)
    title = next((line.row.values[name][0] for name in TITLES if line.row.values.get(name)), "")
    return tuple(
        Document(
            id=line.document if at == 0 else f"{line.document}-{at + 1}",
            text=line.row.text,
            title=title,
            source=sources.of(line),
            url=url,
        )
        for at, url in enumerate(urls)
    )


TITLES: Final = ("title_kk", "title_ru", "title_en")


def _unkept(documents: Iterable[Document]) -> Iterator[Document]:
    """Those that are not there: a row that was brought in, taken back and brought in again is kept once."""
    given = {document.id: document for document in documents}
    there = {one.ident for one in models.Document.objects.filter(ident__in=given).only("ident")}
    return (document for ident, document in given.items() if ident not in there)


class _Numbers:
    """The next incident ids, one after the other."""

    def __init__(self, country: str) -> None:
        self._country = country
        self._last: dict[int, int] = {}

    def next(self, year: int) -> str:
        """The next id of a year."""
        start = f"{self._country}-{year}-"
        if year not in self._last:
            self._last[year] = int(deciding.next_ident(self._country, year).removeprefix(start)) - 1
        self._last[year] += 1
        return f"{start}{self._last[year]:04}"
