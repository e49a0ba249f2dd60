"""A percentage that no number of its whole can make: of 62 cases none are 66.3%, as 41 are 66.13% and 42 are 67.74%."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading.hedges import hedged
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Text, Verdict
from kuzet.observatory.write.check.relations.bases import whole_of_share

_HEDGES: Final = ("almost", "about", "more_than", "less_than")


def share(text: Text, index: int, percent: Mention) -> Outcome | None:
    """A share in digits of a count that it names itself; None where some number makes it, or words loosen it."""
    sentence, language = text.sentences[index], text.language
    whole = whole_of_share(sentence, percent, language)
    in_digits = any(letter.isdigit() for letter in sentence.text[percent.start : percent.end])
    if whole is None or whole.unit or whole.exact.denominator != 1 or not in_digits:
        return None
    if any(hedged(sentence, one, word, language) for one in (percent, whole) for word in _HEDGES):
        return None
    below = percent.exact * whole.exact // 100
    near = [(part, part * 100 / whole.exact) for part in (Fraction(below), Fraction(below + 1)) if part <= whole.exact]
    if any(match(percent.exact, exact, percent.decimals) is not Match.NO for _, exact in near):
        return None
    told = ", ".join(f"{plain(part)} of {plain(whole.exact)} is {plain(exact)}%" for part, exact in near)
    should = " / ".join(form.percent(exact, percent.decimals, language) for _, exact in near)
    return Outcome(Verdict.DIFFERS, should, f"no number of {plain(whole.exact)} is {plain(percent.exact)}%: {told}")
