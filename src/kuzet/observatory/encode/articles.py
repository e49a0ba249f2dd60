"""Articles of law cited, each with its code: the one named beside it, known for its number, or named in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec import structs

from kuzet.basis.coding import Answer
from kuzet.basis.document import Quotation
from kuzet.basis.law import LegalArticle
from kuzet.countries import Country
from kuzet.language.reading.reading import Sentence
from kuzet.language.values import law, numbers
from kuzet.observatory.encode.material import Material, answer

CODES_OF: Final = {
    "criminal_case": "criminal_code",
    "arrest_pretrial": "criminal_code",
    "imprisonment_sentence": "criminal_code",
    "suspended_sentence": "criminal_code",
    "administrative_arrest": "administrative_code",
    "fine": "administrative_code",
    "administrative_case": "administrative_code",
    "civil_case": "civil_code",
}
"""The code under which a method is done, where the text names none and the number is not known.

Other attacks are crimes, investigated under the criminal code.
"""


class Cited(NamedTuple):
    """An article where it is cited."""

    article: LegalArticle
    quotation: Quotation
    rule: str


def code(material: Material, methods: tuple[str, ...]) -> tuple[Answer[LegalArticle], ...]:
    """Every article of law that the scene cites, each once, in reading order."""
    cited = [one for sentence in material.scene.sentences for one in _cited(material, sentence)]
    named = {one.article.code for one in cited} - {""}
    found: dict[str, Answer[LegalArticle]] = {}
    for one in cited:
        article, rule = _with_code(one, material.country, named, methods)
        article = _with_part(article, material.country)
        found.setdefault(str(article), answer(article, one.quotation, 0.8 if rule == CITED else 0.6, rule))
    return _fullest(found.values())


CITED: Final = "article cited"


def _cited(material: Material, sentence: Sentence) -> Iterator[Cited]:
    known = _known(material.country)
    spellings = _spellings(material.country, sentence.language)
    for one in law.find(sentence.text, sentence.language, spellings, known):
        yield Cited(one.article, material.reading.quote(sentence, one.start, one.end), CITED)
    for number in numbers.find(sentence.text, sentence.language):
        article = str(number.value)
        if number.kind == "ordinal" and _stands_alone(sentence, number) and article in known:
            quotation = material.reading.quote(sentence, number.start, number.end)
            yield Cited(LegalArticle(code="", article=article), quotation, CITED)


def _stands_alone(sentence: Sentence, number: numbers.FoundNumber) -> bool:
    """An ordinal above a hundred in words, feminine as the Russian article is: сто семьдесят четвёртую."""
    words = sentence.text[number.start : number.end].lower()
    return sentence.language == "ru" and number.value > 100 and words.endswith(("ая", "ую", "ой", "ья", "ью"))


def _with_code(one: Cited, country: Country, named: set[str], methods: Sequence[str]) -> tuple[LegalArticle, str]:
    """The article with a code: as cited, else the only one known to have such an article, else that of the text."""
    if one.article.code:
        return one.article, one.rule
    known = _known(country).get(one.article.article, ())
    if len(known) == 1:
        return structs.replace(one.article, code=known[0]), f"article of {known[0]} by its number"
    if len(named) == 1:
        return structs.replace(one.article, code=min(named)), "code named elsewhere in the text"
    inferred = next((CODES_OF[method] for method in methods if method in CODES_OF), "criminal_code")
    return structs.replace(one.article, code=inferred), f"code of {inferred.partition('_')[0]} cases"


def _with_part(article: LegalArticle, country: Country) -> LegalArticle:
    """What writers call point or paragraph of an article is its part, where the pack knows such a part of it."""
    if article.part or (article.code, article.article, article.point) not in _parts(country):
        return article
    return structs.replace(article, part=article.point, point="")


def _fullest(found: Iterable[Answer[LegalArticle]]) -> tuple[Answer[LegalArticle], ...]:
    """Without those that another answer repeats with its part."""
    told = list(found)
    full = {(one.value.code, one.value.article) for one in told if one.value.part}
    return tuple(one for one in told if one.value.part or (one.value.code, one.value.article) not in full)


def _spellings(country: Country, language: str) -> Mapping[str, str]:
    return {spelling: one.code for one in country.law for spelling in getattr(one.spellings, language)}


def _known(country: Country) -> Mapping[str, tuple[str, ...]]:
    """The codes that have an article of a number, by number."""
    known: dict[str, dict[str, None]] = {}
    for one in country.law_articles:
        known.setdefault(one.article, {})[one.code] = None
    return {number: tuple(codes) for number, codes in known.items()}


def _parts(country: Country) -> frozenset[tuple[str, str, str]]:
    return frozenset((one.code, one.article, one.part) for one in country.law_articles if one.part)
