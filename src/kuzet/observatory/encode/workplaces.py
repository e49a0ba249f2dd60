"""Outlets as they are named in a coding, and where a person works."""

from __future__ import annotations

from typing import Final

from msgspec import structs

from kuzet.basis.names import Name
from kuzet.countries.records import Outlet
from kuzet.language.cast import Person
from kuzet.language.lexicon import Match
from kuzet.language.outlets import Target
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


PERSONAL: Final = (
    "non_fatal_attack_beating",
    "threat_to_life_liberty_health",
    "bullying_intimidation_threats",
    "sexual_harassment",
    "abduction",
    "murder",
    "attempted_murder",
    "short_term_detention",
    "arrest_pretrial",
    "administrative_arrest",
    "house_arrest",
    "imprisonment_sentence",
    "suspended_sentence",
    "interrogation",
    "travel_ban",
    "deportation_expulsion",
    "fine",
    "criminal_case",
    "dismissal",
)
"""What is done to a person: the outlet that is only told as the place of work is not hit by it, but by a search."""


def only(material: Material, target: Target, codes: tuple[str, ...]) -> bool:
    """Whether an outlet is told only as where somebody works whom the act hit, in every sentence that names it."""
    if not codes or codes[0] not in PERSONAL or "search" in codes:
        return False
    places = [
        (number, one)
        for number, group in material.scene.cast.targets.items()
        for one in group
        if one.what == target.what and _called(material, one) == _called(material, target)
    ]
    return all(_is_beside_worker(material, number, one) for number, one in places)


def _called(material: Material, target: Target) -> str:
    if target.what == "outlet":
        return target.code
    return material.reading.sentences[target.sentence].text[target.start : target.end]


def _is_beside_worker(material: Material, number: int, outlet: Target) -> bool:
    """Whether a person of the media, or a word for one, stands right beside the outlet."""
    sentence = material.reading.sentences[number]
    workers = [match for match in sentence.of("roles") if match.entry.weight == 1]
    people = [one for one in material.scene.cast.targets[number] if one.what == "person"]
    beside: list[Match | Target] = [*workers, *people]
    return any(_apart(one, outlet) <= BESIDE for one in beside)


def _apart(one: Match | Target, outlet: Target) -> int:
    return max(outlet.first - one.last - 1, one.first - outlet.last - 1, 0)


BESIDE: Final = 2
"""Words at most between an outlet and the one who works there: a kind of outlet, a town."""


def _outlet(material: Material, match: Match) -> Outlet:
    return next(one for one in material.country.outlets if one.id == match.entry.code)


def written(outlet: Outlet, sentence: Sentence, text: str) -> Name:
    """The outlet's name; in the language of the text as the text writes it, where that cannot be a case of it."""
    as_listed = sentence.language == "kk" and text in outlet.spellings()
    if as_listed or (text.isascii() and not text.endswith("'s")):
        return structs.replace(_name(outlet), **{sentence.language: text})
    return _name(outlet)


def _name(outlet: Outlet) -> Name:
    return Name(kk=outlet.name.kk, ru=outlet.name.ru, en=outlet.name.en)
