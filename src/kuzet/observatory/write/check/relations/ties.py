"""Which count a percentage restates: "143 cases (63%)", "62% – 218 cases", "34 of them, or 56%"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence

REACH: Final = 60
"""Characters within which a count belongs to a percentage when only words of one clause stand between them."""

AGAINST: Final = 24
"""Characters in front of an earlier number in which "against" stands: "96 against 108, but still 30% of all"."""

_IN_BRACKETS: Final = re.compile(r"[^().;:%]{0,80}\(\s*[^\d()%]{0,20}")
_FAR: Final = re.compile(rf"[;%]|{phrases.STOP}|\)\s*,")
_CLOSED: Final = re.compile(r"[^().;:%]{0,30}\)\s*(?:[–—-]\s|[^\W\d_]+\s)?")
_NOUN: Final = r"(?:[\s/«»“”\"'’-]+[\w/-]+)"


def part(sentence: Sentence, percent: Mention, others: set[Mention], language: str) -> tuple[Mention, bool] | None:
    """The count that the percentage restates, and whether the words tie them closely: "(", "or", "which is".

    `others` are counts that are known to be something else: parts of other percentages, the whole of this one.
    """
    counts = [one for one in sentence.of_kind("count", "amount") if one.value and not _tallies(sentence, one)]
    behind = [one for one in counts if one.start >= percent.end and one not in others]
    front = [one for one in counts if one.end <= percent.start and one not in others]
    front = [one for one in front if not phrases.ends_with(language, "against", sentence.before(one, AGAINST))] or front
    enclosed = sentence.before(percent, 1) == "(" and sentence.after(percent, 1) == ")"
    for one in () if enclosed else behind[:1]:
        between = _without(sentence, percent, one, others)
        if "," in between and _has_own(sentence, one):
            continue  # "attacks online (226) made up 19%, physical ones (61) – 5%"
        if _IN_BRACKETS.fullmatch(between) or _restated(language).fullmatch(between):
            return one, True
    for one in front[-1:]:
        between = _without(sentence, one, percent, others)
        if phrases.says(language, "apiece", sentence.after(one, REACH).partition(",")[0]):
            continue  # "40 attacks each, together half of the total"
        if between.strip() == ";" and sentence.text[: one.start].rstrip().endswith("("):
            return one, True  # "pressure (7; 28%)"
        if len(between) <= 2 * REACH and not _FAR.search(between) and not anew(language).search(between):
            return one, _ties(language).fullmatch(between) is not None
    return None


def _has_own(sentence: Sentence, one: Mention) -> bool:
    """Whether a number in brackets has a percentage of its own right behind it: "(61) – 5%", "(61) made 5%"."""
    behind = [other for other in sentence.mentions if other.start >= one.end][:1]
    return any(other.kind == "percent" and _CLOSED.fullmatch(sentence.between(one, other)) for other in behind)


@cache
def anew(language: str) -> re.Pattern[str]:
    """A clause that speaks of the share of something else: "the 36 are unknown, while the share of others was 17%"."""
    opened, shared_ = phrases.words_but(language, "while", "and"), phrases.words(language, "share_of")
    return re.compile(rf",\s+(?:{opened})\s.*?(?:{shared_})", re.IGNORECASE)


def are_listed(sentence: Sentence, left: Mention, right: Mention, language: str) -> bool:
    """Whether nothing but a noun and "and" parts two numbers, as entries of a list: "30 people and two groups"."""
    return left.end <= right.start and _listing(language).fullmatch(sentence.between(left, right)) is not None


@cache
def _listing(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+[\w-]+\s+(?:{phrases.words(language, 'and')})\s+", re.IGNORECASE)


def _tallies(sentence: Sentence, one: Mention) -> bool:
    """Whether a number says how many percentages follow it: "about the same in the two countries, 7% and 8%"."""
    behind = [other for other in sentence.mentions if other.start >= one.end and other.kind != "year"]
    alike = all(other.kind == "percent" for other in behind)
    return alike and len(behind) > 1 and one.exact == len(behind) and not one.unit


def restated(sentence: Sentence, language: str) -> set[Mention]:
    """The counts that percentages of the sentence restate: parts of some whole, and none themselves."""
    return set(shared(sentence, language))


@lru_cache(maxsize=KEPT)
def shared(sentence: Sentence, language: str) -> Mapping[Mention, Mention]:
    """The counts that percentages of a sentence restate closely, each with its percentage."""
    found = [(part(sentence, one, set(), language), one) for one in sentence.of_kind("percent")]
    return {told[0]: percent for told, percent in found if told and told[1]}


JOIN: Final = 5
"""Letters of a word that joins the last of a list to the others."""

_OPENED_LIST: Final = re.compile(r"(?::|\s[–—])\s$")


def in_turn(sentence: Sentence, language: str) -> dict[Mention, Mention]:
    """Percentages listed behind as many counts, in their order: "10 women and 14 men (42% and 58%)"."""
    counts, percents = sentence.of_kind("count"), sentence.of_kind("percent")
    if len(percents) < 2 or any(one.start > percents[0].start for one in counts):
        return {}
    parts = counts[-len(percents) :]
    listed = sentence.text[percents[0].start : percents[-1].end]
    said = phrases.says(language, "respectively", sentence.text)
    bracketed = "(" in sentence.between(parts[-1], percents[0]) if parts else False
    told = said or (bracketed and ")" not in listed) or (bool(parts) and _alone_behind(sentence, parts[-1], percents))
    return dict(zip(percents, parts, strict=True)) if told and len(parts) == len(percents) else {}


def _alone_behind(sentence: Sentence, part: Mention, percents: Sequence[Mention]) -> bool:
    """Whether a colon or a dash opens a list of percentages only: "refusals, ... no answer: 44%, 36% and 20%"."""
    opened = _OPENED_LIST.search(sentence.between(part, percents[0]))
    between = (sentence.between(left, right).strip(" ,") for left, right in pairwise(percents))
    return opened is not None and all(len(words) <= JOIN and " " not in words for words in between)


def _without(sentence: Sentence, left: Mention, right: Mention, others: set[Mention]) -> str:
    """The words between, counts that are known to be something else left out."""
    words, at = "", left.end
    for one in sentence.mentions:
        if one in others and left.end <= one.start and one.end <= right.start:
            words, at = words + sentence.text[at : one.start], one.end
    return words + sentence.text[at : right.start]


@cache
def _restated(language: str) -> re.Pattern[str]:
    """A percentage, its noun, then a dash, comma or colon and the count: "62% – 218 cases", "62%, or 218 cases"."""
    said = rf"(?:{phrases.words(language, 'equates')})\s*[–—-]?\s*"
    far, near = rf"{_NOUN}{{0,8}}\s*(?:[:–—]|\s-|,(?=\s*{said}))\s*", rf"{_NOUN}{{0,4}}\s*,\s*"
    return re.compile(rf"(?:{far}|{near})(?:{said})?(?:{phrases.words(language, 'inside')})?\s*", re.IGNORECASE)


@cache
def _ties(language: str) -> re.Pattern[str]:
    """A count, its noun, then a bracket, or a comma, dash or colon with words that restate, or a verb that equates."""
    hedges = phrases.any_of(language, "almost", "more_than", "less_than", "about", "merely", "inside")
    restating = rf"(?:(?:{phrases.any_of(language, 'equates', 'total')}|{hedges})[\s,–—-]*)*"
    opened = r"\(\s*[^\d()]{0,20}"
    joined = rf"(?:[,:–—]|\s-)\s*{restating}"
    verb = rf"(?:{phrases.words(language, 'equates')})\s+(?:(?:{hedges}|{phrases.words(language, 'total')})\s*)*"
    said = rf"(?:{phrases.words(language, 'equates')})\s+(?:(?:{hedges})\s*)*"
    dashed = rf"\s+[–—-](?=\s){_NOUN}{{1,8}}?\s*(?:\(\s*(?:(?:{hedges})\s*)*|,\s*{said})"  # "55 — women (29%)"
    return re.compile(rf"-?\w*(?:{_NOUN}{{0,8}}?\s*(?:{opened}|{joined}|{verb})|{dashed})", re.IGNORECASE)
