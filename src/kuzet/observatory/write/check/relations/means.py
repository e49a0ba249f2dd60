"""What an average is of: the terms or sums of a list ("5, 10 and 15 days, 10 on average"), or a month ("7 a month")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import Mention, Sentence

REACH: Final = 50
"""Characters around an average in which the words stand that say what it is of."""


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


def is_of_time(sentence: Sentence, said: Mention, language: str) -> bool:
    """Whether an average is of a day, a month or a year, and so of no number that counts something else."""
    front, behind = sentence.before(said, REACH), sentence.after(said, REACH)
    near = re.split("[,;:]", front)[-1] + " | " + re.split("[,;:]", behind)[0]
    return any(phrases.says(language, word, near) for word in ("a_day", "a_month", "a_year"))


def is_price(sentence: Sentence, said: Mention) -> bool:
    """Whether the last of a list counts what costs or lasts so much: "50,000, 35,000 and two of 20,000 each"."""
    *_, before, counted = [None, None, *(one for one in sentence.mentions if one.end <= said.start)]
    if before is None or counted is None or before.kind != "amount" or counted.kind != "count":
        return False
    return all(len(sentence.between(*two).split()) <= 1 for two in ((before, counted), (counted, said)))
