"""Shares that are a slip of the pen away from that of a row or an entry which their words mention.

`spoken` reads words that name one entry and nothing else. Here others may stand beside: "of all the messages 36.3%
spoke of access to information", where the table has "Access to information restricted", 262 of the 864.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import Match, match, plain
from kuzet.observatory.write.check.parts import spoken
from kuzet.observatory.write.check.reading import phrases, spans
from kuzet.observatory.write.check.reading.hedges import loosely
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Mention, Outcome, Sentence, Text, Verdict
from kuzet.observatory.write.check.relations import subjects
from kuzet.observatory.write.check.relations.facts import Facts
from kuzet.observatory.write.check.slips import is_misprint

NOUN: Final = 40
"""Characters behind the number of all incidents in which their noun stands."""


def share(text: Text, index: int, percent: Mention, facts: Facts) -> Outcome | None:
    """The verdict on a slip; None where the words may be of less than everything, or of another time."""
    sentence, language = text.sentences[index], text.language
    timed = sentence.order_of(percent) not in (None, text.year) or len(spans.covered(sentence, language, text.year)) > 1
    if timed or not _is_of_all(text, sentence):
        return None
    if spoken.is_other(text, sentence, sentence.text) or spoken.is_narrowed(text, index, sentence.text):
        return None
    told = set(_told(text, sentence, percent, facts))
    exacts = [part * 100 / whole for part, whole in told]
    if any(match(percent.exact, one, percent.decimals) is not Match.NO for one in exacts):
        return None
    if len(told) != 1 or loosely(sentence, percent, exacts[0], language) or not is_misprint(percent, exacts[0]):
        return None
    part, whole = told.pop()
    why = f"{plain(part)} of {plain(whole)} is {plain(exacts[0])}%"
    return Outcome(Verdict.DIFFERS, form.percent(exacts[0], percent.decimals, language), why)


def _is_of_all(text: Text, sentence: Sentence) -> bool:
    """Whether "of all" stands in a sentence, and what all incidents of the text are called."""
    if text.total is None or not phrases.says(text.language, "every_one", sentence.text):
        return False
    lead = text.sentences[text.total.index]
    noun = stems(" ".join(lead.after(text.total.mention, NOUN).split()[:1]))
    return bool(noun & stems(sentence.text)) or phrases.says(text.language, "incidents", sentence.text)


def _told(text: Text, sentence: Sentence, percent: Mention, facts: Facts) -> Iterator[tuple[Fraction, Fraction]]:
    """What the entries have that the words behind a percentage mention, or those in front of it, and all of theirs."""
    others = sentence.of_kind("percent")
    start = max((one.end for one in others if one.end <= percent.start), default=0)
    end = min((one.start for one in others if one.start >= percent.end), default=len(sentence.text))
    front = sentence.text[start : percent.start]
    of_them = phrases.says(text.language, "every_one", front)  # "of all the messages on access 36%" is of these
    for words in (sentence.text[percent.end : end], "" if of_them else front):
        found = [
            (one.by_year[text.year], group.wholes[text.year])
            for group in facts.groups
            if group.of is None and group.wholes.get(text.year)
            for one in subjects.mentioned(words, group, text.language)
            if text.year in one.by_year
        ]
        if found:
            yield from found
            return
