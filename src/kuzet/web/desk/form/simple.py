"""Forms of verbs that ask for a reason and little else, and what all forms of the desk share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from django import forms

from kuzet.web.desk.wording.languages import words

NUMBERS: Final = (forms.IntegerField, forms.DecimalField)


class Told(forms.Form):
    """A form whose messages are those of the desk, in its language."""

    def __init__(self, language: str, *given: Any, **more: Any) -> None:  # noqa: ANN401  (Django's form)
        super().__init__(*given, label_suffix="", **more)
        for name, field in self.fields.items():
            field.label = self.label(name, words(language))
            field.error_messages |= messages(language, number=isinstance(field, NUMBERS))

    def label(self, name: str, told: Mapping[str, str]) -> str:
        """The label of a field."""
        return told[name]


class ReasonForm(Told):
    """A verb that needs nothing but its reason."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))


class AttachForm(ReasonForm):
    """Another report of an incident that is there."""

    incident = forms.CharField(max_length=40, widget=forms.TextInput(attrs={"list": "incidents"}))
    field_order = ("incident", "reason")


@cache
def messages(language: str, *, number: bool) -> Mapping[str, str]:
    """What is said of each way in which the answer to a field can be unfit."""
    told = words(language)
    found = dict.fromkeys(
        ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits"),
        told["not_a_number" if number else "not_readable"],
    )
    return found | {
        "required": told["needed"],
        "invalid_choice": told["not_listed"],
        "max_length": told["too_long"],
        "null_characters_not_allowed": told["not_readable"],
    }
