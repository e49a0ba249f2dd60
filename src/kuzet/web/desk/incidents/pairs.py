"""Pairs that the machine thinks are the same event, with the evidence, until a person has judged them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from django.db.models import Q
from msgspec.structs import replace

from kuzet.basis.incident import Incident
from kuzet.basis.judgement import Evidence, Link
from kuzet.basis.undo import undone
from kuzet.web.desk.wording.languages import words
from kuzet.web.registry import alike, models, store


class Pair(NamedTuple):
    """A proposed link: the item of ours, the other one, and the incident that the other belongs to, if any."""

    link: Link
    mine: str
    other: str
    incident: str


def told(link: Link, language: str) -> Link:
    """The link with what its evidence is about, and where the pair stands in it, in words."""
    said = words(language)
    return replace(link, evidence=tuple(_told(one, said) for one in link.evidence))


def _told(one: Evidence, said: Mapping[str, str]) -> Evidence:
    """The detail is a level with the names or days of both sides ("near: 4 / 5"), or the reason of a kind."""
    name, mark, rest = one.detail.partition(": ")
    level = name.replace(" ", "_")
    named = said.get(f"level_{one.feature}_{level}") or said.get(f"level_{level}") or name
    detail = said.get(one.detail) or f"{named}{mark}{rest}"
    return replace(one, feature=said.get(f"evidence_{one.feature}", one.feature), detail=detail)


def pairs(incident: Incident) -> Iterator[Pair]:
    """The pairs of the candidates that an incident rests on with any others, the strongest first."""
    documents = [citation.document for citation in incident.citations]
    mine = set(models.Candidate.objects.filter(document__in=documents).values_list("ident", flat=True))
    return of({incident.id, *mine})


def of(mine: Collection[str]) -> Iterator[Pair]:
    """The pairs of these items with any others: one that was judged, or is one incident already, is not shown."""
    rows = models.Link.objects.filter(Q(left__in=mine) | Q(right__in=mine)).order_by("-score", "ident")
    judged = _judged(mine)
    for link in store.load(Link, rows):
        ours, other = (link.left, link.right) if link.left in mine else (link.right, link.left)
        if other not in mine and (link.left, link.right) not in judged:
            yield Pair(link, ours, other, _incident(other))


def _judged(mine: Collection[str]) -> set[tuple[str, str]]:
    """The pairs on which a judgement stands."""
    rows = models.Judgement.objects.filter(Q(left__in=mine) | Q(right__in=mine))
    found = {ident: (left, right) for ident, left, right in rows.values_list("ident", "left", "right")}
    gone = undone(dict.fromkeys(found) | {one.id: one.of for one in alike.undoes(found)})
    return {pair for ident, pair in found.items() if ident not in gone}


def _incident(candidate: str) -> str:
    document = candidate.rpartition("#")[0]
    cited = models.Citation.objects.filter(document=document).values_list("incident__ident", flat=True)
    return cited.first() or ""
