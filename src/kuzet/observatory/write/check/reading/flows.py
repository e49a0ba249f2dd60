"""Which numbers came and which went, by the words around them: "seven more were jailed and four released"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence

_CLAUSE: Final = re.compile(r"[,;]")

_MORE: Final = 24
"""Characters around a number in which "more" stands."""


_IN: Final = ("came_in", "came_more")
_OUT: Final = ("went_out", "went_more")
"""The words of what came and went, and more of them, which say so only between what was at first and in the end."""


@lru_cache(maxsize=KEPT)
def way(sentence: Sentence, one: Mention, language: str, *, wide: bool = False) -> int:
    """1 for what came, -1 for what went, by the words behind a number up to the next one, or else those in front.

    `wide` reads more words so, such as "decided", which in a list of outcomes are no way out.
    """
    place = sentence.mentions.index(one)
    roof = sentence.mentions[place + 1].start if place + 1 < len(sentence.mentions) else len(sentence.text)
    floor = sentence.mentions[place - 1].end if place else 0
    for words in (_CLAUSE.split(sentence.text[one.end : roof])[0], _CLAUSE.split(sentence.text[floor : one.start])[-1]):
        moved = phrases.pattern(language, "year_closed").sub("", words)
        said = [any(phrases.says(language, word, moved) for word in told[: 1 + wide]) for told in (_IN, _OUT)]
        came, went = said
        if came != went:
            return 1 if came else -1
    return 0


def stays(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number is told to be what is left in the end: "33 remained", "осталось 33", "33 адам қалды"."""
    place = sentence.mentions.index(one)
    floor = sentence.mentions[place - 1].end if place else 0
    words = sentence.text[floor : one.start] + sentence.text[one.end :]
    return any(phrases.says(language, told, words) for told in ("remained", "in_prison"))


def at(sentence: Sentence, one: Mention, moment: str, language: str) -> bool:
    """Whether a number is told for a moment, `at_start` or `at_end`, in its clause or at the start of its sentence."""
    place = sentence.mentions.index(one)
    counts = [other.end for other in sentence.mentions[:place] if other.kind in ("count", "amount")]
    front = sentence.text[max(counts, default=0) : one.start]
    return phrases.says(language, moment, front) or phrases.says(
        language, moment, _CLAUSE.split(sentence.text[one.end :])[0]
    )


def are_flows(sentence: Sentence, whole: Mention, ones: Sequence[Mention], language: str) -> bool:
    """Whether of some numbers some came and others went, so that they are no parts of what was at the start or the end.

    "Seven more were jailed and four released", "it rose from nine to 12: seven were arrested, four freed".
    """
    here = [one for one in ones if one in sentence.mentions]
    if not {way(sentence, one, language) for one in here} >= {1, -1}:
        return False
    if whole in sentence.mentions:
        return any(one.end <= whole.start and one not in ones for one in sentence.of_kind("count"))
    more = any(phrases.ends_with(language, "another", sentence.before(one, _MORE)) for one in here)
    return more or any(phrases.begins_with(language, "more_behind", sentence.after(one, _MORE)) for one in here)
