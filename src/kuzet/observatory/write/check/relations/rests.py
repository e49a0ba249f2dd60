"""Parts that the words make complete: "the remaining 37", "the rest, 465", "19 and 7, twenty-six in all"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from kuzet.observatory.write.check.arithmetic import Match, match
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.stems import alike
from kuzet.observatory.write.check.reading.when import LATEST
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import added_up, lists
from kuzet.observatory.write.check.relations.bases import begun, fractions, marked, of_them, opening
from kuzet.observatory.write.check.relations.split import Split
from kuzet.observatory.write.check.relations.ties import REACH, restated, shared

PAIR: Final = 2

BACK: Final = 3
"""Sentences in front whose shares may belong to one list with a rest."""

TENTH: Final = 10
"""A list with a rest is one of all incidents when it misses their number by at most a tenth of it."""

FEW: Final = 6
"""Parts of a list with a rest up to which one of them may count something else: "confirmed by two sources"."""

SURE: Final = 3
"""Parts in front of "all 31" from which on it is their sum."""

WHOLES: Final = 12
"""Sentences in front in which the whole of a rest is looked for."""


_COMMA: Final = re.compile("[,;:]")
_LABEL: Final = re.compile(r"-?\w*(?:\s[^\W\d_]+){1,2}\s*[–—]\s*\d")
"""As "the other ten regions – 47": how many the rest is made of."""

_JOINED: Final = re.compile(r"[;:.]")

_BEHIND: Final = re.compile(r"(?:-\w{1,4})?\s+([^\W\d_]+)")


def remaining(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """A part told to be the rest: "Of 58 appeals 21 were granted and the remaining 37 dismissed"."""
    sentence, language = text.sentences[index], text.language
    if lists.apiece(sentence, language):
        return
    ones = [one for one in sentence.quantities(unit) if one not in nested]
    for place, rest in enumerate(ones):
        if not is_rest(sentence, rest, language):
            continue
        front = ones[:place]
        own = [whole for part, whole in fractions(sentence, language) if part is rest]
        listed = [one for one in front if one not in own]
        if own and listed and _same_kind(sentence, own[0], listed, language):
            yield Split(own[0], (*listed, rest), complete=True, rest=rest)
            continue
        if own and not front[1:]:
            yield from _named_whole(text, index, own[0], rest)
        yield from _anew(text, index, front, rest)
        alike = any(_is_alike(sentence, one, front, language) for one in front[:1])
        all_ = _of_all(text, front, rest, known=False)
        yield from (split for split in all_ if alike or split.sum == split.whole.exact)
        whole = _whole(sentence, front, rest, language)
        back = _back(text, index)
        before = text.sentences[back] if index else None
        if (whole is None or len(front) == 1) and before is not None and before.block == sentence.block:
            entries = added_up.added_up(text, back)  # themselves, whatever their sum is told to be
            told = entries.entries if entries else lists.untallied(before, list(before.quantities(unit)))
            yield from _of_front(text, back, told, front, rest)
            whole, front = _whole(before, told, rest, language), [*told, *front]
        parts = [one for one in front if one is not whole]
        outside = [one for one in parts if one not in sentence.mentions or not lists.bracketed(sentence, one)]
        behind = [one for one in outside or parts if _follows(sentence, one, whole)]
        if whole is not None and behind and not lists.bracketed(sentence, whole):
            # "our 9 lawyers took 120 cases; 30 were dropped, which leaves 90"
            yield Split(whole, (*behind, rest), complete=True, rest=rest)
        yield from _of_all(text, front, rest, known=whole in marked(sentence, language) if whole else False)
        if whole is not None and parts:
            listed = outside or parts
            yield Split(whole, (*listed, rest), complete=True, rest=rest)
            for left in range(len(listed) if 1 < len(listed) <= FEW else 0):
                yield Split(whole, (*listed[:left], *listed[left + 1 :], rest), complete=True, rest=rest, fewer=True)


def divided(text: Text, index: int, unit: str) -> Iterator[Split]:
    """A rest whose places are counted in brackets: "The other 14 took place in Osh (5), Naryn (4) and Talas (5)"."""
    sentence, language = text.sentences[index], text.language
    whole, *parts = sentence.quantities(unit) or (None,)
    if whole is None or len(parts) < SURE or not _rest(language).search(sentence.before(whole, REACH)):
        return
    alone = all(lists.alone_in_bracket(sentence, one) for one in parts)
    partial = any(phrases.says(language, word, sentence.text) for word in lists.FOREMOST)
    front = sentence.between(whole, parts[0]).removesuffix("(")
    placed = phrases.says(language, "inside", front) or phrases.ends_with(language, "inside_behind", front)
    if (
        alone
        and placed
        and not partial
        and not lists.bracketed(sentence, whole)
        and lists.closed(sentence, parts, language)
    ):
        yield Split(whole, tuple(parts), complete=True)


def _back(text: Text, index: int) -> int:
    """The sentence in front of another, or the one before it where that has no number: "Most are old. The rest ..."."""
    skipped = index > 1 and not text.sentences[index - 1].mentions
    return index - 1 - skipped


def others(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """As "There are 420. 360 of them are held for their faith, 80 for other reasons": the others are the rest."""
    sentence = text.sentences[index]
    marker = phrases.pattern(text.language, "of_which").search(sentence.text)
    ones = [one for one in sentence.quantities(unit) if marker and one.end <= marker.start()]
    if marker is None or len(ones) != 1 or sentence.text[ones[0].end : marker.start()].strip() or not index:
        return
    parts = [*ones, *lists.parts(sentence, marker.end(), unit, nested, text.language)]
    near = text.sentences[index - 1]
    told = near.quantities(unit) if near.block == sentence.block else ()
    wholes = [one for one in told if one.value >= max(part.value for part in parts)]
    wholes = [one for one in wholes if near.order_of(one) in (None, text.year, LATEST)]
    named = phrases.says(text.language, "others", sentence.text[parts[-1].end :])
    if named and len(wholes) == 1 and len(parts) == PAIR:
        yield Split(wholes[0], tuple(parts), complete=True)


def _named_whole(text: Text, index: int, whole: Mention, rest: Mention) -> Iterator[Split]:
    """Parts of the sentence before, where the rest names the whole: "Five ..., eight .... The other 7 of the 20"."""
    before = text.sentences[index - 1] if index else None
    if before is None or before.paragraph != text.sentences[index].paragraph:
        return
    listed = [one for one in before.quantities(rest.unit) if one not in lists.not_listed(before, text.language)]
    if len(listed) > 1 and max(one.exact for one in listed) < whole.exact:
        yield Split(whole, (*listed, rest), complete=True, rest=rest)


def _of_front(
    text: Text, index: int, told: Sequence[Mention], front: Sequence[Mention], rest: Mention
) -> Iterator[Split]:
    """Parts told in the sentence before of a number further in front: "12 by officials, 15 by others. The other 6"."""
    parts = (*told, *front, rest)
    added = sum(one.exact for one in parts)
    wholes = [one for one in text.counts_before(index, WHOLES) if one.exact == added and one.unit == rest.unit]
    yield from (Split(one, parts, complete=True, rest=rest) for one in wholes[:1] if len(told) > 1)


def _same_kind(sentence: Sentence, whole: Mention, listed: Sequence[Mention], language: str) -> bool:
    """Whether no part counts incidents where the whole that "the other six of the nine" names counts something else."""
    told = [phrases.begins_with(language, "incidents", sentence.after(one, REACH)) for one in listed]
    return not any(told) or phrases.begins_with(language, "incidents", sentence.after(whole, REACH))


def _anew(text: Text, index: int, front: Sequence[Mention], rest: Mention) -> Iterator[Split]:
    """A whole divided in the sentence before, and here in another way: "Of the 32 nine ... 23. Ten ..., the other 22".

    Or a part divided there, which is told of a larger number of the same things: "37 suits ... 15 suits: six, seven
    and two. The remaining 22 suits ...".
    """
    before = text.sentences[index - 1] if index else None
    ones = before.quantities(rest.unit) if before is not None and before.block == text.sentences[index].block else ()
    if before is None or len(ones) < SURE or ones[0].exact != sum(one.exact for one in ones[1:]):
        return
    bare = bool(front) and not text.sentences[index].text[: front[0].start].strip(' \u00a0«“"–—')
    if bare and opening(before, text.language) is ones[0]:
        yield Split(ones[0], (*front, rest), complete=True, rest=rest)
    noun = _noun(text.sentences[index], rest)
    if not front and noun and alike(noun, _noun(before, ones[0])):
        wholes = [whole for whole in _named(text, index - 1, noun) if whole.exact > max(ones[0].exact, rest.exact)]
        for whole in wholes[:1]:
            yield Split(whole, (ones[0], rest), complete=True, rest=rest)


def _named(text: Text, index: int, noun: str) -> Iterator[Mention]:
    """The numbers of some things that the sentences in front tell, nearest first."""
    for near in reversed(text.sentences[max(0, index - BACK) : index]):
        if near.block == text.sentences[index].block:
            yield from (one for one in near.quantities("") if alike(noun, _noun(near, one) or " "))


def _noun(sentence: Sentence, one: Mention) -> str:
    """The word right behind a number."""
    found = _BEHIND.match(sentence.text, one.end)
    return found[1] if found else ""


def _follows(sentence: Sentence, one: Mention, whole: Mention | None) -> bool:
    """Whether a number stands behind the whole in one sentence with it."""
    return whole in sentence.mentions and one in sentence.mentions and one.start > whole.start


def _of_all(text: Text, front: Sequence[Mention], rest: Mention, *, known: bool) -> Iterator[Split]:
    """The text's whole as that of a list with a rest: no number inside a list is its whole while all of it fits."""
    parts = tuple(one for one in front if text.total and one.exact < text.total.mention.exact)
    if text.total and len(parts) > 1 and not known and not rest.unit:
        split = Split(text.total.mention, (*parts, rest), complete=True, rest=rest)
        if abs(split.sum - split.whole.exact) * TENTH <= split.whole.exact:
            yield split


def by_shares(text: Text, index: int, nested: set[Mention]) -> Iterator[Split]:
    """A rest beside parts whose percentages tell the whole: "Of those held, 95 (65%) stayed, the other 51 did not"."""
    sentence, language = text.sentences[index], text.language
    if lists.apiece(sentence, language):
        return
    rests = [one for one in sentence.quantities("") if is_rest(sentence, one, language)]
    block = [one for one in text.sentences[max(0, index - BACK) : index] if one.block == sentence.block]
    for rest in rests:
        shares: dict[Mention, Mention] = {}
        for near in (sentence, *reversed(block)):
            told = {
                one: percent
                for one, percent in shared(near, language).items()
                if near is not sentence or one.end <= rest.start
            }
            shares |= told
            whole = fitting(text, index, shares) if shares else None
            if whole is None or rest in nested or not _is_of(sentence, rest, whole, language):
                continue
            own = _untold(sentence, rest, shares, language)
            also = bool(own) and phrases.says(language, "also", sentence.text[: own[0].start])
            yield Split(whole, (*shares, rest), complete=True, rest=rest, fewer=bool(own))
            if own and (near is sentence or also):
                yield Split(whole, (*shares, *own, rest), complete=True, rest=rest)
            elif own and told:  # "97, or 53%. Batumi follows with 31, Kutaisi with 19; the remaining 25 were elsewhere"
                here = [one for one in shares if one in sentence.mentions]
                yield Split(whole, (*told, *here, *own, rest), complete=True, rest=rest, fewer=True)
            if told and near is not sentence:
                listed = [one for one in near.quantities("") if one not in lists.not_listed(near, language)]
                yield Split(whole, (*listed, *(own if also else ()), rest), complete=True, rest=rest)


def _untold(sentence: Sentence, rest: Mention, shares: Collection[Mention], language: str) -> list[Mention]:
    """The entries of a sentence whose percentage is not told: "61 cases (86%) ...; eight ...; the other two"."""
    front = [one for one in sentence.quantities("") if one.end <= rest.start and one not in shares]
    barred = lists.not_listed(sentence, language)
    flat = [one for one in front if one not in barred and not lists.bracketed(sentence, one)]
    return [one for one in flat if not _rest(language).search(sentence.before(one, REACH))]


def is_rest(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether the words make a number the rest, and not the first of several that make up the rest."""
    if one in lists.not_listed(sentence, language) or not _rest(language).search(sentence.before(one, REACH)):
        return False
    behind = sentence.text[one.end :]
    if tallies(sentence, one, language) or _LABEL.match(behind):
        return False
    listed = lists.bracketed(sentence, one) and lists.LISTED.match(behind)
    return not listed


def _is_of(sentence: Sentence, rest: Mention, whole: Mention, language: str) -> bool:
    """Whether a rest is of a whole, where its words do not name another: "the other 42 of the 47 regions"."""
    own = [one for part, one in fractions(sentence, language) if part is rest]
    return all(one.exact == whole.exact for one in own)


def fitting(text: Text, index: int, shares: Mapping[Mention, Mention]) -> Mention | None:
    """The nearest count in front, or the text's whole, of which all percentages are right."""
    counts = [*text.counts_before(index, WHOLES), *([text.total.mention] if text.total else [])]
    largest = max((one.value for one in shares), default=0)
    for whole in counts:
        told = [(one.exact * 100 / whole.exact, percent) for one, percent in shares.items() if whole.value > largest]
        if told and all(match(percent.exact, exact, percent.decimals) is not Match.NO for exact, percent in told):
            return whole
    return None


def _whole(sentence: Sentence, ones: Sequence[Mention], rest: Mention, language: str) -> Mention | None:
    """The whole among some numbers: one that the words mark, else one as large as all others and no share itself."""
    shares = restated(sentence, language)
    larger = [one for one in ones if one.value > rest.value]
    wholes = [one for one in larger if one in marked(sentence, language)]
    free = [
        one
        for one in larger
        if one not in shares and one.value * 2 >= sum(other.value for other in ones) and not _entry(sentence, one, rest)
        if not _is_alike(sentence, one, ones, language)
        if one not in sentence.mentions or not of_them(sentence, one, language)
    ]
    found = wholes or free
    return found[-1] if found else None


def _is_alike(sentence: Sentence, one: Mention, ones: Sequence[Mention], language: str) -> bool:
    """Whether an "and" ties a number to the next one, told in the same way: "firms behind 27 and others behind 19"."""
    behind = [other for other in ones if other in sentence.mentions and other.start >= one.end]
    if one not in sentence.mentions or len(behind) != 1:
        return False
    between = sentence.between(one, behind[0])
    words = [sentence.text[: other.start].lower().split()[-1:] for other in (one, behind[0])]
    same = words[0] == words[1] != [] or all(_is_placed(sentence, other, language) for other in (one, behind[0]))
    return same and _JOINED.search(between) is None and phrases.says(language, "and", between)


def _is_placed(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether an ending says "in so many": "27 жағдайда", "19-ында"."""
    told = sentence.behind(one, REACH).split(" ")
    return any(phrases.ends_with(language, "inside_behind", word) for word in told[:2])


def _entry(sentence: Sentence, one: Mention, rest: Mention) -> bool:
    """Whether a number stands in brackets of its own as the rest does: "activists (33), staff (17), others (13)"."""
    return one in sentence.mentions and all(lists.bracketed(sentence, each) for each in (one, rest))


def tallies(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number says of how many the next one is: "the other eight regions together have 23"."""
    return _tally(language).match(sentence.text[one.end :]) is not None


@cache
def _tally(language: str) -> re.Pattern[str]:
    """As "the other eight regions together have 23": how many the rest is made of, and not the rest."""
    return re.compile(
        rf"-?\w*(?:\s\w+){{1,3}}?\s(?:{phrases.words(language, 'in_all')})\s(?:\w+\s){{0,2}}?\d", re.IGNORECASE
    )


@cache
def _rest(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'rest')})(?:\s+[\w-]+){{0,2}}?[\s,(:–—-]*$", re.IGNORECASE)


def summed(text: Text, index: int, unit: str, nested: set[Mention]) -> Iterator[Split]:
    """Parts first, then their sum: "Nineteen men and seven women were held, twenty-six people altogether"."""
    sentence = text.sentences[index]
    ones = [one for one in sentence.quantities(unit) if one not in nested]
    wholes = [whole for _, whole in fractions(sentence, text.language)]  # "77 of 214, 49 of 158, or 126 in all"
    first = begun(sentence, text.language)  # "of eight beatings two were in a town with twelve attacks in all"
    ones = [one for one in ones if one not in (*wholes, first) and not tallies(sentence, one, text.language)]
    for place, whole in enumerate(ones):
        front, behind = sentence.before(whole, REACH), sentence.after(whole, REACH)
        totals = _in_all(text.language).search(front) or _all_behind(text.language).match(behind)
        every = place >= SURE and lists.bracketed(sentence, ones[place - 1]) and _every(text.language).search(front)
        if place < 2 or not (totals or every):
            continue
        last = ones[place - 1]
        if _rest(text.language).search(sentence.before(last, REACH)) and not _COMMA.search(
            sentence.between(last, whole)
        ):
            continue  # "in the remaining 2 there were 9 in all"
        tally = int(last.value)
        if 1 < tally < place:  # "the three of them have 18"
            yield Split(whole, tuple(ones[place - 1 - tally : place - 1]), complete=True)
        for size in range(place, 1, -1):
            yield Split(whole, tuple(ones[place - size : place]), complete=True)


@cache
def _in_all(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'in_all')})(?:\s+[\w-]+)?[\s,:–—-]*$", re.IGNORECASE)


@cache
def _every(language: str) -> re.Pattern[str]:
    """As "and that accounts for all 31", behind a list: "all" of what it divides."""
    return re.compile(rf"(?:{phrases.words(language, 'every')})\s+$", re.IGNORECASE)


@cache
def _all_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"-?\w*(?:\s+[\w-]+){{0,2}}?,?\s+(?:{phrases.words(language, 'in_all')})", re.IGNORECASE)
