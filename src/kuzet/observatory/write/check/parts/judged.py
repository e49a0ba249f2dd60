"""The verdicts on shares: rounded, cut off, wrong or ambiguous; and one finding for two rules in one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check import form, roundings
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.hedges import loosely, portion_holds
from kuzet.observatory.write.check.reading.words import Finding, Kind, Outcome, Sentence, Text, Verdict, finding
from kuzet.observatory.write.check.relations.share import Share

CUT_OFF: Final = ", cut off instead of rounded"

TENTHS: Final = 10
SPARE: Final = 2
"""Points that a fraction in tenths, fifths or quarters may be off."""

BACK: Final = 6
"""Sentences in front in which the whole of a share is looked for."""

UNCHECKED: Final = Outcome(Verdict.UNCHECKABLE, why="the text gives no count and whole for this percentage")


def judge(share: Share, text: Text, *, cut_is_rule: bool) -> Finding:
    """The verdict on one share; `cut_is_rule` when the whole text cuts off consistently."""
    sentence = text.sentences[share.index]
    outcome = _outcome(share, sentence, text.language, cut_is_rule)
    if outcome.verdict is Verdict.DIFFERS and _is_rounded(share, text):
        outcome = Outcome(Verdict.HOLDS, why=outcome.why.removesuffix(CUT_OFF))
    if outcome.verdict is Verdict.DIFFERS and (parts := _joint(share, sentence)):
        outcome = Outcome(Verdict.HOLDS, why=f"{plain(parts)} of {plain(share.whole)} is as told")
    if outcome.verdict is Verdict.DIFFERS and (whole := _implied(share, text) or _elsewhere(share, text)):
        outcome = Outcome(Verdict.HOLDS, why=f"{plain(share.part.exact)} of {plain(whole)} is as told")
    return finding(sentence, Kind.SHARE, outcome, *share.shown(sentence))


def _outcome(share: Share, sentence: Sentence, language: str, cut_is_rule: bool) -> Outcome:
    agrees = share.match()
    why = f"{plain(share.part.exact)} of {plain(share.whole)} is {plain(share.exact)}%"
    if share.percent.kind == "portion":
        held = portion_holds(share.percent, share.exact, sentence, language)
        return Outcome(Verdict.HOLDS, why=why) if held else Outcome(Verdict.DIFFERS, _right(share, 0, language), why)
    loose = loosely(sentence, share.percent, share.exact, language)
    if agrees is Match.CUT and not cut_is_rule and not loose:
        right = _right(share, share.percent.decimals, language)
        return Outcome(Verdict.DIFFERS, right, why + CUT_OFF)
    if agrees is Match.NO and not loose and not _in_words(share, sentence):
        return Outcome(Verdict.DIFFERS, _right(share, share.percent.decimals, language), why)
    if share.others:
        readings = ", ".join(f"{plain(share.part.exact * 100 / other)}% of {plain(other)}" for other in share.others)
        return Outcome(Verdict.AMBIGUOUS, why=f"{why}, but {readings}: the text does not say which whole is meant")
    return Outcome(Verdict.HOLDS, why=why)


def _joint(share: Share, sentence: Sentence) -> Fraction | None:
    """All parts that a sentence lists, where they make the percentage together: "45%: one (31 of 120), two (14)"."""
    if share.part not in sentence.mentions or share.percent.kind != "percent" or share.part.exact == share.whole:
        return None
    parts = [one.exact for one in sentence.quantities(share.part.unit) if one.exact != share.whole]
    parts = parts[1:] if parts[0] == len(parts) - 1 else parts  # "three outlets": as many as are listed
    total = sum(parts, Fraction(0))
    listed = len(parts) > 1 and share.part.exact in parts and total < share.whole
    if not listed or len(sentence.of_kind("percent")) > 1:
        return None
    agrees = match(share.percent.exact, total * 100 / share.whole, share.percent.decimals)
    return total if agrees is not Match.NO else None


def _in_words(share: Share, sentence: Sentence) -> bool:
    """Whether a percentage is told in brackets of a small fraction in words, which is rounded: "two in five (41%)"."""
    told = sentence.text[share.part.start : share.part.end] if share.part in sentence.mentions else ""
    small = share.percent.decimals == 0 and told.replace(" ", "").isalpha() and share.part.exact < share.whole <= TENTHS
    shown = sentence.before(share.percent, 1) == "(" and share.part.end <= share.percent.start
    return small and shown and abs(share.exact - share.percent.exact) <= SPARE


def _right(share: Share, decimals: int, language: str) -> str:
    return form.percent(share.exact, decimals, language)


def cut_is_rule(found: Iterable[Share]) -> bool:
    """Whether a text cuts its shares off throughout: at least three that tell, and none rounded."""
    told = [share.match() for share in found if share.percent.kind == "percent"]
    return told.count(Match.CUT) >= 3 and Match.ROUNDED not in told


def mixed(found: Sequence[Share], text: Text) -> Iterator[Finding]:
    """One finding for a text that cuts some shares off and rounds others."""
    percents = [share for share in found if share.percent.kind == "percent" and not _is_loose(share, text)]
    percents = [share for share in percents if not _is_rounded(share, text)]
    cut = [share for share in percents if share.match() is Match.CUT]
    other = [share for share in percents if share.match() is Match.ROUNDED]
    if cut and other:
        why = f"{_printed(cut[0])} is cut off, but {_printed(other[0])} is rounded"
        outcome = Outcome(Verdict.DIFFERS, "one rule for all shares", why)
        yield finding(text.sentences[cut[0].index], Kind.ROUNDING, outcome, *cut[0].shown(text.sentences[cut[0].index]))


def _is_rounded(share: Share, text: Text) -> bool:
    """Whether a percentage is right of a part and a whole that are rounded themselves: "20.2 of 38.4 thousand"."""
    front = text.sentences[max(0, share.index - BACK) : share.index + 1]
    near = (one for sentence in front for one in sentence.mentions)
    whole = next((one for one in near if one.exact == share.whole and one.kind == share.part.kind), None)
    return (
        whole is not None and share.percent.kind == "percent" and roundings.of_share(share.percent, share.part, whole)
    )


def _implied(share: Share, text: Text) -> Fraction | None:
    """The whole of which a number is a share told right in front: "76% were convicted. These are 293. 87 (23%) ..."."""
    for before, told in pairwise(text.sentences[max(0, share.index - BACK) : share.index + 1]):
        one = next((one for one in told.mentions if one.exact == share.whole), None)
        percent = next(reversed(before.of_kind("percent")), None)
        if one and percent and percent.exact and phrases.begins_with(text.language, "this", told.text):
            whole = one.exact * 100 / percent.exact
            share_of = share.part.exact * 100 / whole
            return whole if match(share.percent.exact, share_of, share.percent.decimals) is not Match.NO else None
    return None


def _elsewhere(share: Share, text: Text) -> Fraction | None:
    """A whole that the text tells elsewhere, of which a number is its exact percentage: "31, or 21.7% countrywide"."""
    percent, part = share.percent, share.part
    here = any(one.exact == share.whole for one in text.sentences[share.index].of_kind("count"))
    if here or percent.kind != "percent" or not percent.decimals or part.unit:
        return None
    counts = (one.exact for near in text.sentences for one in near.of_kind("count") if one.exact > part.exact)
    fits = (Match.ROUNDED, Match.BOTH)
    return next((one for one in counts if match(percent.exact, part.exact * 100 / one, percent.decimals) in fits), None)


def _is_loose(share: Share, text: Text) -> bool:
    """Whether a hedge stands at a percentage, so that it shows no rule of rounding."""
    return loosely(text.sentences[share.index], share.percent, share.exact, text.language)


def _printed(share: Share) -> str:
    return f"{plain(share.percent.exact)}% for {plain(share.exact)}"
