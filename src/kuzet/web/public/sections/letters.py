"""Names under their first letter, in the order of a language's alphabet, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kuzet.adapters.batches import in_batches
from kuzet.web.public.edition import Entry
from kuzet.web.public.rendering import page
from kuzet.web.public.tongue import Tongue

MOST: Final = 12
"""Incidents of a place that the list links to."""

PAGE: Final = 400
"""Names a page."""

_MARKS: Final = "«»“”„\"' "


class Named(NamedTuple):
    """A person, an outlet or a place: its page where it has one, or some of its incidents, and how many these are."""

    name: str
    unit: str
    page: str
    number: int
    incidents: Sequence[str] = ()


class Letter(NamedTuple):
    """The names that begin with a letter; pages are numbered, as letters make no addresses."""

    number: int
    letter: str
    names: list[Named]


def by_letter(names: Iterable[Named], words: Mapping[str, str]) -> list[Letter]:
    """The names under their first letters, both in the order of the alphabet."""
    order = {letter: place for place, letter in enumerate(words["alphabet"])}
    found: dict[str, list[Named]] = {}
    for one in names:
        first = one.name.strip(_MARKS)[:1].upper()
        found.setdefault(first if first in order else words["names_others"], []).append(one)
    letters = sorted(found, key=lambda letter: order.get(letter, len(order)))
    ordered = (sorted(found[letter], key=lambda one: _sorted(one, order)) for letter in letters)
    return [Letter(number, *pair) for number, pair in enumerate(zip(letters, ordered, strict=True), 1)]


def _sorted(one: Named, order: Mapping[str, int]) -> tuple[list[int], str]:
    return [order.get(letter, len(order)) for letter in one.name.strip(_MARKS).upper()], one.page


def listed(letters: Iterable[Letter], folder: str) -> list[tuple[str, str, int]]:
    """What leads to the letters from the page above `folder`: each with its first page and the number of names."""
    return [(one.letter, f"{folder}/{one.number}.html", len(one.names)) for one in letters]


def pages(letters: Iterable[Letter], folder: str, said: Tongue, common: Mapping[str, object]) -> Iterator[Entry]:
    """The pages of all letters in `folder`, below the page of that name; other languages have other letters."""
    for one in letters:
        yield from _of_letter(one, folder, said, {**common, "title": one.letter})


def _of_letter(one: Letter, folder: str, said: Tongue, common: Mapping[str, object]) -> Iterator[Entry]:
    batches = list(in_batches(one.names, PAGE))
    files = [f"{one.number}.html", *(f"{one.number}-{place}.html" for place in range(2, len(batches) + 1))]
    for place, (file, some) in enumerate(zip(files, batches, strict=True), 1):
        path = f"{said.language}/{folder}/{file}"
        shown = {"names": some, "others": list(enumerate(files, 1)), "current": place}
        apart = {"everywhere": False, "across": f"/{folder}.html"}
        yield path, page("letter.html", path, said, {**common, **shown, **apart})
