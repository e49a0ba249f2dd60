"""Numbers at two dates with what came and went: "68 in prison on 1 January, 21 more jailed, 42 released, 47 left".

A register grows by what the report counts: "It held 1,040 and, with those of the reporting period, 1,136".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
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

OFF: Final = Fraction(3, 10)
"""By how much of itself a balance may be off and still be meant."""

FLOWS: Final = 4
"""Numbers of a balance: at the start, in, out, at the end."""

PAIR: Final = 2

BACK: Final = 8
"""Sentences in front in which the number that is left out is looked for."""

NEAR: Final = Fraction(1, 10)
"""By how much of itself a rest may be off and still be that of a number in front."""

_CLAUSE: Final = re.compile(r"[,;]")


def stocks(text: Text, index: int) -> Iterator[Finding]:
    """The balance that ends in one sentence, a register that grows, and what is left of all incidents."""
    for judged in (_balance, _grown, _carried, _beyond):
        found = judged(text, index)
        if found:
            told, exact, why = found
            yield finding(text.sentences[index], Kind.SPLIT, _outcome(text, index, told, exact, why), told)
            return


def _outcome(text: Text, index: int, told: Mention, exact: Fraction, why: str) -> Outcome:
    if told.exact == exact:
        return Outcome(Verdict.HOLDS, why=f"{why} = {plain(exact)}")
    right = form.count(exact, told, text.sentences[index], text.language)
    return Outcome(Verdict.DIFFERS, right, f"{why} = {plain(exact)}, not {plain(told.exact)}")


Told = tuple[Mention, Fraction, str]
"""The number at the end, what it should be, and how that is reckoned."""


def _balance(text: Text, index: int) -> Told | None:
    """A start, what came and what went in either order, and the end, in one sentence or two neighbours."""
    sentence = text.sentences[index]
    ones = [(sentence, one) for one in sentence.quantities("")]
    if len(ones) < FLOWS and index and text.sentences[index - 1].block == sentence.block:
        front = text.sentences[index - 1]
        ones = [*((front, one) for one in front.quantities("")), *ones]
    if len(ones) != FLOWS or ones[-1][0] is not sentence:
        return None
    ways = [_way(near, one, text.language) for near, one in ones[1:-1]]
    if sorted(ways) != [-1, 1] or _way(*ones[-1], text.language) != 0:
        return None
    start, first, second, end = (one.exact for _, one in ones)
    exact = start + ways[0] * first + ways[1] * second
    signs = ["+" if way > 0 else "-" for way in ways]
    why = f"{plain(start)} {signs[0]} {plain(first)} {signs[1]} {plain(second)}"
    return (ones[-1][1], exact, why) if abs(exact - end) <= end * OFF else None


def _way(sentence: Sentence, one: Mention, language: str) -> int:
    """1 for what came, -1 for what went, by the words behind a number up to the next one, or else those in front."""
    place = sentence.mentions.index(one)
    roof = sentence.mentions[place + 1].start if place + 1 < len(sentence.mentions) else len(sentence.text)
    floor = sentence.mentions[place - 1].end if place else 0
    for words in (_CLAUSE.split(sentence.text[one.end : roof])[0], _CLAUSE.split(sentence.text[floor : one.start])[-1]):
        came, went = (phrases.says(language, way, words) for way in ("came_in", "went_out"))
        if came != went:
            return 1 if came else -1
    return 0


def _grown(text: Text, index: int) -> Told | None:
    """A number, and the same with what the report counts: the text's whole lies between them."""
    sentence = text.sentences[index]
    if text.total is None or not _adds(text.language).search(sentence.text):
        return None
    ones, total = sentence.quantities(""), text.total.mention.exact
    if len(ones) == PAIR and total < ones[0].exact < ones[1].exact and _close(ones[1].exact - ones[0].exact, total):
        return ones[1], ones[0].exact + total, f"{plain(ones[0].exact)} + {plain(total)}"
    before = _listed(text, index)
    whole = sum((one.exact for one in before), total)
    if len(ones) == 1 and before and total < ones[0].exact and _close(ones[0].exact - whole + total, total):
        return ones[0], whole, f"{' + '.join(plain(one.exact) for one in before)} + {plain(total)}"
    return None


def _listed(text: Text, index: int) -> Sequence[Mention]:
    """The numbers of three or more earlier years in the sentence in front."""
    front = text.sentences[index - 1] if index else None
    ones = front.of_kind("count") if front else ()
    years = {front.year_of(one) for one in ones} if front else set()
    return ones if len(ones) > PAIR and len(years) == len(ones) and None not in years and text.year not in years else ()


def _close(grown: Fraction, total: Fraction) -> bool:
    return abs(grown - total) <= total * OFF


@cache
def _adds(language: str) -> re.Pattern[str]:
    return phrases.pattern(language, "with_those")


def _carried(text: Text, index: int) -> Told | None:
    """As "a further 85 were carried over. So there were 725 in all": they and the text's whole."""
    sentence, front = text.sentences[index], text.sentences[index - 1] if index else None
    ones, more = sentence.quantities(""), front.quantities("") if front else ()
    if text.total is None or front is None or front.block != sentence.block or len(ones) != 1 or len(more) != 1:
        return None
    told = phrases.says(text.language, "carried_over", front.text) and phrases.says(
        text.language, "conclusion", sentence.text
    )
    exact = text.total.mention.exact + more[0].exact
    fits = told and ones[0].exact > text.total.mention.exact and _close(ones[0].exact, exact)
    return (ones[0], exact, f"{plain(text.total.mention.exact)} + {plain(more[0].exact)}") if fits else None


def _beyond(text: Text, index: int) -> Told | None:
    """As "outside the capital there were thus 153": the text's whole without one of the numbers in front."""
    sentence, total = text.sentences[index], text.total.mention.exact if text.total else Fraction(0)
    ones = sentence.quantities("")
    said = all(phrases.says(text.language, word, sentence.text) for word in ("outside", "conclusion"))
    if not said or len(ones) != 1 or ones[0].exact >= total:
        return None
    told = {total - one.exact: one.exact for one in text.counts_before(index, BACK) if 0 < one.exact < total}
    near = [rest for rest in told if abs(rest - ones[0].exact) <= rest * NEAR]
    exact = ones[0].exact if ones[0].exact in told else near[0] if len(near) == 1 else None
    return (ones[0], exact, f"{plain(total)} - {plain(told[exact])}") if exact is not None else None
