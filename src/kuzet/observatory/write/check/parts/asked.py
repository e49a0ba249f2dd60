"""What was awarded of a sum that was asked for: "they asked for 3.9 million; the sum awarded, 312,000, is 8% of it"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.hedges import loosely
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.relations import averages

BACK: Final = 2
"""Sentences in front in which the sum that was asked for stands."""

NEAR: Final = 40
"""Characters on either side of a percentage in which "of what was asked" stands."""

FAR: Final = 4
"""A percentage that is off by more than this factor is of another sum."""


def share(text: Text, index: int, percent: Mention) -> Outcome | None:
    """The verdict where a sentence tells one sum and those in front the one that was asked for; else None."""
    sentence, language = text.sentences[index], text.language
    said = sentence.before(percent, NEAR) + sentence.after(percent, NEAR)
    if percent.kind != "percent" or not phrases.says(language, "of_asked", said):
        return None
    front = [one for one in _sums(sentence, language) if one.end <= percent.start]
    wholes = [one for one in _asked(text, index) if front and one.unit == front[-1].unit]
    if len({one.exact for one in front}) != 1 or len({one.exact for one in wholes}) != 1:
        return None
    part, whole = front[-1], wholes[0]
    exact = part.exact * 100 / whole.exact
    why = f"{plain(part.exact)} of {plain(whole.exact)} is {plain(exact)}%"
    if match(percent.exact, exact, percent.decimals) is not Match.NO or loosely(sentence, percent, exact, language):
        return Outcome(Verdict.HOLDS, why=why)
    near = part.value < whole.value and exact / FAR <= percent.exact <= exact * FAR
    return Outcome(Verdict.DIFFERS, form.percent(exact, percent.decimals, language), why) if near else None


def _asked(text: Text, index: int) -> Iterator[Mention]:
    """The sums of the sentences in front that say that something was asked for."""
    block = text.sentences[index].block
    for near in text.sentences[max(0, index - BACK) : index]:
        if near.block == block and phrases.says(text.language, "asked_for", near.text):
            yield from _sums(near, text.language)


def _sums(sentence: Sentence, language: str) -> list[Mention]:
    return [
        one for one in sentence.of_kind("amount") if one.value > 0 and not averages.averaged(sentence, one, language)
    ]
