"""Shares that are a slip of the pen away from that of a number beside them, or of the women or men told elsewhere.

"Attacks made up 19.7% of the total but grew from 31 to 46" is 46 of all 276; "women are 39.4% of the prisoners", where
34 were in prison, among them ten women. Nothing is said where any such reading makes a share right.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import concepts, labels, phrases
from kuzet.observatory.write.check.reading.hedges import loosely
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.relations import pairs
from kuzet.observatory.write.check.relations.bases import fractions
from kuzet.observatory.write.check.slips import is_misprint

NEAR: Final = 60
"""Characters around a percentage in which the words stand that make it one of all."""

SEXES: Final = ("female", "male")

Way = tuple[Fraction, Fraction]
"""A part and its whole."""


def share(text: Text, index: int, percent: Mention) -> Outcome | None:
    """The verdict on a share in digits; None where no reading is a slip away, or several are."""
    sentence, language = text.sentences[index], text.language
    if percent.kind != "percent" or sentence.order_of(percent) not in (None, text.year):
        return None
    ways = set(_moved(text, index, percent)) or set(_of_sex(text, index, percent))
    exact = {way: way[0] * 100 / way[1] for way in ways}
    held = next(
        (way for way, value in exact.items() if match(percent.exact, value, percent.decimals) is not Match.NO), None
    )
    if held:
        return Outcome(Verdict.HOLDS, why=_why(held))
    near = [way for way, value in exact.items() if is_misprint(percent, value)]
    if len(near) != 1 or loosely(sentence, percent, exact[near[0]], language):
        return None
    return Outcome(Verdict.DIFFERS, form.percent(exact[near[0]], percent.decimals, language), _why(near[0]))


def _why(way: Way) -> str:
    return f"{plain(way[0])} of {plain(way[1])} is {plain(way[0] * 100 / way[1])}%"


def _moved(text: Text, index: int, percent: Mention) -> Iterator[Way]:
    """The number that what a sentence speaks of has reached, of all incidents: "19.7% of the total, from 31 to 46"."""
    sentence, total = text.sentences[index], text.total.mention if text.total else None
    own = [pair.now for pair in pairs.own(text, index) if pair.now.kind == "count"]
    alone = sentence.of_kind("percent") == (percent,) and len(sentence.of_kind("count")) == len(("before", "now"))
    if total and alone and len(own) == 1 and phrases.says(text.language, "total", sentence.around(percent, NEAR)):
        yield from [(own[0].exact, total.exact)] if own[0].exact < total.exact else []


def _of_sex(text: Text, index: int, percent: Mention) -> Iterator[Way]:
    """The women, or the men, of a number of people, told with it elsewhere: "34 people, among them ten women"."""
    sentence, language = text.sentences[index], text.language
    said = [sex for sex in SEXES if phrases.says(language, sex, sentence.text)]
    if len(said) != 1 or sentence.of_kind("percent") != (percent,) or sentence.of_kind("amount", "year"):
        return
    fields = dict(concepts.widely(sentence.text, language))
    for near in text.sentences:
        told = dict(concepts.widely(near.text, language))
        akin = any(told.get(field) == code for field, code in fields.items() if field != "victim")
        yield from _sexes(near, said[0], language) if akin else ()


def _sexes(sentence: Sentence, sex: str, language: str) -> Iterator[Way]:
    """The count of a sentence that a sex names, with the larger one in front that its words make the whole."""
    counts = sentence.of_kind("count")
    wholes = dict(fractions(sentence, language))
    for place, one in enumerate(counts):
        if phrases.says(language, sex, labels.spoken(sentence, one, language)):
            front = [other for other in counts[:place] if other.exact > one.exact]
            inner = phrases.says(language, "of_which", sentence.text[front[-1].end : one.start]) if front else False
            inner = inner or (bool(front) and phrases.says(language, "including", sentence.between(front[-1], one)))
            whole = wholes.get(one) or (front[-1] if inner else None)
            yield from [(one.exact, whole.exact)] if whole else []
