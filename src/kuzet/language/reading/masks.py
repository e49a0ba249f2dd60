"""Masks: words that take its meaning from a match which they cover, and the longest of the names found.

*Press service* names no media worker, *freedom of the press* neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kuzet.language.text.beginnings import Beginnings, Remembered
from kuzet.language.vocabulary.lexicon import GAPS, Lexicon, Match, flatten

PROPER: Final = ("outlets", "ngos", "places")
"""Tables of names: what they cover is no person's name."""


def clean(matches: list[Match]) -> tuple[Match, ...]:
    """Matches in reading order without what a mask covers and without names inside longer names."""
    masks = [match for match in matches if match.entry.table == "masks"]
    names = _longest([match for match in matches if match.entry.table in PROPER])
    rest = [match for match in matches if match.entry.table not in PROPER]
    kept = [match for match in rest if not any(_masks(mask, match) for mask in masks)]
    return tuple(
        sorted([*kept, *names], key=lambda match: (match.start, match.end, match.entry.table, match.entry.code))
    )


_MASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "not_attack": ("triggers",),
    "not_role": ("roles", "own", "agents"),
    "nobody": ("agents", "words"),
    "byline": ("roles", "own"),
    "genre_off": ("contexts",),
}


def _masks(mask: Match, match: Match) -> bool:
    covered = _MASKED[mask.entry.code]
    overlaps = match.start < mask.end and mask.start < match.end
    return overlaps and match.entry.table in covered and match.last - match.first <= mask.last - mask.first


def _longest(names: list[Match]) -> list[Match]:
    """Names that do not lie inside a longer one; of two for the same words the first entry stays, no doubtful place."""
    kept: list[Match] = []
    for match in sorted(names, key=lambda match: (match.start, -match.end, -_certainty(match))):
        if not kept or match.end > kept[-1].end:
            kept.append(match)
    return kept


def _certainty(match: Match) -> int:
    return match.entry.weight if match.entry.table == "places" else _OUTLET


_OUTLET: Final = 3
"""An outlet called after a town is meant rather than the town."""


class Covers:
    """The masks of words side by side, as they are looked for before it is known what language a text has."""

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        self._masks = {language: _Short(words) for language, words in lexicons.items()}
        self._languages: dict[tuple[str, str], set[str]] = {}
        for language, words in lexicons.items():
            for entry in words.entries:
                if entry.table in _COVERED:
                    self._languages.setdefault((entry.table, entry.pattern.replace("ё", "е")), set()).add(language)

        self.longest = max(masks.longest for masks in self._masks.values())
        """The words of the longest mask."""

    def has_word(self, words: Iterable[str]) -> bool:
        """Whether one of these words in small letters may be a word of a mask."""
        return any(masks.words.values(word) for word in words for masks in self._masks.values())

    def may_cover(self, match: Match, word: str) -> bool:
        """Whether a mask of each language that has the entry may cover this word, the whole of the match."""
        languages = self._languages.get((match.entry.table, match.entry.pattern))
        return languages is not None and all(self._masks[language].words.values(word) for language in languages)

    def cover(self, matches: Iterable[Match], text: str) -> bool:
        """Whether masks cover each of the matches of one word in a text, in every language that has its entry."""
        masks = Remembered(lambda language: self._masks[language].find(text))
        return all(
            any(_masks(mask, match) for mask in masks[language])
            for match in matches
            for language in self._languages[match.entry.table, match.entry.pattern]
        )


_COVERED: Final = frozenset(table for tables in _MASKED.values() for table in tables)


class _Short:
    """The masks of a language without a gap."""

    def __init__(self, words: Lexicon) -> None:
        every = [entry for entry in words.entries if entry.table == "masks" and _MASKED[entry.code]]
        short = [entry for entry in every if GAPS.keys().isdisjoint(entry.pattern.split())]
        self._lexicon = Lexicon(words.language, short)
        self.longest = max((longest for _, longest in self._lexicon.extents()), default=0)
        self.words = Beginnings(dict.fromkeys(self._lexicon.words(), True))

    def find(self, text: str) -> list[Match]:
        """The masks in a text, none across a sign."""
        found = self._lexicon.find(flatten(text, self._lexicon.language))
        return [match for match in found if _WORDS.fullmatch(text, match.start, match.end)]


_WORDS: Final = re.compile(r"[\w '’-]+")
