"""Funnels, which only narrow, and parts that exceed their whole: "of 12 attacks nine were reported, four opened".

A count at a later stage of the same cases is none of several parts, and no larger than the one in front. A part that is
larger than the whole that its sentence names is wrong whatever the others are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
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
from kuzet.observatory.write.check.relations.bases import fractions, is_part
from kuzet.observatory.write.check.relations.stages import TOLD, rises, stages, wholes

FAR: Final = 3
"""A number so many times larger than a whole counts something else."""

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""


def is_funnel(sentence: Sentence, parts: Sequence[Mention], language: str) -> bool:
    """Whether some numbers of a sentence are stages of the same cases, one behind the other, and so no parts."""
    told = [stage for one, stage in stages(sentence, language) if one in parts]
    near = any(left == TOLD < right for left, right in pairwise(told))
    return near or (rises(told) and len(told) == len(parts))


def narrowing(text: Text, index: int) -> Iterator[Finding]:
    """The counts of a sentence that exceed the one at the stage in front, and the parts that exceed their whole."""
    sentence = text.sentences[index]
    for left, right in _widened(text, index):
        outcome = Outcome(Verdict.DIFFERS, why=f"{plain(right.exact)} of {plain(left.exact)}")
        yield finding(sentence, Kind.SPLIT, outcome, right)
        return
    for whole, part in _exceeding(sentence, text):
        outcome = Outcome(Verdict.DIFFERS, why=f"{plain(part.exact)} of {plain(whole.exact)}")
        yield finding(sentence, Kind.SPLIT, outcome, whole, part)
        return


def _widened(text: Text, index: int) -> Iterator[tuple[Mention, Mention]]:
    """Neighbouring stages, of which the first is told to the police, where the later has more cases."""
    sentence, language = text.sentences[index], text.language
    front = text.sentences[index - 1] if index else None
    told = [(sentence, *one) for one in stages(sentence, language)]
    if front is not None and front.block == sentence.block:
        told = [*((front, *one) for one in stages(front, language)), *told]
    held = [one for near in {place for place, _, _ in told} for one in wholes(near, language)]
    run: list[tuple[Sentence, Mention, int]] = []
    for place, one, stage in told:
        run = [*run, (place, one, stage)] if run and rises([run[-1][2], stage]) else [(place, one, stage)]
        before = run[-2][1] if len(run) > 1 and run[0][2] == TOLD else None
        if before is not None and held and place is sentence and _is_bare(place, one, language):
            larger = one.exact > before.exact and sentence.order_of(one) in (None, text.year)
            yield from [(before, one)] if larger else []


def _is_bare(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number stands for some of what was told, and counts no persons, cases or verdicts of its own."""
    behind = sentence.after(one, NOUN)
    return not any(phrases.begins_with(language, noun, behind) for noun in ("other_noun", "stage_noun", "incidents"))


def _exceeding(sentence: Sentence, text: Text) -> Iterator[tuple[Mention, Mention]]:
    """Each part that the words tie to a whole of its sentence and that is larger: "of the 14 fines 17 were upheld"."""
    language = text.language
    held = set(wholes(sentence, language))
    ones = list(sentence.of_kind("count"))
    if len(held) != 1 or len(sentence.of_kind("count", "amount")) > len(ones):
        return
    (whole,) = held
    first = _held(sentence, whole, language)
    barred = deltas(sentence, language)
    for one in ones[ones.index(whole) + 1 :]:
        if not whole.exact < one.exact < whole.exact * FAR or one in barred:
            continue
        timed = sentence.order_of(one) not in (None, text.year) or sentence.year_of(one) is not None
        if timed or not _is_own(sentence, one, ones[ones.index(one) - 1], language):
            continue
        if first is not None or ones[ones.index(whole) + 1] is one:
            yield whole, one


def _held(sentence: Sentence, whole: Mention, language: str) -> Mention | None:
    """The part that stands beside a whole and that it holds."""
    told = [part for part, one in fractions(sentence, language) if one is whole]
    behind = [one for one in sentence.of_kind("count") if one.start > whole.end]
    return next(iter([*told, *(one for one in behind[:1] if one.exact < whole.exact)]), None)


def _is_own(sentence: Sentence, one: Mention, left: Mention, language: str) -> bool:
    """Whether a number is a part by its ending, or opens a clause with a verb behind it and no noun."""
    if is_part(sentence, one, language):
        return True
    bare = phrases.begins_with(language, "bare_behind", sentence.after(one, NOUN))
    opened = _opens(language).fullmatch(sentence.between(left, one)) is not None
    return bare and opened and _is_bare(sentence, one, language)


@cache
def _opens(language: str) -> re.Pattern[str]:
    """At most three words, or all up to the end of a clause, then what may stand in front of a number."""
    place = phrases.any_of(language, "inside", "by_case")
    joined = phrases.any_of(language, "and", "while")
    near, far = r"(?:\s+[^\W\d][\w'’-]*){0,3},?\s+", rf".*[,;]\s+(?:(?:{joined})\s+)?"
    return re.compile(rf"(?:{near}|{far})(?:(?:{place})\s+)?", re.IGNORECASE | re.DOTALL)
