"""Towns that no list knows: one with its state or country (Santa Monica, California), one with a word for village."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kuzet.basis.coding import Answer
from kuzet.basis.document import Quotation
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.countries import abroad
from kuzet.language.names import people, places
from kuzet.language.reading.acts import Act
from kuzet.language.reading.reading import Sentence
from kuzet.observatory.encode.material import Material, answer

LAND: Final = re.compile(r" (?:Territory|Krai|Oblast|Province|Governorate)\b")
"""What makes of the name of a town abroad that of the land around it."""

_PART: Final = r"(?:[A-Z]|l?a |del? |of )[\w'’-]*"
_TOWN: Final = (
    r"(?:\b(?:In|At|Near|Outside|From) )?"
    rf"(?P<town>(?:(?:St|Ft|Mt)\. )?[A-Z][\w'’-]+(?:[ -]{_PART}){{0,2}})"
)
_BEFORE: Final = re.compile(r"(?:^|[^\w\s.,] ?|\b[a-z]+ |[.,;:] )$")
"""What stands before a town: the beginning, a sign, a word in small letters; no name or title in capitals."""


def code(material: Material, act: Act) -> Answer[Place] | None:
    """The town nearest to the act that is named with its state or country."""
    for sentence in (*material.near(act), *material.scene.sentences):
        own = sentence.language == "en"
        found = (town(sentence.text, material.reading.names) or _in_a_land(sentence)) if own else None
        if found is not None:
            start, end, country = found
            place = Place(name=Name.of("en", sentence.text[start:end]), precision="town", country=country)
            return answer(place, material.reading.quote(sentence, start, end), 0.4, "town with its state or country")
    return None


def town(text: str, names: people.NameData) -> tuple[int, int, str] | None:
    """Characters of the first town with its state or country in an English text, and the code of the country."""
    for match in _pattern().finditer(text):
        before = text[: match.start()]
        if _BEFORE.search(before) and not _is_other(match["town"], before, names):
            return match.start("town"), match.end("town"), abroad.countries()[match["whole"]]
    return None


def _in_a_land(sentence: Sentence) -> tuple[int, int, str] | None:
    """The same of a town with the land around another one: *Kungur, Perm Territory*."""
    for place in sentence.of("places"):
        found = _AND_ITS.search(sentence.text[: place.start])
        if found and LAND.match(sentence.text, place.end) and place.entry.code.startswith("abroad:"):
            return *found.span("town"), place.entry.code.partition(":")[2].partition("|")[0]
    return None


_AND_ITS: Final = re.compile(rf"(?:^|[.—–-] |\b[a-z]+ ){_TOWN}, $")


def _is_other(name: str, before: str, names: people.NameData) -> bool:
    """Whether it is a person (a given name and more, or after a title), an office or an institution."""
    words = name.replace("-", " ").split()
    person = len(words) > 1 and people.known(words[0], "en", names) is not None
    title = [word.strip(".") for word in before.split()[-1:] if word[0].isupper()]
    return person or any(word.lower() in places.around("en")["no_town"] for word in (*title, *words))


_NAME: Final = r"(?P<name>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]+(?:-[^\W\d_]+)*)"
_VILLAGE: Final = {
    "ru": re.compile(rf"\b(?:[Сс]ел[оаеу]|[Пп]ос[её]л(?:ок|к[аеу])|[Аа]ул[ае]?) {_NAME}"),
    "kk": re.compile(rf"{_NAME} (?:ауылы|кенті)(?:на|нда|нан|ның|ндағы|не|нде|нен|нің|ндегі)?\b"),
    "en": re.compile(rf"\bvillage of {_NAME}|\b[a-z]+ {_NAME.replace('name', 'first')} village\b"),
}


def village(material: Material, act: Act) -> tuple[Name, Quotation] | None:
    """A village by its word near the act or at the beginning of the scene, its name as it stands."""
    scene = material.scene
    lead = (one for one in scene.sentences if one.number <= scene.first + 1)
    for sentence in (*material.near(act), *lead):
        for found in _villages(sentence):
            start, end = found.span(found.lastgroup or 0)
            if people.known(sentence.text[start:end], sentence.language, material.reading.names) is None:
                name = Name.of(sentence.language, sentence.text[start:end])
                return name, material.reading.quote(sentence, start, end)
    return None


_CHECKPOINT: Final = {
    "ru": re.compile(
        rf"(?:[Пп]ункт\w* пропуска|[Пп]огранпереход\w*|[Пп]ереход\w*|КПП|[Тт]аможенн\w+ пост\w*) [«\"]?{_NAME}"
        rf"|[«\"]?{_NAME.replace('name', 'first')}[»\"]? (?:погранпереход|пункт пропуска)"
    ),
    "kk": re.compile(
        rf"(?!Шекара|Кеден|Бақылау|Күзет)\b{_NAME}[»\"]? (?:шекара |кеден )?(?:өткел|бекет|өткізу пункт)\w*"
    ),
    "en": re.compile(r"\b(?P<name>[A-Z][\w-]+ (?:border )?(?:checkpoint|crossing|border post|customs post))\b"),
}


def checkpoint(material: Material, act: Act) -> tuple[Name, Quotation] | None:
    """A checkpoint near the act that has a name of its own: it is more exact than the region or the town beside it."""
    for sentence in material.near(act):
        pattern = _CHECKPOINT.get(sentence.language)
        for found in pattern.finditer(sentence.text) if pattern else ():
            start, end = found.span(found.lastgroup or 0)
            if not any(one.start < end and start < one.end for one in sentence.of("places")):
                name = Name.of(sentence.language, sentence.text[start:end])
                return name, material.reading.quote(sentence, start, end)
    return None


def _villages(sentence: Sentence) -> list[re.Match[str]]:
    pattern = _VILLAGE.get(sentence.language)
    return list(pattern.finditer(sentence.text)) if pattern else []


@cache
def _pattern() -> re.Pattern[str]:
    wholes = "|".join(sorted(map(re.escape, abroad.countries()), key=len, reverse=True))
    return re.compile(rf"{_TOWN}, (?P<whole>{wholes})(?!\w)")
