"""Changes of percentages: "from 20% to 30%" is a rise by 10 percentage points, or by 50%, and not by 10%."""

from __future__ import annotations

from fractions import Fraction

from kuzet.observatory.write.check import form, pairs
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.pairs import Pair
from kuzet.observatory.write.check.senses import is_share
from kuzet.observatory.write.check.words import Mention, Outcome, Text, Verdict


def of_levels(text: Text, index: int, change: Mention) -> Outcome | None:
    """The verdict on a change of a percentage; None where the sentence does not give the two percentages."""
    sentence = text.sentences[index]
    found = pairs.levels(sentence, change, text.year, text.language)
    if len(found) != 1:
        return None
    pair = found[0]
    points = abs(pair.now.exact - pair.before.exact)
    why = f"from {plain(pair.before.exact)}% to {plain(pair.now.exact)}% is {plain(points)} percentage points"
    if change.kind == "points":
        held = match(change.exact, points, change.decimals) is not Match.NO
        right = form.count(points, change, sentence, text.language)
        return Outcome(Verdict.HOLDS, why=why) if held else Outcome(Verdict.DIFFERS, right, why)
    return _in_percent(pair, change, points, text.language)


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
