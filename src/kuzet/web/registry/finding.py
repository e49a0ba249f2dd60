"""Incidents found by words: the same hits in the same order as the search of the site, kept up with every change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from django.db import connection, transaction

from kuzet.adapters.batches import in_batches
from kuzet.basis.incident import Incident
from kuzet.basis.names import Name
from kuzet.basis.tiers import Tier
from kuzet.observatory import review
from kuzet.web.registry import models, store
from kuzet.web.registry.inserting import insert
from kuzet.web.registry.terms import Held, Term
from kuzet.web.seeking import holding
from kuzet.web.seeking.gathering import MOST, rarity
from kuzet.web.seeking.holding import NUMBER
from kuzet.web.seeking.seek import asked, ranked

BATCH: Final = 500

ALL: Final = ""
"""The key that stands for all incidents."""

Keys = Mapping[str, tuple[int, int]]
"""Key -> mark and weight."""


def search(query: str, most: int) -> list[str]:
    """The numbers of the incidents that a query finds, the best first; of one that is a number, that incident alone."""
    number = query.strip().upper()
    if models.Incident.objects.filter(ident=number).exists():
        return [number]
    return ranked(_Tables(), asked(query))[:most]


def refresh(incidents: Iterable[Incident]) -> None:
    """Bring the search up to these incidents as they are now."""
    for some in in_batches(incidents, BATCH):
        with transaction.atomic():
            _replace({one.id: _keys(one) for one in some})


def forget(idents: Iterable[str]) -> None:
    """Take incidents out of the search, and with them every key that no other holds: it may be a name."""
    for some in in_batches(sorted(idents), BATCH):
        with transaction.atomic():
            _replace({ident: {} for ident in some})


def fill() -> int:
    """Take in the incidents that an older version left out; gives how many there were."""
    found = models.Incident.objects.exclude(ident__in=Held.objects.values("incident"))
    idents = list(found.values_list("ident", flat=True))
    refresh(store.load_where(Incident, "ident", idents))
    return len(idents)


def texts(incident: Incident) -> tuple[tuple[Name, int], ...]:
    """What a change must touch to move an incident in the search."""
    return holding.texts(review.mask(incident, review.View(Tier.INTERNAL)))


def _keys(incident: Incident) -> Keys:
    """The keys of an incident; one with closed fields is found by its number alone: no name is found by trying."""
    shown = review.mask(incident, review.View(Tier.INTERNAL))
    found = holding.held(shown)
    if incident.tiers:
        found = {key: held for key, held in found.items() if held[1] == NUMBER}
    return {ALL: (0, 0), **found}


def _replace(wanted: Mapping[str, Keys]) -> None:
    """Put keys in the place of those that these incidents hold."""
    terms = _terms(wanted.values())
    rows = Held.objects.filter(incident__in=list(wanted)).values_list("term", "lightness", "incident")
    before = {tuple(row) for row in rows}
    after = {
        (terms[key], NUMBER - weight, ident) for ident, keys in wanted.items() for key, (_, weight) in keys.items()
    }
    gone = {ident for *_, ident in before - after}
    Held.objects.filter(incident__in=gone).delete()
    kept = {row for row in before if row[2] not in gone}
    insert(Held, (dict(zip(("term", "lightness", "incident"), row, strict=True)) for row in sorted(after - kept)))
    changed = Counter(term for term, *_ in after)
    changed.subtract(Counter(term for term, *_ in before))
    _count(changed)


def _count(changed: Mapping[int, int]) -> None:
    """Add to the numbers of incidents that hold these terms; a term that nothing holds is gone."""
    steps = [(by, term) for term, by in sorted(changed.items()) if by]
    with connection.cursor() as cursor:
        table = Term._meta.db_table  # noqa: SLF001  (Django's own)
        cursor.executemany(f"UPDATE {table} SET incidents = incidents + %s WHERE id = %s", steps)  # noqa: S608
    less = [term for by, term in steps if by < 0]
    for some in in_batches(less, BATCH):
        Term.objects.filter(id__in=some, incidents=0).delete()


def _terms(wanted: Iterable[Keys]) -> Mapping[str, int]:
    """The number of the row of each key; new keys have one now, and known ones their further marks."""
    marks: Counter[str] = Counter()
    for keys in wanted:
        for key, (mark, _) in keys.items():
            marks[key] |= mark
    known = _known(marks)
    insert(Term, ({"key": key, "start": key[:2], "mark": mark} for key, mark in marks.items() if key not in known))
    for key, (number, mark) in known.items():
        if marks[key] & ~mark:
            Term.objects.filter(id=number).update(mark=mark | marks[key])
    return {key: number for key, (number, _) in (known | _known(set(marks) - set(known))).items()}


def _known(keys: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The number and the marks of each key that is there."""
    return {
        key: (number, mark)
        for some in in_batches(keys, BATCH)
        for key, number, mark in Term.objects.filter(key__in=some).values_list("key", "id", "mark")
    }


class _Key(NamedTuple):
    """A term as the search asks for it."""

    number: int
    mark: int
    incidents: int
    rarity: int


class _Tables:
    """The rows as `seeking.seek` reads an index, each group once."""

    def __init__(self) -> None:
        self._groups: dict[str, Mapping[str, _Key]] = {}

    @cached_property
    def _all(self) -> int:
        return Term.objects.filter(key=ALL).values_list("incidents", flat=True).first() or 0

    def along(self, word: str) -> Mapping[str, _Key]:
        """The keys that a word may begin with, or that may begin with it."""
        return self.group(word[:2])

    def group(self, start: str) -> Mapping[str, _Key]:
        """The keys that begin with these two letters."""
        if start not in self._groups:
            self._groups[start] = dict(self._of([start]))
        return self._groups[start]

    def others(self, near: Callable[[str], bool]) -> Iterator[tuple[str, _Key]]:
        """The keys of all groups that are near."""
        starts = Term.objects.exclude(key=ALL).order_by().values_list("start", flat=True).distinct()
        yield from self._of([start for start in starts if near(start)])

    def weights(self, entries: Sequence[_Key]) -> Iterator[Mapping[str, int]]:
        """What each of the entries weighs in which incident; of a common one the heaviest incidents alone."""
        few = [entry.number for entry in entries if entry.incidents <= MOST]
        found: dict[int, dict[str, int]] = {number: {} for number in few}
        for some in in_batches(few, BATCH):
            rows = Held.objects.filter(term__in=some).values_list("term", "lightness", "incident")
            for term, lightness, incident in rows:
                found[term][incident] = NUMBER - lightness
        yield from (found[entry.number] if entry.number in found else _heaviest(entry) for entry in entries)

    def _of(self, starts: Sequence[str]) -> Iterator[tuple[str, _Key]]:
        rows = Term.objects.filter(start__in=starts).values_list("key", "id", "mark", "incidents")
        for key, number, mark, incidents in rows.order_by("key"):
            yield key, _Key(number, mark, incidents, rarity(self._all, incidents))


def _heaviest(entry: _Key) -> Mapping[str, int]:
    rows = Held.objects.filter(term=entry.number).order_by("lightness", "incident")[:MOST]
    return {incident: NUMBER - lightness for lightness, incident in rows.values_list("lightness", "incident")}
