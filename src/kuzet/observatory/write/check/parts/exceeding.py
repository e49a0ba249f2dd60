"""Parts that are more than their whole: "13 of the 11", "34 arrests out of 29, the other five", "11 істің 13-і"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
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
from kuzet.observatory.write.check.relations import lists, rests
from kuzet.observatory.write.check.relations.bases import begun, is_part, is_whole_of
from kuzet.observatory.write.check.slips import is_mistyped

TRIPLE: Final = 3
"""A whole, its part and the rest."""

NOUN: Final = 24
"""Characters behind a whole in which its noun stands."""


ASIDE: Final = 4
"""Words between an aside and the part of a whole."""


def exceeding(text: Text, index: int) -> Iterator[Finding]:
    """Each number of a sentence that the words make a part of the smaller number beside it."""
    sentence, language = text.sentences[index], text.language
    for left, right in pairwise(sentence.of_kind("count")):
        if left.value > right.value > 1 and _is_first(sentence, left, right, language):
            part, whole = left, right
        elif right.value > left.value > 1 and _is_last(sentence, left, right, language):
            part, whole = right, left
        else:
            continue
        why = f"{plain(part.exact)} is more than {plain(whole.exact)}"
        right_number = _right(sentence, part, whole, language)
        yield finding(sentence, Kind.SPLIT, Outcome(Verdict.DIFFERS, right_number, why), part, whole)


def beside_rest(text: Text, index: int) -> Iterator[Finding]:
    """A part that is more than its whole, beside the rest: "only 15 complained; 17 of these won, the other 8"."""
    sentence, language = text.sentences[index], text.language
    for whole, part, rest in zip(*(sentence.of_kind("count")[place:] for place in range(TRIPLE)), strict=False):
        left = whole.exact - rest.exact
        tied = part.value > whole.value > rest.value and rests.is_rest(sentence, rest, language)
        if tied and left > 0 and is_mistyped(part.exact, left) and _is_of_these(sentence, whole, part, language):
            why = f"{plain(part.exact)} is more than {plain(whole.exact)}"
            outcome = Outcome(Verdict.DIFFERS, form.count(left, part, sentence, language), why)
            yield finding(sentence, Kind.SPLIT, outcome, part, whole)


def _is_of_these(sentence: Sentence, whole: Mention, part: Mention, language: str) -> bool:
    """Whether "of these" stands at a number: "17 of these", "по 17 из них", "соның 17 арызы"."""
    clause = re.split(r"[,;:]", sentence.between(whole, part))[-1]
    behind = phrases.begins_with(language, "of_which", sentence.text[part.end :])
    return behind or phrases.says(language, "of_which", clause)


def _is_first(sentence: Sentence, part: Mention, whole: Mention, language: str) -> bool:
    """As "13 of the 11 cases", where no such noun tells where the part is from, or "34 arrests out of 29,"."""
    between, behind = sentence.between(part, whole), sentence.text[whole.end :]
    if _beside(language).fullmatch(between):
        return not phrases.says(language, "homes", re.split("[,;:.]", behind[:NOUN])[0])
    return _with_noun(language).fullmatch(between) is not None and re.match(r"\s*(?:[,;:.)]|$)", behind) is not None


def _is_last(sentence: Sentence, whole: Mention, part: Mention, language: str) -> bool:
    """As "11 хабарламаның 13-і", "Of the 12 women 19 are"; no figures between that were read as something else."""
    if re.search(r"\d", sentence.between(whole, part)):
        return False
    opened = begun(sentence, language) == whole and _runs_on(sentence.between(whole, part))
    if opened and phrases.begins_with(language, "out_of", sentence.text):
        if phrases.says(language, "rest", sentence.between(whole, part)):
            return False  # "Of these 52 went to court, the remaining 68 were dropped"
        return _alone(language).match(sentence.text, part.end) is not None
    return is_part(sentence, part, language) and is_whole_of(sentence, whole, part, language)


def _runs_on(between: str) -> bool:
    """Whether nothing but an aside parts a whole from its part: "Of 13 people held, ", "Of 13, ..., filed"."""
    if re.search(r"[;:]|\s[–—]\s", between):
        return False
    front, comma, last = between.rpartition(",")
    words = last.split()
    return not comma or not words or ("," in front and len(words) <= ASIDE and last == last.lower())


@cache
def _alone(language: str) -> re.Pattern[str]:
    """Behind a part without a noun of its own: the end of its clause, or a verb."""
    return re.compile(rf"\s*(?:[,;:.)]|$)|\s+(?:{phrases.any_of(language, 'are', 'verb')})", re.IGNORECASE)


@cache
def _beside(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{phrases.words(language, 'out_of_known')})\s+", re.IGNORECASE)


@cache
def _with_noun(language: str) -> re.Pattern[str]:
    """A part with its noun in front of a bare whole."""
    return re.compile(rf"(?:\s+[^\W\d_]+){{1,2}}\s+(?:{phrases.words(language, 'out_of_bare')})\s+", re.IGNORECASE)


def _right(sentence: Sentence, part: Mention, whole: Mention, language: str) -> str:
    """What the other numbers beside a whole leave of it; else that a part is at most all of it."""
    others = [one for one in sentence.of_kind("count") if one not in (part, whole)]
    others += lists.ones(sentence, 0, language)
    left = whole.exact - sum(one.exact for one in others)
    return form.count(left, part, sentence, language) if others and left > 0 else f"≤ {plain(whole.exact)}"
