"""One answer to one question as a row of fields; the names of the fields lead into the word that they make.

`name_kk` is `name.kk`, `money_amount` is `money.amount`; a field `value` is the answer itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property, reduce
from typing import Any, ClassVar, Final, NamedTuple

from django import forms
from django.urls import reverse

from kuzet.basis.document import Quotation
from kuzet.basis.errors import KuzetError
from kuzet.basis.word import Word, from_data
from kuzet.web.desk.form import writing
from kuzet.web.desk.form.asked import Asked
from kuzet.web.desk.form.fields import Code
from kuzet.web.desk.form.quotations import located
from kuzet.web.desk.form.simple import Told
from kuzet.web.desk.wording import labels

EVIDENCE: Final = ("quotation", "at")


class MainCode(NamedTuple):
    """A code that is explained, None where none is chosen yet."""

    table: str
    code: labels.Told | None


class Row(Told):
    """An answer with the words that it rests on.

    `word` is the word that the fields make, None for a single value. `needs` are fields that an answer must have, each
    alone or in a group of which one is enough; `aside` are fields that alone are no answer. `held` are codes that
    may be kept though the codebook does not list them.
    """

    word: ClassVar[type[Word] | None] = None
    needs: ClassVar[tuple[tuple[str, ...], ...]] = (("value",),)
    aside: ClassVar[tuple[str, ...]] = ()
    unreadable: ClassVar[str] = "not_readable"
    """What is said where the fields make no answer."""
    kept = False
    """The answer is the one that the form was given."""

    quotation = forms.CharField(required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 1}))
    at = forms.CharField(required=False, max_length=600, widget=forms.HiddenInput)

    def __init__(self, asked: Asked, *given: Any, held: Collection[str] = (), **more: Any) -> None:  # noqa: ANN401
        self.asked = asked
        super().__init__(asked.language, *given, **more)
        self.order_fields([*self.answers(), *EVIDENCE])
        for name in self.answers():
            field = self.fields[name]
            if isinstance(field, Code):
                field.offer(asked, held)
        if self.coded:
            self.fields[self.coded].widget.attrs |= self._explained()

    @cached_property
    def coded(self) -> str:
        """The name of the field whose code is explained beside the row, '' for none."""
        fields = ((name, self.fields[name]) for name in self.answers())
        return next((name for name, field in fields if isinstance(field, Code) and field.table), "")

    @cached_property
    def main_code(self) -> MainCode | None:
        """The code that is explained."""
        if not self.coded:
            return None
        table = self.fields[self.coded].table
        return MainCode(table, self.asked.labels.told(table, self[self.coded].value() or ""))

    @property
    def cells(self) -> str:
        """The fields with their labels, as the page shows them."""
        return writing.cells(self.visible_fields())

    @property
    def meaning_id(self) -> str:
        """Where the page explains it."""
        return f"{self[self.coded].auto_id}_meaning"

    def _explained(self) -> dict[str, str]:
        address = reverse("codes", args=[self.fields[self.coded].table])
        return {"hx-get": address, "hx-trigger": "change", "hx-target": f"#{self.meaning_id}"}

    def label(self, name: str, told: Mapping[str, str]) -> str:
        """The label of the codebook's variable, or of the desk."""
        variable = getattr(self.fields[name], "variable", "")
        return self.asked.labels.variable(variable) if variable else told[f"field_{name}"]

    @classmethod
    def answers(cls) -> tuple[str, ...]:
        """The names of the fields beside those of the evidence."""
        return tuple(name for name in cls.base_fields if name not in EVIDENCE)

    @classmethod
    def told(cls, value: object, asked: Asked) -> dict[str, str]:
        """The fields of a value."""
        _ = asked
        return {name: _written(_led(value, name)) for name in cls.answers()}

    @classmethod
    def is_blank(cls, raw: Mapping[str, str]) -> bool:
        """Whether nothing is answered; a note of evidence or a role alone is no answer."""
        return not any(raw.get(name, "").strip() for name in cls.answers() if name not in cls.aside)

    def clean(self) -> dict[str, Any]:
        """All fields, with the quotation found in the text."""
        given: dict[str, Any] = super().clean()
        if not self.kept:
            self.check(given)
            given["quotation"] = self._quotation(given)
        if not self.errors:
            self._make(given)
        return given

    def _make(self, given: dict[str, Any]) -> None:
        try:
            given["made"] = self.made(given)
        except KuzetError:
            self.add_error(self.answers()[0], self.asked.words[self.unreadable])

    def made(self, given: Mapping[str, Any]) -> object:
        """The value that the fields give; raises `KuzetError`."""
        if self.word is None:
            return given["value"]
        data: dict[str, Any] = {}
        for name in self.answers():
            if given[name] not in ("", None) and given[name] is not False:  # a sum of 0 is one
                *before, last = name.split("_")
                reduce(lambda place, step: place.setdefault(step, {}), before, data)[last] = given[name]
        return from_data(data, self.word)

    def check(self, given: Mapping[str, Any]) -> None:
        """Note what an answer lacks."""
        for names in self.needs:
            if not any(given.get(name) or name in self.errors for name in names):
                self.add_error(names[0], self.asked.words["needed"])

    def pair(self, one: str, other: str, given: Mapping[str, Any]) -> None:
        """Two fields that say something only together."""
        for name, beside in ((one, other), (other, one)):
            if given.get(name) in ("", None) and given.get(beside) not in ("", None) and name not in self.errors:
                self.add_error(name, self.asked.words["needed"])

    def _quotation(self, given: Mapping[str, Any]) -> Quotation | None:
        typed = given.get("quotation") or ""
        found = located(typed, given.get("at", ""), self.asked.documents) if typed else None
        if typed and found is None:
            self.add_error("quotation", self.asked.words["not_quoted"])
        return found


def _led(value: object, name: str) -> object:
    """What a field holds of a value; None where it holds nothing there."""
    path = () if name == "value" else name.split("_")
    return reduce(lambda place, step: getattr(place, step, None), path, value)


def _written(value: object) -> str:
    """As a form sends it."""
    if isinstance(value, bool):
        return "on" if value else ""
    return "" if value is None else " ".join(str(value).split())
