"""Which mentions are of one person: those with one surname, and in Kazakh a first name alone or two of one family.

A Kazakh text calls again by the first name whom it introduced (*тілші Ернар Тілеубаев ... Ернардың телефонын*), and
a journalist and her brother share a surname.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, Protocol, TypeVar

from kuzet.language.names import fold, people
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


N = TypeVar("N", bound=Named)


def surname(reading: Reading, one: Named) -> str:
    """The stem of the last word of a mention."""
    return people.stem(one.mention.words[-1], reading.sentences[one.sentence].language)


def keys(reading: Reading, every: Sequence[Named], known: AbstractSet[str]) -> Iterator[str]:
    """For each mention whom it is of, '' where the text introduces nobody so; `known` are surnames introduced."""
    owners = _owners(reading, [one for one in every if surname(reading, one) in known])
    shared = _shared(reading, every)
    of_both = _of_both(reading, every)
    for one in every:
        stem = surname(reading, one)
        by_first = stem not in known
        stem = owners.get(stem, "") if by_first and _is_kazakh(reading, one) else stem
        full = by_first or len(one.mention.words) > 1
        key = f"{stem} {_first(one)}" if stem in shared and full and _is_kazakh(reading, one) else stem
        if stem in of_both and (full or not _is_kazakh(reading, one)):
            key = f"{key} {_gender(reading, one)}".rstrip()
        yield key if stem in known else ""


def across(reading: Reading, grouped: Mapping[str, Sequence[N]]) -> dict[str, list[N]]:
    """The groups with those joined that name one person in several languages: Тамара Еслямова, Tamara Yeslyamova.

    Within one language surnames have joined them already. A surname alone joins whom no other one can be.
    """
    joined: dict[str, list[N]] = {}
    for key, group in grouped.items():
        same = [other for other, own in joined.items() if _are_one(reading, own, group)]
        if len(same) == 1:
            joined[same[0]].extend(group)
        else:
            joined[key] = list(group)
    return joined


def _are_one(reading: Reading, left: Sequence[Named], right: Sequence[Named]) -> bool:
    if not _languages(reading, left).isdisjoint(_languages(reading, right)):
        return False
    one, other = (fold.name(" ".join(max(own, key=_length).mention.words)) for own in (left, right))
    apart = one.gender and other.gender and one.gender != other.gender
    return not apart and fold.agreement(one, other) > 0


def _length(one: Named) -> int:
    return len(one.mention.words)


def _languages(reading: Reading, group: Sequence[Named]) -> set[str]:
    return {reading.sentences[one.sentence].language for one in group}


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


def _of_both(reading: Reading, every: Sequence[Named]) -> frozenset[str]:
    """Surnames that a man and a woman bear by their full names, in whatever languages: a brother and a sister."""
    found: dict[str, dict[str, str]] = {}
    for one in every:
        if len(one.mention.words) == _FULL and (gender := _gender(reading, one)):
            found.setdefault(surname(reading, one), {})[gender] = _first(one)
    return frozenset(stem for stem, firsts in found.items() if _are_several(frozenset(firsts.values())))


def _gender(reading: Reading, one: Named) -> str:
    return people.gender(one.mention.words, reading.sentences[one.sentence].language, reading.names)


def _are_several(firsts: AbstractSet[str]) -> bool:
    """Whether first names are of several people: none an initial or another spelling of the same."""
    return any(one[:_SAME] != other[:_SAME] and len(min(one, other, key=len)) > 1 for one in firsts for other in firsts)


_SAME: Final = 3
"""Letters that two spellings of one first name share."""


def _first(one: Named) -> str:
    return people.stem(one.mention.words[0], "kk")
