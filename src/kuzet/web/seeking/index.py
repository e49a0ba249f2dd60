"""The index of an edition: keys of titles, summaries, names and places, with the incidents that hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import log2
from typing import Final

from kuzet.basis.incident import Incident
from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.seeking.fold import fold, words
from kuzet.web.seeking.forms import keys

TITLE: Final = 8
NAME: Final = 6
PLACE: Final = 5
SUMMARY: Final = 2
NUMBER: Final = 20
"""What a key weighs by where it stands; the heaviest of its places counts."""

_RARE: Final = 16
"""Parts into which a doubling of rarity is divided, so that all scores are whole numbers."""


MOST: Final = 2000
"""Incidents that a key names at most, those where it weighs most: what more of them hold tells little."""


@dataclass(slots=True)
class Entry:
    """One key: the mark of the languages whose endings may follow, and the weight of each incident by its place.

    `rarity` is how much the key tells: more, the fewer incidents hold it.
    """

    mark: int = 0
    weights: dict[int, int] = field(default_factory=dict)
    rarity: int = 0


@dataclass(slots=True)
class _Seen:
    """One key while incidents are read: how many hold it, and the first places of each weight, no more than needed."""

    mark: int = 0
    number: int = 0
    places: dict[int, list[int]] = field(default_factory=dict)

    def note(self, place: int, weight: int) -> None:
        """One more incident holds the key."""
        self.number += 1
        places = self.places.setdefault(weight, [])
        if len(places) < MOST:
            places.append(place)

    def entry(self, incidents: int) -> Entry:
        """The entry among so many incidents, with those where the key weighs most."""
        heaviest = ((place, weight) for weight in sorted(self.places, reverse=True) for place in self.places[weight])
        return Entry(self.mark, dict(sorted(islice(heaviest, MOST))), rarity(incidents, self.number))


Group = dict[str, Entry]


@dataclass(frozen=True, slots=True)
class Index:
    """All keys of some incidents in groups by their first two letters.

    `ids` are the numbers of the incidents, by whose place entries name them.
    """

    ids: tuple[str, ...]
    groups: dict[str, Group]

    @classmethod
    def of(cls, incidents: Iterable[Incident]) -> Index:
        """The index of incidents in their order. Of a placeholder only the number is found: it describes nothing."""
        ids: list[str] = []
        seen: defaultdict[str, _Seen] = defaultdict(_Seen)
        for place, incident in enumerate(incidents):
            ids.append(incident.id)
            for key, (mark, weight) in held(incident).items():
                seen[key].mark |= mark
                seen[key].note(place, weight)
        groups: dict[str, Group] = {}
        for key, one in seen.items():
            groups.setdefault(key[:2], {})[key] = one.entry(len(ids))
        return cls(tuple(ids), groups)

    def group(self, start: str) -> Mapping[str, Entry]:
        """The keys that begin with these two letters."""
        return self.groups.get(start, {})

    def others(self, near: Callable[[str], bool]) -> Iterable[tuple[str, Entry]]:
        """The keys of all groups that are near."""
        return (pair for name, group in self.groups.items() if near(name) for pair in group.items())

    def weights(self, entries: Sequence[Entry]) -> Iterable[Mapping[int, int]]:
        """What each of the entries weighs in which incident."""
        return (entry.weights for entry in entries)


def held(incident: Incident) -> dict[str, tuple[int, int]]:
    """The keys of an incident, each with the marks of all its places and the heaviest of its weights."""
    found = {fold(word): (0, NUMBER) for word in words(incident.id)}
    if incident.reconstructed:
        return found
    for name, weight in _texts(incident):
        for language in LANGUAGES:
            for word in dict.fromkeys(words(name.get(language))):
                for key, mark in keys(word, language):
                    marks, heaviest = found.get(key, (0, 0))
                    found[key] = marks | mark, max(heaviest, weight)
    return found


def _texts(incident: Incident) -> Iterator[tuple[Name, int]]:
    yield incident.title, TITLE
    for target in incident.targets:
        yield target.name, NAME
        if target.affiliation:
            yield target.affiliation, NAME
    for one in incident.perpetrators:
        if one.name:
            yield one.name, NAME
    yield incident.place.name, PLACE
    yield incident.summary, SUMMARY


def texts(incident: Incident) -> tuple[tuple[Name, int], ...]:
    """What an incident is found by beside its number, with what the words of it weigh."""
    return tuple(_texts(incident))


def rarity(incidents: int, holding: int) -> int:
    """How much a key tells that so many of the incidents hold."""
    return round(_RARE * log2(1 + incidents / holding))
