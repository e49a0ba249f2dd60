"""Parts that exclude one another and are more than their whole: "18 are pending, 19 dismissed" of the 32 suits.

A suit that was granted was not dismissed too, who is in a cell is not at home, a woman is no man: where each number of
a sentence has such an end of its own, the numbers cannot add up to more than the one that they divide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.parts import partitions
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.when import LATEST
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
from kuzet.observatory.write.check.reckoned.entries import in_front, is_hedged
from kuzet.observatory.write.check.relations import lists
from kuzet.observatory.write.check.relations.bases import fractions
from kuzet.observatory.write.check.relations.clauses import clauses
from kuzet.observatory.write.check.slips import is_slip

KINDS: Final = (
    (
        *("end_settled", "end_refused", "end_whole_or_part", "end_partly", "end_pending"),
        *("end_granted", "end_dropped"),
    ),
    ("end_dropped", "end_court", "end_investigated"),
    ("end_at_home", "end_on_bail", "end_in_cell"),
    ("end_restored", "end_still_blocked"),
    ("no_sex", "female", "male"),
)
"""Ends of which one thing has one at most; of several that the words of a number name the first counts."""

PAIR: Final = 2

NEAR: Final = 24
"""Characters in front of a number in which the words stand that make it a part of the one before."""

OVER: Final = Fraction(2)
"""Parts that exceed a number by this factor or more are of another."""


def ends(text: Text, index: int) -> Iterator[Finding]:
    """The numbers of a sentence with an end each, where they are more than the number that they divide."""
    sentence = text.sentences[index]
    for whole, parts in _readings(text, index):
        total = sum((one.exact for one in parts), Fraction(0))
        if not _are_apart(sentence, parts, text.language) or not whole.exact < total < whole.exact * OVER:
            continue
        if _holds(text, index, total):
            return
        why = f"{' + '.join(plain(one.exact) for one in parts)} = {plain(total)}, not {plain(whole.exact)}"
        right = _right(sentence, whole, parts, total, text.language)
        shown = [one for one in parts if one in sentence.mentions]
        yield finding(sentence, Kind.SPLIT, Outcome(Verdict.DIFFERS, right, why), *shown)
        return


def _readings(text: Text, index: int) -> Iterator[tuple[Mention, Sequence[Mention]]]:
    """The numbers of a sentence behind the one that they may divide: the first one, a "of the 52", one in front."""
    sentence, language = text.sentences[index], text.language
    counts = sentence.of_kind("count")
    if not counts or lists.apiece(sentence, language) or any(_is_loose(text, sentence, one) for one in counts):
        return
    ones = sorted({*counts, *lists.ones(sentence, counts[0].start, language)}, key=lambda one: one.start)
    told = fractions(sentence, language)
    if len(told) == 1 and len(ones) > PAIR:
        yield told[0][1], [one for one in ones if one is not told[0][1]]
    elif not told:
        if len(ones) > PAIR and not _are_apart(sentence, ones, language):
            yield ones[0], ones[1:]
        whole = _in_front(text, index) if len(ones) >= PAIR else None
        if whole:
            yield whole, ones


def _in_front(text: Text, index: int) -> Mention | None:
    """The number that the nearest sentence with any tells alone, or tells to be a whole."""
    for near in in_front(text, index):
        if counts := near.of_kind("count"):
            at = text.sentences.index(near)
            wholes = {whole for _, whole in fractions(near, text.language)}
            last = counts[-1] if phrases.says(text.language, "the_latter", text.sentences[index].text) else None
            alone = last or next(iter(wholes if len(wholes) == 1 else partitions.counted(text, at)), None)
            return alone if alone and not _is_loose(text, near, alone) else None
    return None


def _is_loose(text: Text, sentence: Sentence, one: Mention) -> bool:
    """Whether a number is "about" so many, or of another time than the report's."""
    return is_hedged(sentence, one, text.language) or sentence.order_of(one) not in (None, text.year, LATEST)


def _are_apart(sentence: Sentence, parts: Sequence[Mention], language: str) -> bool:
    """Whether the words of each part name another end of one kind, and none divides the one in front of it."""
    if any(_is_inner(sentence, one, language) for one in parts[1:]) or phrases.says(
        language, "end_before", sentence.text
    ):
        return False
    words = clauses(sentence, parts, language)
    for kind in KINDS:
        told = [next((end for end in kind if phrases.says(language, end, one)), "") for one in words]
        if all(told) and len(set(told)) == len(told):
            return True
    return False


def _is_inner(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number divides the one in front of it: "of them six", but not "half of them, 26"."""
    front = [other for other in sentence.mentions if other.end <= one.start][-1:]
    half = any(other.kind == "portion" and one.start - other.end <= NEAR for other in front)
    words, behind = sentence.before(one, NEAR), sentence.after(one, NEAR)
    inner = any(phrases.ends_with(language, word, words) for word in ("of_which", "including"))
    return not half and (inner or phrases.begins_with(language, "of_which", behind))


def _holds(text: Text, index: int, total: Fraction) -> bool:
    """Whether another number near is what the parts add up to."""
    near = (text.sentences[index], *in_front(text, index, block=True))
    return any(one.exact == total for front in near for one in front.of_kind("count"))


def _right(sentence: Sentence, whole: Mention, parts: Sequence[Mention], total: Fraction, language: str) -> str:
    """The part that a slip explains, else the sum."""
    off = total - whole.exact
    meant = [one for one in reversed(parts) if one.exact > off and is_slip(one.exact, one.exact - off)]
    right = meant[0].exact - off if meant else total
    return form.count(right, meant[0] if meant else parts[-1], sentence, language)
