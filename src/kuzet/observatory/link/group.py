"""Groups of items that report one incident: the machine's links, corrected by people's judgements.

Nothing is remembered between two calls: judgements are data, groups are computed from them. Taking a judgement back
is to leave it out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product
from typing import Final

from kuzet.basis.judgement import Judgement, Link, LinkKind, Verdict
from kuzet.observatory.link.compare import LINKED, SUGGESTED
from kuzet.observatory.link.parts import Judged, Part, Parts
from kuzet.observatory.link.said import Contradiction, crossed

JOINED: Final = 4.0
"""Least mean score between two groups for a link to join them; below it, only the linked item may stand in both.

Measured on the bundled sample (documents of one or two incidents): F1 0.912 at 2, 0.920 at 3, 0.924 at 4, 0.919 at 5.
"""

Pair = tuple[str, str]
Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of ids (each sorted, in order of their ids; an item may stand in several), and what they rest on.

    `links` hold within the groups, `refused` would have joined but for a judgement or for evidence between the others;
    `suggested` lie below the threshold, between groups, for an analyst to judge; `contradictions` are judgements that
    cannot hold together. `cases` are the groups that people tied into one case, two or more; `related` are pairs of
    groups that people said are related.
    """

    groups: tuple[Group, ...]
    links: tuple[Link, ...]
    refused: tuple[Link, ...]
    suggested: tuple[Link, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    cases: tuple[tuple[Group, ...], ...] = ()
    related: tuple[tuple[Group, Group], ...] = ()


def group(
    ids: Iterable[str],
    links: Iterable[Link],
    judgements: Iterable[Judgement] = (),
    several: AbstractSet[str] | None = None,
) -> Groups:
    """Join what people judged the same, then what the machine links, strongest first.

    A group never holds a pair that was judged negative; a pair judged unsure is not joined by its own link. The later
    judgement of a pair wins. Two groups are joined by a link when all compared pairs between them score `JOINED` on
    average; otherwise an item of `several` (all where it is None) that fits both stands in both: it tells of two
    incidents. Items alone are groups of one.
    """
    judged = Judged(judgements)
    making = _Making(ids, links, judged, several)
    used, refused = making.join()
    related, unrelated = making.related()
    cases, uncased = making.cases()
    return Groups(
        groups=making.groups(),
        links=used,
        refused=refused,
        suggested=making.suggested(),
        contradictions=tuple(crossed(*pair) for pair in (*judged.refused, *uncased, *unrelated)),
        cases=cases,
        related=related,
    )


class _Making:
    """Groups in the making: `_parts` gives each item's own group, `_guests` who stands in further ones."""

    def __init__(
        self, ids: Iterable[str], links: Iterable[Link], judged: Judged, several: AbstractSet[str] | None
    ) -> None:
        self._ids = frozenset(ids)
        self._several = self._ids if several is None else several
        known = sorted((one for one in links if {one.left, one.right} <= self._ids), key=_strongest)
        self._links = {(one.left, one.right): one for one in known}
        self._judged = judged
        self._parts = Parts(judged.that(Verdict.NEGATIVE, *LinkKind), judged.parts.joined())
        self._guests: dict[str, set[str]] = {}

    def join(self) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
        """Join by the machine's links; gives the links used and those refused."""
        unsure = {(one.left, one.right) for one in self._judged.that(Verdict.UNSURE, LinkKind.SAME_INCIDENT)}
        used: list[Link] = []
        refused: list[Link] = []
        for link in self._links.values():
            if link.score >= LINKED and (link.left, link.right) not in unsure:
                (used if self._accepts(link) else refused).append(link)
        for positive, _ in self._judged.refused:
            self._share((positive.left, positive.right), least=None)
        shared = [link for link in refused if self._share((link.left, link.right), least=LINKED)]
        return tuple(used + shared), tuple(link for link in refused if link not in shared)

    def suggested(self) -> tuple[Link, ...]:
        """Links between groups on which people have not said anything yet."""
        below = (link for link in self._links.values() if SUGGESTED <= link.score < LINKED)
        between = (link for link in below if self._parts.of(link.left) != self._parts.of(link.right))
        return tuple(link for link in between if not self._judged.settled(link.left, link.right))

    def groups(self) -> tuple[Group, ...]:
        """Each group once, its guests with it."""
        return tuple(sorted(self._shown(self._ids)))

    def cases(self) -> tuple[tuple[tuple[Group, ...], ...], list[tuple[Judgement, Judgement]]]:
        """Groups tied by people into cases, and the pairs of judgements that stood against it."""
        positives = self._judged.that(Verdict.POSITIVE, LinkKind.SAME_CASE)
        apart = self._judged.that(Verdict.NEGATIVE, LinkKind.SAME_CASE, LinkKind.RELATED)
        tied = Parts(apart, self._parts.joined())
        refused = list(tied.tie(positives))
        wholes = {tuple(sorted(self._shown(tied.of(one.left)))) for one in positives}
        return tuple(sorted(whole for whole in wholes if len(whole) > 1)), refused

    def related(self) -> tuple[tuple[tuple[Group, Group], ...], list[tuple[Judgement, Judgement]]]:
        """Pairs of groups that people said are related, and the pairs of judgements that stood against it."""
        apart = Parts(self._judged.that(Verdict.NEGATIVE, LinkKind.RELATED))
        pairs: set[tuple[Group, Group]] = set()
        refused: list[tuple[Judgement, Judgement]] = []
        for one in self._judged.that(Verdict.POSITIVE, LinkKind.RELATED):
            left, right = self._parts.of(one.left), self._parts.of(one.right)
            if negative := apart.held_apart(left, right):
                refused.append((one, negative))
            elif len(both := self._shown(left | right)) > 1:
                first, second = sorted(both)
                pairs.add((first, second))
        return tuple(sorted(pairs)), refused

    def _shown(self, ids: Iterable[str]) -> set[Group]:
        """The own groups of those ids that are there, with their guests."""
        parts = {self._parts.of(ident) for ident in self._ids.intersection(ids)}
        return {tuple(sorted(self._ids & (part | self._guests.get(min(part), frozenset())))) for part in parts}

    def _accepts(self, link: Link) -> bool:
        left, right = self._parts.of(link.left), self._parts.of(link.right)
        if link.right in left:
            return True
        if self._parts.held_apart(left, right) or self._mean(left, right) < JOINED:
            return False
        self._parts.unite(link.left, link.right)
        return True

    def _share(self, pair: Pair, least: float | None) -> bool:
        """One end of a refused pair stands as a guest with the other's group, where it fits all of it.

        `least` is what it must score there; None for a pair that people joined.
        """
        for guest, host in (pair, pair[::-1]):
            part = self._parts.of(host)
            present = part | self._guests.get(min(part), frozenset())
            if guest in present:
                return True
            fits = least is None or (guest in self._several and self._mean({guest}, part) >= least)
            if fits and not self._kept_out(guest, present, by_people=least is None):
                self._guests.setdefault(min(part), set()).add(guest)
                return True
        return False

    def _kept_out(self, guest: str, present: Part, *, by_people: bool) -> bool:
        """Whether a judgement parts a guest from who is present; for the machine's guest, also one that follows."""
        same = self._judged.parts.of
        if by_people:
            return self._parts.held_apart({guest}, present) is not None
        return self._parts.held_apart(same(guest), present.union(*map(same, present))) is not None

    def _mean(self, left: AbstractSet[str], right: AbstractSet[str]) -> float:
        scores = [link.score for pair in product(left, right) if (link := self._links.get(_ordered(*pair)))]
        return math.fsum(scores) / len(scores)  # the same in whatever order


def _ordered(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def _strongest(link: Link) -> tuple[float, str, str]:
    return -link.score, link.left, link.right
