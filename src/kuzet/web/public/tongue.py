"""The words of the pages in one language: the site's own, the names of fields and codes, numbers, dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from kuzet import countries
from kuzet.basis import codebook
from kuzet.basis.codebook import Codebook
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.basis.fields import FIELDS, NONE, UNKNOWN
from kuzet.basis.law import LegalArticle
from kuzet.basis.money import Money
from kuzet.basis.names import LANGUAGES, Name
from kuzet.countries import Country, Names
from kuzet.language.text import yml
from kuzet.language.values import form
from kuzet.observatory.write import phrases
from kuzet.observatory.write.phrases import Phrases

_MONTHS: Final = 12

WORDS: Final = files("kuzet.web.public") / "words"


@cache
def words(language: str) -> Mapping[str, Any]:
    """Everything that the pages say by key; raises `BadInput` for another language."""
    if language not in LANGUAGES:
        raise BadInput(language, f"one of {', '.join(LANGUAGES)}", "language of a page")
    said: dict[str, Any] = yml.loaded((WORDS / f"{language}.yml").read_text("utf-8"))
    return said


@dataclass(frozen=True, eq=False)
class Tongue:
    """The words of one language for a codebook and a country; `tongue` makes each once."""

    language: str
    codebook: Codebook
    country: Country

    @property
    def phrases(self) -> Phrases:
        """The report's phrases, which the pages share."""
        return phrases.load(self.language)

    @property
    def words(self) -> Mapping[str, Any]:
        """The site's own words."""
        return words(self.language)

    def say(self, key: str, **values: object) -> str:
        """One of the site's words, its places filled."""
        return str(self.words[key]).format(**values) if values else str(self.words[key])

    def of(self, names: Names) -> str:
        """The one of a country pack's names that is in the language."""
        return {"kk": names.kk, "ru": names.ru, "en": names.en}[self.language]

    def field(self, name: str) -> str:
        """The name of a field, as a heading."""
        return str(self.words.get(f"field_{name}") or self.phrases.fields[name])

    def code(self, name: str, code: str) -> str:
        """The label of a code of a field; what nobody can name is shown as the code itself."""
        table = FIELDS[name].table if name in FIELDS else ""
        if table and code in self.codebook.table(table):
            return self.codebook.table(table)[code].label.best(self.language)
        own = self.phrases.codes.get(name, {}).get(code)
        return own or self._known(name, code) or code

    def _known(self, name: str, code: str) -> str:
        """The label of a code that stands in no codebook."""
        if code in (UNKNOWN, NONE):
            return self.phrases.codes["any"][code]
        if name == "region":
            return next((self.of(one.name) for one in self.country.regions if one.iso == code), "")
        if name == "context_event":
            return next((self.of(one.label) for one in self.country.events if one.code == code), "")
        if name == "month" and code.isdecimal():
            return form.month(int(code), self.language)
        if name == "article":
            law, _, article = code.partition(" ")
            return self.article(LegalArticle(code=law, article=article)) if article else ""
        return ""

    def label(self, table: str, code: str) -> str:
        """The label of a code of a codebook table; the code itself where it is not listed."""
        found = self.codebook.table(table).get(code)
        return found.label.best(self.language) if found else code

    def article(self, article: LegalArticle) -> str:
        """An article of law as it is cited."""
        law = next((self.of(one.short) for one in self.country.law if one.code == article.code), article.code)
        parts = [self.words["article"].format(law=law, article=article.article)]
        parts += [self.words["article_part"].format(part=article.part)] if article.part else []
        parts += [self.words["article_point"].format(point=article.point)] if article.point else []
        return ", ".join(parts)

    def date(self, date: EventDate | str) -> str:
        """A date in words, never more exact than it is known."""
        return _dated(str(date), self.language)

    def moment(self, at: datetime) -> str:
        """A day in words and the time of it to the minute, in UTC."""
        there = at.astimezone(UTC)
        return f"{self.date(there.date().isoformat())}, {there:%H:%M} UTC"

    def number(self, value: int) -> str:
        """A number with its thousands apart."""
        return form.number(value, self.language)

    def counted(self, value: int, noun: str = "incident") -> str:
        """A number with a noun of the phrases."""
        return f"{self.number(value)}{form.NO_BREAK}{self.noun(value, noun)}"

    def noun(self, value: int, noun: str = "incident") -> str:
        """The noun that stands beside a number."""
        own = self.words.get(f"{noun}_forms")
        return form.plural(value, self.language, own) if own else self.phrases.noun(noun, "", Decimal(value))

    def duration(self, months: int, days: int) -> str:
        """A length of time in years, months and days, such as `4 years 6 months`."""
        years, rest = divmod(months, _MONTHS)
        parts = (("year", years), ("month", rest), ("day", days))
        return " ".join(self.counted(number, noun) for noun, number in parts if number)

    def begun(self, text: str) -> str:
        """A text at the beginning of a sentence or as a heading."""
        return text[:1].upper() + text[1:]

    def small(self, text: str) -> str:
        """A label inside a sentence."""
        return form.inside(text)

    def money(self, money: Money) -> str:
        """A sum with its currency."""
        return form.money(money, self.language)

    def foreign(self, name: Name) -> str:
        """The language in which a name is shown where it is not this one; '' where it is."""
        found = next((code for code in (self.language, *LANGUAGES) if name.get(code)), "")
        return "" if found == self.language else found


@lru_cache(maxsize=1 << 14)
def _dated(date: str, language: str) -> str:
    """Dates in words are kept: a large edition has a hundred thousand of them, and few different ones."""
    return form.date(EventDate.parse(date), language)


@cache
def tongue(language: str, version: str, country: str) -> Tongue:
    """The words for a codebook version and a country by its code."""
    return Tongue(language, codebook.load(version), countries.load(country.lower()))
