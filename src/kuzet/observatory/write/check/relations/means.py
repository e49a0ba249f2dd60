"""The average of different terms or sums that are listed: "5, 10 and 15 days, 10 on average"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence


def listed(sentence: Sentence, last: Mention, language: str) -> Sequence[Mention]:
    """The numbers of the list that ends with `last`, itself included, the last one first."""
    found = [last]
    for one in reversed([one for one in sentence.mentions if one.end <= last.start]):
        if not _joined(language).fullmatch(sentence.text[one.end : found[-1].start]):
            break
        found.append(one)
    return found


@cache
def _joined(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s|,?\s(?:{phrases.words(language, 'and')})\s", re.IGNORECASE)
