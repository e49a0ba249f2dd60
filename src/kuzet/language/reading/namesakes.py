"""Which mentions are of one person: those with one surname, and in Kazakh a first name alone or two of one family.

A Kazakh text calls again by the first name whom it introduced (*тілші Ернар Тілеубаев ... Ернардың телефонын*), and
a journalist and her brother share a surname.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, Protocol

from kuzet.language.names import people
from kuzet.language.names.people import Mention
from kuzet.language.reading.reading import Reading


class Named(Protocol):
    """A mention of a person with the number of its sentence."""

    @property
    def sentence(self) -> int:
        """The number of the sentence."""

    @property
    def mention(self) -> Mention:
        """The words."""


def surname(reading: Reading, one: Named) -> str:
    """The stem of the last word of a mention."""
    return people.stem(one.mention.words[-1], reading.sentences[one.sentence].language)


def keys(reading: Reading, every: Sequence[Named], known: AbstractSet[str]) -> Iterator[str]:
    """For each mention whom it is of, '' where the text introduces nobody so; `known` are surnames introduced."""
    owners = _owners(reading, [one for one in every if surname(reading, one) in known])
    shared = _shared(reading, every)
    for one in every:
        stem = surname(reading, one)
        by_first = stem not in known
        stem = owners.get(stem, "") if by_first and _is_kazakh(reading, one) else stem
        full = by_first or len(one.mention.words) > 1
        key = f"{stem} {_first(one)}" if stem in shared and full and _is_kazakh(reading, one) else stem
        yield key if stem in known else ""


def _is_kazakh(reading: Reading, one: Named) -> bool:
    return reading.sentences[one.sentence].language == "kk"


def _owners(reading: Reading, introduced: Sequence[Named]) -> dict[str, str]:
    """The surnames of people by their first names; a name that two have stands for neither."""
    found: dict[str, set[str]] = {}
    for one in introduced:
        if len(one.mention.words) == _FULL and _is_kazakh(reading, one):
            found.setdefault(_first(one), set()).add(surname(reading, one))
    return {first: next(iter(surnames)) for first, surnames in found.items() if len(surnames) == 1}


_FULL: Final = 2
"""Words of a first name with a surname."""


def _shared(reading: Reading, every: Sequence[Named]) -> frozenset[str]:
    """Surnames that the text gives to several people by their full names."""
    found: dict[str, set[str]] = {}
    for one in every:
        if len(one.mention.words) == _FULL and _is_kazakh(reading, one):
            found.setdefault(surname(reading, one), set()).add(_first(one))
    return frozenset(stem for stem, firsts in found.items() if _are_several(firsts))


def _are_several(firsts: AbstractSet[str]) -> bool:
    """Whether first names are of several people: none an initial or another spelling of the same."""
    return any(one[:_SAME] != other[:_SAME] and len(min(one, other, key=len)) > 1 for one in firsts for other in firsts)


_SAME: Final = 3
"""Letters that two spellings of one first name share."""


def _first(one: Named) -> str:
    return people.stem(one.mention.words[0], "kk")
