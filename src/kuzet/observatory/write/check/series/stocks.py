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
from kuzet.observatory.write.check.reading import flows, phrases
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
from kuzet.observatory.write.check.relations import lists
from kuzet.observatory.write.check.series import left
from kuzet.observatory.write.check.series.left import Told

OFF: Final = Fraction(3, 10)
"""By how much of itself a balance may be off and still be meant."""

_COLON: Final = re.compile(r":\s")

STAYS: Final = Fraction(1, 2)
"""The same where the words say that the number at the end is what remained."""

FLOWS: Final = 4
"""Numbers of a balance: at the start, in, out, at the end."""

SPREAD: Final = 3
"""Sentences in front over which a balance may be spread."""

PAIR: Final = 2


def stocks(text: Text, index: int) -> Iterator[Finding]:
    """The balance that ends in one sentence, a register that grows, and what is left of all incidents."""
    for judged in (_balance, _explained, _grown, _carried, left.beyond, left.without, left.all_but):
        found = judged(text, index)
        if found:
            told, exact, why = found
            if 0 < abs(told.exact - exact) <= _lone(text, index):
                return
            yield finding(text.sentences[index], Kind.SPLIT, _outcome(text, index, told, exact, why), told)
            return


def _lone(text: Text, index: int) -> int:
    """How many times a lone "one", which is no number of its own, stands where a balance may be told: "one died"."""
    block = text.sentences[index].block
    near = [one for one in text.sentences[max(0, index - SPREAD) : index + 1] if one.block == block]
    return sum(len(lists.ones(one, 0, text.language, joined=False)) for one in near)


def _outcome(text: Text, index: int, told: Mention, exact: Fraction, why: str) -> Outcome:
    if told.exact == exact:
        return Outcome(Verdict.HOLDS, why=f"{why} = {plain(exact)}")
    right = form.count(exact, told, text.sentences[index], text.language)
    return Outcome(Verdict.DIFFERS, right, f"{why} = {plain(exact)}, not {plain(told.exact)}")


def _balance(text: Text, index: int) -> Told | None:
    """A start, what came and what went in any order, and the end, in up to four neighbouring sentences."""
    sentence = text.sentences[index]
    ones: list[tuple[Sentence, Mention]] = []
    for back in range(SPREAD + 1):
        front = text.sentences[index - back] if index >= back else None
        if front is None or front.block != sentence.block:
            return None
        ones = [*((front, one) for one in front.quantities("")), *ones]
        bounded = bool(ones) and _is_bounded(ones, text.language)
        ways = [flows.way(near, one, text.language, wide=bounded) for near, one in ones]
        inner = ways[1:-1]
        still = len(ones) >= FLOWS and ones[-1][0] is sentence and _are_still(ones, ways, text.language)
        if still and {1, -1} <= set(inner):
            return _settled(ones, ways, text.language) if 0 not in inner else None
    return None


def _is_bounded(ones: Sequence[tuple[Sentence, Mention]], language: str) -> bool:
    """Whether the words say of the first and the last of some numbers that they are of the start and of the end."""
    ends = flows.stays(*ones[-1], language) or flows.at(*ones[-1], "at_end", language)
    return ends and flows.at(*ones[0], "at_start", language)


def _are_still(ones: Sequence[tuple[Sentence, Mention]], ways: Sequence[int], language: str) -> bool:
    """Whether the first and the last of some numbers neither came nor went: they tell what there was at two times."""
    (first, start), (last, end) = ones[0], ones[-1]
    begins = ways[0] == 0 or flows.at(first, start, "at_start", language)
    return begins and (ways[-1] == 0 or flows.stays(last, end, language) or flows.at(last, end, "at_end", language))


def _explained(text: Text, index: int) -> Told | None:
    """A start and an end, and behind a colon what came and what went: "from nine to 12: seven came, four left"."""
    sentence = text.sentences[index]
    ones = sentence.quantities("")
    if len(ones) != FLOWS or not _COLON.search(sentence.between(ones[1], ones[2])):
        return None
    ways = [flows.way(sentence, one, text.language) for one in ones]
    start, end, first, second = (one.exact for one in ones)
    exact = start + ways[2] * first + ways[3] * second
    if sorted(ways[2:]) != [-1, 1] or abs(exact - end) > end * OFF:
        return None
    signs = ["+" if way > 0 else "-" for way in ways[2:]]
    return ones[1], exact, f"{plain(start)} {signs[0]} {plain(first)} {signs[1]} {plain(second)}"


def _settled(ones: Sequence[tuple[Sentence, Mention]], ways: Sequence[int], language: str) -> Told | None:
    """The end of a balance, where the words or the numbers say that it is one."""
    stays = flows.stays(*ones[-1], language) or flows.at(*ones[-1], "at_end", language)
    if not stays and (len(ones) > FLOWS or len({id(near) for near, _ in ones}) > PAIR):
        return None
    start, *moved, end = (one.exact for _, one in ones)
    exact = start + sum(way * one for way, one in zip(ways[1:-1], moved, strict=True))
    why = plain(start) + "".join(
        f" {'+' if way > 0 else '-'} {plain(one)}" for way, one in zip(ways[1:-1], moved, strict=True)
    )
    return (ones[-1][1], exact, why) if exact > 0 and abs(exact - end) <= end * (STAYS if stays else OFF) else None


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
