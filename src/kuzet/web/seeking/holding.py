"""The keys that an incident is found by: those of its titles, summaries, names and places."""

from __future__ import annotations

from collections.abc import Iterator
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


def held(incident: Incident) -> dict[str, tuple[int, int]]:
    """The keys of an incident, each with the marks of all its places and the heaviest of its weights.

    Of a placeholder only the number is found: it describes nothing.
    """
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
