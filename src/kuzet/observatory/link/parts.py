"""Sets of ids that are joined one by one, and never across a negative judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from kuzet.basis.judgement import Judgement, LinkKind, Verdict
from kuzet.observatory.link.said import latest

Part = frozenset[str]


class Parts:
    """Disjoint sets of ids; at first each id is alone, also one that nobody told of before."""

    def __init__(self, negatives: Iterable[Judgement] = (), joined: Mapping[str, Part] | None = None) -> None:
        self._of = dict(joined or {})
        self._apart: dict[str, dict[str, Judgement]] = {}
        for one in sorted(negatives, key=lambda one: (one.left, one.right, one.at, one.id)):
            self._apart.setdefault(one.left, {})[one.right] = one
            self._apart.setdefault(one.right, {})[one.left] = one

    def of(self, ident: str) -> Part:
        """The set that holds the id."""
        return self._of.get(ident) or frozenset({ident})

    def joined(self) -> Mapping[str, Part]:
        """Every id that was joined with others, and its set."""
        return self._of

    def unite(self, left: str, right: str) -> None:
        """Make one set of the two that hold these ids."""
        both = self.of(left) | self.of(right)
        self._of.update(dict.fromkeys(both, both))

    def held_apart(self, left: AbstractSet[str], right: AbstractSet[str]) -> Judgement | None:
        """The negative judgement between two sets, if there is one; of several that of the first pair."""
        between = (self._apart[one] for one in self._apart.keys() & left)
        found = [foes[other] for foes in between for other in foes.keys() & right]
        return min(found, key=lambda one: (one.left, one.right), default=None)

    def tie(self, positives: Iterable[Judgement]) -> Iterator[tuple[Judgement, Judgement]]:
        """Join by positive judgements, the earlier first; yields each that is refused, with the negative that does."""
        for one in sorted(positives, key=lambda one: (one.at, one.left, one.right)):
            negative = self.held_apart(self.of(one.left), self.of(one.right))
            if negative is None:
                self.unite(one.left, one.right)
            else:
                yield one, negative


class Judged:
    """What people said of pairs, closed under "the same as": who is the same as whom, and who is held apart.

    A pair that is not even of one case, or not related, is not one incident either: a negative of a weaker kind denies
    the stronger ones too. Ids that are not among the items of the day tie those that are. Of judgements on one pair and
    kind the latest counts.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._latest = tuple(latest(judgements).values())
        self._pairs = {(one.left, one.right) for one in self._latest}
        self.parts = Parts(self.that(Verdict.NEGATIVE, *LinkKind))
        self.refused = tuple(self.parts.tie(self.that(Verdict.POSITIVE, LinkKind.SAME_INCIDENT)))

    def that(self, verdict: Verdict, *kinds: LinkKind) -> list[Judgement]:
        """The judgements of that verdict and those kinds."""
        return [one for one in self._latest if one.verdict is verdict and one.kind in kinds]

    def settled(self, left: str, right: str) -> bool:
        """Whether there is nothing to ask: the pair was judged, in whatever way, or it follows from what was."""
        mine, other = self.parts.of(left), self.parts.of(right)
        return (left, right) in self._pairs or mine is other or self.parts.held_apart(mine, other) is not None
