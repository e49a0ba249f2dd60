"""Outlets as they are named in a coding, and where a person works."""

from __future__ import annotations

from typing import Final

from msgspec import structs

from kuzet.basis.names import Name
from kuzet.countries.records import Outlet
from kuzet.language.cast import Person
from kuzet.language.lexicon import Match
from kuzet.language.reading import Sentence
from kuzet.observatory.encode.material import Material

NEAR: Final = 6
"""An outlet this many words from a person at most is where the person works."""


def of(material: Material, person: Person) -> Name | None:
    """The outlet of the country pack that stands beside a person's name and role."""
    for seen in person.seen:
        sentence = material.reading.sentences[seen.sentence]
        for match in sentence.of("outlets") if seen.roles else ():
            if min(abs(match.first - seen.last), abs(seen.first - match.last)) <= NEAR:
                return _name(_outlet(material, match))
    return None


def _outlet(material: Material, match: Match) -> Outlet:
    return next(one for one in material.country.outlets if one.id == match.entry.code)


def written(outlet: Outlet, sentence: Sentence, text: str) -> Name:
    """The outlet's name; in the language of the text as the text writes it, where that cannot be a case of it."""
    if text.isascii() and not text.endswith("'s"):
        return structs.replace(_name(outlet), **{sentence.language: text})
    return _name(outlet)


def _name(outlet: Outlet) -> Name:
    return Name(kk=outlet.name.kk, ru=outlet.name.ru, en=outlet.name.en)
