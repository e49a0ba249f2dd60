"""The vocabulary of a country: the lexicons of the languages and the names of its pack, in all their cases.

Codes of its entries: an outlet's id, `settlement:<row>`, `district:<row>`, `region:<ISO>` and `country:<code>` for
places of the country (rows count from 0), `abroad:`, `area:` and `land:<country>|<kk>|<ru>|<en>` for towns, states and
countries elsewhere, `<class>/<kind>` for offices. A place of weight 0 is one that `reading` must see told.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from kuzet import countries
from kuzet.basis.garbage import uncollected
from kuzet.basis.names import LANGUAGES
from kuzet.countries import Country, abroad
from kuzet.language.names import people
from kuzet.language.reading import reading
from kuzet.language.text import tables
from kuzet.language.vocabulary import cases, models
from kuzet.language.vocabulary.lexicon import Entry

_GENDERS: Final = {"female": "f", "male": "m", "any": ""}


@cache
def load(code: str) -> reading.Vocabulary:
    """The vocabulary of the country pack of that code, made once; raises `BadInput` for a country without a pack."""
    if code != countries.check(code):
        return load(countries.check(code))
    with uncollected():
        words = of(countries.load(code))
        _ = words.gate  # which is made when it is first asked for, by any document
        gc.freeze()  # a million things that stay: looked through no more, which took a tenth of the time of reading
    return words


def of(country: Country) -> reading.Vocabulary:
    """The vocabulary of a country pack."""
    extra = {language: tuple(_entries(country, language)) for language in LANGUAGES}
    return reading.Vocabulary(
        lexicons=reading.lexicons(extra),
        names=name_data(country),
        laws={language: country.law_spellings(language) for language in LANGUAGES},
        articles=dict(_law_acts(country)),
        models=models.shipped(),
    )


def _law_acts(country: Country) -> Iterator[tuple[tuple[str, str], Entry]]:
    """Articles used against media workers hint at a case under them; what protects them tells of obstruction."""
    for article in country.law_articles:
        key = (article.code, article.article)
        method = f"{article.proceeding}_case"
        if article.stance == "against" and article.proceeding in ("criminal", "administrative", "civil"):
            yield key, Entry(table="triggers", code=method, weight=1, pattern=f"{article.code} {article.article}")
        elif key in _PROTECTING:
            code = "illegal_impediments_denial_of_access"
            yield key, Entry(table="triggers", code=code, weight=2, pattern=f"{article.code} {article.article}")


_PROTECTING: Final = (("criminal_code", "158"),)
"""The article on obstruction of lawful professional activity."""


def name_data(country: Country) -> people.NameData:
    """Given names under their stems in any case, those of the world as English writes them, and endings of surnames."""
    given: dict[str, dict[people.Given, None]] = {}
    for row in country.names:
        for form in dict.fromkeys((row.name.kk, row.name.ru, row.name.en, *row.forms)):
            for key in (people.stem(form, "ru"), people.stem(form, "kk"), people.plain(form)):
                given.setdefault(key, {}).setdefault(people.Given(name=form, gender=_GENDERS[row.gender]))
    for known in tables.rows("en", "given"):
        gender = known["gender"].replace("any", "")
        given.setdefault(people.plain(known["name"]), {}).setdefault(people.Given(name=known["name"], gender=gender))
    endings: dict[str, list[tuple[str, str]]] = {language: [] for language in LANGUAGES}
    for ending in country.surname_endings:
        endings[ending.language].append((ending.ending.lower().lstrip("-"), _GENDERS[ending.gender]))
    names = {key: tuple(found) for key, found in given.items()}
    return people.NameData(given=names, endings={key: tuple(rows) for key, rows in endings.items()})


def _entries(country: Country, language: str) -> Iterator[Entry]:
    yield from _outlets(country, language)
    yield from _places(country, language)
    for office in country.offices:
        code = f"{office.perpetrator_class}/{office.kind}"
        for words in getattr(office.words, language):
            yield Entry(table="agents", code=code, weight=2, pattern=_stem_phrase(words))


def _stem_phrase(words: str) -> str:
    """A stem phrase of the pack as a pattern: abbreviations in capitals are whole words."""
    return " ".join(f"{word}." if word.isupper() and len(word) > 1 else word for word in words.split())


def _named_first(words: str, language: str) -> str:
    """The stem phrase of a region or district; in Kazakh the name before the word for it takes no ending.

    *Семей облысы* is one, *Семейде облыстық мәслихат* is the council of a region in the town of Semey.
    """
    pattern = _stem_phrase(words)
    if language != "kk":
        return pattern
    *names, kind = pattern.split()
    return " ".join([*(name if name.endswith(".") else f"{name}." for name in names), kind])


def _outlets(country: Country, language: str) -> Iterator[Entry]:
    for outlet in country.outlets:
        for spelling in outlet.spellings():
            weight = 0 if outlet.common_word and "." not in spelling else 1
            for pattern in cases.patterns(spelling, language):
                table = "ngos" if outlet.kind == "ngo" else "outlets"
                yield Entry(table=table, code=outlet.id, weight=weight, pattern=pattern, proper=True)


def _places(country: Country, language: str) -> Iterator[Entry]:
    owned = _owned(country)
    yield from _towns(country, language, owned)
    for number, district in enumerate(country.districts):
        for stems in getattr(district.stems, language):
            pattern = _named_first(stems, language)
            yield Entry(table="places", code=f"district:{number}", weight=1, pattern=pattern, proper=True)
    for region in country.regions:
        for stems in getattr(region.stems, language):
            pattern = _named_first(stems, language)
            yield Entry(table="places", code=f"region:{region.iso}", weight=1, pattern=pattern, proper=True)
    for row in tables.rows(language, "capitals"):
        yield Entry(table="places", code=f"region:{country.profile.capital}", weight=1, pattern=row["word"])
    names = getattr(country.profile.aliases, language)
    code = f"country:{country.profile.code.upper()}"
    yield from _place(code, (getattr(country.profile.name, language), *names), language, adjectives=False)
    yield from _foreign(language, owned)


def _towns(country: Country, language: str, owned: Mapping[str, int]) -> Iterator[Entry]:
    for number, town in enumerate(country.settlements):
        code = f"settlement:{number}"
        if not town.ambiguous:
            yield from _place(code, town.spellings(), language)
            for adjective in _small_adjectives(town.spellings(), language):
                yield Entry(table="places", code=code, weight=1, pattern=adjective)
            continue
        yield from _beside_kind(code, town.spellings(), language)
        yield from _doubtful(code, (one for one in town.spellings() if owned[one.casefold()] == 1), language)


def _foreign(language: str, owned: Mapping[str, int]) -> Iterator[Entry]:
    for code, place in abroad.places().items():
        if not place.ambiguous:
            yield from _place(code, place.spellings, language, adjectives=place.kind == "town")
            continue
        yield from _beside_kind(code, place.spellings, language)
        yield from _doubtful(code, (one for one in place.spellings if owned[one.casefold()] == 1), language)
        yield from _beside_state(code, place, language)


def _owned(country: Country) -> Counter[str]:
    """How many places at home and abroad have a spelling: what several have says nothing without more beside it."""
    spellings = [town.spellings() for town in country.settlements]
    spellings += [place.spellings for place in abroad.places().values()]
    return Counter(name for names in spellings for name in {one.casefold() for one in names})


def _place(code: str, spellings: Iterable[str], language: str, *, adjectives: bool = True) -> Iterator[Entry]:
    """Entries of a place whose name stands alone, with the Russian adjectives of it."""
    for spelling in dict.fromkeys(spellings):
        if not _belongs(spelling, language):
            continue
        for pattern in cases.patterns(spelling, language):
            yield Entry(table="places", code=code, weight=2, pattern=pattern, proper=True)
        for pattern in cases.adjectives(spelling.lower()) if adjectives and language == "ru" else ():
            yield Entry(table="places", code=code, weight=1, pattern=pattern)


def _small_adjectives(spellings: Iterable[str], language: str) -> Iterator[str]:
    """Kazakh adjectives of the towns of the country (abroad one is a word for the masses, бұқаралық)."""
    if language == "kk":
        yield from dict.fromkeys(one for spelling in spellings for one in cases.kazakh_adjectives(spelling))


def _beside_kind(code: str, spellings: Iterable[str], language: str) -> Iterator[Entry]:
    """Entries of a name that may mean another thing, beside a word such as village."""
    for spelling in dict.fromkeys(spellings):
        for pattern in cases.patterns(spelling, language) if _belongs(spelling, language) else ():
            for form in cases.with_kind(pattern, language):
                yield Entry(table="places", code=code, weight=2, pattern=form)


def _doubtful(code: str, spellings: Iterable[str], language: str) -> Iterator[Entry]:
    """Entries of a name that may mean another thing, which counts where the words around it tell of a place."""
    for spelling in dict.fromkeys(spellings) if language in _TOLD else ():
        if _belongs(spelling, language) and not cases.is_adjective(spelling, language):
            for pattern in cases.patterns(spelling, language):
                yield Entry(table="places", code=code, weight=0, pattern=pattern, proper=True)


_TOLD: Final = ("ru", "en", "kk")
"""Russian and English have words such as in before a place; in Kazakh a region and a comma tell one."""


def _beside_state(code: str, place: abroad.Elsewhere, language: str) -> Iterator[Entry]:
    """Entries of a name before its state or country: Jackson, Miss."""
    whole = [one for one in abroad.wholes(place) if _belongs(one, language)]
    for spelling in (one for one in place.spellings if whole and _belongs(one, language)):
        for pattern in cases.patterns(spelling, language):
            for state in whole:
                for after in cases.patterns(state, language):
                    yield Entry(table="places", code=code, weight=2, pattern=f"{pattern} {after}", proper=True)


def _belongs(spelling: str, language: str) -> bool:
    """Latin spellings are English, Cyrillic ones Kazakh or Russian (either may stand in a text of the other)."""
    return bool(_CYRILLIC.search(spelling)) == (language != "en")


_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
