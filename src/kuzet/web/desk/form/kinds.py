"""The rows of each kind of answer: which fields it has, and what of them an answer needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from django import forms

from kuzet.basis.coding import Penalty, Perpetrator, Target
from kuzet.basis.dates import EventDate, PartialDate
from kuzet.basis.errors import BadDate
from kuzet.basis.law import LegalArticle
from kuzet.countries import Country
from kuzet.web.desk.form.asked import Asked
from kuzet.web.desk.form.fields import NOTHING, Code, CountryCode, Options, amount, flag, line, number
from kuzet.web.desk.form.rows import Row
from kuzet.web.desk.wording.labels import Choice

GENDERS: Final = ("f", "m")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_ARTICLE: Final = re.compile(r"\d+(-\d+)*", re.ASCII)


def laws(country: Country, language: str) -> list[Choice]:
    """The codes of law of a country."""
    return [(law.code, f"{getattr(law.short, language)}: {getattr(law.title, language)}") for law in country.law]


def events(country: Country, language: str) -> list[Choice]:
    """The events that shaped a period."""
    return [(event.code, getattr(event.label, language)) for event in country.events]


class MethodRow(Row):
    """What was done."""

    value = Code("methods", "methods")


class PerpetratorRow(Row):
    """Who did it, in which role."""

    word = Perpetrator
    needs = (("klass",),)
    aside = ("role",)
    klass = Code("perpetrator_classes", "perpetrator_class")
    kind = Code("perpetrator_kinds", "perpetrator_kind")
    role = Code("perpetrator_roles", "perpetrator_role")
    name_kk = line(lang="kk")
    name_ru = line(lang="ru")
    name_en = line(lang="en")


class TargetRow(Row):
    """Whom it hit."""

    word = Target
    needs = (("name_kk", "name_ru", "name_en"), ("kind",))
    name_kk = line(lang="kk")
    name_ru = line(lang="ru")
    name_en = line(lang="en")
    kind = Code("target_kinds", "")
    affiliation_kk = line(lang="kk")
    affiliation_ru = line(lang="ru")
    affiliation_en = line(lang="en")
    gender = forms.ChoiceField(required=False, widget=Options)
    people = number(1)

    def __init__(self, asked: Asked, *given: Any, **more: Any) -> None:  # noqa: ANN401  (Django's form)
        super().__init__(asked, *given, **more)
        self.fields["gender"].choices = [NOTHING, *((one, asked.words[f"gender_{one}"]) for one in GENDERS)]


class ArticleRow(Row):
    """An article of law."""

    word = LegalArticle
    needs = (("code",), ("article",))
    code = CountryCode(laws, "")
    article = line(20, inputmode="numeric")
    part = line(20)
    point = line(20)

    def clean_article(self) -> str:
        """Its number, such as 456-2."""
        return _fit(self.cleaned_data["article"], _ARTICLE, self.asked.words["article_help"])


class PenaltyRow(Row):
    """What was imposed or asked for."""

    word = Penalty
    needs = (("kind",),)
    kind = Code("penalty_kinds", "")
    money_amount = amount()
    money_currency = line(3, list="currencies", autocapitalize="characters")
    days = number()
    months = number()
    date = line(40)
    requested = flag()
    replaced = flag()

    def check(self, given: Mapping[str, Any]) -> None:
        """A sum has its currency, and a currency its sum."""
        super().check(given)
        self.pair("money_amount", "money_currency", given)

    def clean_money_currency(self) -> str:
        """Three capital letters."""
        return _fit(self.cleaned_data["money_currency"].upper(), _CURRENCY, self.asked.words["currency_help"])

    def clean_date(self) -> str:
        """The written form of a date, or nothing."""
        text = str(self.cleaned_data["date"])
        if text:
            _dated(text, self.asked)
        return text


class DateRow(Row):
    """When it happened: a day, a month, a year, a range of two, a night between two days."""

    needs = (("start",),)
    aside = ("night",)
    unreadable = "date_help"
    start = line(40, autocomplete="off")
    end = line(40, autocomplete="off")
    night = flag()

    @classmethod
    def told(cls, value: object, asked: Asked) -> dict[str, str]:
        """The fields of a date; a date that is no range has no end."""
        fields = super().told(value, asked)
        return fields | {"end": "" if fields["end"] == fields["start"] else fields["end"]}

    def clean(self) -> dict[str, Any]:
        """An incident is of a year."""
        given = super().clean()
        made = given.get("made")
        if made is not None and made.year is None and self.asked.complete:
            self.add_error("start", self.asked.words["date_help"])
        return given

    def made(self, given: Mapping[str, Any]) -> EventDate:
        """The date; raises `BadDate`."""
        start = EventDate.parse(given["start"])
        if not given["end"]:
            return EventDate(start.start, start.end, given["night"] or start.night)
        return EventDate(start.start, PartialDate.parse(given["end"]), given["night"])


class PeopleRow(Row):
    """How many people it hit."""

    value = number(1)


class EventRow(Row):
    """The event that it happened around."""

    value = CountryCode(events, "context_event")


def _fit(text: str, form: re.Pattern[str], expected: str) -> str:
    if text and not form.fullmatch(text):
        raise forms.ValidationError(expected)
    return text


def _dated(text: str, asked: Asked) -> None:
    try:
        EventDate.parse(text)
    except BadDate:
        raise forms.ValidationError(asked.words["date_help"]) from None


def of_code(table: str, variable: str) -> type[Row]:
    """The row of a question with one code as answer."""
    return type(f"{variable.title()}Row", (Row,), {"value": Code(table, variable), "__module__": __name__})
