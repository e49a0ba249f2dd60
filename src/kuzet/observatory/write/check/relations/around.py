"""The numbers next to a claim that tells none of its own, and the words of the claim that nothing near explains.

"It was sent to 640 people, 288 answered. The rate is 45%": two numbers, and no word of the claim but theirs. Where a
claim has words of its own ("in the regions alone it is 61%"), it may be of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.deltas import deltas
from kuzet.observatory.write.check.reading.words import Mention, Sentence, Text
from kuzet.observatory.write.check.relations import subjects

BACK: Final = 2
"""Sentences of a paragraph in front in which the two numbers are looked for."""

PAIR: Final = 2

BRIEF: Final = 4
"""Letters by which two words are the same: endings and changing consonants stand behind them."""

_BREAK: Final = re.compile(rf"[;,:(]|\s[–—]\s|{phrases.STOP}")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENDING: Final = re.compile(r"(?<!\w)-\w{1,5}\b")
"""The ending of a number that was taken out."""

_ENTRY: Final = re.compile(r"\s*[-*•–—▪·]\s")

_CLOSE: Final = re.compile(rf"[;,:)]|\s[–—]\s|{phrases.STOP}")


class Around(NamedTuple):
    """The only two numbers of one unit near a claim, in their order, and what is said there.

    `said` are the words of the claim's own clause, `strange` those of them that the words of the two do not explain.
    """

    first: Mention
    second: Mention
    said: str
    strange: frozenset[str]
    times: tuple[int | None, int | None]
    own: int
    """How many of the two stand in the sentence of the claim."""

    def concludes(self, language: str) -> bool:
        """Whether the claim's words draw a conclusion from what was just told: "thus", "put differently"."""
        return phrases.says(language, "conclusion", self.said)


def around(text: Text, index: int, claim: Mention) -> tuple[Around, ...]:
    """The two numbers of the claim's sentence, or of it and of those just in front.

    A number of the claim's sentence may go with each of several in front; none where two are not told apart.
    """
    sentence = text.sentences[index]
    start, end = clause(sentence, claim, text.language)
    ones = _ones(sentence, claim, text.language)
    near = [one for one in sentence.mentions if one.end > start and one.start < end and one.kind != "year"]
    if any(one is not claim and one not in ones for one in near):
        return ()
    told, own = sentence.text[:start], tuple(ones)
    times = {one: sentence.order_of(one) for one in ones}
    for front in _front(text, index):
        if len(ones) >= PAIR:
            break
        found = _ones(front, None, text.language)
        times |= {one: front.order_of(one) for one in found}
        ones, told = [*found, *ones], f"{front.text} {told}"
    said = f"{sentence.text[start : claim.start]} {sentence.text[claim.end : end]}"
    words = unexplained(said, told, text.language, _title(text, index))
    pairs = [two for two in _twos(ones, own) if all(one in two for one in own)]
    return tuple(Around(*two, said, words, (times[two[0]], times[two[1]]), len(own)) for two in pairs)


def strange(text: Text, index: int, claim: Mention) -> frozenset[str]:
    """The words of a claim's clause that neither its sentence in front of it nor the sentences before explain."""
    sentence = text.sentences[index]
    start, end = clause(sentence, claim, text.language)
    told = " ".join([*(one.text for one in _front(text, index)), sentence.text[:start]])
    said = f"{sentence.text[start : claim.start]} {sentence.text[claim.end : end]}"
    return unexplained(said, told, text.language, _title(text, index))


def is_new(text: Text, index: int, claim: Mention) -> bool:
    """Whether a claim has words that nothing in front explains, and draws no conclusion: "the share of full ones"."""
    said = text.sentences[index].text[clause(text.sentences[index], claim, text.language)[0] : claim.start]
    return not phrases.says(text.language, "conclusion", said) and bool(strange(text, index, claim))


def clause(sentence: Sentence, claim: Mention, language: str) -> tuple[int, int]:
    """Where the clause of a claim begins and ends: from the last break in front with a word behind it to the next.

    A sentence that tells no number in front of the claim is one clause up to it.
    """
    told = any(one.end <= claim.start and one.kind != "year" for one in sentence.mentions)
    edges = [one.end() for one in _BREAK.finditer(sentence.text, 0, claim.start) if told or one[0] == ";"]
    start = next((at for at in reversed(edges) if _tells(sentence.text[at : claim.start], language)), 0)
    close = _CLOSE.search(sentence.text, claim.end)
    return start, close.start() if close else len(sentence.text)


def _tells(words: str, language: str) -> bool:
    """Whether words are more than what links a clause to the one in front."""
    return bool(re.search(r"[^\W\d_]{4}", _linking(language).sub("", words)))


@cache
def _linking(language: str) -> re.Pattern[str]:
    hedges = ("almost", "more_than", "less_than", "about", "merely")
    return re.compile(rf"\b(?:{phrases.any_of(language, 'conclusion', 'and', *hedges)})\b", re.IGNORECASE)


def _front(text: Text, index: int) -> Sequence[Sentence]:
    """The sentences in front in the paragraph, nearest first; none behind a list, whose last entries are no two."""
    block = text.sentences[index].block
    found = [one for one in reversed(text.sentences[max(0, index - BACK - 1) : index]) if one.block == block]
    listed = len(found) > BACK and all(_ENTRY.match(one.text) for one in found)
    return [] if listed else found[:BACK]


def _ones(sentence: Sentence, claim: Mention | None, language: str) -> list[Mention]:
    """The counts and amounts of a sentence, in front of the claim where it is the claim's own."""
    skipped = deltas(sentence, language)
    ones = [one for one in sentence.of_kind("count", "amount") if one.value > 0 and one not in skipped]
    either = [two for two in pairwise(ones) if _either(language).fullmatch(sentence.between(*two))]  # "five or six"
    return [one for one in ones if (claim is None or one.end <= claim.start) and not any(one in two for two in either)]


@cache
def _either(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{phrases.words(language, 'or')})\s*", re.IGNORECASE)


def _twos(ones: Sequence[Mention], own: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """The only two numbers of one unit that differ; else the only own one with each of its unit in front."""
    if len(own) == 1 and len(ones) > PAIR:
        return [(one, own[0]) for one in ones[:-1] if one.unit == own[0].unit and one.exact != own[0].exact]
    units = [[one for one in ones if one.unit == unit] for unit in {one.unit for one in ones}]
    pairs = [(two[0], two[1]) for two in units if len(two) == PAIR and two[0].exact != two[1].exact]
    return pairs if len(pairs) == 1 and all(len(two) <= PAIR for two in units) else []


def _title(text: Text, index: int) -> subjects.Words:
    """The words of the title of a text, for what stands behind it."""
    return subjects.title(text) if index >= subjects.TITLE else frozenset()


def unexplained(said: str, told: str, language: str, title: subjects.Words = frozenset()) -> subjects.Words:
    """The telling words of a claim that neither the numbers' words nor the title have."""
    near = subjects.words(told, language) | title
    known = {word[:BRIEF] for word in near if "=" not in word}
    plain = re.compile(phrases.any_of(language, "rate_of", "as_many"), re.IGNORECASE)
    rates = plain.sub(" ", said)  # who answers, how many came back
    long = {word for word in subjects.telling(rates, language) if word not in near and word[:BRIEF] not in known}
    return frozenset(long | (_short(rates, language) - _short(told, language)))


def _short(words: str, language: str) -> frozenset[str]:
    """The words of a few letters that may name a thing: "иск", "сот"."""
    told = (word for word in _WORD.findall(_ENDING.sub(" ", words.lower())) if len(word) < BRIEF)
    return frozenset(word for word in told if not _link(language).fullmatch(word))


@cache
def _link(language: str) -> re.Pattern[str]:
    return re.compile(phrases.any_of(language, "short_words", *subjects.PLAIN), re.IGNORECASE)
