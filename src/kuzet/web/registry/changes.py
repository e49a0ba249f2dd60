"""The one way in: a word is written, and its event, in one transaction; when one of them fails, neither is there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import transaction

from kuzet.adapters.batches import in_batches
from kuzet.basis import codebook
from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.errors import BadInput, BrokenRule, Missing, shorten
from kuzet.basis.incident import Incident
from kuzet.basis.word import Word
from kuzet.observatory.review import check_codes
from kuzet.web.registry import alike, events, finding, store, waiting
from kuzet.web.registry.events import By, Trail, recorded
from kuzet.web.registry.merging import Conflict
from kuzet.web.registry.models import Adopted, Event, Redirect, Removal
from kuzet.web.registry.tables import Table, of

W = TypeVar("W", bound=Word)


@dataclass(frozen=True, slots=True)
class Changes:
    """A transaction under way."""

    trail: Trail
    removed: frozenset[str]
    """The ids of the removals that there were at the beginning."""
    proposed: set[str] = field(default_factory=set)
    """Candidates of which the passage or the machine's coding was written."""
    retold: dict[str, Incident] = field(default_factory=dict)
    """Incidents that words may find otherwise now."""

    def put(self, word: Word, version: int = 0) -> int:
        """Write a word; gives its version, which a word that is there already just so does not change.

        `version` is the one that the change was made on, 0 for a new word. Raises `Conflict` where it is another one
        by now, `BrokenRule` for a change of what never changes, `UnknownCode` for a code of no codebook.
        """
        table = of(type(word))
        _check(word)
        now = current_version(type(word), table.ident(word))
        if not now:
            self._check_removed(table, word)
            return self._write(word, 1, "")
        before = recorded(store.get(type(word), table.ident(word)))
        if before == recorded(word):
            return now
        _check_change(table, word, version, before)
        return self._write(word, now + 1, before)

    def _check_removed(self, table: Table, word: Word) -> None:
        if _tombstone(table, word) in self.removed:
            raise BrokenRule(_told_removed(table, word), "removed", what=table.ident(word))

    def put_new(self, kind: type[W], words: Iterable[W]) -> None:
        """Write many new words of one kind; raises `BrokenRule` for one that is there, and as `put`."""
        found = list(words)
        idents = [of(kind).ident(word) for word in found]
        for some in in_batches(idents, store.BATCH):
            there = of(kind).model.objects.filter(ident__in=some).values_list("ident", flat=True).first()
            if there is not None:
                raise BrokenRule(f"{of(kind).name} {shorten(there)} is there already", "there", what=there)
        for word in found:
            _check(word)
            self._check_removed(of(kind), word)
        store.save_new(kind, found)
        for word in found:
            self._tell(word, 1, "")

    def put_changed(self, pairs: Iterable[tuple[W, W]]) -> None:
        """Write many words of one kind, each given as it stands and as it shall be, both with the same parts."""
        found = [(old, new) for old, new in pairs if old != new]
        if not found:
            return
        table = of(type(found[0][0]))
        rows = {table.ident(new): new for _, new in found}
        versions = dict(
            pair
            for some in in_batches(rows, store.BATCH)
            for pair in table.model.objects.filter(ident__in=some).values_list("ident", "version")
        )
        store.save_changed(table.kind, [(new, versions[ident] + 1) for ident, new in rows.items()])
        for old, new in found:
            self._tell(new, versions[table.ident(new)] + 1, recorded(old))
            if isinstance(old, Incident) and isinstance(new, Incident) and finding.texts(old) == finding.texts(new):
                del self.retold[new.id]

    def _write(self, word: Word, version: int, before: str) -> int:
        store.save(word, version)
        self._tell(word, version, before)
        return version

    def _tell(self, word: Word, version: int, before: str) -> None:
        self.trail.add(word, version, before)
        if isinstance(word, Candidate):
            self.proposed.add(word.id)
        elif isinstance(word, Coding) and word.coder.machine:
            self.proposed.add(word.subject)
        elif isinstance(word, Incident):
            self.retold[word.id] = word


@contextmanager
def changing(by: By) -> Iterator[Changes]:
    """One transaction of one person with one reason: all its changes and their events are there at the end, or none."""
    with transaction.atomic():
        trail = events.begin(by)
        changes = Changes(trail, frozenset(Removal.objects.values_list("ident", flat=True)))
        yield changes
        changes.trail.write()
        waiting.refresh(changes.proposed)
        alike.find(changes.proposed)
        finding.refresh(changes.retold.values())


def put(word: Word, by: By, version: int = 0) -> int:
    """Write one word; as `Changes.put`."""
    with changing(by) as changes:
        return changes.put(word, version)


def put_all(words: Iterable[Word], by: By) -> int:
    """Write new words; gives how many there were."""
    with changing(by) as changes:
        return sum(bool(changes.put(word)) for word in words)


def refusal(word: Word) -> str:
    """Why a word can never come in: no database holds its text, or a law required its removal; empty where it can."""
    try:
        store.values(word)
    except BadInput as error:
        return str(error)
    table = of(type(word))
    buried = Removal.objects.filter(ident=_tombstone(table, word)).exists()
    return _told_removed(table, word) if buried else ""


def removed(kind: type[Word]) -> set[str]:
    """The ids of the words of a kind that a law made us erase."""
    before = _tombstones(of(kind))
    found = Removal.objects.filter(ident__startswith=before).values_list("ident", flat=True)
    return {ident.removeprefix(before) for ident in found}


def current_version(kind: type[Word], ident: str) -> int:
    """The version that a word has now, 0 where it is not there."""
    found = of(kind).model.objects.filter(ident=ident).values_list("version", flat=True).first()
    return int(found or 0)


def resolve(ident: str) -> str:
    """Where an incident id leads: to itself, or for a retired one to the incident that stands for it."""
    found = Redirect.objects.filter(ident=ident).exclude(into="").values_list("into", flat=True).first()
    return resolve(found) if found else ident


def book() -> codebook.Codebook:
    """The codebook version that was adopted last; raises `Missing` where none was."""
    version = Adopted.objects.order_by("-id").values_list("ident", flat=True).first()
    if version is None:
        raise Missing("no codebook was adopted; make the registry with: kuzet init")
    return codebook.load(version)


def _tombstones(table: Table) -> str:
    return f"{table.name} "


def _tombstone(table: Table, word: Word) -> str:
    """The id of the removal of a word."""
    return f"{_tombstones(table)}{table.ident(word)}"


def _told_removed(table: Table, word: Word) -> str:
    return f"{_tombstone(table, word)} was removed, because a law required it; its id is not used again"


def _check(word: Word) -> None:
    if isinstance(word, Incident):
        check_codes(word, book())
    elif isinstance(word, Coding):
        codebook.load(word.codebook)


def _check_change(table: Table, word: Word, version: int, before: str) -> None:
    what = f"{table.name} {shorten(table.ident(word))}"
    if table.frozen:
        raise BrokenRule(
            f"{what} never changes, and is there already with other content", "there", what=table.ident(word)
        )
    now = current_version(table.kind, table.ident(word))
    if version != now:
        base = _recorded_at(table, word, version)
        raise Conflict(what, now, json.loads(base or "{}"), json.loads(recorded(word)), json.loads(before))


def _recorded_at(table: Table, word: Word, version: int) -> str:
    told = Event.objects.filter(kind=table.name, subject=table.ident(word), version=version)
    return told.values_list("after", flat=True).first() or ""
