"""How numbers, percents, dates, money and listings are written in Kazakh, Russian and English.

Separators, percent signs and plural rules are CLDR's (Babel); the wording of dates and Kazakh cases are our own,
since CLDR holds no inflection and abbreviates the year. Spaces inside numbers and before units do not break.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from kuzet.basis.errors import BadInput
from kuzet.basis.names import LANGUAGES
from kuzet.language.forms import declension
from kuzet.language.text import tables

if TYPE_CHECKING:
    from babel import Locale

    from kuzet.basis.dates import EventDate, PartialDate
    from kuzet.basis.money import Money

Number = int | Decimal
NO_BREAK: Final = "\u00a0"
_PLURALS: Final = ("one", "few", "many", "other")
_PERCENT_WORD: Final = "пайыз"


def number(value: Number, language: str) -> str:
    """A count or measure with thousands separators, never rounded: `73 840`, `1,234.5`. Not for years."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=_locale(language), decimal_quantization=False)).replace("-", "−")


def percent(value: Number, language: str) -> str:
    """`value` percent (63 -> `63%`, in Russian `63 %` with a no-break space), never rounded."""
    pattern: str = _locale(language).percent_formats[None].pattern
    return number(value, language) + pattern[pattern.rindex("0") + 1 :]


def inflected(value: Number, language: str, case: str, unit: str = "") -> str:
    """A number as part of a sentence: in Kazakh with the ending of its last spoken word, `80-ге`; else as it is.

    `unit` is `%` for a percent (`63%-ға`).
    """
    text = percent(value, language) if unit == "%" else number(value, language)
    if language != "kk" or case == "nominative":
        return text
    return f"{text}-{declension.ending(_PERCENT_WORD if unit == '%' else spoken_end(value), case)}"


def spoken_end(value: Number) -> str:
    """The last word of a number read aloud in Kazakh: 2024 -> `төрт`, 300 -> `жүз`, 1.5 -> `бес`."""
    words = {int(row["value"]): tables.split(row["cardinal"])[0] for row in tables.rows("kk", "numerals")}
    digits = f"{abs(Decimal(value)):f}".replace(".", "").lstrip("0") or "0"
    zeros = len(digits) - len(digits.rstrip("0"))
    if digits == "0" or zeros < 2:
        return words[int(digits[-1 - zeros :])]
    return words[100 if zeros == 2 else 1000 ** min(zeros // 3, 3)]


def plural(n: Number, language: str, forms: Sequence[str]) -> str:
    """The form of a noun that agrees with `n`: kk and en `(one, other)`, ru `(one, few, many)`, a single form always.

    A Russian fraction takes the fourth form, or `few` where three are given (1,5 процента).
    Raises `BadInput` where the number of forms does not fit the language.
    """
    if len(forms) == 1:
        return forms[0]
    if len(forms) not in ((3, 4) if language == "ru" else (2,)):
        raise BadInput(tuple(forms), f"the plural forms of {language}: ru 3 or 4, kk and en 2", "plural")
    category: str = _locale(language).plural_form(abs(Decimal(n)))
    if language != "ru":
        return forms[0 if category == "one" else 1]
    return forms[_PLURALS.index(category)] if len(forms) == 4 else forms[{"one": 0, "many": 2}.get(category, 1)]


def counted(n: Number, language: str, forms: Sequence[str]) -> str:
    """A number with its noun: `5 случаев`, `1 incident`, `5 оқиға`."""
    return f"{number(n, language)}{NO_BREAK}{plural(n, language, forms)}"


def month(n: int, language: str, case: str = "nominative") -> str:
    """The name of month 1 to 12; cases: kk all of `declension.CASES`, ru nominative, genitive, prepositional."""
    if not 1 <= n <= 12:
        raise BadInput(n, "a month from 1 to 12", "month")
    row = tables.rows(language, "months")[n - 1]
    if language == "kk":
        return declension.noun(row["nominative"], case)
    return row.get(case) or row["nominative"]


def date(value: EventDate, language: str) -> str:
    """A date as a name: `20 September 2024`, `20 сентября 2024 года`, `2024 жылғы 20 қыркүйек`."""
    return _dated(value, language, "date")


def when(value: EventDate, language: str) -> str:
    """A date as the time of an act: `on 20 September 2024`, `в сентябре 2024 года`, `2024 жылғы 20 қыркүйекте`."""
    return _dated(value, language, "when")


def money(value: Money, language: str) -> str:
    """A sum with its currency: `73 840 тенге`, `20 MCI`; an unnamed currency keeps its ISO code."""
    rows = {row["code"]: row for row in tables.rows(language, "currencies")}
    row = rows.get(value.currency, {"one": value.currency, "few": value.currency, "many": value.currency})
    forms = (row["one"], row["few"], row["many"]) if language == "ru" else (row["one"], row["many"])
    amount = value.amount if value.amount != value.amount.to_integral_value() else int(value.amount)
    return counted(amount, language, forms)


def inside(label: str) -> str:
    """A label inside a sentence: its first letter is small, unless it begins an abbreviation.

    >>> inside("Fine"), inside("DDoS or hacker attack")
    ('fine', 'DDoS or hacker attack')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def listing(items: Sequence[str], language: str) -> str:
    """`a, b and c`; one item is itself, none is ''."""
    if len(items) < 2:
        return "".join(items)
    wording = tables.pairs(_known(language), "wording")
    return wording["and"].format(first=wording["comma"].join(items[:-1]), last=items[-1])


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise BadInput(language, "one of kk, ru, en", "language")
    return language


@cache
def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(_known(language))


_HALF_KNOWN: Final = ("since", "until")
"""Shapes within one month of which one day is known and the other is not: `2024-09-12/2024-09`."""


class _End:
    """One end of a date inside a wording: `{start}`, or `{start:dative}` in a case."""

    def __init__(self, value: PartialDate, language: str, with_year: bool) -> None:
        self.value, self.language, self.with_year = value, language, with_year

    def __format__(self, case: str) -> str:
        wording = tables.pairs(self.language, "wording")
        if self.value.month is None:
            return str(self.value.year)
        if self.value.day is None:
            text = month(self.value.month, self.language, case or "nominative")
        else:
            name = month(self.value.month, self.language, wording["month_of_day"] or case or "nominative")
            text = f"{self.value.day} {name}"
        if self.with_year and self.value.year is not None:
            return wording["with_year"].format(rest=text, year=self.value.year)
        return text


def _dated(value: EventDate, language: str, use: str) -> str:
    wording = tables.pairs(_known(language), "wording")
    shape = _shape(value)
    one_year = value.start.year == value.end.year and shape not in _HALF_KNOWN
    text = wording[f"{use}.{shape}"].format(
        start=_End(value.start, language, not one_year),
        end=_End(value.end, language, not one_year),
        day=value.start.day,
        year=value.start.year,
        end_year=value.end.year,
    )
    if not one_year or value.year is None or value.start.month is None:
        return text
    return wording["with_year"].format(rest=text, year=value.year)


def _shape(value: EventDate) -> str:
    same_month = (value.start.year, value.start.month) == (value.end.year, value.end.month)
    night = value.night and value.start.day is not None and value.end.day is not None
    if value.start == value.end:
        return "night" if night else value.start.precision
    if night:
        return "nights" if same_month else "night_span"
    if value.start.precision == value.end.precision == "year":
        return "years"
    if same_month and bool(value.start.day) != bool(value.end.day):
        return "since" if value.start.day else "until"
    return "days" if same_month and value.start.day and value.end.day else "span"
