"""Which candidates may report one event: proposed to the analysts, until a person has judged the pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from kuzet import countries
from kuzet.adapters.batches import in_batches
from kuzet.basis.dates import EventDate
from kuzet.basis.judgement import Link
from kuzet.commands.registering import now
from kuzet.observatory import link, pipeline

BATCH: Final = 500
"""Links that are written at a time."""


class Suggested(NamedTuple):
    """How many candidates were compared with all others, and how many pairs are new."""

    candidates: int
    links: int


def suggest(country: str, author: str) -> Suggested:
    """Compare the candidates that stand in no posting yet with all; the opened registry then holds the links.

    Everything is compared in memory: fit for some hundred thousand candidates. Killed, it begins again.
    """
    from kuzet.web.registry import changes, events, models

    countries.load(country)
    done = set(models.Compared.objects.values_list("candidate", flat=True))
    items = {item.id: item for item in _items()}
    fresh = [ident for ident in items if ident not in done]
    if not fresh:
        return Suggested(0, 0)
    index = link.Index(items.values())
    count = 0
    for some in in_batches(fresh, BATCH):
        found = {(one.left, one.right): one for ident in some for one in index.links(items[ident]) if _two(one)}
        new = list(_new(found.values()))
        changes.put_all(new, events.By(author, now(), "may be the same event"))
        models.Compared.objects.bulk_create([models.Compared(candidate=ident) for ident in some], ignore_conflicts=True)
        count += len(new)
    return Suggested(len(fresh), count)


def _items() -> Iterator[link.Item]:
    """Every candidate with the machine's latest coding of it."""
    from kuzet.web.registry import deciding, models, store

    rows = models.Document.objects.values_list("ident", "published")
    published = {ident: EventDate.parse(text) if text else None for ident, text in rows.iterator()}
    idents = models.Candidate.objects.order_by("id").values_list("document", flat=True)
    for some in in_batches(dict.fromkeys(idents), store.BATCH):
        coded = [(one.coding, one.candidate.told()) for one in deciding.proposals(some)]
        yield from pipeline.items(published, coded)


def _two(one: Link) -> bool:
    """Of one document the candidates are two events: the reader parted them."""
    return one.left.rpartition("#")[0] != one.right.rpartition("#")[0]


def _new(found: Iterable[Link]) -> Iterator[Link]:
    """The links that are not there, and on whose pair nobody has judged."""
    from kuzet.web.registry import models
    from kuzet.web.registry.tables import pair

    for one in found:
        judged: Any = models.Judgement.objects.filter(left=one.left, right=one.right)
        if not (judged.exists() or models.Link.objects.filter(ident=pair(one)).exists()):
            yield one
