"""Ways with more than two stops: "from 12 to 19, 27, 31 and 45" ends at 45, and not at 19."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence

MORE: Final = 2
"""Numbers behind the end of a way, with nothing but commas between, from which on it has more stops."""


def goes_on(sentence: Sentence, ones: Sequence[Mention], end: Mention, language: str) -> bool:
    """Whether a way that seems to end at a number has more stops behind it."""
    behind = ones[ones.index(end) :]
    steps = [_step(language).fullmatch(sentence.between(left, right)) for left, right in pairwise(behind)]
    return len(steps) >= MORE and all(steps[:MORE])


@cache
def _step(language: str) -> re.Pattern[str]:
    return re.compile(rf"-?\w{{0,4}}(?:,|,?\s+(?:{phrases.words(language, 'and')}))\s+", re.IGNORECASE)
