"""Other natural readings of the numbers around a claim that does not hold.

A claim whose numbers the rules had to choose is called wrong only when none of these few readings makes it right: the
numbers of its list are entries of a longer list; an earlier number is set against the one told for the report's time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations, takewhile
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import each, lists, rests
from kuzet.observatory.write.check.relations.bases import marked
from kuzet.observatory.write.check.relations.share import Share
from kuzet.observatory.write.check.relations.split import Split

BACK: Final = 4
"""Sentences of a paragraph in front in which the number of a longer list, or of the report's time, may stand."""

BEHIND: Final = 2
"""Sentences behind a list in which what it leaves may be told."""

ENTRIES: Final = 3
"""Numbers from which on they are taken for a longer list."""

LEFT_OUT: Final = 2
"""How many numbers inside a list may be nested in others: "eight were granted, six of them in part"."""

NESTED: Final = 24
"""Characters on either side of a number in which "of them" stands."""

_ENTRY: Final = re.compile(r"[,;]\s|:\s|\s[–—]\s")


def near(text: Text, index: int) -> Sequence[Sentence]:
    """The sentences of the paragraph in front, nearest first."""
    block = text.sentences[index].block
    return [one for one in reversed(text.sentences[max(0, index - BACK) : index]) if one.block == block]


def divides(text: Text, index: int, split: Split) -> str:
    """The longer list that makes up a number told in front, of which those of a split are entries; "" where none."""
    sentence, language, unit = text.sentences[index], text.language, split.whole.unit
    told = [one for one in (*split.parts, split.whole) if one in sentence.mentions]
    if _announced(sentence, split):
        return ""
    ones = [one for one in sentence.quantities(unit) if one in told or not rests.tallies(sentence, one, language)]
    known = {one.exact for front in _of_section(text, index) for one in front.quantities(unit)}
    of_all = {text.total.mention.exact} if text.total and not unit else set()
    for listed in _runs(ones, told):
        nested = [one for one in listed if _nested(sentence, one, language)][:LEFT_OUT]
        for size in range(len(nested) + 1):
            for out in combinations(nested, size):
                kept = [one.exact for one in listed if one not in out]
                # its own parts alone make up the text's whole where only the whole beside them is wrong
                if len(kept) >= ENTRIES and sum(kept) in (known | of_all if len(kept) > len(split.parts) else known):
                    return f"{' + '.join(map(plain, kept))} = {plain(sum(kept, Fraction(0)))}"
    return ""


def _of_section(text: Text, index: int) -> Iterator[Sentence]:
    """The sentences in front, up to a heading in capitals, nearest first."""
    front = reversed(text.sentences[max(0, index - BACK) : index])
    return takewhile(lambda one: not one.text.isupper(), front)


def of_another(text: Text, index: int, split: Split) -> bool:
    """Whether the parts make up another number of their sentence, or what some of a paragraph leave of one another.

    "66 of the 96; of the 111 others 93, 12 and six", "sold for 96 of its 142, out of which 40 went here, 56 there".
    """
    sentence, unit = text.sentences[index], split.whole.unit
    others = [one for one in sentence.quantities(unit) if one not in (*split.parts, split.whole)]
    if len(split.parts) > 1 and split.sum in {one.exact for one in others}:
        return True
    if _with_others(sentence, split, others) or told_apart(sentence, split) or _of_several(sentence, split):
        return True
    told = {one.exact for near_ in near(text, index) for one in near_.quantities(unit)}
    outside = told - {one.exact for one in (*split.parts, split.whole)}
    if split.rest is not None and unit:
        return any(abs(one.exact - low) == split.rest.exact for one in (*split.parts, split.whole) for low in outside)
    return any(high - low == split.sum + split.whole.exact for high in outside for low in outside)


def names_foremost(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether a list that misses its whole names the largest only: "of 20 most were in A (8), B (6), C (3)"."""
    if split.rest is not None or split.sum >= split.whole.exact or split.whole not in sentence.mentions:
        return False
    first = next((one for one in split.parts if one in sentence.mentions and one.start > split.whole.end), None)
    return first is not None and phrases.says(language, "highest", sentence.between(split.whole, first))


def is_beside_rest(text: Text, index: int, split: Split) -> bool:
    """Whether the first number is an entry beside a rest, and no whole: with all others it makes one told near.

    "In 17 cases they refused, in nine they did not, in the other six there was no answer. These are all 32."
    """
    added = split.sum + split.whole.exact
    if split.rest is None or split.whole not in text.sentences[index].mentions:
        return False
    here = text.sentences[index]
    behind = [one for one in text.sentences[index + 1 : index + 2] if one.block == here.block]
    told = {one.exact for near_ in (*near(text, index), *behind) for one in near_.quantities(split.whole.unit)}
    return added in told or (text.total is not None and not split.whole.unit and added == text.total.mention.exact)


def _with_others(sentence: Sentence, split: Split, others: Sequence[Mention]) -> bool:
    """Whether numbers that a list left out make up its whole with some of it: "154 of 220, 88 in time; 66 not yet"."""
    parts = [one for one in split.parts if one in sentence.mentions]
    others = [one for one in others if one.exact != len(split.parts)]  # "the three of them have 18"
    if split.whole not in sentence.mentions or not others or len(parts) > ENTRIES:
        return False
    kept = [some for size in range(1, len(parts)) for some in combinations(parts, size) if parts[0] in some]
    return any(sum(one.exact for one in (*some, other)) == split.whole.exact for some in kept for other in others)


def paid(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether each of several paid one of the sums: the bill is not what the sums themselves add up to."""
    here = [one for one in split.parts if one in sentence.mentions and one.unit]
    return any(each.is_each(sentence, one, language) for one in here)


def _of_several(sentence: Sentence, split: Split) -> bool:
    """Whether one of the sums was paid several times: "14 million: a camera of 9 and two phones of 2.5 each"."""
    counts = [one.exact for one in sentence.of_kind("count")] if split.whole.unit else []
    return any(split.sum + part.exact * (count - 1) == split.whole.exact for part in split.parts for count in counts)


def told_apart(sentence: Sentence, split: Split) -> bool:
    """Whether a semicolon parts the first part from others that commas join: they are of something said anew."""
    here = [one for one in split.parts if one in sentence.mentions]
    between = [";" in sentence.between(left, right) for left, right in pairwise(here)]
    return len(between) > 1 and between[0] and not any(between[1:])


def _announced(sentence: Sentence, split: Split) -> bool:
    """Whether a colon parts a whole from its parts, so that it is none of them: "22 cases: seven were shut, 11 ..."."""
    here = [one for one in (split.whole, *split.parts) if one in sentence.mentions]
    return here[:1] == [split.whole] and len(here) > 1 and ": " in sentence.between(*here[:2])


def _runs(ones: Sequence[Mention], told: Sequence[Mention]) -> Iterator[Sequence[Mention]]:
    """The stretches of neighbouring numbers that hold all those of a split that stand here."""
    places = [ones.index(one) for one in told if one in ones]
    if len(places) >= min(2, len(told)) and places:
        for start in range(min(places) + 1):
            for end in range(max(places) + 1, len(ones) + 1):
                yield ones[start:end]


def _nested(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number divides the one in front of it: "eight, six of them in part", "сегізі, оның алтауы"."""
    inner = any(phrases.ends_with(language, word, sentence.before(one, NESTED)) for word in ("of_which", "including"))
    return inner or phrases.begins_with(language, "of_which", sentence.after(one, NESTED))


def unnumbered(text: Text, index: int, split: Split) -> int:
    """How many a list may name without their number: "two were pending and one was closed", "12,500 – a channel".

    All that are left where the sentence behind goes on with them.
    """
    sentence, language = text.sentences[index], text.language
    if not split.parts:
        return 0
    if split.rest is None and (
        _rest_behind(sentence, split, language) or (not split.whole.unit and _told_behind(text, index, split))
    ):
        return int(split.whole.exact - split.sum)
    here = [one.start for one in split.parts if one in sentence.mentions]
    places = {one.start for one in split.parts}
    front = text.sentences[index - 1] if index and any(one not in sentence.mentions for one in split.parts) else None
    ones = lists.ones(sentence, min(here) if here and not front else 0, language, joined=False)
    ones = [one for one in ones if one.start not in places]
    ones += lists.ones(front, 0, language, joined=False) if front else []
    priced = _priced(sentence, min(here)) if here and not split.whole.unit else 0
    priced += (
        sum(_others(one, language) for one in (sentence, front) if one) if split.rest and not split.whole.unit else 0
    )
    return len(ones) + priced + _last_one(sentence, split, language)


def _rest_behind(sentence: Sentence, split: Split, language: str) -> bool:
    """Whether the last entry of a list names the rest without its number: "nine threats, the rest a bit of all"."""
    end = max((one.end for one in split.parts if one in sentence.mentions), default=len(sentence.text))
    if any(one.start >= end for one in sentence.quantities(split.whole.unit)):
        return False
    entries = _ENTRY.split(sentence.text[end:])[1:]
    told = (*entries, *(one.partition(" ")[2] for one in entries))  # "the rest", "and the rest"
    return any(phrases.begins_with(language, word, one) for one in told for word in ("rest", "rest_entry"))


def _others(sentence: Sentence, language: str) -> int:
    """How many single ones are told as "another": "six years for one, five for another"."""
    return sum(1 for _ in phrases.pattern(language, "one_other").finditer(sentence.text))


def _told_behind(text: Text, index: int, split: Split) -> bool:
    """Whether the next sentence with a number tells what the parts leave of their whole, or what is said to remain.

    "Of the 68 cases 26 were in Almaty, 21 in Astana, 15 in Oral. Six occurred elsewhere."
    """
    left, paragraph = split.whole.exact - split.sum, text.sentences[index].paragraph
    for behind in text.sentences[index + 1 : index + 1 + BEHIND] if left > 0 else ():
        told = behind.of_kind("count") if behind.paragraph == paragraph else ()
        free = [one for one in told[:1] if one not in marked(behind, text.language)]
        if any(one.exact == left for one in free) or any(rests.is_rest(behind, one, text.language) for one in told):
            return True
        if told:
            return False
    return False


def _last_one(sentence: Sentence, split: Split, language: str) -> int:
    """1 where the last one of a whole is told by its place: "seven: four here, two there; the seventh is free"."""
    behind = max((one.end for one in split.parts if one in sentence.mentions), default=0)
    ordinals = [one for one in numbers.find(sentence.text, language) if one.kind == "ordinal" and one.start >= behind]
    return int(any(one.value == split.whole.value for one in ordinals))


def _priced(sentence: Sentence, start: int) -> int:
    """Entries behind the first part with a sum and no count: each is of one, "12,500 – a regional channel"."""
    entries, at = [], start
    for found in _ENTRY.finditer(sentence.text, start):
        if found[0][:2] in (", ", "; "):
            entries.append((at, found.start()))
            at = found.end()
    entries.append((at, len(sentence.text)))
    return sum(_is_priced(sentence, begin, end) for begin, end in entries)


def _is_priced(sentence: Sentence, start: int, end: int) -> bool:
    inside = [one for one in sentence.mentions if start <= one.start < end]
    told = inside and sentence.text[inside[-1].end : end]
    return len(inside) == 1 and inside[0].kind == "amount" and bool(re.search(r"[–—:]\s+[^\W\d_]", str(told)))


def pairs(text: Text, index: int, chosen: Pair) -> Iterator[Pair]:
    """An earlier number of a sentence with each of the report's time in front, where the chosen pair has none.

    "34 people were held. In 2020 there were 38, in 2019 there were 46: in two years 1.4 times fewer" is 46 to 34.
    """
    sentence = text.sentences[index]
    if chosen.now in sentence.mentions and sentence.order_of(chosen.now) in (None, text.year):
        return
    then = [one for one in sentence.quantities(chosen.before.unit) if _is_earlier(text, sentence, one)]
    for front in near(text, index):
        for now in front.quantities(chosen.now.unit):
            if not _is_earlier(text, front, now):
                yield from (Pair(now, one) for one in then if one.exact != now.exact)


def of_units(text: Text, index: int, chosen: Pair) -> Iterator[Pair]:
    """Two sums of a unit other than the chosen one's, one of them here: "suits fell to 8, the sums rose by 28%"."""
    sentence = text.sentences[index]
    for unit in {one.unit for one in sentence.of_kind("amount")} - {chosen.now.unit}:
        told = [one for front in (sentence, *near(text, index)) for one in front.quantities(unit)]
        yield from (Pair(now, then) for now, then in permutations(told, 2) if {now, then} & {*sentence.mentions})


def _is_earlier(text: Text, sentence: Sentence, one: Mention) -> bool:
    return sentence.order_of(one) not in (None, text.year)


def of_others(text: Text, share: Share) -> bool:
    """Whether a guessed whole counts people or outlets and its part incidents: "46 people suffered. In 22 cases"."""
    sentence = text.sentences[share.index]
    if not phrases.begins_with(text.language, "incidents", sentence.after(share.part, NESTED)):
        return False
    told = [
        (front, one)
        for front in (sentence, *near(text, share.index))
        for one in front.of_kind("count")
        if one.exact == share.whole
    ]
    return bool(told) and all(
        phrases.begins_with(text.language, "other_noun", front.after(one, NESTED)) for front, one in told
    )


def overlap(sentence: Sentence, language: str) -> bool:
    """Whether an entry of a list names a mark that any of the others may have too: "are women", "are younger"."""
    sexes = [phrases.says(language, sex, sentence.text) for sex in ("female", "male")]
    return sexes == [True, False] or any(
        phrases.says(language, word, sentence.text) for word in ("mark", "overlap", "both_at_once")
    )
