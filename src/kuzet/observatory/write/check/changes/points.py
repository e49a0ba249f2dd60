"""Changes of percentages: "from 20% to 30%" is a rise by 10 percentage points, or by 50%, and not by 10%."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import labels
from kuzet.observatory.write.check.reading.senses import direction, is_share
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Text, Verdict
from kuzet.observatory.write.check.relations import pairs

HELD: Final = 12
"""Sentences in front in which a level that makes a change right is looked for."""

NAMED: Final = 4
"""The same for the level that the words name, whatever comes of it."""

FAR: Final = 3
"""A difference that two levels of two sentences miss by more than this factor was not said of them."""


def of_levels(text: Text, index: int, change: Mention) -> Outcome | None:
    """The verdict on a change of a percentage; None where the sentence does not give the two percentages."""
    sentence = text.sentences[index]
    found = pairs.levels(sentence, change, text.year, text.language)
    found = [pair for pair in found if all(_is_level(text, index, one) for one in pair)]
    if change.kind != "points" and any(_is_nearer(text, index, change, pair) for pair in found):
        return None
    if len(found) != 1:
        return _apart(text, index, change) if change.kind == "points" else None
    return _judged(text, index, change, found[0])


def _is_nearer(text: Text, index: int, change: Mention, levels: Pair) -> bool:
    """Whether two counts stand nearer than two levels: "fell from 40 to 30 (by 25%), their share from 12% to 7%"."""
    gaps = [min(_gap(one, change) for one in pair) for pair in pairs.own(text, index)]
    return bool(gaps) and min(gaps) < min(_gap(one, change) for one in levels)


def _gap(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end)


def _is_level(text: Text, index: int, one: Mention) -> bool:
    """Whether a percentage is no step itself: "rose by 12%, and its share fell: before it was 64%" has one level."""
    return is_share(text.sentences[index], one, text.language)


def _judged(text: Text, index: int, change: Mention, pair: Pair) -> Outcome:
    sentence = text.sentences[index]
    points = abs(pair.now.exact - pair.before.exact)
    why = f"from {plain(pair.before.exact)}% to {plain(pair.now.exact)}% is {plain(points)} percentage points"
    if change.kind == "points":
        held = match(change.exact, points, change.decimals) is not Match.NO
        right = form.count(points, change, sentence, text.language)
        return Outcome(Verdict.HOLDS, why=why) if held else Outcome(Verdict.DIFFERS, right, why)
    return _in_percent(pair, change, points, text.language)


def _apart(text: Text, index: int, change: Mention) -> Outcome | None:
    """By the only level of its sentence and one told in front: "They had 52%, so that the share rose by 10 points"."""
    sentence = text.sentences[index]
    here = sentence.of_kind("percent")
    if len(here) != 1 or here[0].end > change.start:
        return None
    up = direction(sentence, change, text.language)
    fitting = [one for one in _levels_before(text, index, HELD) if _points(one, here[0]) == change.exact]
    named = [one for one in _named_before(text, index) if _plausible(_points(one, here[0]), change.exact)]
    found = [Pair(one, here[0]) for one in (*fitting, *named)]
    right = [pair for pair in found if up in (None, pair.rises)]
    return _judged(text, index, change, right[0]) if right else None


def _points(one: Mention, other: Mention) -> Fraction:
    return abs(one.exact - other.exact)


def _plausible(points: Fraction, said: Fraction) -> bool:
    return 0 < points <= said * FAR and said <= points * FAR


def _levels_before(text: Text, index: int, back: int) -> Iterator[Mention]:
    for near in reversed(text.sentences[max(0, index - back) : index]):
        yield from near.of_kind("percent", "portion")


def _named_before(text: Text, index: int) -> Iterator[Mention]:
    """The percentage of each sentence in front that the words of this one name alone."""
    said = stems(text.sentences[index].text)
    for near in reversed(text.sentences[max(0, index - NAMED) : index]):
        told = [one for one in labels.labels(near, text.language) if one.one.kind == "percent"]
        found = labels.best(said, told) if near.block == text.sentences[index].block else None
        if found:
            yield found.one


def is_level(text: Text, index: int, percent: Mention) -> bool:
    """Whether a percentage is one of the two levels that a change in its sentence is judged by."""
    sentence = text.sentences[index]
    changes = [one for one in sentence.of_kind("points", "percent", "portion") if one is not percent]
    return any(percent in pair for one in changes for pair in _levels(text, index, one))


def _levels(text: Text, index: int, change: Mention) -> list[Pair]:
    if change.kind != "points" and is_share(text.sentences[index], change, text.language):
        return []
    return pairs.levels(text.sentences[index], change, text.year, text.language)


def _in_percent(pair: Pair, change: Mention, points: Fraction, language: str) -> Outcome:
    why = f"from {plain(pair.before.exact)}% to {plain(pair.now.exact)}% is {plain(abs(pair.percent))}%"
    if match(change.exact, pair.percent, change.decimals) is not Match.NO:
        return Outcome(Verdict.HOLDS, why=why)
    if change.exact == points:
        return Outcome(Verdict.AMBIGUOUS, why=f"{why}, but {plain(points)} percentage points")
    return Outcome(Verdict.DIFFERS, form.percent(abs(pair.percent), change.decimals, language), why)
