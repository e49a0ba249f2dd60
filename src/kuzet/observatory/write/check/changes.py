"""Changes between years and ratios: "a drop of 6% on 2023 (369 cases)", "1.6 times (4 against 7)", "doubled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.arithmetic import Match, half_up, match, plain
from kuzet.observatory.write.check.shares import is_share
from kuzet.observatory.write.check.words import Finding, Kind, Mention, Sentence, Text, Verdict

BACK: Final = 2
"""Sentences in front in which the present number of a change is looked for, when its own sentence has none."""

WIDTH: Final = 70
"""Characters around a percentage in which the words of direction stand."""


class Pair(NamedTuple):
    """The two numbers of a change: what it is now and what it was before."""

    now: Mention
    before: Mention

    @property
    def percent(self) -> Fraction:
        """The change in percent of what was before; below 0 for a fall."""
        return (self.now.exact - self.before.exact) * 100 / self.before.exact

    @property
    def times(self) -> Fraction:
        """The larger number over the smaller one."""
        low, high = sorted((self.now.exact, self.before.exact))
        return high / low


def changes(text: Text, index: int) -> Iterator[Finding]:
    """Percentages of change in one sentence."""
    sentence = text.sentences[index]
    for percent in sentence.of_kind("percent"):
        if not is_share(sentence, percent, text.language):
            yield _judge_change(text, index, percent)


def ratios(text: Text, index: int) -> Iterator[Finding]:
    """Multiples in one sentence ("1.6 times", "doubled" is 2 times)."""
    sentence = text.sentences[index]
    for times in sentence.of_kind("times"):
        pairs = [pair for pair in own_pairs(text, index) if pair.now.value and pair.before.value]
        if pairs:
            yield _judge_ratio(sentence, times, pairs, text.language)


def _judge_change(text: Text, index: int, percent: Mention) -> Finding:
    sentence = text.sentences[index]
    own = _fitting(own_pairs(text, index), percent, sentence, text.language)
    for pairs in (own, _fitting(_wider_pairs(text, index), percent, sentence, text.language)):
        for pair in pairs:
            if match(percent.exact, pair.percent, percent.decimals) is not Match.NO:
                return _finding(sentence, percent, Kind.CHANGE, Outcome(Verdict.HOLDS, why=_told(pair)))
    if len(own) == 1:
        should = f"{plain(abs(own[0].percent), percent.decimals)}%"
        return _finding(sentence, percent, Kind.CHANGE, Outcome(Verdict.DIFFERS, should, _told(own[0])))
    why = "no two numbers of the text stand for now and before"
    return _finding(sentence, percent, Kind.CHANGE, Outcome(Verdict.UNCHECKABLE, why=why))


def _judge_ratio(sentence: Sentence, times: Mention, pairs: list[Pair], language: str) -> Finding:
    before = sentence.before(times, 16)
    for pair in pairs:
        if match(times.exact, pair.times, times.decimals) is not Match.NO or _loosely(before, times, pair, language):
            return _finding(sentence, times, Kind.RATIO, Outcome(Verdict.HOLDS, why=_told_times(pair)))
    closest = min(pairs, key=lambda pair: abs(pair.times - times.exact))
    outcome = Outcome(Verdict.DIFFERS, plain(closest.times), _told_times(closest))
    return _finding(sentence, times, Kind.RATIO, outcome)


def _loosely(before: str, times: Mention, pair: Pair, language: str) -> bool:
    """Whether the words allow it: "more than doubled" reaches up to the next multiple, "almost" a tenth down."""
    over = phrases.ends_with(language, "more_than", before) and times.exact < pair.times < times.exact + 1
    under = phrases.ends_with(language, "almost", before) and times.exact * Fraction(9, 10) <= pair.times < times.exact
    return over or under


def own_pairs(text: Text, index: int) -> list[Pair]:
    """Pairs that the sentence itself sets against each other: "4 against 7", "from 46 to 61", "61, up from 46"."""
    sentence = text.sentences[index]
    counts = [count for count in sentence.of_kind("count") if count.value > 0]
    pairs = []
    for left, right in pairwise(counts):
        between = sentence.between(left, right)
        if re.search(r";|[.!?]\s", between):
            continue
        if phrases.says(text.language, "against", between):
            pairs.append(Pair(left, right))
        elif phrases.says(text.language, "to", between) and phrases.ends_with(
            text.language, "from", sentence.before(left, 16)
        ):
            pairs.append(Pair(right, left))
    return pairs


def _wider_pairs(text: Text, index: int) -> Iterator[Pair]:
    """A number of this sentence with one in front of it, then with any other of the text."""
    sentence = text.sentences[index]
    here = [count for count in sentence.of_kind("count") if count.value > 0]
    for near in (here, list(text.counts_before(index, BACK)), [text.total] if text.total else []):
        yield from (Pair(now, before) for now in near for before in here if now is not before)
    yield from (Pair(now, before) for now in here for before in text.counts() if before.value > 0)


def _fitting(pairs: Iterator[Pair] | list[Pair], percent: Mention, sentence: Sentence, language: str) -> list[Pair]:
    """Pairs that go in the direction that the words give."""
    around = sentence.before(percent, WIDTH) + " " + sentence.after(percent, WIDTH // 2)
    rises, falls = phrases.last(language, "increase", around), phrases.last(language, "decrease", around)
    sign = re.search(r"([+−-])\s*$", sentence.before(percent, 3))
    if sign:
        up = sign[1] == "+"
    elif rises < 0 and falls < 0:
        return list(pairs)
    else:
        up = _nearer(language, sentence, percent)
    return [pair for pair in pairs if (pair.percent > 0) == up and pair.percent != 0]


def _nearer(language: str, sentence: Sentence, percent: Mention) -> bool:
    """Whether the word of rising stands nearer to the percentage than the word of falling."""
    return _distance(language, "increase", sentence, percent) < _distance(language, "decrease", sentence, percent)


def _distance(language: str, relation: str, sentence: Sentence, percent: Mention) -> int:
    found = list(phrases.pattern(language, relation).finditer(sentence.text))
    return min((min(abs(one.end() - percent.start), abs(one.start() - percent.end)) for one in found), default=10**6)


def _told(pair: Pair) -> str:
    now, before = plain(pair.now.exact), plain(pair.before.exact)
    return f"from {before} to {now} is {'+' if pair.percent > 0 else ''}{plain_signed(pair.percent)}%"


def plain_signed(value: Fraction) -> str:
    """`plain` with the sign of a fall."""
    return f"-{plain(-value)}" if value < 0 else plain(value)


def _told_times(pair: Pair) -> str:
    low, high = sorted((pair.now.exact, pair.before.exact))
    return f"{plain(high)} / {plain(low)} is {plain(half_up(pair.times, 2))}"


class Outcome(NamedTuple):
    """How a claim was judged."""

    verdict: Verdict
    should_be: str = ""
    why: str = ""


def _finding(sentence: Sentence, mention: Mention, kind: Kind, outcome: Outcome) -> Finding:
    return Finding(
        line=sentence.line_of(mention),
        text=sentence.excerpt(mention, margin=60),
        kind=kind,
        verdict=outcome.verdict,
        should_be=outcome.should_be,
        why=outcome.why,
    )
