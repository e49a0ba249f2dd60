"""Numbers of a list that divide another one of it, or stand behind it, and the sum without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence
from kuzet.observatory.write.check.relations import lists
from kuzet.observatory.write.check.relations.split import Split

LEAST: Final = 3
"""Parts up to which a list is told in full."""

_DIVIDED: Final = re.compile(r"[^,;.]*:\s")


def inner(sentence: Sentence, parts: Sequence[Mention]) -> Sequence[Mention]:
    """The parts that divide another one, behind a colon: "of the six four were tried: three lost, one won"."""
    for place, (left, right) in enumerate(pairwise(parts), 1):
        if left in sentence.mentions and right in sentence.mentions and _DIVIDED.match(sentence.between(left, right)):
            return parts[place:]
    return ()


def outer(sentence: Sentence, split: Split, language: str) -> tuple[Mention, ...]:
    """The parts but those of another part: "99 legal, including 61 suits, and 45 others"."""
    divided = inner(sentence, split.parts)
    parts = split.parts[: len(split.parts) - len(divided)] if len(divided) < len(split.parts) - 1 else split.parts
    return tuple(
        part
        for part in parts
        if not (part in sentence.mentions and _is_nested(sentence, part, split.parts[0], language))
    )


def _is_nested(sentence: Sentence, part: Mention, first: Mention, language: str) -> bool:
    """Whether a part divides the one in front of it: "50 unknown men and 22 officials, of whom 15 were policemen"."""
    front = sentence.before(part, 24)
    below = part is not first and phrases.ends_with(language, "of_which", front)
    return below or phrases.ends_with(language, "including", front)


def without_edge(sentence: Sentence, split: Split, language: str) -> Fraction:
    """The sum without what is told of the last entry behind a list: "18: 9 by phone, 6 online, 3 in person, 2 armed".

    Or without the first, where a semicolon parts it from the list: "of them 14 in May; 96 physical, 70 online ...".
    """
    if len(split.parts) <= LEAST or any(one not in sentence.mentions for one in split.parts):
        return split.sum
    if ";" in sentence.between(split.parts[0], split.parts[1]):
        return split.sum - split.parts[0].exact
    if lists.closed(sentence, split.parts, language) or lists.labelled(sentence, split.parts):
        return split.sum
    return split.sum - (split.parts[-1].exact if split.parts[-1].value <= split.parts[-2].value else 0)
