"""The coding form: what must be answered before an incident may be counted, with the machine's answers filled in."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from django import forms
from msgspec.structs import replace

from kuzet.basis.coding import Answer, Coder, Coding, Perpetrator, Target
from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadDate
from kuzet.basis.names import Name
from kuzet.basis.places import Place
from kuzet.countries import Country
from kuzet.web.desk.labels import Choice, Labels
from kuzet.web.desk.languages import words
from kuzet.web.registry.changes import book

T = TypeVar("T")


class ReasonForm(forms.Form):
    """A verb that needs nothing but its reason."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, language: str, *given: Any, **more: Any) -> None:  # noqa: ANN401  (Django's form)
        super().__init__(*given, label_suffix="", **more)
        told = words(language)
        for name, field in self.fields.items():
            field.label = told[name]
            field.error_messages |= {"required": told["needed"], "invalid_choice": told["not_listed"]}


class AttachForm(ReasonForm):
    """Another report of an incident that is there."""

    incident = forms.CharField(max_length=40)
    field_order = ("incident", "reason")


class CodingForm(ReasonForm):
    """A new incident."""

    method = forms.ChoiceField()
    perpetrator = forms.ChoiceField()
    target = forms.CharField(max_length=200)
    target_kind = forms.ChoiceField()
    date = forms.CharField(max_length=40)
    region = forms.ChoiceField()
    title = forms.CharField(max_length=300)
    summary = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ("method", "perpetrator", "target", "target_kind", "date", "region", "title", "summary", "reason")

    def __init__(self, language: str, country: Country, *given: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(language, *given, **more)
        labels, none = Labels(language), [("", "—")]
        self.fields["method"].choices = [*none, *labels.methods()]
        self.fields["perpetrator"].choices = [*none, *labels.choices("perpetrator_classes")]
        self.fields["target_kind"].choices = [*none, *labels.choices("target_kinds")]
        self.fields["region"].choices = [*none, *_regions(country, language)]
        self.fields["date"].help_text = words(language)["date_help"]

    def clean_date(self) -> EventDate:
        """The date in the written form of `EventDate`, with its year."""
        try:
            found = EventDate.parse(self.cleaned_data["date"].strip())
        except BadDate:
            found = None
        if found is None or found.year is None:
            raise forms.ValidationError(self.fields["date"].help_text)
        return found


def _regions(country: Country, language: str) -> list[Choice]:
    return [(region.iso, getattr(region.name, language)) for region in country.regions]


def initial(coding: Coding | None) -> dict[str, Any]:
    """The machine's answers as the form holds them; what it left open stays open."""
    if coding is None:
        return {}
    found: dict[str, Any] = {}
    if coding.methods:
        found["method"] = coding.methods[0].value
    if coding.perpetrators:
        found["perpetrator"] = coding.perpetrators[0].value.klass
    if coding.targets:
        target = coding.targets[0].value
        found |= {"target": target.name.best("en"), "target_kind": target.kind}
    if coding.date:
        found["date"] = str(coding.date.value)
    if coding.place:
        found["region"] = coding.place.value.region
    return found


def coded(form: CodingForm, machine: Coding, country: Country, coder: str, at: datetime) -> Coding:
    """A person's coding: the machine's answers with their quotations where the form kept them, new ones elsewhere."""
    given = form.cleaned_data
    category = book().table("methods")[given["method"]].extra["category"]
    kept = [method for method in machine.methods if method.value != given["method"]]
    return replace(
        machine,
        coder=Coder(id=coder),
        codebook=book().version,
        at=at,
        is_attack=_answer(machine.is_attack, value=True),
        category=_answer(machine.category, category),
        methods=(_answer(next(iter(machine.methods), None), given["method"]), *kept),
        perpetrators=_first(machine.perpetrators, _perpetrator(machine, given)),
        targets=_first(machine.targets, _target(machine, given)),
        date=_answer(machine.date, given["date"]),
        place=_answer(machine.place, _place(machine, given["region"], country)),
    )


def _answer(before: Answer[T] | None, value: T) -> Answer[T]:
    return before if before is not None and before.value == value else Answer(value=value)


def _first(before: tuple[Answer[T], ...], value: T) -> tuple[Answer[T], ...]:
    return (_answer(next(iter(before), None), value), *before[1:])


def _perpetrator(machine: Coding, given: dict[str, Any]) -> Perpetrator:
    before = machine.perpetrators[0].value if machine.perpetrators else None
    return before if before and before.klass == given["perpetrator"] else Perpetrator(klass=given["perpetrator"])


def _target(machine: Coding, given: dict[str, Any]) -> Target:
    if machine.targets:
        before = machine.targets[0].value
        name = before.name if before.name.best("en") == given["target"] else Name(en=given["target"])
        return replace(before, name=name, kind=given["target_kind"])
    return Target(name=Name(en=given["target"]), kind=given["target_kind"])


def _place(machine: Coding, iso: str, country: Country) -> Place:
    before = machine.place.value if machine.place else None
    if before and before.region == iso:
        return before
    names = next(region.name for region in country.regions if region.iso == iso)
    name = Name(kk=names.kk, ru=names.ru, en=names.en)
    return Place(name=name, precision="region", country=country.profile.code, region=iso)
