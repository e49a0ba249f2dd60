"""What a text tells of earlier: sentences that recall what came before its news (Напомним, в марте ...; years ago)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kuzet.language.reading import Sentence

TO_THE_END: Final = 2
"""Weight of a mark that also covers the sentences after it in its paragraph."""


def of(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the sentences that recall."""
    found: set[int] = set()
    open_paragraph = -1
    for sentence in sentences:
        marks = [match for match in sentence.of("words") if match.entry.code == "background"]
        if any(match.entry.weight == TO_THE_END for match in marks):
            open_paragraph = sentence.paragraph
        if marks or sentence.paragraph == open_paragraph:
            found.add(sentence.number)
    return frozenset(found)
