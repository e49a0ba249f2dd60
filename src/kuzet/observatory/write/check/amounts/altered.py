"""Terms that a court cuts or adds to: "five years and one month, cut by 19 months, leaving three years and six"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.language.text import tables
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import penalties, phrases
from kuzet.observatory.write.check.reading.penalties import YEAR, Penalty
from kuzet.observatory.write.check.reading.words import Finding, Kind, Sentence, Text, Verdict

BACK: Final = 2
"""Sentences in front in which the term may stand that is changed."""

TERMS: Final = 3
"""The old term, the change and the new one."""

NEAR: Final = 40
"""Characters around a term in which the words stand that make it the change, or what is left."""

_CLAUSE: Final = re.compile(r"[,;:.]\s")

WAYS: Final = (("term_cut", -1), ("term_added", 1))
"""What is done to a term, and the sign of the change."""


def altered(text: Text, index: int) -> Iterator[Finding]:
    """The new term of a sentence against the old one and the change, told in it or in front of it."""
    sentence, language = text.sentences[index], text.language
    here = penalties.penalties(sentence.text, language)
    told = [*_in_front(text, index, TERMS - len(here)), *here]
    if not here or len(told) != TERMS or _is_of_several(sentence, here, language):
        return
    change = _change(sentence, here, language)
    if change is None or not _is_new(sentence, here, language):
        return
    one, sign = change
    old, new = (term for term in told if term is not one)
    right = old.months + sign * one.months
    held = right == new.months or new.months + sign * one.months == old.months
    if right > 0:
        yield _finding(sentence, new, "" if held else shown(right, language), _why(old, one, sign))


def _is_of_several(sentence: Sentence, here: Sequence[Penalty], language: str) -> bool:
    """Whether terms of several people are told together: "to six and eight years"."""
    return any(phrases.ends_with(language, "and", sentence.text[: term.start]) for term in here)


def _in_front(text: Text, index: int, count: int) -> Sequence[Penalty]:
    """The `count` terms of the nearest sentence in front that has any; none where it has more or fewer."""
    block = text.sentences[index].block
    for near in reversed(text.sentences[max(0, index - BACK) : index]) if count > 0 else ():
        asked = phrases.says(text.language, "term_asked", near.text)
        told = penalties.penalties(near.text, text.language) if near.block == block and not asked else ()
        if told:
            return told if len(told) == count else ()
    return ()


def _change(sentence: Sentence, here: Sequence[Penalty], language: str) -> tuple[Penalty, int] | None:
    """The term by which another is changed, and the sign; None where it is not plain."""
    found = [
        (one, sign)
        for place, one in enumerate(here)
        for relation, sign in WAYS
        if _is_change(sentence, here, place, (relation, language))
    ]
    return found[0] if len(found) == 1 else None


def _is_change(sentence: Sentence, here: Sequence[Penalty], place: int, way: tuple[str, str]) -> bool:
    """Whether a verb of change stands beside a term: "cut by 19 months", "19 айға қысқартты", "added 18 months"."""
    relation, language = way
    one, left = here[place], here[place - 1].end if place else 0
    right = here[place + 1].start if place + 1 < len(here) else len(sentence.text)
    front, behind = sentence.text[left : one.start], _CLAUSE.split(sentence.text[one.end : right])[0]
    if phrases.words(language, "term_by") == phrases.NEVER:  # the verb stands at the end, an ending tells "by"
        return phrases.says(language, relation, behind) and not phrases.begins_with(language, "term_until", behind)
    if relation == "term_added":
        new = phrases.says(language, "term_new", front)
        return (phrases.says(language, relation, front) and not new) or phrases.begins_with(
            language, "term_was_added", behind
        )
    return phrases.ends_with(language, "term_by", front) and phrases.says(
        language, relation, sentence.text[: one.start]
    )


def _is_new(sentence: Sentence, here: Sequence[Penalty], language: str) -> bool:
    """Whether the last term of a sentence is told as what is left, or what it comes to."""
    last, front = here[-1], here[-2].end if len(here) > 1 else 0
    between, behind = sentence.text[front : last.start], sentence.text[last.end : last.end + NEAR]
    return any(phrases.says(language, "term_new", words) for words in (between, re.split("[;.]", behind)[0]))


def _why(old: Penalty, one: Penalty, sign: int) -> str:
    total = old.months + sign * one.months
    return f"{plain(old.months)} {'-' if sign < 0 else '+'} {plain(one.months)} = {plain(total)} months"


def shown(months: Fraction, language: str) -> str:
    """A term in years and months: "3 y. 6 m."."""
    years, rest = divmod(months, YEAR)
    names = tables.pairs(language, "claims")
    told = ((years, names["term_short_years"]), (rest, names["term_short_months"]))
    return " ".join(f"{plain(Fraction(value))} {name}" for value, name in told if value)


def _finding(sentence: Sentence, one: Penalty, right: str, why: str) -> Finding:
    near = [other for other in sentence.mentions if one.start <= other.start < one.end]
    return Finding(
        line=sentence.line_of(near[0]) if near else sentence.line,
        text=" ".join(sentence.text[max(0, one.start - NEAR) : one.end].split()),
        kind=Kind.PERIOD,
        verdict=Verdict.DIFFERS if right else Verdict.HOLDS,
        should_be=right,
        why=why,
    )
