"""What each number of a sentence is said of: "62 men and 19 women", "Lagos 16, Rivers eight", "тоғызы – әйел"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kuzet.observatory.write.check.reading import phrases
from kuzet.observatory.write.check.reading.stems import LENGTH, SHORTEST, stems
from kuzet.observatory.write.check.reading.words import KEPT, Mention, Sentence

_BREAK: Final = re.compile(rf"[,;()«»“”]|{phrases.STOP}")
_BRACKET: Final = re.compile(r"\s*\(\s*$")
_SHARED: Final = re.compile(r"-?[^\W\d_]*(?:\s[\w'’-]+){0,3}\s?(\([^()]*\))(?=\s\w)")
_CLOSED: Final = re.compile(r"^\)\s*")
_TOLD: Final = ("count", "amount", "percent", "points", "portion")


class Label(NamedTuple):
    """A number with the beginnings of the words that are said of it."""

    one: Mention
    stems: frozenset[str]


@lru_cache(maxsize=KEPT)
def labels(sentence: Sentence, language: str) -> tuple[Label, ...]:
    """The counts, amounts and percentages of a sentence with their own words, up to a break on either side.

    A percentage in brackets has those of the count in front of them too.
    """
    told = sentence.of_kind(*_TOLD)
    found: list[Label] = []
    for place, one in enumerate(told):
        own = stems(_spoken(sentence, told, place, language))
        restates = place and one.kind == "percent" and _BRACKET.search(sentence.text[told[place - 1].end : one.start])
        found.append(Label(one, own | found[-1].stems if restates else own))
    return tuple(found)


def spoken(sentence: Sentence, one: Mention, language: str) -> str:
    """The own words of a number of a sentence, as they stand."""
    told = sentence.of_kind(*_TOLD)
    return _spoken(sentence, told, told.index(one), language)


def _spoken(sentence: Sentence, told: Sequence[Mention], place: int, language: str) -> str:
    return f"{_front(sentence, told, place, language)} {_behind(sentence, told, place, language)}"


def _front(sentence: Sentence, told: Sequence[Mention], place: int, language: str) -> str:
    floor = told[place - 1].end if place else 0
    words = _BRACKET.sub("", sentence.text[floor : told[place].start])
    last = [*_BREAK.finditer(words), *(_joint(language).finditer(words) if place else ())]
    return words[max((one.end() for one in last), default=0) :]


def _behind(sentence: Sentence, told: Sequence[Mention], place: int, language: str) -> str:
    end, after = told[place].end, place + 1
    if all(_enclosed(sentence, one) for one in told[place : after + 1]) and after < len(told):
        return ""  # "claims (19) and the blocking of sites (17)": what follows is said of the next
    shared = _SHARED.match(sentence.text, end)
    if shared and after < len(told) and told[after].end <= shared.end():
        end, after = shared.end(), after + 1  # "60 suits (62%) were brought": the words go on behind the bracket
    roof = told[after].start if after < len(told) else len(sentence.text)
    words = sentence.text[told[place].end : shared.start(1)] if shared and end == shared.end() else ""
    words += " " + _CLOSED.sub("", sentence.text[end:roof])
    breaks = [_BREAK.search(words), _next(language).search(words) if roof < len(sentence.text) else None]
    return words[: min((one.start() for one in breaks if one), default=len(words))]


def _enclosed(sentence: Sentence, one: Mention) -> bool:
    return sentence.before(one, 1) == "(" and sentence.after(one, 1) == ")"


@cache
def _next(language: str) -> re.Pattern[str]:
    """An "and" with at most one word between it and the next number, whose own it is."""
    return re.compile(rf"\b(?:{phrases.words(language, 'and')})\b\s*(?:\w+\s+)?$", re.IGNORECASE)


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.words(language, 'and')})\b", re.IGNORECASE)


def meant(words: frozenset[str], told: Iterable[Label]) -> list[Label]:
    """The numbers that some words speak of: those with a word that no other number of the list has."""
    return [one for one, own in _own(words, list(told)) if own]


def best(words: frozenset[str], told: Iterable[Label]) -> Label | None:
    """The number with more of such words than any other; None where two are level."""
    found = sorted(_own(words, list(told)), key=lambda pair: -len(pair[1]))
    ahead = found and len(found[0][1]) > (len(found[1][1]) if len(found) > 1 else 0)
    return found[0][0] if ahead else None


def _own(words: frozenset[str], told: Sequence[Label]) -> list[tuple[Label, frozenset[str]]]:
    """Each number with those of the words that it alone has."""
    brief = {stem for stem in words.union(*(one.stems for one in told)) if len(stem) < LENGTH}
    own = [_cut(one.stems, brief) for one in told]
    shared = Counter(stem for one in own for stem in one)
    said = frozenset(stem for stem in _cut(words, brief) if shared[stem] == 1)
    return [(one, mine & said) for one, mine in zip(told, own, strict=True)]


def _cut(told: frozenset[str], brief: set[str]) -> frozenset[str]:
    """Stems cut to one that is a whole word: "әйелдердің" is "әйел"."""
    return frozenset(stem[:SHORTEST] if stem[:SHORTEST] in brief else stem for stem in told)
