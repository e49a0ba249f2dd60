"""Averages told in front of what gives them: "The average fine was 150,000 lari: nine fines came to 1,350,000 lari".

`relations.averages` reads those that stand behind their sum and the number of those who share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import half_up, plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import (
    Finding,
    Kind,
    Mention,
    Outcome,
    Sentence,
    Text,
    Verdict,
    finding,
)
from kuzet.observatory.write.check.reckoned.entries import is_hedged
from kuzet.observatory.write.check.relations import around, averages, divisors, means

LARGE: Final = 1000
"""Smaller numbers without a unit are no sums that are shared."""

FAR: Final = 2
"""An average that is off by more than this factor was said of other numbers."""

PAIR: Final = 2

NOUN: Final = 24
"""Characters behind a number in which its noun stands."""

BARRED: Final = ("highest", "lowest", "including", "some_of", "of_which", "earlier", "back_then", "rest", "against")
"""Relations whose words set a sum or a number apart from what the average is of."""

_CLOSE: Final = re.compile(r"[:;,.]|\s[–—]\s")
_OTHERS: Final = ("percent", "points", "portion", "times", "year")


class _Told(NamedTuple):
    """A sum and the number of those who share it, with the sentence that tells them."""

    sentence: Sentence
    whole: Mention
    number: Mention


def mean_first(text: Text, index: int) -> Iterator[Finding]:
    """The average of a sentence whose sum or divisor stands behind it, or both in the next sentence."""
    sentence, language = text.sentences[index], text.language
    if not averages.says_average(phrases.pattern(language, "each_sum").sub(" ", sentence.text), language):
        return
    ones = _numbers(sentence)
    said = [one for one in ones if averages.is_average(sentence, one, language)]
    if len(said) != 1 or means.is_of_time(sentence, said[0], language) or is_hedged(sentence, said[0], language):
        return
    told = _told(text, index, said[0])
    if told is None or not _is_of_same(sentence, said[0], told, language):
        return
    exact = told.whole.exact / told.number.exact
    why = f"{plain(told.whole.exact)} / {plain(told.number.exact)} = {plain(exact)}"
    if divisors.agrees(said[0], told.whole.exact, told.number.exact):
        yield finding(sentence, Kind.RATIO, Outcome(Verdict.HOLDS, why=why), said[0])
    elif exact / FAR <= said[0].exact <= exact * FAR and (
        told.sentence is sentence or _goes_on(sentence, told, language)
    ):
        right = form.count(half_up(exact, said[0].decimals), said[0], sentence, language)
        yield finding(sentence, Kind.RATIO, Outcome(Verdict.DIFFERS, right, why), said[0])


def _numbers(sentence: Sentence) -> Sequence[Mention]:
    return [one for one in sentence.of_kind("count", "amount") if one.value > 0]


def _told(text: Text, index: int, said: Mention) -> _Told | None:
    """The only two other numbers: of the sentence, one of them at least behind the average, or of the next one."""
    sentence, behind = text.sentences[index], text.sentences[index + 1 : index + 2]
    own = [one for one in _numbers(sentence) if one is not said]
    near = sentence if own or not behind or behind[0].paragraph != sentence.paragraph else behind[0]
    ones = own or (_numbers(near) if near is not sentence else [])
    if len(ones) != PAIR or (own and max(one.start for one in own) < said.start):
        return None
    low, high = sorted(ones, key=lambda one: (one.unit == said.unit, one.exact))
    timed = any(one.of_kind(*_OTHERS) for one in (sentence, near))
    barred = any(phrases.says(text.language, word, near.text) for word in BARRED)
    shared = high.unit == said.unit and high.exact > said.exact and (high.unit or said.exact >= LARGE)
    counts = not low.unit and low.exact > 1 and low.exact.denominator == 1
    loose = is_hedged(near, high, text.language) or is_hedged(near, low, text.language)
    return _Told(near, high, low) if shared and counts and not (timed or barred or loose) else None


def _is_of_same(sentence: Sentence, said: Mention, told: _Told, language: str) -> bool:
    """Whether no noun of people or outlets stands behind the number that the words of the average do not name."""
    behind = told.sentence.after(told.number, NOUN)
    if not phrases.begins_with(language, "other_noun", behind):
        return True
    noun = stems(" ".join(behind.replace("-", " ").split()[:PAIR]))
    return bool(noun & stems(f"{sentence.text[: said.start]} {_CLOSE.split(sentence.after(said, NOUN))[0]}"))


def _goes_on(sentence: Sentence, told: _Told, language: str) -> bool:
    """Whether the next sentence names nothing new: "The average fine was 150,000. Nine fines came to 1,530,000"."""
    words = told.sentence.text
    for relation in ("in_all", "bill", "total", "equates"):
        words = phrases.pattern(language, relation).sub(" ", words)
    return not around.unexplained(words, sentence.text, language)
