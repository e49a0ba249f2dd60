"""Which candidates and incidents are the same event: what the machine proposes and what people judge."""

from __future__ import annotations

import hashlib
from datetime import datetime
from enum import Enum
from typing import Final

from msgspec.structs import force_setattr

from kuzet.basis.coding import Coder
from kuzet.basis.dates import check_moment
from kuzet.basis.errors import BadInput
from kuzet.basis.incident import Passage
from kuzet.basis.word import Word, to_json

DIGITS: Final = 12
"""Hexadecimal digits of a computed id: short enough to be typed; two of 100,000 entries share one once in 50,000 logs,
and that is found and not passed over."""


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
    """A person's word on a pair (`left` < `right` by id): who, when, why. Later judgements of a pair win.

    `left` and `right` name candidates (`<document>#<number>`) or incidents. The words of a candidate find it again when
    its document is read anew and its candidates are numbered otherwise. Appended to a log, never overwritten.
    """

    left: str
    right: str
    kind: LinkKind
    verdict: Verdict
    author: Coder
    at: datetime
    reason: str = ""
    left_words: Passage | None = None
    right_words: Passage | None = None
    id: str = ""
    """Computed from the rest where it is left out."""

    def __post_init__(self) -> None:
        _check_pair(self.left, self.right)
        _check_words(self.left, self.left_words)
        _check_words(self.right, self.right_words)
        check_moment(self.at, "judgement, at")
        if not self.id:
            force_setattr(self, "id", f"J-{_digest(self)}")


class Undo(Word):
    """A person's word that a judgement, or the undo of one, is taken back; `of` is its id. May be undone itself."""

    of: str
    author: Coder
    at: datetime
    reason: str = ""
    id: str = ""
    """Computed from the rest where it is left out."""

    def __post_init__(self) -> None:
        if not self.of:
            raise BadInput(self.of, "the id of what is undone", "undo")
        check_moment(self.at, "undo, at")
        if not self.id:
            force_setattr(self, "id", f"U-{_digest(self)}")


def _check_pair(left: str, right: str) -> None:
    if left == right:
        raise BadInput(right, "another id than the left one: nothing is linked with itself", "link")
    if not left < right:
        raise BadInput(right, f"behind the left id, {left}: the two stand in order", "link")


def _check_words(ident: str, words: Passage | None) -> None:
    if words is None:
        return
    if ident.rpartition("#")[0] != words.document:
        raise BadInput(words.document, f"the document of candidate {ident}", "judgement, words")
    if not words.quote.strip():
        raise BadInput(words.quote, f"the words of candidate {ident}", "judgement, words")


def _digest(word: Word) -> str:
    return hashlib.sha256(to_json(word).encode()).hexdigest()[:DIGITS]
