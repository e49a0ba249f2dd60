"""What two numbers make up together: "Almaty (73) and Astana (46) lead. The two account for 60% of all attacks"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kuzet.observatory.write.check import guesses
from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations.bases import fractions, marked
from kuzet.observatory.write.check.relations.share import Share

PAIR: Final = 2

DIVIDED: Final = ("of_which", "including")
"""Words that make the second of two numbers a part of the first."""


def share(text: Text, index: int, percent: Mention) -> Share | None:
    """The share of the text's whole that the only two numbers of the sentence in front make up; None where unsure."""
    sentence, front = text.sentences[index], text.sentences[index - 1] if index else None
    if text.total is None or front is None or front.block != sentence.block or percent.kind != "percent":
        return None
    told = [one for one in sentence.mentions if one is not percent and (one.kind != "count" or one.value != PAIR)]
    joint = phrases.begins_with(text.language, "both_of_them", sentence.text)
    if told or not joint or not phrases.says(text.language, "total", sentence.text):
        return None
    ones, whole = _two(front, text), text.total.mention.exact
    if not ones:
        return None
    both = Mention(ones[0].start, ones[-1].end, sum((one.value for one in ones), Decimal(0)), "count")
    found = Share(index, percent, both, whole)
    single = any(Share(index, percent, one, whole).fits for one in ones)
    sure = found.fits or (not single and both.exact <= whole and guesses.near(percent.exact, found.exact))
    return found if sure else None


def _two(sentence: Sentence, text: Text) -> tuple[Mention, ...]:
    """The only two numbers of a sentence where they stand side by side, of one time, neither a part of the other."""
    ones, language = sentence.quantities(""), text.language
    if len(ones) != PAIR or any(one in deltas(sentence, language) for one in ones):
        return ()
    timed = any(sentence.order_of(one) not in (None, text.year) for one in ones)
    divided = bool(fractions(sentence, language) or marked(sentence, language))
    divided |= any(phrases.says(language, word, sentence.text) for word in DIVIDED)
    return () if timed or divided else ones
