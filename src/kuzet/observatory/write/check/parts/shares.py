"""Percentages of a whole: "218 of 347 (63%)", "218 cases, 63% of the total", "63% of cases (218)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kuzet.observatory.write.check.parts import concluded, implied
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.senses import is_share, level
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import lists, pairs, ties
from kuzet.observatory.write.check.relations.bases import (
    fractions,
    named_in_front,
    opening,
    whole_in_front,
    whole_of_share,
)
from kuzet.observatory.write.check.relations.share import Loose, Share

OF_THEM: Final = 24
"""Characters behind a part in which "of them" stands."""

PAIR: Final = 2

_APART: Final = re.compile(f";|{phrases.STOP}")
_OPENED: Final = re.compile(r"(?:\s[\w'’-]+){0,3}\s*\(\s*")
_ALONE: Final = re.compile(r"(?:-?[^\W\d_]+)?(?:\s[^\W\d_]+)?\s*[),;]")
_COLON: Final = re.compile(r":\s|\s[–—]\s")


def shares(text: Text, index: int) -> Iterator[Share | Loose | Mention]:
    """The shares of one sentence; a percentage without a whole, or without a count of its own, comes alone."""
    sentence = text.sentences[index]
    used: set[Mention] = set()
    worded: set[Mention] = set()  # parts of fractions, which a percentage may tell again: "more than half, 43 (53%)"
    in_turn = ties.in_turn(sentence, text.language)
    for percent in sentence.of_kind("percent", "portion"):
        if not is_share(sentence, percent, text.language):
            continue
        if percent in in_turn:
            yield _in_turn(text, index, percent, in_turn[percent])
            continue
        taken = used if percent.kind == "percent" else used | worded
        found = _with_fraction(text, index, percent, taken) or _with_part(text, index, percent, taken)
        found = found or _of_sentence_before(text, index, percent)
        if not isinstance(found, Share):
            found = concluded.share(text, index, percent, found) or found
        if found:
            (used if percent.kind == "percent" else worded).add(found.part)
            yield found
        else:
            yield percent


def _in_turn(text: Text, index: int, percent: Mention, part: Mention) -> Share | Mention:
    """A percentage of a list that goes with the part of its place in another list."""
    named = whole_in_front(text.sentences[index], part, (), text.language)
    found = Share(index, percent, part, named.exact) if named else implied.near(text, Loose(index, percent, part))
    return found or percent


def _with_fraction(text: Text, index: int, percent: Mention, used: set[Mention]) -> Share | None:
    sentence = text.sentences[index]
    told, end = fractions(sentence, text.language), level(sentence, percent, text.language)
    if end is not None and len(told) == PAIR:  # "18 of 40 in 2020, 24 of 48 now: the share rose from 45% to 50%"
        return Share(index, percent, told[end][0], told[end][1].exact)
    own = _bracketed(sentence, percent) or _shown(sentence, percent)
    pairs = [
        (part, whole)
        for part, whole in told
        if part not in used and own in (None, part, whole) and _near(sentence, percent, (part, whole), text.language)
        if own is not whole or part.start < whole.start  # "27 attacks (8%), half as many again as the 18": of neither
    ]
    if not pairs:
        return None
    pairs.sort(key=lambda pair: min(_gap(one, percent) for one in pair))
    told_ = [Share(index, percent, part, whole.exact) for part, whole in pairs]
    return next((one for one in told_ if one.fits), told_[0])  # "(75 of 100) and 60% of others (180 of 300)"


def _bracketed(sentence: Sentence, percent: Mention) -> Mention | None:
    """The count right in front of the bracket that a percentage stands in: "14 (28%), staff 36 (72%) of the 50"."""
    front = [one for one in sentence.of_kind("count", "amount") if one.end <= percent.start]
    return front[-1] if front and _OPENED.fullmatch(sentence.between(front[-1], percent)) else None


def _shown(sentence: Sentence, portion: Mention) -> Mention | None:
    """The count in brackets right behind a fraction in words: "14 of the 24 ended in fines, a third (8) in arrest"."""
    behind = [one for one in sentence.mentions if one.start >= portion.end][:1] if portion.kind == "portion" else []
    near = [one for one in behind if one.kind == "count" and _OPENED.fullmatch(sentence.between(portion, one))]
    return near[0] if near and _ALONE.match(sentence.text, near[0].end) else None


def _of_sentence_before(text: Text, index: int, percent: Mention) -> Share | None:
    """A percentage alone in its sentence that says what the one before comes to: "... 18 of 150. That is 12%"."""
    sentence = text.sentences[index]
    if not index or sentence.of_kind("count", "amount", "portion") or sentence.of_kind("percent") != (percent,):
        return None
    refers = phrases.pattern(text.language, "this").match(sentence.text)
    front = [one for one in text.sentences[max(0, index - 2) : index] if one.block == sentence.block]
    if not refers or not front or front[-1].of_kind("percent"):
        return None
    pairs = fractions(front[-1], text.language)
    counts = [one for two in front for one in two.of_kind("count")]
    if not pairs and len(counts) == PAIR and counts[0].value > counts[1].value > 0:
        pairs = ((counts[1], counts[0]),)
    return Share(index, percent, pairs[0][0], pairs[0][1].exact) if len(pairs) == 1 else None


def _gap(left: Mention, right: Mention) -> int:
    return max(left.start, right.start) - min(left.end, right.end)


def _near(sentence: Sentence, percent: Mention, pair: tuple[Mention, Mention], language: str) -> bool:
    """Whether a pair stands next to a percentage, with no other number between."""
    nearest = min(pair, key=lambda one: _gap(one, percent))
    between = _restating(language).sub(",", sentence.between(percent, nearest))
    inside = [one for one in sentence.of_kind("percent", "portion", "count") if _inside(one, percent, nearest)]
    apart = _APART.search(between) or ties.anew(language).search(between)
    return len(between) <= 2 * ties.REACH and not apart and not inside


@cache
def _restating(language: str) -> re.Pattern[str]:
    """A semicolon in front of words that only restate: "in 12 of 15 cases ...; that is 80%"."""
    return re.compile(rf";(?=\s*(?:{phrases.words(language, 'equates')}))", re.IGNORECASE)


def _inside(mention: Mention, left: Mention, right: Mention) -> bool:
    first, second = sorted((left, right), key=lambda one: one.start)
    return first.end <= mention.start and mention.end <= second.start


def _with_part(text: Text, index: int, percent: Mention, used: set[Mention]) -> Share | Loose | None:
    """A percentage beside its part: the whole is the one its words name, or else one that the text tells near it."""
    sentence, language = text.sentences[index], text.language
    named = whole_of_share(sentence, percent, language)
    found = ties.part(sentence, percent, used | ({named} if named else set()), language)
    found = _told_of(sentence, percent, named, language) or found
    if found is None:
        return None
    part, tight = found
    if level(sentence, percent, language) == 0 and any(pair.now is part for pair in pairs.own(text, index)):
        return None  # "from 24 to 39, and their share from 22% to 32%": the 22% are of the 24
    if named is None and _opens_as_whole(sentence, part, percent, language):
        return None
    tight = tight or (named is not None and _this_is(language).search(sentence.between(part, named)) is not None)
    of_all = phrases.says(language, "total", sentence.around(percent, ties.REACH))
    if of_all and any(ties.are_listed(sentence, one, part, language) for one in sentence.of_kind("count")):
        return None  # "40 people and three groups, a quarter of all"
    loose = Loose(index, percent, part, tight=tight)
    if tight and named is None:
        named = whole_in_front(sentence, part, used, language)
        named = named or named_in_front(text, index, part) or _announced(sentence, part, used, language)
    if named is not None and named.value > part.value and tight:
        return _or_nearer(text, loose, named)
    return implied.of_text(text, loose) or implied.near(text, loose) or loose


def _opens_as_whole(sentence: Sentence, part: Mention, percent: Mention, language: str) -> bool:
    """Whether a sentence opens with a number as the whole of its percentage: "Of the ten appeals 40% succeeded"."""
    return opening(sentence, language) is part and "(" not in sentence.between(part, percent)


def _told_of(sentence: Sentence, percent: Mention, named: Mention | None, language: str) -> tuple[Mention, bool] | None:
    """The only sum in front that "it makes up a third of the 1.38 million" may be said of, in a clause before."""
    front = [one for one in sentence.quantities(named.unit) if one.end <= percent.start] if named else []
    said = len(front) == 1 and sentence.between(front[0], percent)
    says = said and any(phrases.says(language, word, said) for word in ("equates", "make_up"))
    return (front[0], True) if says else None


@cache
def _this_is(language: str) -> re.Pattern[str]:
    """What restates a part in front of its whole: "8 іс бойынша айып тағылды, бұл – тексерілген 26 оқиғаның ..."."""
    return re.compile(rf",\s*(?:{phrases.words(language, 'equates')})\s*[–—-]?\s*(?:\w+\s+){{0,3}}$", re.IGNORECASE)


def _announced(sentence: Sentence, part: Mention, used: set[Mention], language: str) -> Mention | None:
    """The only count in front of a colon, behind which its parts follow: "30 suits: 18 (60%) won, 12 (40%) lost"."""
    for colon in _COLON.finditer(sentence.text, 0, part.start):
        front = [one for one in sentence.quantities(part.unit) if one.end <= colon.start()]
        if len(front) == 1 and front[0].value > part.value and front[0] not in used:
            return front[0] if lists.announces(sentence, front[0], colon, part, language) else None
    return None


def _or_nearer(text: Text, loose: Loose, named: Mention) -> Share:
    """The named whole; but "of which" may as well mean a count nearer in front, where one of the two fits."""
    sentence, part = text.sentences[loose.index], loose.part
    plain = Share(loose.index, loose.percent, part, named.exact)
    between = sentence.text[named.end : part.start]
    inner = [
        one
        for one in sentence.quantities(part.unit)
        if named.end <= one.start and one.end <= part.start and one.value > part.value
        if one not in ties.restated(sentence, text.language)
    ]
    if not inner or not phrases.says(text.language, "of_which", between + sentence.after(part, OF_THEM)):
        return plain
    near = loose.of(inner[-1].exact)
    if near.fits == plain.fits:
        return plain
    fits, other = (near, plain) if near.fits else (plain, near)
    return loose.of(fits.whole, (other.whole,))
