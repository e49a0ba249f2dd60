"""Entries of a table or a list that a conclusion tells again, one of them with a slip.

"With 71 cases, prosecution has overtaken ..." where the row of prosecution has 61; "of the 268 attacks 164 were made by
judges, and 23 times ..." where the rows are 23, 61 and 184. The number stands in no earlier words of its entry, nothing
narrows it, and one entry alone is but a slip away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import labels, phrases, sections
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.when import LATEST
from kuzet.observatory.write.check.reading.words import Finding, Kind, Mention, Outcome, Text, Verdict, finding
from kuzet.observatory.write.check.relations import pairs, subjects
from kuzet.observatory.write.check.relations.bases import is_of_part, is_part
from kuzet.observatory.write.check.relations.facts import Facts
from kuzet.observatory.write.check.relations.subjects import Group, Named
from kuzet.observatory.write.check.repeats.retold import narrows
from kuzet.observatory.write.check.slips import FEW, is_slip

NOUN: Final = 24
"""Characters behind a number in which its noun begins."""

NARROWED: Final = ("narrowed", "narrowed_too", "a_month", "a_day")
"""Relations whose words beside a number make it one of less than its entry."""


def again(text: Text, raw: str, facts: Facts) -> Iterator[Finding]:
    """The one number of each concluding sentence that is an entry but for a slip."""
    groups = [one for one in facts.groups if one.of is None]
    known = {value for group in groups for value in _values(group, text)}
    for index in sections.concluding(text) if groups else ():
        sentence = text.sentences[index]
        odd = [one for one in _counts(text, index) if one.exact not in known and not _is_narrow(text, index, one)]
        found = {(one, meant) for one in odd for meant in _meant(text, raw, index, one, groups)}
        if len(found) == 1:
            one, meant = found.pop()
            why = f"{plain(one.exact)} here, {plain(meant)}: in the table or list"
            yield finding(sentence, Kind.REPEAT, Outcome(Verdict.DIFFERS, plain(meant), why), one)


def _is_narrow(text: Text, index: int, one: Mention) -> bool:
    """Whether a number is of another year, a place, a time or a part."""
    sentence, spoken = text.sentences[index], labels.spoken(text.sentences[index], one, text.language)
    others = any(int(one.value) != text.year for one in sentence.of_kind("year"))
    narrowed = any(phrases.says(text.language, word, spoken) for word in NARROWED)
    divides = phrases.says(text.language, "of_which", sentence.text[: one.start]) or is_part(
        sentence, one, text.language
    )
    other = phrases.begins_with(text.language, "other_noun", sentence.after(one, NOUN))
    whole = text.total.mention.exact if text.total else None
    divides = divides and all(other.exact != whole for other in sentence.of_kind("count"))
    return others or other or narrowed or divides or is_of_part(text, sentence, one) or narrows(text, sentence, one, "")


def _meant(text: Text, raw: str, index: int, one: Mention, groups: Sequence[Group]) -> set[Fraction]:
    return _named(text, raw, index, one, groups) | _listed(text, raw, index, one, groups)


def _values(group: Group, text: Text) -> Iterator[Fraction]:
    """The numbers of the report's year in a group, its whole too."""
    told = (group.wholes, *(one.by_year for one in group.entries))
    yield from (one[text.year] for one in told if text.year in one)


def _counts(text: Text, index: int) -> list[Mention]:
    """The counts of the report's year in a sentence, no small ones and none set against another (see `two_years`)."""
    sentence = text.sentences[index]
    moves = any(phrases.says(text.language, way, sentence.text) for way in ("increase", "decrease"))
    against = [one for pair in pairs.own(text, index) for one in pair] if moves else []
    ones = [one for one in sentence.of_kind("count") if one.exact >= FEW and one not in against]
    return [one for one in ones if sentence.order_of(one) in (None, text.year, LATEST)]


def _is_known(raw: str, line: int, one: Mention) -> bool:
    """Whether another line tells the same number."""
    number = re.compile(rf"(?<![\d.,])(?<!\d\s){one.value}(?![\d%]|[.,]\d)")
    return any(number.search(told) for place, told in enumerate(raw.split("\n"), 1) if place != line)


def _named(text: Text, raw: str, index: int, one: Mention, groups: Sequence[Group]) -> set[Fraction]:
    """The entries that the words of a number mention, or where they mention none those of its sentence."""
    sentence, language = text.sentences[index], text.language
    spoken = labels.spoken(sentence, one, language)
    found = _mentioned(text, spoken, groups)
    first = sentence.of_kind("count")[0] is one  # "the police of 17 regions stand behind 197 attacks"
    if not found and first and not _is_known(raw, sentence.line, one):
        found = _mentioned(text, sentence.text, groups)
    near = [entry for entry in found if is_slip(one.exact, entry.by_year[text.year])]
    moved = one in deltas(sentence, language)
    near = [entry for entry in near if not _is_change(text, one, entry, moved=moved)]
    return {entry.by_year[text.year] for entry in near if not _is_told_so(text, index, one, entry)}


def _is_change(text: Text, one: Mention, entry: Named, *, moved: bool) -> bool:
    """Whether a number is how much more or less of an entry there was than in another year.

    One that its words make a difference (`moved`) may be but a slip away from it.
    """
    changes = [abs(entry.by_year[text.year] - value) for year, value in entry.by_year.items() if year != text.year]
    return any(one.exact == change or (moved and is_slip(one.exact, change)) for change in changes)


def _mentioned(text: Text, said: str, groups: Sequence[Group]) -> list[Named]:
    told = (entry for group in groups for entry in subjects.mentioned(said, group, text.language))
    return [entry for entry in told if text.year in entry.by_year]


def _is_told_so(text: Text, index: int, one: Mention, entry: Named) -> bool:
    """Whether a sentence in front has the number and a word of the entry."""
    front = (told for told in text.sentences[:index] if any(other.exact == one.exact for other in told.mentions))
    return any(entry.words & subjects.words(told.text, text.language) for told in front)


def _listed(text: Text, raw: str, index: int, one: Mention, groups: Sequence[Group]) -> set[Fraction]:
    """The entry left of a group that a sentence tells with its whole and another of its entries."""
    sentence = text.sentences[index]
    others = {other.exact for other in sentence.of_kind("count") if other is not one}
    barred = _is_known(raw, sentence.line, one) or one in deltas(sentence, text.language)
    found: set[Fraction] = set()
    for group in () if barred else groups:
        whole = group.wholes.get(text.year)
        left = [entry.by_year.get(text.year, Fraction(0)) for entry in group.entries]
        told = [value for value in left if value in others]
        if whole in others and told and whole not in told:
            found |= {value for value in left if value not in others and is_slip(one.exact, value)}
    return found
