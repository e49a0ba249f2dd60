"""What two numbers of a sentence make up together: "Almaty (231), Astana (158): the two have almost half of all"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form, guesses
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.parts.joint import DIVIDED, PAIR
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.hedges import loosely, portion_holds
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Text, Verdict

_BREAK: Final = re.compile(r"[:;,]\s|\s[–—]\s")


def share(text: Text, index: int, one: Mention) -> Outcome | None:
    """The verdict on a share of all incidents told behind the only two numbers of its sentence, as theirs together."""
    sentence, language = text.sentences[index], text.language
    if text.total is None or one.kind not in ("percent", "portion"):
        return None
    starts = [found.end() for found in _BREAK.finditer(sentence.text, 0, one.start)]
    start = next((at for at in starts if phrases.begins_with(language, "both_of_them", sentence.text[at:])), None)
    if start is None or not phrases.says(language, "total", sentence.text[start:]):
        return None
    front = [told for told in sentence.mentions if told.end <= start and told.kind != "percent"]
    barred = any(phrases.says(language, word, sentence.text[:start]) for word in DIVIDED)
    if (
        len(front) != PAIR
        or barred
        or any(told.kind != "count" or told in deltas(sentence, language) for told in front)
    ):
        return None
    both, whole = sum((told.exact for told in front), Fraction(0)), text.total.mention.exact
    if both > whole or any(sentence.order_of(told) not in (None, text.year) for told in front):
        return None
    exact = both * 100 / whole
    why = f"{plain(both)} of {plain(whole)} is {plain(exact)}%"
    if one.kind == "portion":
        held = portion_holds(one, exact, sentence, language)
    else:
        held = match(one.exact, exact, one.decimals) is not Match.NO or loosely(sentence, one, exact, language)
    if held:
        return Outcome(Verdict.HOLDS, why=why)
    decimals = one.decimals if one.kind == "percent" else 0
    near = guesses.near(one.exact, exact)
    return Outcome(Verdict.DIFFERS, form.percent(exact, decimals, language), why) if near else None
