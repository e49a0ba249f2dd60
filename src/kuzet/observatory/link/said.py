"""What people said of pairs: in words, in order, and where it cannot hold together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kuzet.basis.judgement import Judgement, LinkKind, Verdict

CARE: Final = (Verdict.POSITIVE, Verdict.UNSURE, Verdict.NEGATIVE)
"""From the least to the most careful."""

WORDS: Final[Mapping[LinkKind, tuple[str, str]]] = {
    LinkKind.SAME_INCIDENT: ("the same", "different"),
    LinkKind.SAME_CASE: ("of one case", "of different cases"),
    LinkKind.RELATED: ("related", "not related"),
}
"""What a positive and a negative judgement of each kind says of its pair."""

Of = tuple[str, str, LinkKind]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Judgements that cannot hold together; the text says who judged what."""

    judgements: tuple[Judgement, ...]
    text: str

    def __str__(self) -> str:
        return self.text


def latest(judgements: Iterable[Judgement]) -> Mapping[Of, Judgement]:
    """The judgement that holds for each pair and kind; of several at one moment the most careful."""
    return {(one.left, one.right, one.kind): one for one in sorted(judgements, key=when)}


def most_careful(judgements: Iterable[Judgement]) -> Judgement:
    """The one to follow where judgements of several pairs came to speak of one pair; of equally careful the latest."""
    return max(judgements, key=lambda one: (CARE.index(one.verdict), when(one)))


def in_words(judgement: Judgement) -> str:
    """What a judgement says of its pair."""
    positive, negative = WORDS[judgement.kind]
    return {
        Verdict.POSITIVE: positive,
        Verdict.NEGATIVE: negative,
        Verdict.UNSURE: f"unsure whether {positive}",
    }[judgement.verdict]


def crossed(positive: Judgement, negative: Judgement) -> Contradiction:
    """A positive judgement that would join what a negative one holds apart."""
    apart = in_words(negative)
    text = f"{signed(positive)} judged {positive.left} and {positive.right} {in_words(positive)}, but "
    if (positive.left, positive.right) == (negative.left, negative.right):
        text += f"{signed(negative)} judged them {apart}"
    else:
        text += f"that joins {negative.left} and {negative.right}, which {signed(negative)} judged {apart}"
    return Contradiction((positive, negative), text)


def signed(judgement: Judgement) -> str:
    """Who judged, and on which day."""
    return f"{judgement.author.id} ({judgement.at:%Y-%m-%d})"


def when(one: Judgement) -> tuple[datetime, int, str, str]:
    """What orders judgements: their moment, then who is more careful, then whatever makes the order certain."""
    return one.at, CARE.index(one.verdict), one.author.id, one.id
