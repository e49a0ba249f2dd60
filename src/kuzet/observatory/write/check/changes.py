"""Changes between years and ratios: "a drop of 6% on 2023 (369 cases)", "1.6 times (4 against 7)", "doubled"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import pairs, phrases, told
from kuzet.observatory.write.check.arithmetic import Match, half_up, match, plain
from kuzet.observatory.write.check.facts import Facts
from kuzet.observatory.write.check.pairs import Pair
from kuzet.observatory.write.check.shares import hedged, is_share
from kuzet.observatory.write.check.words import Finding, Kind, Mention, Outcome, Sentence, Text, Verdict, finding

WIDTH: Final = 70
"""Characters around a percentage in which the words of direction stand."""

MARGIN: Final = 60


def changes(text: Text, index: int, facts: Facts) -> Iterator[Finding]:
    """Percentages of change in one sentence."""
    sentence = text.sentences[index]
    for percent in sentence.of_kind("percent"):
        if not is_share(sentence, percent, text.language):
            outcome = _change(text, index, percent)
            if outcome.verdict is Verdict.UNCHECKABLE:
                up = _way(sentence, percent, text.language)
                outcome = told.change(text, index, percent, facts, up=up) or outcome
            yield finding(sentence, Kind.CHANGE, outcome, percent, margin=MARGIN)


def ratios(text: Text, index: int) -> Iterator[Finding]:
    """Multiples in one sentence ("1.6 times", "doubled" is 2 times)."""
    sentence = text.sentences[index]
    for times in sentence.of_kind("times"):
        found = [pair for pair in _strong(text, index) if pair.now.value]
        nearest = _nearest_pairs(sentence, times, found)
        if nearest:
            yield finding(sentence, Kind.RATIO, _ratio(sentence, times, nearest, text.language), times, margin=MARGIN)


def _strong(text: Text, index: int) -> list[Pair]:
    """Pairs that the words tie surely."""
    return pairs.own(text, index) or pairs.of_all(text, index) or pairs.continued(text, index)


def _nearest_pairs(sentence: Sentence, times: Mention, found: list[Pair]) -> list[Pair]:
    """Where a sentence has several multiples and several pairs, each multiple is judged by the pair nearest to it."""
    if len(found) < 2 or len(sentence.of_kind("times", "percent")) < 2:
        return found
    inside = [pair for pair in found if pair.now in sentence.mentions and pair.before in sentence.mentions]
    return sorted(inside, key=lambda pair: min(abs(one.start - times.start) for one in pair))[:1] or found


def _change(text: Text, index: int, percent: Mention) -> Outcome:
    sentence, language = text.sentences[index], text.language
    strong = _strong(text, index)
    own = _fitting(_nearest_pairs(sentence, percent, strong), percent, sentence, language)
    for found in (own, _fitting(pairs.wider(text, index), percent, sentence, language)):
        for pair in found:
            if _agrees(pair, percent, sentence, language):
                return Outcome(Verdict.HOLDS, why=_told(pair))
    values = {abs(pair.percent) for pair in own}
    if len(values) == 1:
        return Outcome(Verdict.DIFFERS, f"{plain(values.pop(), percent.decimals)}%", _told(own[0]))
    if len(strong) == 1 and not own:
        return Outcome(Verdict.DIFFERS, f"{plain_signed(strong[0].percent)}%", _told(strong[0]))
    return Outcome(Verdict.UNCHECKABLE, why="no two numbers of the text stand for now and before")


def _agrees(pair: Pair, percent: Mention, sentence: Sentence, language: str) -> bool:
    if match(percent.exact, pair.percent, percent.decimals) is not Match.NO:
        return True
    off = abs(pair.percent) - percent.exact
    allowed = Fraction(max(3, int(percent.exact / 10)))
    over = 0 < off <= allowed and hedged(sentence, percent, "more_than", language)
    under = -allowed <= off < 0 and hedged(sentence, percent, "almost", language)
    return over or under or (abs(off) <= allowed and hedged(sentence, percent, "about", language))


def _ratio(sentence: Sentence, times: Mention, found: list[Pair], language: str) -> Outcome:
    for pair in found:
        if match(times.exact, pair.times, times.decimals) is not Match.NO or _loosely(sentence, times, pair, language):
            return Outcome(Verdict.HOLDS, why=_told_times(pair))
    closest = min(found, key=lambda pair: abs(pair.times - times.exact))
    return Outcome(Verdict.DIFFERS, plain(closest.times), _told_times(closest))


def _loosely(sentence: Sentence, times: Mention, pair: Pair, language: str) -> bool:
    """Whether the words allow it: "more than doubled" reaches up to the next multiple, "almost" a tenth down."""
    step = Fraction(1) if times.exact.denominator == 1 else Fraction(1, 10**times.decimals)
    over = hedged(sentence, times, "more_than", language) and times.exact < pair.times < times.exact + step
    tenth = times.exact * Fraction(9, 10) <= pair.times < times.exact
    about = hedged(sentence, times, "about", language) and abs(pair.times - times.exact) <= times.exact / 20
    return over or about or (hedged(sentence, times, "almost", language) and tenth)


def _fitting(found: Iterable[Pair], percent: Mention, sentence: Sentence, language: str) -> list[Pair]:
    """Pairs that go in the direction that the words give."""
    up = _way(sentence, percent, language)
    if up is None:
        return [pair for pair in found if pair.percent]
    return [pair for pair in found if pair.percent and (pair.percent > 0) == up]


def _way(sentence: Sentence, percent: Mention, language: str) -> bool | None:
    """Whether a percentage is of a rise, by its sign or by the words; None where neither tells."""
    sign = re.search(r"([+−-])\s*$", sentence.before(percent, 3))
    return sign[1] == "+" if sign else _upward(language, sentence, percent)


def _upward(language: str, sentence: Sentence, percent: Mention) -> bool | None:
    """Whether the word of rising stands nearer to the percentage than the word of falling; None without both."""
    rises, falls = (_distance(language, way, sentence, percent) for way in ("increase", "decrease"))
    if min(rises, falls) > WIDTH:
        return None
    return rises < falls


def _distance(language: str, relation: str, sentence: Sentence, percent: Mention) -> int:
    found = phrases.pattern(language, relation).finditer(sentence.text)
    return min((_gap(one.span(), percent) for one in found), default=10**6)


def _gap(span: tuple[int, int], percent: Mention) -> int:
    return max(percent.start - span[1], span[0] - percent.end, 0)


def _told(pair: Pair) -> str:
    now, before = plain(pair.now.exact), plain(pair.before.exact)
    return f"from {before} to {now} is {'+' if pair.percent > 0 else ''}{plain_signed(pair.percent)}%"


def plain_signed(value: Fraction) -> str:
    """`plain` with the sign of a fall."""
    return f"-{plain(-value)}" if value < 0 else plain(value)


def _told_times(pair: Pair) -> str:
    low, high = sorted((pair.now.exact, pair.before.exact))
    return f"{plain(high)} / {plain(low)} is {plain(half_up(pair.times, 2))}"
