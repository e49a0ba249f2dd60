"""How far a case came, as the words around a count tell it: reported, opened, brought to court, decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence
from kuzet.observatory.write.check.relations import clauses
from kuzet.observatory.write.check.relations.bases import begun, fractions

STAGES: Final = ("stage_told", "stage_opened", "stage_court", "stage_decided")
"""What happens to a case, in order."""

_COMMA: Final = re.compile(r"[,;]\s")

TOLD: Final = 1
"""The first stage: somebody told the police."""


@lru_cache(maxsize=KEPT)
def stages(sentence: Sentence, language: str) -> tuple[tuple[Mention, int], ...]:
    """The counts of a sentence that divide no other, each with its stage from 1 on; 0 where its words tell none."""
    held = wholes(sentence, language)
    ones = [one for one in sentence.of_kind("count") if one not in held]
    spans = clauses.spans(sentence, ones, language)
    return tuple((one, _stage(sentence, one, span, language)) for one, span in zip(ones, spans, strict=True))


def wholes(sentence: Sentence, language: str) -> list[Mention]:
    """The wholes that the words of a sentence name: the one that it begins with, or beside their parts."""
    first = begun(sentence, language)
    return [*(whole for _, whole in fractions(sentence, language)), *([first] if first else [])]


def _stage(sentence: Sentence, one: Mention, span: tuple[int, int], language: str) -> int:
    """The one stage that the words around a number tell, or else those up to the comma behind it."""
    comma = _COMMA.search(sentence.text, one.end, span[1])
    for end in (span[1], *([comma.start()] if comma else [])):
        words = sentence.text[span[0] : end]
        told = [place for place, stage in enumerate(STAGES, 1) if phrases.says(language, stage, words)]
        if len(told) == 1 and not phrases.says(language, "stage_not", words):
            return told[0]
    return 0


def rises(told: Sequence[int]) -> bool:
    """Whether each of some stages is behind the one in front."""
    return len(told) > 1 and all(0 < left < right for left, right in pairwise(told))
