"""Shares whose part and whole stand elsewhere: "in 72% of cases the authorities stood behind it", "women were 37%".

The words name one entry of a table or of a list that makes up a whole; where a sentence has several percentages, each
has the words in front of it, or each those behind. Under a heading that names a kind, a share may be of that kind only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check import form, guesses
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.reading import concepts, phrases, sections, set_against, spans
from kuzet.observatory.write.check.reading.hedges import loosely
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.relations import subjects
from kuzet.observatory.write.check.relations.facts import Facts
from kuzet.observatory.write.check.relations.subjects import Group, Named

REFERS: Final = ("of_which", "their", "by_them", "vague")
"""Words that speak of a whole told just in front."""


def share(text: Text, index: int, percent: Mention, facts: Facts) -> Outcome | None:
    """The verdict on a share by what its words name; None where they are unsure or the claim is far off."""
    sentence = text.sentences[index]
    said = _said(text, sentence, percent, facts.groups)
    if said is None or sentence.order_of(percent) not in (None, text.year) or is_other(text, sentence, said):
        return None
    if _is_left(sentence, percent, text.language) or _refers_to_count(text, index):
        return None
    narrowed = is_narrowed(text, index, said)
    years = spans.covered(sentence, text.language, text.year) or (text.year,)
    told = list(_told(text, said, [one for one in facts.groups if one.of is not None or not narrowed], years))
    agrees = [match(percent.exact, exact, percent.decimals) for _, _, exact in told]
    for (part, whole, exact), fits in zip(told, agrees, strict=True):
        if fits is not Match.NO or loosely(sentence, percent, exact, text.language):
            return Outcome(Verdict.HOLDS, why=_why(part, whole, exact))
    if len({exact for _, _, exact in told}) != 1 or not guesses.near(percent.exact, told[0][2]):
        return None
    part, whole, exact = told[0]
    return Outcome(Verdict.DIFFERS, form.percent(exact, percent.decimals, text.language), _why(part, whole, exact))


def _refers_to_count(text: Text, index: int) -> bool:
    """Whether a sentence speaks of a number just in front: "Most of them, 21, were threats. This is 30% of all"."""
    front = text.sentences[index - 1] if index else None
    opened = phrases.begins_with(text.language, "this", text.sentences[index].text)
    return opened and front is not None and bool(front.of_kind("count"))


def _why(part: Fraction, whole: Fraction, exact: Fraction) -> str:
    return f"{plain(part)} of {plain(whole)} is {plain(exact)}%"


def _told(
    text: Text, said: str, groups: Sequence[Group], years: Sequence[int]
) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """The part, the whole and the share of what words name, over some years, in each group that knows it."""
    for group in groups:
        entry = _entry(text, said, group)
        if entry and all(year in entry.by_year and group.wholes.get(year) for year in years):
            part, whole = (sum((one[year] for year in years), Fraction(0)) for one in (entry.by_year, group.wholes))
            if part <= whole:
                yield part, whole, part * 100 / whole


def _entry(text: Text, said: str, group: Group) -> Named | None:
    """The entry that words name; of a whole of its own only where they name that too."""
    if group.of is not None and not subjects.words(said, text.language) & group.of:
        return None
    return subjects.named(text, said, group)


def _said(text: Text, sentence: Sentence, percent: Mention, groups: tuple[Group, ...]) -> str | None:
    """The words of a percentage: all of its clause, or of several those on the side that names an entry for each."""
    ones = [one for one in sentence.of_kind("percent") if sentence.order_of(one) in (None, text.year)]
    stops = [0, *(one.end for one in sentence.of_kind("percent")), len(sentence.text)]
    if len(ones) <= 1:
        ends = [one.start for one in sentence.of_kind("percent") if one.start >= percent.end]
        behind = sentence.text[percent.end : min(ends, default=stops[-1])]
        return f"{sentence.text[: percent.start]} {behind.rpartition(',')[0] if ends else behind}"
    head, tail = sentence.text[: ones[0].start], sentence.text[ones[-1].end :]
    fronts = {one: sentence.text[max(at for at in stops if at <= one.start) : one.start] + tail for one in ones}
    starts = [*(one.start for one in ones), len(sentence.text)]
    backs = {one: head + sentence.text[one.end : min(at for at in starts if at >= one.end)] for one in ones}
    sides = [side for side in (fronts, backs) if all(_names(text, words, groups) for words in side.values())]
    return sides[0].get(percent) if len(sides) == 1 else None


def is_other(text: Text, sentence: Sentence, said: str) -> bool:
    """Whether a percentage may be a change, of another year, or of a count of its own sentence."""
    words = phrases.pattern(text.language, "no_move").sub("", said)
    moves = any(phrases.says(text.language, word, words) for word in ("increase", "decrease", "move_noun", "over_year"))
    years = {int(one.value) for one in sentence.of_kind("year")} - {text.year}
    return moves or bool(years) or bool(sentence.of_kind("count", "amount"))


def _is_left(sentence: Sentence, percent: Mention, language: str) -> bool:
    """Whether a percentage is the level that another one has left: "from 40% to 48%"."""
    near = pairwise(sentence.of_kind("percent"))
    moved = (set_against.from_to(sentence, left, right, language) for left, right in near)
    return any(pair.before is percent for pair in moved if pair)


def _names(text: Text, said: str, groups: tuple[Group, ...]) -> bool:
    return any(_entry(text, said, group) for group in groups)


def is_narrowed(text: Text, index: int, said: str) -> bool:
    """Whether a share may be of less than everything: of what stands in front, or of what its heading names."""
    if any(phrases.says(text.language, word, said) for word in REFERS):
        return True
    heading = sections.heading(text, index)
    narrow = heading is not None and bool(concepts.found(heading.text, text.language))
    return narrow and not phrases.says(text.language, "total", said)
