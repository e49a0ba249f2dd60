"""Which candidates may report the same incident: found when they come in, so that a page only reads what was found."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from django.db.models import Count, Q

from kuzet.adapters.batches import in_batches
from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.judgement import Judgement, Undo
from kuzet.observatory import link, pipeline
from kuzet.observatory.link import Item
from kuzet.observatory.link.index import CROWDED
from kuzet.observatory.link.keys import lookups, postings
from kuzet.web.registry import models, store

BATCH: Final = 200
SHOWN: Final = 5
"""Others that are shown beside a candidate, the likeliest."""


def find(idents: Iterable[str]) -> None:
    """Compare these candidates with all that share a key with them, and keep what may be the same."""
    for some in in_batches(sorted(idents), BATCH):
        items = _items(some)
        models.Posting.objects.filter(item__in=list(some)).delete()
        models.Suggested.objects.filter(Q(left__in=list(some)) | Q(right__in=list(some))).delete()
        rows = [models.Posting(key=key, item=item.id) for item in items for key in _numbers(postings(item))]
        models.Posting.objects.bulk_create(rows, batch_size=1000)
        near = {item.id: _near(item) for item in items}
        known = {item.id: item for item in (*_items(set().union(*near.values()) - near.keys()), *items)}
        found = (
            one
            for item in items
            for one in link.Index(known[other] for other in near[item.id] if other in known).links(item)
        )
        made = {
            (one.left, one.right): models.Suggested(left=one.left, right=one.right, score=one.score) for one in found
        }
        models.Suggested.objects.bulk_create(made.values(), batch_size=500)


def fill() -> None:
    """Compare the open candidates that an older version left without a key."""
    there = models.Posting.objects.values("item")
    find(models.Candidate.objects.filter(state="open").exclude(ident__in=there).values_list("ident", flat=True))


def others(ident: str) -> list[str]:
    """The candidates that may report the same as this one, likeliest first; pairs that were judged never return."""
    mine = Q(left=ident) | Q(right=ident)
    rows = list(models.Suggested.objects.filter(mine).order_by("-score", "left", "right"))
    judged = store.load(Judgement, models.Judgement.objects.filter(mine)) if rows else iter(())
    entries: list[Judgement | Undo] = [*judged]
    entries += undoes(one.id for one in list(entries))
    settled = {(one.left, one.right) for one in link.standing(entries).judgements}
    left = [row for row in rows if (row.left, row.right) not in settled]
    return [row.right if row.left == ident else row.left for row in left[:SHOWN]]


def undoes(idents: Iterable[str]) -> list[Undo]:
    """What takes these back, and what takes that back."""
    found = list(store.load_where(Undo, "of", idents))
    return found + (undoes(one.id for one in found) if found else [])


def _items(idents: Iterable[str]) -> list[Item]:
    wanted = list(idents)
    candidates = {one.id: one for one in store.load_where(Candidate, "ident", wanted)}
    codings = {one.subject: one for one in store.load_where(Coding, "subject", wanted) if one.coder.machine}
    documents = models.Document.objects.filter(ident__in={one.document for one in candidates.values()})
    published = {ident: EventDate.parse(day) for ident, day in documents.values_list("ident", "published") if day}
    coded = ((codings[ident], one.told()) for ident, one in candidates.items() if ident in codings)
    return pipeline.items(published, coded)


def _near(item: Item) -> set[str]:
    """Who shares a key with an item; a key that too many share says nothing."""
    keys = _numbers(lookups(item))
    rows = models.Posting.objects.filter(key__in=keys).order_by()
    crowds = dict(rows.values_list("key").annotate(Count("id")))
    telling = [key for key, count in crowds.items() if count <= CROWDED]
    return set(models.Posting.objects.filter(key__in=telling).values_list("item", flat=True)) - {item.id}


def _numbers(keys: Iterable[str]) -> list[int]:
    return [int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True) for key in sorted(keys)]
