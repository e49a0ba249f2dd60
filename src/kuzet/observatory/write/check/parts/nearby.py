"""Shares without part and whole, of the only two numbers near: "640 were asked, 288 answered. That is 45%"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form, guesses
from kuzet.observatory.write.check.arithmetic import half_up, plain
from kuzet.observatory.write.check.reading import phrases, set_against
from kuzet.observatory.write.check.reading.hedges import loosely, portion_holds
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.relations import ties
from kuzet.observatory.write.check.relations.around import Around, around
from kuzet.observatory.write.check.relations.bases import whole_of_share
from kuzet.observatory.write.check.relations.share import Share

CUES: Final = ("share_of", "rate", "response", "equates", "make_up", "total", "this", "of_which")
"""Words one of which says that a percentage is a share of what was just told."""

MOVES: Final = ("increase", "decrease", "move_noun")

EARLIER: Final = ("earlier", "over_year", "back_then")

PAIR: Final = 2

REACHED: Final = 16
"""Characters in front of a level in which "to" stands."""

BACK: Final = 4
"""Sentences in front whose counts may be the whole of a share as well."""


def share(text: Text, index: int, percent: Mention) -> Outcome | None:
    """The verdict by the only two numbers near; None where words of the claim may speak of something else."""
    sentence = text.sentences[index]
    if sentence.order_of(percent) not in (None, text.year):
        return None
    if (told := _of_named(text, index, percent)) is not None:
        return _judged(text, told)
    found = [near for near in around(text, index, percent) if len({*near.times}) == 1]
    if not found or _moves(found[0], sentence, percent, text.language):
        return None
    readings = [list(_readings(text, index, percent, near)) for near in found]
    if held := next((told[0] for told in readings if _holds(told[0], sentence, text.language)), None):
        return Outcome(Verdict.HOLDS, why=_why(held))
    if any(_holds(told, sentence, text.language) for listed in readings for told in listed):
        return None
    if any(_are_listed(near, sentence, text.language) for near in found):
        return None
    meant = [told[0] for told in readings if guesses.near(percent.exact, told[0].exact)]
    tied = found[0].own == PAIR or not (meant and _elsewhere(text, index, percent, meant[0]))
    said = _says(found[0], percent, text.language) and not (meant and _is_of_all(text, found[0], meant[0]))
    return _judged(text, meant[0]) if len(meant) == 1 and tied and said else None


def _are_listed(near: Around, sentence: Sentence, language: str) -> bool:
    """Whether the two are entries of a list, which share together: "30 people and two groups, a quarter of all"."""
    if near.own != PAIR or not phrases.says(language, "total", near.said):
        return False
    return ties.are_listed(sentence, near.first, near.second, language)


def _is_of_all(text: Text, near: Around, told: Share) -> bool:
    """Whether a share is said of all incidents, or of the two numbers together, and not of the larger one."""
    whole = text.total.mention.exact if text.total else told.whole
    of_all = whole != told.whole and phrases.says(text.language, "total", near.said)
    return of_all or phrases.begins_with(text.language, "both_of_them", near.said)


def _says(near: Around, percent: Mention, language: str) -> bool:
    """Whether the words of a claim say that it is a share of what was told, and name nothing new."""
    said = any(phrases.says(language, word, near.said) for word in CUES)
    concludes = percent.kind == "percent" and near.concludes(language) and not near.first.unit
    return said and (not near.strange or concludes)


def _of_named(text: Text, index: int, percent: Mention) -> Share | None:
    """As "In the capital there were 110. This is 55% of all 200": the only number in front is the part."""
    sentence, front = text.sentences[index], text.sentences[index - 1] if index else None
    whole, ones = whole_of_share(sentence, percent, text.language), sentence.of_kind("count", "amount")
    opened = phrases.pattern(text.language, "this").match(sentence.text)
    if whole is None or ones != (whole,) or not opened or front is None or front.block != sentence.block:
        return None
    told = front.quantities(whole.unit)
    alone = len(told) == 1 and told[0].value < whole.value and front.order_of(told[0]) in (None, text.year)
    return Share(index, percent, told[0], whole.exact) if alone else None


def _judged(text: Text, told: Share) -> Outcome | None:
    """The verdict on a share of numbers that no words tie to it; None where it is far from what they give."""
    if _holds(told, text.sentences[told.index], text.language):
        return Outcome(Verdict.HOLDS, why=_why(told))
    decimals = told.percent.decimals if told.percent.kind == "percent" else 0
    near = guesses.near(told.percent.exact, told.exact)
    return Outcome(Verdict.DIFFERS, form.percent(told.exact, decimals, text.language), _why(told)) if near else None


def _moves(near: Around, sentence: Sentence, percent: Mention, language: str) -> bool:
    """Whether a percentage is a change, or one of another time; "grew to 45%" is a level."""
    front = sentence.before(percent, REACHED)
    if near.own == PAIR and (
        phrases.ends_with(language, "by", front) or set_against.from_to(sentence, near.first, near.second, language)
    ):
        return True
    reached = phrases.ends_with(language, "to", front)
    return any(phrases.says(language, word, near.said) for word in (EARLIER if reached else (*EARLIER, *MOVES)))


def _readings(text: Text, index: int, percent: Mention, near: Around) -> Iterator[Share]:
    """The smaller number of the larger one, what it leaves of it, and each of the two of both.

    A number of the claim's own sentence that is no whole there is the part, of the larger one in front or of both.
    """
    low, high = sorted((near.first, near.second), key=lambda one: one.value)
    both = low.exact + high.exact
    whole = whole_of_share(text.sentences[index], percent, text.language)
    if near.own == 1 and near.second is high and whole is not high:
        yield Share(index, percent, high, both)
        return
    yield Share(index, percent, low, high.exact)
    rest = Mention(low.start, low.end, high.value - low.value, low.kind, low.unit)
    yield Share(index, percent, rest, high.exact)
    yield Share(index, percent, low, both)
    yield Share(index, percent, high, both)


def _elsewhere(text: Text, index: int, percent: Mention, meant: Share) -> bool:
    """Whether the part, or both numbers, are so much of another number told near, or of all incidents."""
    told = {one.exact for one in text.counts_before(index + 1, BACK)}
    told |= {text.total.mention.exact} if text.total else set()
    parts = (meant.part.exact, meant.whole, meant.part.exact + meant.whole)
    return any(_is(percent, part * 100 / one) for one in told for part in parts if 0 < part < one)


def _is(percent: Mention, exact: Fraction) -> bool:
    return half_up(exact, percent.decimals) == percent.exact


def _holds(told: Share, sentence: Sentence, language: str) -> bool:
    if told.percent.kind == "portion":
        return portion_holds(told.percent, told.exact, sentence, language)
    return told.fits or loosely(sentence, told.percent, told.exact, language)


def _why(told: Share) -> str:
    return f"{plain(told.part.exact)} of {plain(told.whole)} is {plain(told.exact)}%"
