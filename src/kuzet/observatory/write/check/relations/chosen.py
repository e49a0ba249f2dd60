"""Which of several pairs of numbers a change is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kuzet.observatory.write.check.reading import phrases, set_against
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.words import Mention, Sentence
from kuzet.observatory.write.check.relations import lists, pairs

ROUND: Final = 100
CLOSE: Final = 200
"""A hundred divides a rounded number, and it is no more than one in so many away."""

MOST: Final = 8
"""Numbers up to which each is set against each."""


def nearest(sentence: Sentence, change: Mention, found: list[Pair]) -> list[Pair]:
    """Where a sentence has several changes and several pairs, each change is judged by the pair nearest to it."""
    if len(found) < 2 or len(sentence.of_kind("times", "percent", "portion")) < 2:
        return found
    inside = [pair for pair in found if pair.now in sentence.mentions and pair.before in sentence.mentions]
    if len({pair.now for pair in inside}) == 1 and (base := _base_of(sentence, change, inside)):
        return [base]
    return sorted(inside, key=lambda pair: min(abs(one.start - change.start) for one in pair))[:1] or found


def _base_of(sentence: Sentence, change: Mention, found: list[Pair]) -> Pair | None:
    """The base of a change beside others of one number: all stand behind their changes, or all in front."""
    changes = sentence.of_kind("times", "percent", "portion")
    behind = changes[0].start < min(pair.before.start for pair in found)
    near = [pair for pair in found if (pair.before.start > change.start) == behind]
    return min(near, key=lambda pair: abs(pair.before.start - change.start), default=None)


def dated(sentence: Sentence, unit: str, language: str) -> Iterator[Pair]:
    """Each number with each of another year in one sentence of three or more: what a change may be of as well."""
    ones = pairs.compared(sentence, unit, language)
    if pairs.CHAIN <= len(ones) <= MOST:
        times = {one: sentence.order_of(one) for one in ones}
        yield from (Pair(now, then) for then in ones if times[then] for now in ones if times[now] != times[then])


def fits(sentence: Sentence, change: Mention, pair: Pair, language: str) -> bool:
    """Whether a change may be said of a pair as the two stand: none is apart, and it reaches no other level."""
    return not (
        _of_next(sentence, change, pair)
        or behind(sentence, change, pair)
        or _bracketed(sentence, change, pair)
        or _reaches(sentence, change, pair, language)
        or _is_once(sentence, pair, language)
    )


def _of_next(sentence: Sentence, change: Mention, pair: Pair) -> bool:
    """Whether a base in brackets is that of a later change: "15% above last year's, but 3% below that of May (371)"."""
    base = pair.before
    if base not in sentence.mentions or base.start < change.end or not lists.bracketed(sentence, base):
        return False
    changes = [one for one in sentence.of_kind("percent", "times") if change.end <= one.start and one.end <= base.start]
    return bool(changes)


def _bracketed(sentence: Sentence, change: Mention, pair: Pair) -> bool:
    """Whether a change stands in brackets with one number of a pair only: "Osh (96, down 38%), Naryn (69, down 39%)".

    Or in brackets between the two: "9,869 crashes (4% fewer than before), 14,016 people hurt".
    """
    spans = [found.span() for found in lists.BRACKET.finditer(sentence.text)]
    own = [(start, end) for start, end in spans if start < change.start < end]
    inside = [one for one in pair if any(start < one.start < end for start, end in own)]
    counts = [one for one in sentence.of_kind("count", "amount") if any(a < one.start < b for a, b in own)]
    parted = own and min(one.start for one in pair) < own[0][0] and max(one.start for one in pair) > own[0][1]
    return bool(parted) or (bool(counts) and len(inside) < len(pair))


def _reaches(sentence: Sentence, change: Mention, pair: Pair, language: str) -> bool:
    """Whether a level that a change reaches stands right behind it and is not what a pair is now: "by 50% – to 462"."""
    levels = [one for one in sentence.of_kind("count", "amount") if one.start >= change.end][:1]
    reached = any(set_against.is_reached(sentence, change, one, language) for one in levels)
    return reached and pair.now is not levels[0]


def _is_once(sentence: Sentence, pair: Pair, language: str) -> bool:
    """Whether two numbers are one, rounded in a heading: "More than 213,000 came" above "213,200 came, up 15%"."""
    rounded, full = sorted(pair, key=lambda one: one.exact % ROUND != 0)
    close = 0 < abs(full.exact - rounded.exact) <= rounded.exact / CLOSE and rounded.exact % ROUND == 0
    here = [one for one in sorted(pair, key=lambda one: one.start) if one in sentence.mentions]
    if not close or len(here) == 1:
        return close
    years = {sentence.order_of(one) for one in here}
    return (len(years) == 1 or None in years) and set_against.from_to(sentence, here[0], here[1], language) is None


def turns(sentence: Sentence, change: Mention, pair: Pair, language: str) -> bool:
    """Whether a clause of its own sets a change against a pair: "suits fell from 180 to 166, but fines grew"."""
    last = max((one.end for one in pair if one in sentence.mentions), default=change.end)
    words = sentence.text[last : change.start]
    turned = re.search(rf"[,;]\s+(?:{phrases.words(language, 'while')})\s", words)
    return last <= change.start and turned is not None


def turns_behind(sentence: Sentence, change: Mention, pair: Pair, language: str) -> bool:
    """Whether a number of a pair stands where a clause behind a change turns: "it halved; in 2022, however, to 45"."""
    turned = re.compile(rf"[,;]\s+(?:[\w ]+, )?(?:{phrases.words(language, 'instead')})[\s,]", re.IGNORECASE)
    later = (one for one in pair if one in sentence.mentions and one.start >= change.end)
    return any(turned.search(sentence.between(change, one)) for one in later)


def behind(sentence: Sentence, change: Mention, pair: Pair) -> bool:
    """Whether both numbers of a pair stand in a later clause than a change: "grew by half; the others 20 and 15"."""
    return all(
        one in sentence.mentions and one.start > change.end and ";" in sentence.between(change, one) for one in pair
    )
