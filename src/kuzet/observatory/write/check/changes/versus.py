"""Two numbers told in front that words set against each other: "50 editors, 20 printers. Twice as many editors"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from kuzet.observatory.write.check.arithmetic import plain
from kuzet.observatory.write.check.reading import labels, phrases, terms
from kuzet.observatory.write.check.reading.labels import Label
from kuzet.observatory.write.check.reading.senses import direction
from kuzet.observatory.write.check.reading.set_against import Pair
from kuzet.observatory.write.check.reading.stems import stems
from kuzet.observatory.write.check.reading.words import Finding, Kind, Mention, Sentence, Text, Verdict

BACK: Final = 6
"""Sentences in front in which the two numbers are looked for."""

PAIR: Final = 2

_STOP: Final = re.compile(r";\s")
_OPENED: Final = re.compile(r"[^;:.()]*(?::\s|\s[–—]\s|\s\()")
_ENDED: Final = re.compile(r"\s*(?:[.;)!]|$)")


def pair(text: Text, index: int, said: Mention) -> Pair | None:
    """The two numbers that a comparison without numbers of its own speaks of; None where its words name no two."""
    sentence = text.sentences[index]
    clause, start = _clause(sentence, said)
    if sentence.of_kind("year") or phrases.says(text.language, "earlier", clause):
        return None
    own = [one for one in sentence.of_kind("count", "amount") if start <= one.start < start + len(clause)]
    told = {one.exact for one in own if one is not said}
    found = _of_terms(text, index, start, len(clause))
    if told:  # "with 23 alerts, May had twice as many as April": the number must be one of the two
        return found if found and told <= {found.now.exact, found.before.exact} else None
    return found or _of_labels(text, index, clause)


def then(text: Text, index: int) -> Pair | None:
    """An earlier number that is compared with, and that of now under its words: "compared with 2020, when 12 ..."."""
    sentence = text.sentences[index]
    ones = [one for one in labels.labels(sentence, text.language) if one.one.kind == "count" and one.one.value > 0]
    if len(ones) != 1 or not phrases.says(text.language, "compared_with", sentence.text[: ones[0].one.start]):
        return None
    if not 0 < (sentence.order_of(ones[0].one) or 0) < text.year:
        return None
    for told in _lists(text, index):
        found = labels.best(ones[0].stems, told)
        if found and len(found.stems & ones[0].stems) >= PAIR:
            return Pair(found.one, ones[0].one)
    return None


def behind(sentence: Sentence, said: Mention, language: str) -> Pair | None:
    """The two bare numbers right behind a multiple: "Women were twice as many as men: 80 and 40"."""
    ones = [one for one in sentence.mentions if one.start >= said.end][:PAIR]
    if len(ones) != PAIR or any(one.kind != "count" or one.value <= 0 for one in ones):
        return None
    front, between = sentence.text[said.end : ones[0].start], sentence.between(*ones)
    opened = _OPENED.fullmatch(front) and _bare(language).fullmatch(between)
    first, second = ones if direction(sentence, said, language) is not False else ones[::-1]
    return Pair(first, second) if opened and _ENDED.match(sentence.text, ones[1].end) else None


@cache
def _bare(language: str) -> re.Pattern[str]:
    """What stands between two numbers that a multiple compares."""
    return re.compile(rf",?\s(?:{phrases.any_of(language, 'and', 'against')})\s", re.IGNORECASE)


def _clause(sentence: Sentence, said: Mention) -> tuple[str, int]:
    breaks = [one.end() for one in _STOP.finditer(sentence.text)]
    start = max((at for at in breaks if at <= said.start), default=0)
    end = min((at for at in breaks if at > said.start), default=len(sentence.text))
    return sentence.text[start:end], start


def _of_terms(text: Text, index: int, start: int, length: int) -> Pair | None:
    """Two months or quarters: "from the first quarter to the fourth the flow doubled"."""
    sentence, language = text.sentences[index], text.language
    names = [one for one in terms.named(sentence, language) if start <= one.start < start + length]
    if len({one.term for one in names}) != PAIR or len({one.term[0] for one in names}) > 1:
        return None
    told = dict(terms.known(text, index, names[0].term[0]))
    told |= {
        term: one
        for term, one in terms.counted(sentence, language).items()
        if one.end <= start and term[0] == names[0].term[0]
    }
    found = [told[one.term] for one in names[:PAIR] if one.term in told]
    return Pair(found[1], found[0]) if len(found) == PAIR and len(told) >= terms.FEWEST else None


def _of_labels(text: Text, index: int, clause: str) -> Pair | None:
    """Two of the nearest numbers in front whose own words stand on the two sides of a comparison."""
    base = _base(text.language).search(clause)
    if base is None:
        return None
    start, end = base.span(base.lastgroup or 0)
    subject = stems(f"{clause[:start]} | {clause[end:]}")
    incidents = stems(" ".join(phrases.pattern(text.language, "incidents").findall(clause)))
    for told in _lists(text, index):
        behind = _first(clause[start:end], told)
        ahead = [one for one in labels.meant(subject, told) if one is not behind]
        ahead = (
            ahead
            if len(ahead) < PAIR
            else [one for one in labels.meant(subject - incidents, told) if one is not behind]
        )
        if behind or ahead:
            return Pair(ahead[0].one, behind.one) if behind and len(ahead) == 1 else None
    return None


def _first(words: str, told: Sequence[Label]) -> Label | None:
    """The number that the first word that names any names."""
    found = (labels.meant(stems(word), told) for word in re.findall(r"\w+", words))
    return next((one[0] if len(one) == 1 else None for one in found if one), None)


@cache
def _base(language: str) -> re.Pattern[str]:
    """What another is compared with: behind "than" or a comparative, or the word in the ablative (Kazakh)."""
    front, behind = phrases.words(language, "base_front"), phrases.words(language, "base_behind")
    ways = phrases.any_of(language, "more_of", "less_of", "as_many")
    last = rf"^.*(?:{front})\s+(?P<last>.+)" if front != phrases.NEVER else phrases.NEVER
    return re.compile(
        rf"{last}|(?:{phrases.words(language, 'base_bare')})\s+(?P<bare>\w+)"
        rf"|(?P<told>{behind})\s+(?:\S+\s+){{0,3}}?(?:{ways})",
        re.IGNORECASE,
    )


def _lists(text: Text, index: int) -> Iterator[list[Label]]:
    """The counts of each sentence in front with two or more, nearest first; then those of all of them."""
    together: list[Label] = []
    for near in reversed(text.sentences[max(0, index - BACK) : index]):
        told = [one for one in labels.labels(near, text.language) if one.one.kind == "count" and one.one.value > 0]
        if len(told) >= PAIR and near.block == text.sentences[index].block:
            yield told
        together += told
    yield together


def sides(text: Text, index: int) -> Iterator[Finding]:
    """A sentence without numbers that says which of two numbers in front is larger: "more editors than printers"."""
    sentence, language = text.sentences[index], text.language
    if sentence.mentions:
        return
    words = _most(language).sub(" ", sentence.text)  # "больше всего" compares with no other number
    ways = [way for way in ("more_of", "less_of") if phrases.says(language, way, words)]
    if len(ways) != 1 or phrases.says(language, "earlier", sentence.text):
        return
    found = _of_labels(text, index, sentence.text)
    if found:
        yield _side(sentence, found.now, found.before, more=ways == ["more_of"])


@cache
def _most(language: str) -> re.Pattern[str]:
    return re.compile(phrases.longest(language, "busiest", "calmest"), re.IGNORECASE)


def _side(sentence: Sentence, ahead: Mention, base: Mention, *, more: bool) -> Finding:
    held = ahead.value > base.value if more else ahead.value < base.value
    return Finding(
        line=sentence.line,
        text=sentence.text,
        kind=Kind.RATIO,
        verdict=Verdict.HOLDS if held else Verdict.DIFFERS,
        should_be="" if held else f"{plain(ahead.exact)} : {plain(base.exact)}",
        why=f"{plain(ahead.exact)} against {plain(base.exact)}",
    )
