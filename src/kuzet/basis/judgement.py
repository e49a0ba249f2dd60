"""Which candidates and incidents are the same event: what the machine proposes and what people judge."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from kuzet.basis.coding import Coder
from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word


class LinkKind(Enum):
    """What ties two items."""

    SAME_INCIDENT = "same_incident"
    SAME_CASE = "same_case"
    RELATED = "related"


class Verdict(Enum):
    """A person's answer to a proposed link; `negative` is remembered for ever."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


class Evidence(Word):
    """One feature of a pair: weight above 0 speaks for the link, below 0 against it (log odds, base 2)."""

    feature: str
    weight: float
    detail: str = ""


class Link(Word):
    """A machine's proposal that two items (`left` < `right` by id) report the same thing, with its evidence."""

    left: str
    right: str
    kind: LinkKind
    score: float
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        _check_pair(self.left, self.right)


class Judgement(Word):
    """A person's word on a pair (`left` < `right` by id): who, when, why. Later judgements of a pair win."""

    left: str
    right: str
    kind: LinkKind
    verdict: Verdict
    author: Coder
    at: datetime
    reason: str = ""

    def __post_init__(self) -> None:
        _check_pair(self.left, self.right)


def _check_pair(left: str, right: str) -> None:
    if not left < right:
        raise BadInput((left, right), "two different ids in order", "link")
