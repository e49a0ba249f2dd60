"""Changes that name only the year they are set against: "compared with the previous year it fell by 13%".

What changed is all incidents, or what its words name of the codebook, and no part of it that other words narrow; the
two numbers are those that the text gives for the two years, in prose or in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from kuzet.language.values import numbers
from kuzet.observatory.write.check.reading import concepts, phrases
from kuzet.observatory.write.check.reading.concepts import ALL, Concepts
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations.facts import Facts

TITLE: Final = 3
"""Sentences at the start whose words narrow nothing: the whole text is of them."""

CHANGES: Final = ("percent", "portion", "points", "times")

PLAIN: Final = (
    *(
        "previous",
        "over_year",
        "general",
        "incidents",
        "years",
        "subject_all",
        "subject_front",
        "linking",
        "all",
        "and",
        "while",
        "this",
    ),
    *(
        "compared_with",
        "against",
        "against_behind",
        "earlier",
        "latest",
        "since",
        "since_behind",
        "from",
        "from_behind",
    ),
    *("increase", "decrease", "move_noun", "move_verb", "amounts_to", "lowest", "highest", "conclusion", "equates"),
    *("almost", "more_than", "less_than", "about", "merely", "times", "as_many", "by"),
)
"""Relations whose words say nothing of what is counted."""

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d(?:-\w+)?")
_STOP: Final = re.compile(r"[;:]\s")


def pair(text: Text, index: int, change: Mention, facts: Facts) -> Pair | None:
    """What the text gives for the report's year and for the one that a change names; None where words narrow it."""
    sentence = text.sentences[index]
    said = front(sentence, change, text.language)
    base = _base(sentence, text, said, change)
    if not base or sentence.of_kind("count", "amount") or not text.year:
        return None
    about = _about(text, index, said)
    years = facts.by_year(about) if about is not None else {}
    if base not in years or text.year not in years:
        return None
    before, now = (Mention(0, 0, Decimal(int(years[year])), "count") for year in (base, text.year))
    return Pair(now, before) if before.value and now.value != before.value else None


def front(sentence: Sentence, change: Mention, language: str) -> str:
    """The words in front of a change, from behind the one before it or from a semicolon on."""
    others = [one for one in sentence.of_kind(*CHANGES) if one.end <= change.start]
    ends = [others[-1].end + len(behind(sentence, others[-1], language))] if others else []
    stops = [one.end() for one in _STOP.finditer(sentence.text, 0, change.start)]
    return sentence.text[max([0, *ends, *stops]) : change.start]


def behind(sentence: Sentence, change: Mention, language: str) -> str:
    """The words behind a change up to a comma, with what it is compared with: " больше, чем в 2019-м"."""
    others = [one.start for one in sentence.of_kind(*CHANGES) if one.start >= change.end]
    words = sentence.text[change.end : min([len(sentence.text), *others])]
    found = _clause(language).match(words)
    return found[0] if found else ""


@cache
def _clause(language: str) -> re.Pattern[str]:
    against = phrases.any_of(language, "against", "compared_with")
    return re.compile(rf"[^,;]*(?:,\s+(?:{against})\b[^,;]*)?", re.IGNORECASE)


def _base(sentence: Sentence, text: Text, said: str, change: Mention) -> int:
    """The one earlier year that the words of a change name, or its whole sentence in front; "a year earlier" too."""
    for words in (behind(sentence, change, text.language), said, sentence.text[: change.start]):
        years = {int(found[0][:4]) for found in _YEAR.finditer(words)} - {text.year}
        if years:
            return years.pop() if len(years) == 1 and max(years) < text.year else 0
        if phrases.says(text.language, "over_year", words):
            return text.year - 1
    return 0


def _about(text: Text, index: int, said: str) -> Concepts | None:
    """What changes: what the clause names, else the sentence from its start, else the sentence in front for "it"."""
    sentence, language = text.sentences[index], text.language
    opened = sentence.text[: sentence.text.find(said)] + said
    before = text.sentences[index - 1] if index else None
    for words in (said, opened, *([before.text] if before and before.block == sentence.block else [])):
        if not _is_plain(text, words):
            return None
        if found := concepts.found(words, language):
            return found if len({field for field, _ in found}) == len(found) else None
        if phrases.says(language, "incidents", words) or phrases.says(language, "subject_all", words):
            return ALL
    return None


def _is_plain(text: Text, words: str) -> bool:
    """Whether no word narrows what is counted but those of the title."""
    language = text.language
    title = stems(" ".join(one.text for one in text.sentences[:TITLE] if not one.of_kind("count")))
    return not stems("".join(_rest(_YEAR.sub(" ", words), language))) - title


def _rest(words: str, language: str) -> Iterator[str]:
    """The words without numbers, concepts and all that say nothing of what is counted."""
    blanked = [one.span() for one in _plain(language).finditer(words)]
    blanked += [(one.start, one.end) for one in numbers.find(words, language)]
    blanked += [(start, end) for start, end, _ in concepts.spans(words, language)]
    yield from (
        " " if any(left <= place < right for left, right in blanked) else letter for place, letter in enumerate(words)
    )


@cache
def _plain(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.any_of(language, *PLAIN)})\b", re.IGNORECASE)
