"""Groups of items that report one incident: the machine's links, corrected by people's judgements.

Nothing is remembered between two calls: judgements are data, groups are computed from them. Taking a judgement back
is to leave it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product
from typing import Final

from kuzet.basis.judgement import Judgement, Link, LinkKind, Verdict
from kuzet.observatory.link.compare import LINKED, SUGGESTED

JOINED: Final = 4.0
"""Least mean score between two groups for a link to join them; below it, only the linked item may stand in both.

Measured on the bundled sample (documents of one or two incidents): F1 0.912 at 2, 0.920 at 3, 0.924 at 4, 0.919 at 5.
"""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A positive judgement that would join items which another judgement holds apart."""

    positive: Judgement
    negative: Judgement

    def __str__(self) -> str:
        return (
            f"{_signed(self.positive)} judged {self.positive.left} and {self.positive.right} the same, but that joins "
            f"{self.negative.left} and {self.negative.right}, which {_signed(self.negative)} judged different"
        )


def _signed(judgement: Judgement) -> str:
    return f"{judgement.author.id} ({judgement.at:%Y-%m-%d})"


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of ids (each sorted, in order of their ids; an item may stand in several), and what they rest on.

    `links` hold within the groups, `refused` would have joined but for a judgement or for evidence between the others;
    `suggested` lie below the threshold, between groups, for an analyst to judge; `contradictions` are judgements that
    cannot hold together.
    """

    groups: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    refused: tuple[Link, ...]
    suggested: tuple[Link, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


def group(ids: Iterable[str], links: Iterable[Link], judgements: Iterable[Judgement] = ()) -> Groups:
    """Join what people judged the same, then what the machine links, strongest first.

    A group never holds a pair that was judged negative; a pair judged unsure is not joined by its own link. The later
    judgement of a pair wins. Two groups are joined by a link when all compared pairs between them score `JOINED` on
    average; otherwise an item that fits both (it tells of two incidents) stands in both. Items alone are groups of one.
    """
    parts = _Parts(ids, links, _latest(judgements))
    contradictions = tuple(parts.judge())
    used, refused = parts.join()
    return Groups(parts.groups(), used, refused, parts.suggested(), contradictions)


def _latest(judgements: Iterable[Judgement]) -> Mapping[Pair, Judgement]:
    """The judgement that holds for each pair; of several at one moment the most careful."""
    care = (Verdict.POSITIVE, Verdict.UNSURE, Verdict.NEGATIVE)
    ordered = sorted(judgements, key=lambda one: (one.at, care.index(one.verdict), one.author.id, one.reason))
    return {(one.left, one.right): one for one in ordered if one.kind is LinkKind.SAME_INCIDENT}


class _Parts:
    """Groups in the making: `_of` gives each item's own group, `_guests` who stands in further ones."""

    def __init__(self, ids: Iterable[str], links: Iterable[Link], judged: Mapping[Pair, Judgement]) -> None:
        self._of = {ident: frozenset({ident}) for ident in ids}
        known = sorted((one for one in links if {one.left, one.right} <= self._of.keys()), key=_strongest)
        self._links = {(one.left, one.right): one for one in known}
        self._judged = judged
        self._apart = {pair: one for pair, one in judged.items() if one.verdict is Verdict.NEGATIVE}
        self._unsure = {pair for pair, one in judged.items() if one.verdict is Verdict.UNSURE}
        self._disputed: list[Pair] = []
        self._guests: dict[str, set[str]] = {}

    def judge(self) -> Iterable[Contradiction]:
        """Join by positive judgements, the earlier first; yields what cannot be joined."""
        positive = [one for one in self._judged.values() if one.verdict is Verdict.POSITIVE]
        for one in sorted(positive, key=lambda one: (one.at, one.left, one.right)):
            if not {one.left, one.right} <= self._of.keys():
                continue
            negative = self._held_apart(self._of[one.left], self._of[one.right])
            if negative is None:
                self._unite(one.left, one.right)
            else:
                self._disputed.append((one.left, one.right))
                yield Contradiction(one, negative)

    def join(self) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
        """Join by the machine's links; gives the links used and those refused."""
        used: list[Link] = []
        refused: list[Link] = []
        for link in self._links.values():
            if link.score >= LINKED and (link.left, link.right) not in self._unsure:
                (used if self._accepts(link) else refused).append(link)
        for pair in self._disputed:
            self._share(pair, least=None)
        shared = [link for link in refused if self._share((link.left, link.right), least=LINKED)]
        return tuple(used + shared), tuple(link for link in refused if link not in shared)

    def suggested(self) -> tuple[Link, ...]:
        """Links between groups that nobody has judged yet."""
        unjudged = (link for pair, link in self._links.items() if pair not in self._judged)
        between = (link for link in unjudged if self._of[link.left] is not self._of[link.right])
        return tuple(link for link in between if SUGGESTED <= link.score < LINKED)

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Each group once, its guests with it."""
        full = {tuple(sorted(part | self._guests.get(min(part), set()))) for part in self._of.values()}
        return tuple(sorted(full))

    def _accepts(self, link: Link) -> bool:
        left, right = self._of[link.left], self._of[link.right]
        if left is right:
            return True
        if self._held_apart(left, right) or self._mean(left, right) < JOINED:
            return False
        self._unite(link.left, link.right)
        return True

    def _share(self, pair: Pair, least: float | None) -> bool:
        """One end of a refused pair stands as a guest with the other's group, where it fits all of it."""
        for guest, host in (pair, pair[::-1]):
            part = self._of[host]
            present = part | self._guests.get(min(part), set())
            if guest in present:
                return True
            fits = least is None or self._mean({guest}, part) >= least
            if fits and not self._held_apart({guest}, present):
                self._guests.setdefault(min(part), set()).add(guest)
                return True
        return False

    def _held_apart(self, left: AbstractSet[str], right: AbstractSet[str]) -> Judgement | None:
        """The negative judgement between two groups, if there is one."""
        if not self._apart:
            return None
        found = [pair for one, other in product(left, right) if (pair := _ordered(one, other)) in self._apart]
        return self._apart[min(found)] if found else None

    def _mean(self, left: AbstractSet[str], right: AbstractSet[str]) -> float:
        scores = [link.score for pair in product(left, right) if (link := self._links.get(_ordered(*pair)))]
        return sum(scores) / len(scores)

    def _unite(self, left: str, right: str) -> None:
        both = self._of[left] | self._of[right]
        self._of.update(dict.fromkeys(both, both))


def _ordered(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def _strongest(link: Link) -> tuple[float, str, str]:
    return -link.score, link.left, link.right
