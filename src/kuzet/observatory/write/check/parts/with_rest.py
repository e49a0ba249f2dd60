"""A share whose whole is its part and the rest told behind: "117 cases, or 59%, came online. The other 81 did not"."""

from __future__ import annotations

from typing import Final

from kuzet.observatory.write.check import form, guesses
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.hedges import loosely
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Text, Verdict
from kuzet.observatory.write.check.relations import rests

NEAR: Final = 40
"""Characters around a percentage in which its whole may be named."""

REACH: Final = 60
"""Characters in front of the rest in the sentence behind."""


def share(text: Text, index: int, percent: Mention) -> Outcome | None:
    """The verdict on a percentage of its part and the rest; None where no rest is told or another whole is named."""
    sentence, language = text.sentences[index], text.language
    front = [one for one in sentence.of_kind("count") if one.exact and one.end <= percent.start]
    if percent.kind != "percent" or not front or phrases.says(language, "total", sentence.around(percent, NEAR)):
        return None
    part, rest = front[-1], _rest(text, index, percent)
    if rest is None or part in deltas(sentence, language) or sentence.of_kind("percent") != (percent,):
        return None
    whole = part.exact + rest.exact
    exact = part.exact * 100 / whole
    why = f"{plain(part.exact)} of {plain(whole)} is {plain(exact)}%"
    wholes = {whole, *([text.total.mention.exact] if text.total else []), *(one.exact for one in front[:-1])}
    if any(match(percent.exact, part.exact * 100 / one, percent.decimals) is not Match.NO for one in wholes):
        return Outcome(Verdict.HOLDS, why=why)
    if loosely(sentence, percent, exact, language) or not guesses.near(percent.exact, exact):
        return None
    return Outcome(Verdict.DIFFERS, form.percent(exact, percent.decimals, language), why)


def _rest(text: Text, index: int, percent: Mention) -> Mention | None:
    """The number told as the rest behind a percentage, in its sentence or as the first of the next."""
    sentence, language = text.sentences[index], text.language
    here = [one for one in sentence.of_kind("count") if one.start >= percent.end]
    if here:
        return here[0] if len(here) == 1 and rests.is_rest(sentence, here[0], language) else None
    behind = text.sentences[index + 1] if index + 1 < len(text.sentences) else None
    if behind is None or behind.block != sentence.block:
        return None
    first = behind.of_kind("count")[:1]
    opens = bool(first) and first[0].start <= REACH and not behind.of_kind("percent", "portion")
    return first[0] if opens and rests.is_rest(behind, first[0], language) else None
