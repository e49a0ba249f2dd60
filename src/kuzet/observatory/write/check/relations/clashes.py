"""Where two places of a text give different numbers for one thing and year; which of the two is wrong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import concepts, phrases, scopes, sections
from kuzet.observatory.write.check.reading.concepts import ALL, Concepts
from kuzet.observatory.write.check.reading.stems import stems
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
from kuzet.observatory.write.check.relations.bases import is_of_part
from kuzet.observatory.write.check.relations.facts import LIKE, Fact, Facts

SAME: Final = Fraction(4, 5)
"""The same for two numbers of all incidents: a smaller one may be of a part that the words do not name."""

LISTED: Final = 3
"""Numbers of a sentence that may make up a whole."""

AGAIN: Final = 10
"""`FEW` for a conclusion, which tells numbers again."""

FEW: Final = 20
"""Small numbers repeat by chance and speak of other things too often."""

_PLAIN: Final = ("general", "incidents", "over_year", "vague", "here")
"""Relations whose words narrow no count: "53 such cases were recorded in this category"."""

_END: Final = re.compile(r"[,;:.()]|\s[–—]\s")


def repeats(facts: Facts, text: Text) -> Iterator[Finding]:
    """Two places that give different numbers for one thing and year: once for each thing, at the later place."""
    told: dict[tuple[Concepts, int], list[Fact]] = defaultdict(list)
    for fact in facts.listed:
        told[_key(fact)].append(fact)
    for group in told.values():
        told_most = _most_told(group)
        free = [fact for fact in group if not _tells(text, fact, told_most)]
        odd = next((fact for fact in free if _clashes(told_most, fact) and not _apart(text, told_most, fact)), None)
        again = next((fact for fact in group if _is_told_again(text, group, told_most, fact)), None)
        if again is not None:
            yield _disagree(told_most, again, text, sure=True)
        elif odd is not None:
            yield _disagree(told_most, odd, text, sure=_is_sure(text, told_most, odd))


def _most_told(group: Sequence[Fact]) -> Fact:
    """The first fact with the value that most places give; the first of all where none leads."""
    votes = Counter(fact.value for fact in group)
    return max(group, key=lambda fact: votes[fact.value])


def _clashes(sure: Fact, other: Fact, few: int = FEW) -> bool:
    low, high = sorted((sure.value, other.value))
    like = SAME if sure.concepts == other.concepts == ALL else LIKE
    return low != high and high >= few and low >= high * like and other.place.index != sure.place.index


def _tells(text: Text, fact: Fact, other: Fact) -> bool:
    """Whether a sentence tells the other number too, so that its own is of more: "of 502 reports 428 were verified"."""
    sentence = text.sentences[fact.place.index]
    return fact.value > other.value and any(one.exact == other.value for one in sentence.of_kind("count"))


def _apart(text: Text, first: Fact, later: Fact) -> bool:
    """Whether two numbers of all incidents are of two places: "In Almaty there were 140. In Osh there were 135"."""
    if not first.concepts == later.concepts == ALL:
        return False
    front, behind = (scopes.places(text.sentences[fact.place.index], text.language) for fact in (first, later))
    return bool(behind - front)


def _is_sure(text: Text, first: Fact, later: Fact) -> bool:
    """Whether one of two numbers of a category makes up the number of all with the others: then it is right."""
    of_category = {field for field, _ in later.concepts} == {"category"} and first.concepts == later.concepts
    return of_category and is_whole(text, later) and _is_proven(text, first) and not _is_proven(text, later)


def _is_told_again(text: Text, group: Sequence[Fact], first: Fact, later: Fact) -> bool:
    """Whether a conclusion tells a number again otherwise than two places in front, or than a list that adds up."""
    if later.place.index not in sections.concluding(text) or not _clashes(first, later, AGAIN):
        return False
    if not is_whole(text, later):
        return False
    front = [fact for fact in group if fact.place.index < later.place.index]
    same = {fact.place.index for fact in front if fact.value == first.value}
    told = any(fact.value == later.value for fact in front)
    return first in front and not told and (len(same) > 1 or _is_proven(text, first))


def is_whole(text: Text, fact: Fact) -> bool:
    """Whether neither words nor another number make a count one of a part."""
    sentence, mention = text.sentences[fact.place.index], fact.place.mention
    return _is_bare(sentence, mention, text.language) and not is_of_part(text, sentence, mention)


def _is_bare(sentence: Sentence, count: Mention, language: str) -> bool:
    """Whether no words narrow a count: neither "without the 54 of that day" nor "39 suits that were pending"."""
    own = sentence.text[count.end :]
    words = _END.split(own)[0]
    plain_words = _plain_words(language).sub(" ", _blank_concepts(words, language))
    which = _relative(language).match(own, len(words)) and not phrases.begins_with(
        language, "equates", own[len(words) :]
    )
    return not (stems(plain_words) or which or phrases.says(language, "apart", sentence.text[: count.start]))


def _blank_concepts(words: str, language: str) -> str:
    for start, end, _ in concepts.spans(words, language):
        words = words[:start] + " " * (end - start) + words[end:]
    return words


@cache
def _plain_words(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.any_of(language, *_PLAIN)})\b", re.IGNORECASE)


@cache
def _relative(language: str) -> re.Pattern[str]:
    return re.compile(rf",?\s*(?:{phrases.words(language, 'relative')})\b", re.IGNORECASE)


def _is_proven(text: Text, fact: Fact) -> bool:
    """Whether a number is one of those of its sentence that make up all incidents, or the first of them."""
    sentence = text.sentences[fact.place.index]
    ones = [one for one in sentence.quantities("") if sentence.order_of(one) in (None, text.year)]
    if len(ones) < LISTED or fact.place.mention not in ones:
        return False
    total, values = text.total and text.total.mention.exact, [one.exact for one in ones]
    return sum(values) == total or sum(values[1:]) == values[0]


def _key(fact: Fact) -> tuple[Concepts, int]:
    """A foreign state beside the country's own authorities is a matter of definition, not another thing."""
    return frozenset(one for one in fact.concepts if one != ("perpetrator", "foreign_state")), fact.year


def _disagree(first: Fact, later: Fact, text: Text, *, sure: bool) -> Finding:
    front, behind = text.sentences[first.place.index], text.sentences[later.place.index]
    line = front.line_of(first.place.mention)
    same = later.concepts == first.concepts == ALL
    why = f"{plain(later.value)} here, {plain(first.value)} on line {line}"
    if same or sure:
        return finding(behind, Kind.REPEAT, Outcome(Verdict.DIFFERS, plain(first.value), why), later.place.mention)
    why += " for what seems the same: the definitions may differ"
    return finding(behind, Kind.REPEAT, Outcome(Verdict.AMBIGUOUS, why=why), later.place.mention)
