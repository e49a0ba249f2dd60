"""A share of all lies between those of its groups: 65% of one half and 70% of the other are never 80% of both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.hedges import LOOSE, hedged
from kuzet.observatory.write.check.reading.senses import is_share
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.relations import around

FEWEST: Final = 2
"""Groups that make up all."""

MOST: Final = 4

BEHIND: Final = 24
"""Characters behind a percentage in which its group stands."""

_BREAK: Final = re.compile(rf"[,;:(]|\s[–—]\s|{phrases.STOP}")


def share(text: Text, index: int, percent: Mention) -> Outcome | None:
    """The verdict on the share of all by those of its groups, in front of it or in the sentence before."""
    sentence, language = text.sentences[index], text.language
    said = _words(sentence, percent)
    if percent.kind != "percent" or not phrases.says(language, "taken_together", said):
        return None
    front = [one for one in sentence.of_kind("percent") if one.end <= percent.start]
    near, told = (sentence, front) if front else _before(text, index)
    if not FEWEST <= len(told) <= MOST or not all(_of_group(near, one, language) for one in told):
        return None
    joint = phrases.pattern(language, "taken_together").sub(" ", said)
    if any(phrases.says(language, "of_any", one.text) for one in (sentence, near)):
        return None
    if around.unexplained(joint, f"{near.text} {sentence.text[: told[-1].end] if front else ''}", language):
        return None
    if len({near.order_of(one) for one in told} | {sentence.order_of(percent)}) > 1:
        return None
    low, high = (pick(one.exact for one in told) for pick in (min, max))
    if _holds(sentence, percent, (low, high), language):
        return None
    decimals = max(one.decimals for one in told)
    ends = " – ".join(form.percent(one, decimals, language) for one in (low, high))
    return Outcome(Verdict.DIFFERS, ends, f"a share of all lies between {plain(low)}% and {plain(high)}%")


def _before(text: Text, index: int) -> tuple[Sentence, Sequence[Mention]]:
    """The sentence in front in the paragraph with its percentages; none where the claim's has other ones behind."""
    sentence = text.sentences[index]
    front = text.sentences[index - 1] if index else sentence
    alone = front is not sentence and front.block == sentence.block and len(sentence.of_kind("percent")) == 1
    return front, front.of_kind("percent") if alone else ()


def _words(sentence: Sentence, percent: Mention) -> str:
    """The words in front of a percentage up to a break that a comma in front of "and in all" is."""
    floor = max([0, *(one.end for one in sentence.of_kind("percent") if one.end <= percent.start)])
    return sentence.text[floor : percent.start] + " " + _BREAK.split(sentence.after(percent, 2 * BEHIND))[0]


def _of_group(sentence: Sentence, percent: Mention, language: str) -> bool:
    """Whether a share is said of a group: "among men 28%", "62% of editors", "редакторлардың 62 пайызы"."""
    floor = max([0, *(one.end for one in sentence.mentions if one.end <= percent.start and one.kind != "year")])
    front = sentence.text[floor : percent.start]
    told = _front(language).search(front) or _behind(language).match(sentence.text, percent.end)
    return is_share(sentence, percent, language) and told is not None


@cache
def _front(language: str) -> re.Pattern[str]:
    return re.compile(phrases.any_of(language, "of_group", "out_of_behind"), re.IGNORECASE)


@cache
def _behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:\w+\s+)?(?:{phrases.words(language, 'of_group_behind')})\b", re.IGNORECASE)


def _holds(sentence: Sentence, percent: Mention, ends: tuple[Fraction, Fraction], language: str) -> bool:
    """Whether a share is between two others, what its hedge allows added."""
    low, high = ends
    more, less = (any(hedged(sentence, percent, word, language) for word in words) for words in (_MORE, _LESS))
    about = Fraction(LOOSE if hedged(sentence, percent, "about", language) else 0)
    half = Fraction(1, 2) if percent.decimals == 0 else Fraction(0)  # "70%" of a group may be 70.4
    if more:
        return low - LOOSE <= percent.exact < high
    if less:
        return low < percent.exact <= high + LOOSE
    return low - about - half <= percent.exact <= high + about + half


_MORE: Final = ("more_than",)
_LESS: Final = ("almost", "less_than")
