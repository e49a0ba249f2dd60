"""A query answered from an index: the same hits in the same order as `search.js` gives in a browser.

A word of the query meets a key that it is, that it is a form of (the key and an ending), or that it begins; where no
key is met so, keys are met from which it differs by a slip: one letter more, less, other or changed with its neighbour,
in a long word two. Incidents that hold more words of the query come first, then those where they weigh more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, Protocol, TypeVar

from rapidfuzz.distance import OSA

from kuzet.web.seeking.fold import fold, silent, words
from kuzet.web.seeking.forms import ends
from kuzet.web.seeking.index import Index

EXACT: Final = 100
FORM: Final = 90
BEGINS: Final = 60
SLIPS: Final = (100, 50, 30)
"""How good a meeting is: the key itself, a form of it, its beginning; and by the number of slips."""

LEAST: Final = 3
"""Letters of a query's word that may be but the beginning of a key."""

SURE: Final = 4
LONG: Final = 8
"""Letters from which one slip, and two slips, are looked for."""


FOUND: Final = 10**12
"""What an incident scores for each word that it holds, beside how well: more than how well all words of a query can."""


class Told(Protocol):
    """What is known of a key: the languages whose endings may follow it, and how much it tells."""

    @property
    def mark(self) -> int: ...  # noqa: D102

    @property
    def rarity(self) -> int: ...  # noqa: D102


Key = TypeVar("Key", bound=Told)
Place = TypeVar("Place", int, str)
Met = list[tuple[Key, int]]


class Searched(Protocol[Key, Place]):
    """Where keys stand: `Index` in memory, `Disk` in a file, the tables of a registry.

    A place is an incident, in order of its number.
    """

    def along(self, word: str) -> Mapping[str, Key]:
        """At least the keys that a word begins with, and those that begin with it."""

    def group(self, start: str) -> Mapping[str, Key]:
        """The keys that begin with these two letters."""

    def others(self, near: Callable[[str], bool]) -> Iterable[tuple[str, Key]]:
        """The keys of all groups that are near."""

    def weights(self, entries: Sequence[Key]) -> Iterable[Mapping[Place, int]]:
        """What each of the entries weighs in which incident."""


def search(index: Index, query: str, most: int = 20) -> list[str]:
    """The numbers of the incidents that a query finds, the best first, at most so many."""
    return [index.ids[place] for place in ranked(index, asked(query))[:most]]


def asked(query: str) -> list[str]:
    """The folded words of a query, each once; words that say nothing are passed over where there are others."""
    folded = dict.fromkeys(key for word in words(query) if (key := fold(word)))
    return [key for key in folded if key not in silent()] or list(folded)


def ranked(index: Searched[Any, Place], keys: Iterable[str]) -> list[Place]:
    """Places of incidents, the best first."""
    scores: dict[Place, int] = {}
    for key in keys:
        for place, score in _best(index, key).items():
            scores[place] = scores.get(place, 0) + FOUND + score
    return sorted(sorted(scores), key=scores.__getitem__, reverse=True)


def _best(index: Searched[Any, Place], word: str) -> dict[Place, int]:
    """How well each incident is met by one word."""
    best: dict[Place, int] = {}
    meetings = met(index, word)
    for (entry, quality), weights in zip(meetings, index.weights([entry for entry, _ in meetings]), strict=True):
        told = quality * entry.rarity
        for place, weight in weights.items():
            if told * weight > best.get(place, 0):
                best[place] = told * weight
    return best


def met(index: Searched[Key, Any], word: str) -> Met[Key]:
    """The entries that a folded word meets, each with how good that is."""
    own = index.along(word)
    found = [(entry, quality) for key, entry in own.items() if (quality := straight(word, key, entry.mark))]
    if found or len(word) < SURE or word[0].isdigit():
        return found
    return _slipped(word, index.group(word[:2]).items()) or _slipped(word, index.others(lambda name: near(word, name)))


def near(word: str, name: str) -> bool:
    """Whether a slip at the beginning of a word can lead to keys of a group."""
    first, second, other = word[0], word[1], name[1:]
    return name[0] in (first, second) or other in (first, second)


def straight(word: str, key: str, mark: int) -> int:
    """How good a folded word meets a key without a slip, 0 for not at all."""
    if word == key:
        return EXACT
    if word.startswith(key):
        return FORM if mark and ends(word[len(key) :], mark) else 0
    return BEGINS if len(word) >= LEAST and key.startswith(word) else 0


def _slipped(word: str, near: Iterable[tuple[str, Key]]) -> Met[Key]:
    """The entries met with the fewest slips."""
    found: list[tuple[int, Key]] = []
    least = 2 if len(word) >= LONG else 1
    for key, entry in near:
        if len(key) >= SURE and not key[0].isdigit() and (number := slips(word, key, entry.mark, least)) <= least:
            found.append((number, entry))
            least = number
    return [(entry, SLIPS[number]) for number, entry in found if number == least]


def slips(word: str, key: str, mark: int, most: int) -> int:
    """With how many slips a word is a key or a form of it; more than `most` where with none so few."""
    return min((OSA.distance(start, key, score_cutoff=most) for start in _starts(word, mark)), default=most + 1)


@lru_cache(maxsize=1000)
def _starts(word: str, mark: int) -> tuple[str, ...]:
    """The beginnings of a word behind which only an ending stands."""
    return tuple(word[:place] for place in range(SURE, len(word) + 1) if ends(word[place:], mark))
