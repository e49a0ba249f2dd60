"""Parts and the wholes that the words themselves tie to them: "203 out of 347", "Of the 61 suits 34"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence, Text

OPENING: Final = 60
"""Characters from the start of a clause within which "Of the 30 cases" names the whole of what follows."""

_NAME: Final = re.compile(r",\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*\s[–—]\s$|[^.!?]\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*(?:\s[^\W\d_]+)?\s\($")
"""An entry that a name opens, whose end is no ending: "Алматы – 13, Нұр-Сұлтан – 9", "кейін Қарақалпақстан (29"."""

_CLAUSE: Final = re.compile(f";|{phrases.STOP}")
_BRACKET: Final = r"(?:\s*\([^()]*\))?"


@lru_cache(maxsize=KEPT)
def fractions(sentence: Sentence, language: str) -> tuple[tuple[Mention, Mention], ...]:
    """Pairs (part, whole) that stand side by side: "203 out of 347", "34 of 61", "347 оқиғаның 203-і"."""
    found = []
    for left, right in pairwise(sentence.of_kind("count", "amount")):
        between = sentence.between(left, right)
        behind = sentence.behind(left, right.start - left.end)
        if left.unit != right.unit or not (left.value and right.value) or _sums(language).fullmatch(between):
            continue
        if right.value >= left.value and _part_first(language).fullmatch(between):
            found.append((left, right))
        elif left.value >= right.value and (
            _whole_first(language).fullmatch(behind) or _part_of(sentence, left, right, language)
        ):
            found.append((right, left))
    return tuple(found)


@cache
def _sums(language: str) -> re.Pattern[str]:
    """As ", in all ", which is no "in" of a whole."""
    return re.compile(rf"\W*(?:{phrases.words(language, 'in_all')})\s+", re.IGNORECASE)


def _part_of(sentence: Sentence, left: Mention, right: Mention, language: str) -> bool:
    """As "елуден төртеуі", "300 хабарламадан 240": a whole in the ablative, then a part, no way between."""
    front, behind = sentence.text[left.start : right.start], sentence.behind(right, OPENING)
    if _NAME.search(front):
        return False  # "Алматы – 13, Нұр-Сұлтан – 9"
    if is_part(sentence, left, language) and not _own_ending(sentence, left, language):
        return False  # "тоғызы астанадан, алтауы Шымкенттен"
    return phrases.ends_with(language, "from_behind", front) and not _reached(language).match(behind)


def _own_ending(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number itself, and not what stands behind it, is in the ablative: "тоғызынан", "9-ынан"."""
    told = re.match(r"-?\w*", sentence.text[one.end :])
    return phrases.ends_with(language, "from_behind", sentence.text[one.start : one.end] + (told[0] if told else ""))


@cache
def _reached(language: str) -> re.Pattern[str]:
    return re.compile(rf"-?(?:\w*[\s)-]+){{0,2}}?(?:{phrases.words(language, 'to_behind')})", re.IGNORECASE)


@cache
def _part_first(language: str) -> re.Pattern[str]:
    """A noun of at most four words, or a share in brackets, then "of the" and at most three words."""
    of = rf"(?:{phrases.any_of(language, 'out_of', 'out_of_in')}){_few(language)}"
    return re.compile(rf"(?:[\s-]+[\w'’/-]+){{0,4}}?{_BRACKET}\s*{of}\s*", re.IGNORECASE)


def _few(language: str) -> str:
    """At most three words, none of which begins something new."""
    return rf"(?:\s+(?!(?:{phrases.words(language, 'clause')})\s)[^\W\d][\w'’-]*){{0,3}}"


@cache
def _whole_first(language: str) -> re.Pattern[str]:
    """A whole with its noun in the genitive, then the part: at most five words after the ending."""
    behind = phrases.words(language, "out_of_behind")
    return re.compile(rf"-?(?:\w*[\s-]+){{0,6}}?(?:{behind})(?:[\s«»\"-]+\w+){{0,5}}[\s(–—-]*", re.IGNORECASE)


def is_whole_of(sentence: Sentence, whole: Mention, part: Mention, language: str) -> bool:
    """Whether the ending of a number's noun makes it the whole of the number behind: "11 хабарламаның 13-і"."""
    return _whole_first(language).fullmatch(sentence.behind(whole, part.start - whole.end)) is not None


def whole_of_share(sentence: Sentence, percent: Mention, language: str) -> Mention | None:
    """The whole that a percentage itself names: "62% of the 87 journalists", "30 қоқан-лоқының 47 пайызы"."""
    for one in sentence.of_kind("count", "amount"):
        between = sentence.between(percent, one)
        of = _worth(language) if one.unit else _of(language)
        if one.start >= percent.end and (of.fullmatch(between) or _of(language).fullmatch(between)):
            return one
        behind = sentence.behind(one, percent.start - one.end) if one.end <= percent.start else ""
        if phrases.says(language, "total", behind):
            continue  # "52 оқиға немесе жалпы санның 45%-ы": the whole is that of the text
        if behind and "(" not in behind and _whole_first(language).fullmatch(behind):
            return None if is_part(sentence, one, language) else one
    return None


@cache
def _of(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_nouns(2)}\s*(?:{phrases.words(language, 'out_of')}){_few(language)}\s*", re.IGNORECASE)


@cache
def _worth(language: str) -> re.Pattern[str]:
    """A share of a sum: "четыре пятых бюджета в 50 000 евро"."""
    return re.compile(rf"{_nouns(3)}\s+(?:{phrases.any_of(language, 'inside', 'out_of')})\s+", re.IGNORECASE)


def _nouns(most: int) -> str:
    return rf"(?:\s+[^\W\d][\w'’-]*){{0,{most}}}?"


@lru_cache(maxsize=KEPT)
def marked(sentence: Sentence, language: str) -> tuple[Mention, ...]:
    """The numbers that the words mark as wholes: "of the 61", "из 61", "61 істің"."""
    floors = [0, *(one.end for one in sentence.mentions)]  # "of eleven accused two": two is no whole
    return tuple(
        one
        for floor, one in zip(floors, sentence.mentions, strict=False)
        if one.kind in ("count", "amount") and one.value
        if not is_part(sentence, one, language)
        if _is_of(sentence.text[max(floor, one.start - OPENING) : one.start], language)
        or _of_noun(language).match(sentence.behind(one, OPENING))
    )


def _is_of(front: str, language: str) -> bool:
    """Whether words in front of a number make it a whole: "of the", but not "of them", which refers to another."""
    return _of_before(language).search(front) is not None and not _of_them(language).search(front)


@cache
def _of_them(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words_but(language, 'of_which', 'out_of')})\s*$", re.IGNORECASE)


@cache
def _of_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{phrases.words(language, 'out_of')}){_few(language)}\s*$", re.IGNORECASE)


@cache
def _of_noun(language: str) -> re.Pattern[str]:
    """The noun of a whole in the genitive, right behind its number."""
    return re.compile(rf"-?(?:\w*[\s-]+){{0,4}}?(?:{phrases.words(language, 'out_of_behind')})", re.IGNORECASE)


def of_them(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether "of them" right in front of a number makes it a part of what was told before."""
    return _of_them(language).search(sentence.before(one, OPENING)) is not None


def is_part(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether the ending of a number says that it is a part of something ("34-і", "алтауы"); Kazakh only."""
    if phrases.pattern(language, "part_behind").match(sentence.text, one.end):
        return True
    word = re.split(r"[\s-]", sentence.text[one.start : one.end])[-1]
    return phrases.pattern(language, "part_word").fullmatch(word) is not None


def whole_in_front(sentence: Sentence, part: Mention, parts: Collection[Mention], language: str) -> Mention | None:
    """The last marked whole in front in the same clause that may hold a part: "Of the 61 ..., 34 (56%)".

    `parts` are numbers that are known to be parts of something themselves.
    """
    start = part.start
    held = [one for one in marked(sentence, language) if one.end <= start and one not in parts]
    near = [one for one in held if not _CLAUSE.search(sentence.text[one.end : start])]
    return next((one for one in reversed(near) if one.unit == part.unit and one.value > part.value), None)


def opening(sentence: Sentence, language: str) -> Mention | None:
    """The count that a sentence opens with as the whole of what follows: "Of the 30 cases", "Из 30", "30 жағдайдың"."""
    for one in sentence.of_kind("count", "amount"):
        if one.start > OPENING:
            return None
        if one in marked(sentence, language):
            return one
    return None


def begun(sentence: Sentence, language: str) -> Mention | None:
    """The whole with which a sentence begins: "Of 30 cases", "30 жағдайдың"."""
    first = opening(sentence, language)
    front = sentence.text[: first.start] if first else ""
    begins = phrases.begins_with(language, "out_of", front) or not front.strip(' «“"')
    return first if begins else None


def named_in_front(text: Text, index: int, part: Mention) -> Mention | None:
    """A sentence "Out of 30 cases 46% (14)" goes on: "27% (8)" in the same list has the whole of its neighbour."""
    pairs = fractions(text.sentences[index], text.language)
    front = [whole for one, whole in pairs if whole.end <= part.start and whole.value > part.value and one is not part]
    return front[0] if len(front) == len(pairs) == 1 else None


def is_of_part(text: Text, sentence: Sentence, one: Mention) -> bool:
    """Whether a number is told to be a part of anything but all incidents."""
    whole = text.total.mention.exact if text.total else None
    wholes = [of for part, of in fractions(sentence, text.language) if part is one]
    opened = opening(sentence, text.language)
    wholes += [opened] if opened and opened is not one and opened.exact >= one.exact else []
    return any(of.exact != whole for of in wholes)
