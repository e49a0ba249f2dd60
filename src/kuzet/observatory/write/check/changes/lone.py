"""How many more than the one of an earlier time: "nine, six more than a year before, when there was one"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.parts import partitions
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.deltas import deltas
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

TIME: Final = 60
"""Characters in front of the one in which its earlier time stands."""


def lone(text: Text, index: int) -> Iterator[Finding]:
    """The difference of a sentence whose base is a lone one behind it."""
    sentence, language = text.sentences[index], text.language
    moved = [one for one in deltas(sentence, language) if one.kind == "count"]
    if len(moved) != 1 or not _has_one(sentence, moved[0], language):
        return
    now = _now(text, index, moved[0])
    if now is None or now.exact <= 1:
        return
    right = now.exact - 1
    why = f"{plain(now.exact)} - 1 = {plain(right)}"
    if moved[0].exact == right:
        yield finding(sentence, Kind.CHANGE, Outcome(Verdict.HOLDS, why=why), moved[0])
    else:
        shown = form.count(right, moved[0], sentence, language)
        yield finding(sentence, Kind.CHANGE, Outcome(Verdict.DIFFERS, shown, why), moved[0])


def _has_one(sentence: Sentence, moved: Mention, language: str) -> bool:
    """Whether the only number behind a difference is a one of an earlier time."""
    if any(one.start >= moved.end and one.kind in ("count", "amount", "percent", "times") for one in sentence.mentions):
        return False
    told = [one for one in numbers.find(sentence.text, language, lone=True) if one.start >= moved.end]
    ones = [one for one in told if one.kind == "count" and one.value == 1]
    ones = [one for one in ones if not phrases.begins_with(language, "years", sentence.text[one.end :])]
    ones = [
        one
        for one in ones
        if phrases.says(language, "one_then", sentence.text[max(moved.end, one.start - TIME) : one.start])
    ]
    return len(ones) == 1


def _now(text: Text, index: int, moved: Mention) -> Mention | None:
    """The number that grew: the only other count in front of the difference, else that of the sentence in front."""
    sentence = text.sentences[index]
    here = [one for one in sentence.of_kind("count") if one.end <= moved.start]
    if here:
        return here[0] if len(here) == 1 else None
    front = text.sentences[index - 1] if index else None
    told = partitions.counted(text, index - 1) if front and front.paragraph == sentence.paragraph else []
    return told[0] if len(told) == 1 else None
