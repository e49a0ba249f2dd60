"""Kinds of fields; whether an answer is needed is decided by the row, since a row may stay empty."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from html import escape
from typing import Any, Protocol

from django import forms
from django.utils.safestring import mark_safe

from kuzet.countries import Country
from kuzet.web.desk.wording.labels import Choice, Labels

NOTHING: Choice = ("", "—")


class Offering(Protocol):
    """What a code needs to know to list its choices."""

    @property
    def country(self) -> Country:
        """The country whose incidents are coded."""

    @property
    def labels(self) -> Labels:
        """The labels of the codebook."""


class Options(forms.Select):
    """A list to choose from, written at once: a template for each of hundreds of options took most of a page's time."""

    choices: Any = ()  # Django's property looks at each choice once more, after the field has

    def render(self, name: str, value: object, attrs: Mapping[str, Any] | None = None, renderer: object = None) -> str:  # noqa: ARG002
        """The list with what is chosen."""
        held = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        shown = "".join(f' {key}="{escape(str(told))}"' for key, told in held.items())
        chosen = "" if value is None else str(value)
        made: str = mark_safe(f"<select{shown}>{_options(self.choices, chosen)}</select>")  # noqa: S308  (each part is escaped)
        return made


class Code(forms.ChoiceField):
    """One code of a table of the codebook; `variable` is the codebook's name of the question, if it has one."""

    def __init__(self, table: str, variable: str) -> None:
        self.table, self.variable = table, variable
        super().__init__(required=False, widget=Options)

    def offer(self, asked: Offering, held: Collection[str]) -> None:
        """List the codes, and those that are held though the codebook does not know them."""
        self.choices = [NOTHING, *self._listed(asked)]
        if unlisted := [(code, code) for code in held if not self.valid_value(code)]:
            self.choices = [*self.choices, *unlisted]

    def _listed(self, asked: Offering) -> list[Any]:
        return asked.labels.methods() if self.table == "methods" else asked.labels.choices(self.table)


class CountryCode(Code):
    """One of what a country pack lists: its regions, its laws, its events."""

    def __init__(self, listed: Callable[[Country, str], list[Choice]], variable: str) -> None:
        self._offered = listed
        super().__init__("", variable)

    def _listed(self, asked: Offering) -> list[Any]:
        return self._offered(asked.country, asked.labels.language)


def line(longest: int = 300, **attrs: str) -> forms.CharField:
    """A line of text."""
    return forms.CharField(required=False, max_length=longest, widget=forms.TextInput(attrs=attrs))


def number(least: int = 0) -> forms.IntegerField:
    """A whole number, typed: no wheel of the mouse changes it unseen."""
    return forms.IntegerField(required=False, min_value=least, max_value=10**9, widget=_digits("numeric"))


def amount(least: float | None = 0, most: float | None = None) -> forms.DecimalField:
    """An exact number."""
    return forms.DecimalField(
        required=False, min_value=least, max_value=most, max_digits=20, decimal_places=6, widget=_digits("decimal")
    )


def flag() -> forms.BooleanField:
    """Yes, or nothing said."""
    return forms.BooleanField(required=False)


def _digits(mode: str) -> forms.TextInput:
    return forms.TextInput(attrs={"inputmode": mode, "autocomplete": "off"})


def _options(choices: Iterable[Any], chosen: str) -> str:
    return "".join(_option(value, label, chosen) for value, label in choices)


def _option(value: str, label: Any, chosen: str) -> str:  # noqa: ANN401  (a label, or the choices of a group)
    if not isinstance(label, str):
        return f'<optgroup label="{escape(value)}">{_options(label, chosen)}</optgroup>'
    return f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(label)}</option>'
