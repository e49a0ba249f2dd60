"""Plain fields written at once: a template for each of the fifty of a coding form took most of the page's time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.forms import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape as escaped
from django.utils.safestring import mark_safe

Context = Mapping[str, Any]


class Renderer(DjangoTemplates):
    """Django's renderer of forms, which says the same, byte for byte."""

    def render(self, template_name: str, context: Context, request: object = None) -> str:
        """What the template would say; what is not listed, it does say."""
        write = _WRITTEN.get(template_name)
        told = write(context) if write else None
        return told if told is not None else str(super().render(template_name, context, request))


def cells(fields: Iterable[BoundField]) -> str:
    """Each field below its label, with what is wrong with it."""
    told: str = mark_safe("".join(map(_cell, fields)))  # noqa: S308  (each part is escaped)
    return told


def _cell(field: BoundField) -> str:
    label = f'<label for="{escaped(field.id_for_label)}">{escaped(field.label)}</label>'
    return f'<div class="cell cell-{field.name}">{label}{field.errors or ""}{field}</div>'


def _input(context: Context) -> str:
    widget = context["widget"]
    value = "" if widget["value"] is None else f' value="{escaped(widget["value"])}"'
    return f'<input type="{widget["type"]}" name="{escaped(widget["name"])}"{value}{_attributes(widget["attrs"])}>'


def _textarea(context: Context) -> str:
    widget = context["widget"]
    shown = _attributes(widget["attrs"])
    return f'<textarea name="{escaped(widget["name"])}"{shown}>\n{escaped(widget["value"] or "")}</textarea>'


def _attributes(held: Mapping[str, Any]) -> str:
    """As Django writes them: `True` is the bare name, `False` is left out."""
    told = {name: "" if value is True else f'="{escaped(value)}"' for name, value in held.items() if value is not False}
    return "".join(f" {name}{value}" for name, value in told.items())


def _errors(context: Context) -> str | None:
    """Nothing where there is none, which is nearly always."""
    return None if context["errors"] else ""


_WIDGETS: Final = "django/forms/widgets"

_WRITTEN: Final[Mapping[str, Callable[[Context], str | None]]] = {
    f"{_WIDGETS}/text.html": _input,
    f"{_WIDGETS}/hidden.html": _input,
    f"{_WIDGETS}/checkbox.html": _input,
    f"{_WIDGETS}/textarea.html": _textarea,
    "django/forms/errors/list/default.html": _errors,
}
