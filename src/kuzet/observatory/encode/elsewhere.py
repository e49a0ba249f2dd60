"""A town elsewhere that an English text names with its state or country: in Santa Monica, California."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kuzet.basis.coding import Answer
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.countries import abroad
from kuzet.language import people, places
from kuzet.language.acts import Act
from kuzet.observatory.encode.material import Material, answer

_TOWN: Final = r"(?P<town>(?:(?:St|Ft|Mt)\. )?[A-Z][\w'’-]+(?:[ -](?:[A-Z]|l?a |del? |of )[\w'’-]*){0,2})"
_BEFORE: Final = re.compile(r"(?:^|[^\w\s.,] ?|\b[a-z]+ |[.,;:] )$")
"""What stands before a town: the beginning, a sign, a word in small letters; no name or title in capitals."""


def code(material: Material, act: Act) -> Answer[Place] | None:
    """The town nearest to the act that is named with its state or country."""
    for sentence in (*material.near(act), *material.scene.sentences):
        found = town(sentence.text, material.reading.names) if sentence.language == "en" else None
        if found is not None:
            start, end, country = found
            place = Place(name=Name.of("en", sentence.text[start:end]), precision="town", country=country)
            return answer(place, material.reading.quote(sentence, start, end), 0.4, "town with its state or country")
    return None


def town(text: str, names: people.NameData) -> tuple[int, int, str] | None:
    """Characters of the first town with its state or country in an English text, and the code of the country."""
    for match in _pattern().finditer(text):
        if _BEFORE.search(text[: match.start()]) and not _is_other(match["town"], names):
            return match.start("town"), match.end("town"), abroad.countries()[match["whole"]]
    return None


def _is_other(name: str, names: people.NameData) -> bool:
    """Whether it is a person (a given name and more), an office or an institution."""
    words = name.replace("-", " ").split()
    person = len(words) > 1 and people.known(words[0], "en", names) is not None
    return person or any(word.lower() in places.around("en")["no_town"] for word in words)


@cache
def _pattern() -> re.Pattern[str]:
    wholes = "|".join(sorted(map(re.escape, abroad.countries()), key=len, reverse=True))
    return re.compile(rf"{_TOWN}, (?P<whole>{wholes})(?!\w)")
