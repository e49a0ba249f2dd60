"""Shares that follow from what was just told: "62 men and 19 women. The share of women is 23%", "every fifth incident".

The words of the percentage name one of the numbers in front; what that is a part of the list of numbers tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.parts import joint, rates
from kuzet.observatory.write.check.reading import concepts, labels, phrases, terms
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.labels import Label
from kuzet.observatory.write.check.reading.stems import SHORTEST, alike, stems
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import around, subjects
from kuzet.observatory.write.check.relations.bases import marked, whole_of_share
from kuzet.observatory.write.check.relations.share import Loose, Share

PAIR: Final = 2
QUARTERS: Final = 4

_CLAUSE: Final = re.compile(rf"[;,:(]|{phrases.STOP}")
_COLON: Final = re.compile(r":\s|\s[–—]\s")
_NOUN: Final = re.compile(r"[\s-]*([^\W\d_]+)")
_LAST: Final = re.compile(r"\s*(?:$|[.)])")
_ENDED: Final = re.compile(r"\s*(?:$|[.,;:)–—])")


def share(text: Text, index: int, percent: Mention, loose: Loose | None) -> Share | None:
    """The share of a percentage that has no count, or whose count no whole near it makes right; None where unsure."""
    found = _of_incidents(text, index, percent, loose)
    found = found or (None if loose else _of_term(text, index, percent) or _named(text, index, percent))
    found = found or (None if loose else _of_divided(text, index, percent))
    found = found or joint.share(text, index, percent)
    return found or (None if loose and loose.tight else rates.share(text, index, percent))


def _of_incidents(text: Text, index: int, percent: Mention, loose: Loose | None) -> Share | None:
    """As "nine, or every fifth incident": a fraction of what the text counts, of all of it."""
    if percent.kind != "portion" or text.total is None:
        return None
    sentence, part = text.sentences[index], loose.part if loose else _in_front(text, index, percent)
    noun = _NOUN.match(sentence.text, percent.end)
    if part is None or noun is None or part.value >= text.total.mention.value:
        return None
    if not _counts_all(noun[1], text) or (not loose and concepts.found(sentence.text, text.language)):
        return None
    ended = _ENDED if loose or part not in sentence.mentions else _LAST
    closed = ended.match(sentence.text, noun.end()) or _of_whole_year(sentence, percent, noun.end(), text.language)
    return Share(index, percent, part, text.total.mention.exact) if closed else None


def _counts_all(noun: str, text: Text) -> bool:
    """Whether a noun is that of all incidents, or another of their names."""
    return alike(noun, _noun(text)) or all(
        phrases.pattern(text.language, "incidents").fullmatch(one) for one in (noun, _noun(text))
    )


def _of_whole_year(sentence: Sentence, percent: Mention, end: int, language: str) -> bool:
    """As "every fifth attack of the year", "жыл бойғы әр бесінші шабуыл"."""
    behind = phrases.begins_with(language, "of_year", sentence.text[end:])
    return behind or phrases.ends_with(language, "of_year_front", sentence.text[: percent.start])


def _noun(text: Text) -> str:
    """The noun behind the number of all incidents."""
    if text.total is None:
        return ""
    found = _NOUN.match(text.sentences[text.total.index].text, text.total.mention.end)
    return found[1] if found else ""


def _in_front(text: Text, index: int, percent: Mention) -> Mention | None:
    """The only count in a clause in front, or of the sentence in front, that "this is" speaks of."""
    sentence = text.sentences[index]
    here = [one for one in sentence.of_kind("count") if one.end <= percent.start]
    if len(here) == len(sentence.of_kind("count")) == 1 and _COLON.search(sentence.between(here[0], percent)):
        counted = phrases.begins_with(text.language, "incidents", sentence.text[here[0].end :])
        return here[0] if counted and sentence.order_of(here[0]) in (None, text.year) else None
    if not index or sentence.of_kind("count") or not phrases.pattern(text.language, "this").match(sentence.text):
        return None
    front = text.sentences[index - 1]
    counts = front.of_kind("count") if front.block == sentence.block else ()
    return counts[0] if len(counts) == 1 else None


def _of_term(text: Text, index: int, percent: Mention) -> Share | None:
    """As "every third incident fell into the second quarter", which the sentence in front counts with the others."""
    sentence, total = text.sentences[index], text.total.mention.exact if text.total else None
    names = {one.term for one in terms.named(sentence, text.language)}
    if len(names) != 1 or sentence.of_kind("count", "amount") or len(sentence.of_kind("percent", "portion")) > 1:
        return None
    term = names.pop()
    told = terms.known(text, index, term[0])
    whole = sum((one.exact for one in told.values()), Fraction(0))
    complete = whole == total or (term[0] == "quarter" and len(told) == QUARTERS)
    return Share(index, percent, told[term], whole) if term in told and complete else None


def _named(text: Text, index: int, percent: Mention) -> Share | None:
    """As "62 men and 19 women. The share of women is 23%"."""
    sentence = text.sentences[index]
    clause, start = _clause(sentence, percent, text.language)
    if percent.kind != "percent" or not _says_share(clause, text.language) or _moves(text, sentence, percent, clause):
        return None
    own = whole_of_share(sentence, percent, text.language)
    for near, told in _told(text, index, start):
        found = labels.meant(stems(clause), told)
        if len(found) == 1 and (own is None or own.value > found[0].one.value):
            whole = own.exact if own else _whole(near, [one.one for one in told], found[0].one, percent, text.language)
            loose = own is None and _tells_again(sentence, percent)
            told_ = Share(index, percent, found[0].one, whole, guessed=loose) if whole else None
            return None if told_ and not told_.fits and around.is_new(text, index, percent) else told_
    return None


def _of_divided(text: Text, index: int, percent: Mention) -> Share | None:
    """As "74 people: 46 men and 28 women. So women were more than a third": of what the sentence in front divides.

    It may have no words but those of the sentence in front.
    """
    sentence, front = text.sentences[index], text.sentences[index - 1] if index else None
    alone = not sentence.of_kind("count", "amount", "year") and sentence.of_kind("portion", "percent") == (percent,)
    if front is None or front.block != sentence.block or percent.kind != "portion" or not alone:
        return None
    told = [one for one in labels.labels(front, text.language) if one.one.kind == "count"]
    values = [one.one.exact for one in told]
    known = {word[:SHORTEST] for word in stems(front.text)}
    said = f"{sentence.text[: percent.start]} {sentence.text[percent.end :]}"
    left = {word for word in subjects.spelt(said, text.language) if word[:SHORTEST] not in known}
    found = labels.meant(stems(said), told[1:])
    if len(values) <= PAIR or values[0] != sum(values[1:]) or left or len(found) != 1:
        return None
    return Share(index, percent, found[0].one, values[0])


def _tells_again(sentence: Sentence, percent: Mention) -> bool:
    """Whether a percentage in brackets tells a fraction again, whose noun says of what: "one alert in four (26%)"."""
    front = [one for one in sentence.of_kind("portion") if 0 <= percent.start - one.end <= len(" (")]
    return bool(front) and sentence.before(percent, 1) == "("


def _clause(sentence: Sentence, percent: Mention, language: str) -> tuple[str, int]:
    """The words from the last break with a subject behind it to a percentage, and where they begin."""
    breaks = [one.end() for one in _CLAUSE.finditer(sentence.text, 0, percent.start)]
    linking = phrases.pattern(language, "conclusion")
    start = next((at for at in reversed(breaks) if stems(linking.sub("", sentence.text[at : percent.start]))), 0)
    return sentence.text[start : percent.start], start


def _moves(text: Text, sentence: Sentence, percent: Mention, clause: str) -> bool:
    """Whether a percentage is a level of another time, or one that something rose or fell to."""
    words = phrases.pattern(text.language, "no_move").sub("", clause)
    moved = any(phrases.says(text.language, way, words) for way in ("increase", "decrease"))
    return moved or sentence.order_of(percent) not in (None, text.year)


def _says_share(clause: str, language: str) -> bool:
    return any(phrases.says(language, word, clause) for word in ("share_of", "make_up", "conclusion"))


def _told(text: Text, index: int, start: int) -> Iterator[tuple[Sentence, list[Label]]]:
    """The counts in front of a clause in its sentence, and those of the sentence in front, with their words."""
    sentence = text.sentences[index]
    here = [one for one in labels.labels(sentence, text.language) if one.one.kind == "count" and one.one.end <= start]
    if len(here) >= PAIR:
        yield sentence, here
    elif not here and index and text.sentences[index - 1].block == sentence.block:
        front = text.sentences[index - 1]
        yield front, [one for one in labels.labels(front, text.language) if one.one.kind == "count"]


def _whole(
    sentence: Sentence, ones: Sequence[Mention], part: Mention, percent: Mention, language: str
) -> Fraction | None:
    """What a part is of: the number that the others make up, or the two of them; the one that the words mark."""
    wholes = list(_wholes(sentence, ones, part, language))
    fitting = [one for one in wholes if Share(0, percent, part, one).fits]
    return next(iter([*fitting, *wholes]), None)


def _wholes(sentence: Sentence, ones: Sequence[Mention], part: Mention, language: str) -> Iterator[Fraction]:
    place = ones.index(part)
    for first in range(place + 1):
        run = sum((one.exact for one in ones[first : place + 1]), Fraction(0))
        for last in range(max(place, first + 1), len(ones)):
            run += ones[last].exact if last > place else 0
            if any(one.exact == run for one in ones[:first]):
                yield run
    yield from (one.exact for one in marked(sentence, language) if one in ones and one.value > part.value)
    if len(ones) == PAIR and not _apart(sentence, ones, language):
        yield sum((one.exact for one in ones), Fraction(0))


def _apart(sentence: Sentence, ones: Sequence[Mention], language: str) -> bool:
    """Whether two numbers make no whole: of two times ("29 against 18 a year earlier"), or one only a difference."""
    return len({sentence.order_of(one) for one in ones}) > 1 or any(one in deltas(sentence, language) for one in ones)
