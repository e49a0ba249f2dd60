"""Numbers that a conclusion tells again: "22 prosecutions, 34 summonses, 19 blocked sites", where 17 were.

Here a number need not be presented as known (see `recalls`): the place says so. It is set against an earlier one whose
words it has: two of them, or one where only the order of two digits differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import labels, phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.sections import concluding
from kuzet.observatory.write.check.reading.stems import SHORTEST, stems
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
from kuzet.observatory.write.check.relations.bases import fractions, is_of_part

FEW: Final = 10
"""Small numbers repeat by chance."""

WORDS: Final = 2
"""Words that two numbers must have in common; one where their digits are the same in another order."""

FAR: Final = 2
"""Two numbers of one thing differ by no more than this factor."""

BEHIND: Final = 60
"""Characters behind a number in which its noun stands."""

SUMMED: Final = 6
"""Numbers of a sentence up to which it is asked whether one is the sum of others."""

ROOT: Final = 3
"""Letters that two forms of a short word have in common."""

_NOUN: Final = re.compile(r"-?[^\W\d_]{0,4}\s+([^\W\d_]+)")
_DIGITS: Final = re.compile(r"\d+")


class _Told(NamedTuple):
    """A number with its words."""

    place: int
    one: Mention
    stems: frozenset[str]


def recaps(text: Text, raw: str) -> Iterator[Finding]:
    """The numbers of concluding sentences that differ from the earlier ones with their words."""
    places = concluding(text)
    told = [one for index in range(places[-1] if places else 0) for one in _numbers(text, index)]
    vague = stems(" ".join(_generic(text)))
    for index in places:
        before = [one for one in told if one.place < index]
        front = seen(raw, text.sentences[index].line)
        for again in _numbers(text, index):
            if again.one.value >= FEW and not _is_sum(text.sentences[index], again.one):
                meant = _swapped(text, again, before, front)
                if not meant and _is_told_again(text, again, before, vague):
                    meant = _like(again, before, vague)
                meant = meant or _of_list(text, again, before, vague)
                if meant:
                    yield _finding(text, again, meant)


def _numbers(text: Text, index: int) -> Iterator[_Told]:
    """The counts of the report's own time with their words; nothing where a sentence tells of other years."""
    sentence = text.sentences[index]
    skipped = deltas(sentence, text.language)
    for label in labels.labels(sentence, text.language):
        own = sentence.order_of(label.one) in (None, text.year)
        if own and label.one.kind == "count" and label.one not in skipped:
            yield _Told(index, label.one, label.stems)


def _generic(text: Text) -> Iterator[str]:
    """The words of the text that count anything: "cases", "incidents"."""
    for sentence in text.sentences:
        yield from phrases.pattern(text.language, "incidents").findall(sentence.text)


def seen(raw: str, line: int) -> frozenset[str]:
    """All numbers in front of a line, those of tables too."""
    front = re.sub(r"(?<=\d)[ \u00a0\u202f,](?=\d{3}\b)", "", "\n".join(raw.split("\n")[: line - 1]))
    return frozenset(_DIGITS.findall(front))


def _is_sum(sentence: Sentence, one: Mention) -> bool:
    others = [other.exact for other in sentence.of_kind("count") if other is not one][:SUMMED]
    sizes = range(2, len(others) + 1)
    return any(sum(some) == one.exact for size in sizes for some in combinations(others, size))


def _swapped(text: Text, again: _Told, before: Sequence[_Told], front: frozenset[str]) -> _Told | None:
    """The one earlier number of the same digits, where the text has told no such number, with a word of its own."""
    value = str(again.one.value)
    if value in front or any(one.one.value == again.one.value for one in before) or _of_years(text, again):
        return None
    same = [one for one in before if sorted(str(one.one.value)) == sorted(value) and _akin(one.stems, again.stems)]
    same = [one for one in same if _one_noun(text, one, again)]
    return same[0] if len({one.one.value for one in same}) == 1 else None


def _one_noun(text: Text, left: _Told, right: _Told) -> bool:
    """Whether one noun may stand right behind two numbers: not in "52 journalists" and "25 fines of journalists"."""
    behind = [text.sentences[told.place].after(told.one, BEHIND) for told in (left, right)]
    nouns = [found[1].lower() for found in map(_NOUN.match, behind) if found]
    vague = all(phrases.begins_with(text.language, "incidents", one) for one in behind)
    crossed = zip((right, left), nouns, strict=False) if len(nouns) == len(behind) else ()
    if any(_in_front(text, told, noun) for told, noun in crossed):
        return True
    return vague or len(nouns) < len(behind) or _begins_alike(nouns[0], nouns[1]) or not all(map(_is_noun, nouns))


def _in_front(text: Text, told: _Told, noun: str) -> bool:
    """Whether the noun of one number stands right before another: "46 released", "the release of 64 colleagues"."""
    words = re.split(r"[,;:]", text.sentences[told.place].before(told.one, BEHIND))[-1].split()
    front = " ".join([word for word in words if _is_noun(word)][-1:])
    people = phrases.begins_with(text.language, "other_noun", noun)
    return _is_noun(noun) and not people and bool(stems(noun) & stems(front))


def _is_noun(word: str) -> bool:
    return len(word) >= SHORTEST


def _akin(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(_begins_alike(one, other) for one in left for other in right)


def _begins_alike(one: str, other: str) -> bool:
    length = max(ROOT, min(len(one), len(other)) - 1)
    return one[:length] == other[:length]


def _of_years(text: Text, again: _Told) -> bool:
    """Whether a sentence names another year, or years: its number may be of them."""
    sentence = text.sentences[again.place]
    return any(int(one.value) != text.year for one in sentence.of_kind("year"))


def _is_told_again(text: Text, again: _Told, before: Sequence[_Told], vague: frozenset[str]) -> bool:
    """Whether the text has told all other numbers of a sentence under their words, or says that it told this one."""
    sentence, language = text.sentences[again.place], text.language
    behind = sentence.text[again.one.end :]
    paired = any(again.one in pair for pair in fractions(sentence, language))
    if paired or is_of_part(text, sentence, again.one) or sentence.of_kind("percent", "portion"):
        return False
    others = [one for one in _numbers(text, again.place) if one.one is not again.one]
    known = [one for one in others if any(_is_same(one, other, vague) for other in before)]
    return (bool(others) and known == others) or phrases.says(language, "told_above", behind)


def _is_same(one: _Told, other: _Told, vague: frozenset[str]) -> bool:
    return one.one.value == other.one.value and bool((one.stems & other.stems) - vague)


def _like(again: _Told, before: Sequence[_Told], vague: frozenset[str]) -> _Told | None:
    """The earlier number that has most of the same words, where none of the same number has any of them."""
    shared = [(len((one.stems & again.stems) - vague), one) for one in before]
    most = max((count for count, _ in shared), default=0)
    best = [one for count, one in shared if count == most]
    same = any(count and one.one.value == again.one.value for count, one in shared)
    if most < WORDS or same or len({one.one.value for one in best}) != 1:
        return None
    low, high = sorted((best[0].one.exact, again.one.exact))
    return best[0] if low < high <= low * FAR and low >= FEW else None


def _of_list(text: Text, again: _Told, before: Sequence[_Told], vague: frozenset[str]) -> _Told | None:
    """The number with a word in common of an earlier sentence that tells all others of this one under their words."""
    others = [one for one in _numbers(text, again.place) if one.one is not again.one]
    places = [{other.place for other in before if _is_same(one, other, vague)} for one in others]
    if not others or not (lists := set.intersection(*places)):
        return None
    words = again.stems - vague - frozenset().union(*(one.stems for one in others))
    known = {one.one.value for one in others}
    found = [one for one in before if one.place in lists and one.stems & words and one.one.value not in known]
    told = any(one.one.value == again.one.value and one.stems & words for one in before)
    low, high = sorted((found[0].one.exact, again.one.exact)) if found else (again.one.exact, again.one.exact)
    return found[0] if len({one.one.value for one in found}) == 1 and not told and low < high <= low * FAR else None


def _finding(text: Text, again: _Told, meant: _Told) -> Finding:
    sentence, front = text.sentences[again.place], text.sentences[meant.place]
    why = f"{plain(again.one.exact)} here, {plain(meant.one.exact)} on line {front.line_of(meant.one)}"
    return finding(sentence, Kind.REPEAT, Outcome(Verdict.DIFFERS, plain(meant.one.exact), why), again.one)
