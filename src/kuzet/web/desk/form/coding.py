"""The whole form: a coding shown as rows, and a person's coding made of what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from django import forms
from msgspec.structs import replace

from kuzet.basis.coding import Answer, Coder, Coding
from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.desk.form import sent
from kuzet.web.desk.form.asked import Asked
from kuzet.web.desk.form.questions import QUESTIONS
from kuzet.web.desk.form.sections import Section, answers
from kuzet.web.desk.form.simple import ReasonForm

Given = Mapping[str, str]


class Texts(NamedTuple):
    """What an incident says in words."""

    title: Name | None = None
    summary: Name | None = None


EMPTY: Final = Texts()


class Fault(NamedTuple):
    """What stands in the way: the id of the field, its label, and what is expected."""

    field: str
    label: str
    expected: str


class TextsForm(ReasonForm):
    """Title and summary in the languages that are known, and the reason."""

    title_kk = forms.CharField(required=False, max_length=300, widget=forms.TextInput(attrs={"lang": "kk"}))
    title_ru = forms.CharField(required=False, max_length=300, widget=forms.TextInput(attrs={"lang": "ru"}))
    title_en = forms.CharField(required=False, max_length=300, widget=forms.TextInput(attrs={"lang": "en"}))
    summary_kk = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3, "lang": "kk"}))
    summary_ru = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3, "lang": "ru"}))
    summary_en = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3, "lang": "en"}))

    field_order = (*(f"{text}_{language}" for text in ("title", "summary") for language in LANGUAGES), "reason")

    def label(self, name: str, told: Mapping[str, str]) -> str:
        """With the language."""
        text, _, language = name.partition("_")
        return f"{told[text]} ({told[f'in_{language}']})" if language else told[name]

    def name(self, text: str) -> Name | None:
        """The title or the summary, None where nothing was typed."""
        given = {language: self.cleaned_data.get(f"{text}_{language}", "") for language in LANGUAGES}
        return Name(**given) if any(given.values()) else None


class CodingForm:
    """Sections of rows, and the texts; `texts` None: neither title nor summary nor reason is asked for."""

    def __init__(
        self,
        asked: Asked,
        base: Coding | None = None,
        data: Given | None = None,
        *,
        texts: Texts | None = EMPTY,
        prefix: str = "accept",
    ) -> None:
        self.asked, self.base, self.prefix = asked, base, prefix
        self.act = sent.act(data.get("do", "")) if data is not None else None
        self.checked = data is not None and self.act is None
        self.sections = tuple(
            Section(one, asked, answers(base, one.name), f"{prefix}-{one.name}").filled(data, self.act)
            for one in QUESTIONS
        )
        self.texts = _texts(asked, texts, data, prefix, checked=self.checked) if texts is not None else None

    @property
    def acted(self) -> bool:
        """Whether only a row was added, taken away or moved: the page is shown again, nothing is checked."""
        return self.act is not None

    def is_valid(self) -> bool:
        """Whether everything that is needed is there and fit."""
        return self.checked and not self.faults

    @property
    def faults(self) -> list[Fault]:
        """All that stands in the way, in the order of the page."""
        return list(self._faults()) if self.checked else []

    def _faults(self) -> Iterator[Fault]:
        for section in self.sections:
            if section.fault:
                yield Fault(section.ident, section.title, section.fault)
            for row in section.rows:
                yield from _of(row)
        if self.texts is not None:
            for text in ("title", "summary"):
                if self.texts.is_valid() and self.texts.name(text) is None:
                    self.texts.add_error(f"{text}_{self.asked.language}", self.asked.words["needed"])
            yield from _of(self.texts)

    def coding(self, subject: str, coder: str, at: datetime) -> Coding:
        """The person's coding of a valid form; its category is that of the main method.

        Raises `LookupError` for a form that is not valid.
        """
        if not self.is_valid():
            raise LookupError(subject)
        made: dict[str, Any] = {one.question.name: one.answered() for one in self.sections}
        version, methods = self.asked.labels.book.version, self.asked.labels.book.table("methods")
        base = self.base or Coding(subject=subject, coder=Coder(id=coder), codebook=version)
        row = methods.get(made["methods"][0].value) if made["methods"] else None
        made["category"] = _kept(base.category, row.extra["category"]) if row else base.category
        if self.asked.complete:
            made["is_attack"] = _kept(base.is_attack, value=True)
        return replace(base, subject=subject, coder=Coder(id=coder), codebook=version, at=at, **made)

    @property
    def year(self) -> int:
        """The year of a valid form's date."""
        date = next(one for one in self.sections if one.question.name == "date").answered()
        return int(date.value.year)

    @property
    def title(self) -> Name:
        """The title of a valid form."""
        return self._text("title")

    @property
    def summary(self) -> Name:
        """The summary of a valid form."""
        return self._text("summary")

    @property
    def reason(self) -> str:
        """The reason of a valid form."""
        return str(self.texts.cleaned_data["reason"]) if self.texts else ""

    def _text(self, name: str) -> Name:
        found = self.texts.name(name) if self.texts else None
        if found is None:
            raise LookupError(name)  # a form that is not valid
        return found


def _texts(asked: Asked, texts: Texts, data: Given | None, prefix: str, *, checked: bool) -> TextsForm:
    if checked:
        return TextsForm(asked.language, data, prefix=prefix)
    typed = {name: data.get(f"{prefix}-{name}", "") for name in TextsForm.base_fields} if data is not None else None
    return TextsForm(asked.language, initial=typed or _initial(texts), prefix=prefix)


def _initial(texts: Texts) -> dict[str, str]:
    return {f"{name}_{lang}": text for name, one in texts._asdict().items() if one for lang, text in one.known()}


def _of(form: forms.Form) -> Iterator[Fault]:
    for name, told in form.errors.items():
        yield Fault(form[name].id_for_label, str(form[name].label), " ".join(told))


def _kept(before: Answer[Any] | None, value: object) -> Answer[Any]:
    return before if before is not None and before.value == value else Answer(value=value)
