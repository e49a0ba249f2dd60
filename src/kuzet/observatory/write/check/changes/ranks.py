"""A change of rank or of score: two levels of one thing and how far apart they are told to be.

"155th place, 33 up", "занял 134-е место, тогда как в 2022 году был на 122-м, опустился на 12 позиций", "155-орын,
былтырғы 157-орыннан 2 саты жоғары". Ranks are ordinals (or numbers beside a word such as "line") and no counts, so that
they are read here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from kuzet.language.values import numbers
from kuzet.observatory.write.check import form
from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import phrases, when
from kuzet.observatory.write.check.reading.words import KEPT, Finding, Kind, Mention, Outcome, Sentence, Text, Verdict

BACK: Final = 2
"""Sentences in front whose ranks a number of places may speak of."""

LOWEST: Final = 250
"""The lowest rank there is: an index has no more countries."""

PAIR: Final = 2

NAMED: Final = 4
"""Letters by which a name is known again, whatever its ending."""

MARGIN: Final = 60

_NAME: Final = re.compile(r"(?<=[\w,:–—»”)] )[^\W\d_a-zа-яёәғқңөұүһі][\w-]{3,}")
"""A word with a capital inside a sentence: another country, another index."""

_ENDING: Final = re.compile(r"-?[^\W\d]+")

_TITLE: Final = re.compile(r"[«“\"][^»”\"]*[»”\"]|(?:\b[A-ZА-ЯЁ]\w+[\s’'-]+(?:of\s+)?){2,}[A-ZА-ЯЁ]\w+")
"""The name of an index or of who makes it."""

_HEDGES: Final = ("almost", "more_than", "less_than", "about")


class Level(NamedTuple):
    """A rank in the sentences that are read together: where it stands and its time, None where the words are mute."""

    sentence: int
    one: Mention
    time: int | None

    @property
    def value(self) -> Fraction:
        """The rank."""
        return self.one.exact


def ranks(text: Text, index: int) -> Iterator[Finding]:
    """Each number of places in a sentence, against the ranks in it and in front of it."""
    sentence = text.sentences[index]
    for step in _steps(sentence, text.language):
        outcome = _judge(text, index, step)
        if outcome:
            held = [one for one in sentence.mentions if one.start >= step.start] or [*sentence.mentions]
            line = sentence.line_of(held[0]) if held else sentence.line
            shown = sentence.excerpt(step, margin=MARGIN)
            yield Finding(
                line=line, text=shown, kind=Kind.CHANGE, verdict=outcome[0], should_be=outcome[1], why=outcome[2]
            )


def _judge(text: Text, index: int, step: Mention) -> Outcome | None:
    """The verdict by the pair that the step stands by; it holds where any two ranks near it are so far apart."""
    sentence, near = text.sentences[index], list(_near(text, index))
    apart = [_told(*two) for two in combinations(near, PAIR) if abs(two[0].value - two[1].value) == step.exact]
    if apart:
        return Outcome(Verdict.HOLDS, why=apart[0])
    said = sentence.text[max(0, step.start - when.REACH) : step.end + when.REACH]
    if _hedged(sentence, step, text.language) or phrases.says(text.language, "apiece", said):
        return None
    pair = _pair(text, index, step, near)
    if pair is None:
        return None
    right = abs(pair[0].value - pair[1].value)
    if any(one.exact == right for one in _steps(sentence, text.language)):
        return None  # the two are those of another step: "from 88th to 100th, 12 places, after five the year before"
    return Outcome(Verdict.DIFFERS, form.count(right, step, sentence, text.language), _told(*pair))


def _told(left: Level, right: Level) -> str:
    low, high = sorted((left.value, right.value))
    return f"{plain(high)} - {plain(low)} = {plain(high - low)}"


def _hedged(sentence: Sentence, step: Mention, language: str) -> bool:
    return any(phrases.ends_with(language, word, sentence.before(step, 24)) for word in _HEDGES)


def _near(text: Text, index: int) -> Iterator[Level]:
    """The ranks of a sentence and of those in front of it in its block, in order."""
    for place in range(max(0, index - BACK), index + 1):
        if text.sentences[place].block == text.sentences[index].block:
            yield from (Level(place, *one) for one in _levels(text.sentences[place], text.language))


def _pair(text: Text, index: int, step: Mention, near: Sequence[Level]) -> tuple[Level, Level] | None:
    """The two ranks that a step stands by, where the words make them two states of one thing."""
    two = _beside(text, index, step, near)
    if len(two) < PAIR or two[0].value == two[1].value:
        return None
    left, right = two
    if left.sentence == right.sentence and _is_way(text.sentences[left.sentence], left, right, text.language):
        return left, right
    return (left, right) if left.time != right.time and _of_one(text, index, step, two) else None


def _beside(text: Text, index: int, step: Mention, near: Sequence[Level]) -> Sequence[Level]:
    """The last two ranks in front of a step, those on its two sides, or the first two behind it."""
    front = [one for one in near if one.sentence < index or one.one.end <= step.start]
    behind = [one for one in near if one not in front]
    here = [one for one in front if one.sentence == index]
    parted = behind and _parted(text.sentences[index], step, behind[0].one, text.language)
    if len(here) >= PAIR or not behind or parted:
        return front[-PAIR:]
    return (*here, *behind)[:PAIR] if here or len(behind) >= PAIR else (*front[-1:], *behind)


def _parted(sentence: Sentence, step: Mention, rank: Mention, language: str) -> bool:
    """Whether another clause begins between a step and a rank behind it: "up two, while in 2019 it was 158th"."""
    between = sentence.between(step, rank)
    return ";" in between or _clause(language).search(between) is not None


@cache
def _clause(language: str) -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{phrases.words(language, 'while')})\s", re.IGNORECASE)


def _is_way(sentence: Sentence, left: Level, right: Level, language: str) -> bool:
    """As "from 155th to 122nd place", "с 60-го на 89-е", "157-орыннан 155-орынға": a way, whatever the times."""
    return _way(language).search(sentence.text[max(0, left.one.start - 24) : right.one.end + 24]) is not None


@cache
def _way(language: str) -> re.Pattern[str]:
    front, to = phrases.words(language, "from"), phrases.words(language, "rank_to")
    leaves, reaches = phrases.words(language, "from_behind"), phrases.words(language, "to_behind")
    number = r"\d+(?:-\w+|\w+)?"
    prepositions = rf"\b(?:{front})\s+(?:\w+\s+)?{number}\b[^.;]{{0,40}}?\b(?:{to})\s+(?:\w+\s+){{0,2}}?{number}"
    endings = rf"\d+-?\w*?(?:{leaves})[^.;\d]{{0,40}}?\d+-?\w*?(?:{reaches})"
    return re.compile(rf"{prepositions}|{endings}" if leaves != phrases.NEVER else prepositions, re.IGNORECASE)


def _of_one(text: Text, index: int, step: Mention, two: Sequence[Level]) -> bool:
    """Whether nothing new is named on the way to a step: "Kazakhstan came 134th, and Kyrgyzstan, 72nd then, fell"."""
    left, right = two
    front, behind = text.sentences[left.sentence].text, text.sentences[right.sentence].text
    known = " ".join(one.text for one in text.sentences[max(0, index - BACK) : left.sentence])
    known += front[: left.one.start]
    end = max(right.one.start, step.start) if right.sentence == index else right.one.start
    between = front[left.one.end : right.one.start] if front is behind else behind[:end]
    if front is not behind and phrases.says(text.language, "rank_other", between):
        return False
    goes_on = front is behind or _goes_on(text.language).search(behind, 0, right.one.start) is not None
    return goes_on and all(name[:NAMED] in known for name in _NAME.findall(_TITLE.sub(" ", between)))


@cache
def _goes_on(language: str) -> re.Pattern[str]:
    """Words in front of a rank that name a time, or what the sentence in front told, and so nobody new."""
    told = phrases.any_of(language, "this", "earlier", "latest", "compared_with", "their")
    return re.compile(rf"{told}|^\W*(?:\w{{1,3}}\s)?\d", re.IGNORECASE)


def _levels(sentence: Sentence, language: str) -> list[tuple[Mention, int | None]]:
    """The ranks of a sentence with their times."""
    steps = _steps(sentence, language)
    told = [one for one in _numbers(sentence.text, language) if all(one.start != step.start for step in steps)]
    ranked = [_whole(sentence.text, one) for one in told if _is_rank(sentence.text, one, language)]
    both = sorted([*ranked, *sentence.of_kind("year")], key=lambda one: one.start)
    times = dict(zip(both, when.order(sentence.text, both, language), strict=True))
    return [(one, times[one]) for one in both if one.kind == "count"]


def _is_rank(words: str, one: numbers.FoundNumber, language: str) -> bool:
    """Whether a number is an ordinal that names no day or quarter, or a word makes it a rank: "line 122"."""
    if not 0 < one.value <= LOWEST or one.kind not in ("ordinal", "count"):
        return False
    front, behind = words[max(0, one.start - 16) : one.start], words[one.end :]
    if _led(language).search(front) or _named(language).match(behind):
        return True
    digits = words[one.start].isdigit()
    return one.kind == "ordinal" and digits and not _no_rank(language).match(behind)


def _steps(sentence: Sentence, language: str) -> list[Mention]:
    """The numbers of places in a sentence: "33 places", "на 12 позиций", "4 сатыға"."""
    found = _numbers(sentence.text, language)
    counted = [one for one in found if one.kind == "count" and one.value == int(one.value)]
    told = [_mention(one) for one in counted if _places(language).match(sentence.text, one.end)]
    return [one for one in told if not _is_pair(sentence, one, language)]


def _is_pair(sentence: Sentence, one: Mention, language: str) -> bool:
    """Whether a number of places only counts the two ranks told: "comparing the two positions", "эти два места"."""
    if one.exact != PAIR:
        return False
    known = phrases.ends_with(language, "rank_pair", sentence.before(one, when.REACH))
    return known or phrases.says(language, "rank_compared", sentence.text)


@lru_cache(maxsize=KEPT)
def _numbers(words: str, language: str) -> tuple[numbers.FoundNumber, ...]:
    return numbers.find(words, language, lone=True)


def _whole(words: str, one: numbers.FoundNumber) -> Mention:
    """A rank with its ending, from which on the words to its year are counted: "54th in 2023"."""
    ending = _ENDING.match(words, one.end)
    return Mention(one.start, ending.end() if ending else one.end, one.value, "count")


def _mention(one: numbers.FoundNumber) -> Mention:
    return Mention(one.start, one.end, one.value, "count")


@cache
def _led(language: str) -> re.Pattern[str]:
    """A word that makes the number behind it a rank: "line 122", "ranked 155", "№ 134"."""
    return re.compile(rf"(?:{phrases.words(language, 'rank_front')})\s+$", re.IGNORECASE)


@cache
def _named(language: str) -> re.Pattern[str]:
    """The noun of a rank behind it, or the ending of "from" in front of another rank: "157-ден 155-орынға"."""
    noun, leaves = phrases.words(language, "rank_behind"), phrases.words(language, "from_behind")
    return re.compile(rf"(?:-?[^\W\d]{{1,4}})?[\s-](?:{noun})|-?(?:{leaves})\s\d+-(?:{noun})", re.IGNORECASE)


@cache
def _no_rank(language: str) -> re.Pattern[str]:
    """Months, quarters, articles: an ordinal in front of them is of theirs."""
    return re.compile(rf"(?:-?[^\W\d]{{1,4}})?\s(?:{phrases.words(language, 'rank_not')})", re.IGNORECASE)


@cache
def _places(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:[^\W\d]+\s)?(?:{phrases.words(language, 'rank_step')})", re.IGNORECASE)
