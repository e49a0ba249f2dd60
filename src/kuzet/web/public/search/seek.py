"""A query answered from an index: the same hits in the same order as `search.js` gives in a browser.

A word of the query meets a key that it is, that it is a form of (the key and an ending), or that it begins; where no
key is met so, keys are met from which it differs by a slip: one letter more, less, other or changed with its neighbour,
in a long word two. Incidents that hold more words of the query come first, then those where they weigh more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kuzet.web.public.search.fold import fold, silent, words
from kuzet.web.public.search.forms import ends
from kuzet.web.public.search.index import Entry, Index

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

Met = list[tuple[Entry, int]]


def search(index: Index, query: str, most: int = 20) -> list[str]:
    """The numbers of the incidents that a query finds, the best first, at most so many."""
    return [index.ids[place] for place in ranked(index, asked(query))[:most]]


def asked(query: str) -> list[str]:
    """The folded words of a query, each once; words that say nothing are passed over where there are others."""
    folded = dict.fromkeys(key for word in words(query) if (key := fold(word)))
    return [key for key in folded if key not in silent()] or list(folded)


def ranked(index: Index, keys: Iterable[str]) -> list[int]:
    """Places of incidents, the best first."""
    scores: dict[int, int] = {}
    found: dict[int, int] = {}
    for key in keys:
        best: dict[int, int] = {}
        for entry, quality in met(index, key):
            told = quality * entry.rarity
            for place, weight in entry.weights.items():
                best[place] = max(best.get(place, 0), told * weight)
        for place, score in best.items():
            scores[place] = scores.get(place, 0) + score
            found[place] = found.get(place, 0) + 1
    return sorted(scores, key=lambda place: (-found[place], -scores[place], place))


def met(index: Index, word: str) -> Met:
    """The entries that a folded word meets, each with how good that is."""
    own = index.groups.get(word[:2], {})
    found = [(entry, quality) for key, entry in own.items() if (quality := straight(word, key, entry.mark))]
    if found or len(word) < SURE or word[0].isdigit():
        return found
    others = (pair for name, group in index.groups.items() if near(word, name) for pair in group.items())
    return _slipped(word, own.items()) or _slipped(word, others)


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


def _slipped(word: str, near: Iterable[tuple[str, Entry]]) -> Met:
    """The entries met with the fewest slips."""
    found: list[tuple[int, Entry]] = []
    least = 2 if len(word) >= LONG else 1
    for key, entry in near:
        if len(key) >= SURE and not key[0].isdigit() and (number := slips(word, key, entry.mark, least)) <= least:
            found.append((number, entry))
            least = number
    return [(entry, SLIPS[number]) for number, entry in found if number == least]


def slips(word: str, key: str, mark: int, most: int) -> int:
    """With how many slips a word is a key or a form of it; more than `most` where with none so few."""
    if len(key) > len(word) + most:
        return most + 1
    before: list[int] = []
    row = list(range(len(word) + 1))
    for at, letter in enumerate(key):
        after = [at + 1]
        for place, other in enumerate(word):
            cost = min(row[place] + (letter != other), row[place + 1] + 1, after[place] + 1)
            if at and place and letter == word[place - 1] and key[at - 1] == other:
                cost = min(cost, before[place - 1] + 1)
            after.append(cost)
        before, row = row, after
        if min(row) > most:
            return most + 1
    return min((row[place] for place in _ends(word, mark) if row[place] <= most), default=most + 1)


def _ends(word: str, mark: int) -> Iterator[int]:
    """Places of a word behind which only an ending stands."""
    return (place for place in range(SURE, len(word) + 1) if ends(word[place:], mark))
