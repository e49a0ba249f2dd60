"""What each number of a sentence is said of: "62 men and 19 women", "Lagos 16, Rivers eight", "тоғызы – әйел"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kuzet.observatory.write.check import phrases
from kuzet.observatory.write.check.stems import LENGTH, SHORTEST, stems
from kuzet.observatory.write.check.words import KEPT, Mention, Sentence

_BREAK: Final = re.compile(rf"[,;()«»“”]|{phrases.STOP}")
_BRACKET: Final = re.compile(r"\s*\(\s*$")
_TOLD: Final = ("count", "amount", "percent", "points", "portion")


class Label(NamedTuple):
    """A number with the beginnings of the words that are said of it."""

    one: Mention
    stems: frozenset[str]


@lru_cache(maxsize=KEPT)
def labels(sentence: Sentence, language: str) -> tuple[Label, ...]:
    """The counts, amounts and percentages of a sentence with their own words, up to a break on either side."""
    told = sentence.of_kind(*_TOLD)
    return tuple(
        Label(one, stems(f"{_front(sentence, told, place, language)} {_behind(sentence, told, place, language)}"))
        for place, one in enumerate(told)
    )


def _front(sentence: Sentence, told: Sequence[Mention], place: int, language: str) -> str:
    floor = told[place - 1].end if place else 0
    words = _BRACKET.sub("", sentence.text[floor : told[place].start])
    last = [*_BREAK.finditer(words), *(_joint(language).finditer(words) if place else ())]
    return words[max((one.end() for one in last), default=0) :]


def _behind(sentence: Sentence, told: Sequence[Mention], place: int, language: str) -> str:
    roof = told[place + 1].start if place + 1 < len(told) else len(sentence.text)
    words = sentence.text[told[place].end : roof]
    breaks = [_BREAK.search(words), _joint(language).search(words) if roof < len(sentence.text) else None]
    return words[: min((one.start() for one in breaks if one), default=len(words))]


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases.words(language, 'and')})\b", re.IGNORECASE)


def meant(words: frozenset[str], told: Iterable[Label]) -> list[Label]:
    """The numbers that some words speak of: those with a word that no other number of the list has."""
    listed = list(told)
    brief = {stem for stem in words.union(*(one.stems for one in listed)) if len(stem) < LENGTH}
    own = [_cut(one.stems, brief) for one in listed]
    shared = Counter(stem for one in own for stem in one)
    said = _cut(words, brief)
    return [one for one, stems_ in zip(listed, own, strict=True) if any(shared[stem] == 1 for stem in stems_ & said)]


def _cut(told: frozenset[str], brief: set[str]) -> frozenset[str]:
    """Stems cut to one that is a whole word: "әйелдердің" is "әйел"."""
    return frozenset(stem[:SHORTEST] if stem[:SHORTEST] in brief else stem for stem in told)
