"""Decimal fractions on the pages, as each language writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.template import Library

from kuzet.language.values import form

register = Library()


@register.simple_tag(takes_context=True)  # type: ignore[untyped-decorator]  # Django tells no types
def decimal(context: dict[str, Any], value: float, places: int) -> str:
    """A number rounded to so many places, in the language of the page: `0.85`, in Kazakh and Russian `0,85`."""
    return form.number(Decimal(f"{value:.{places}f}"), context["language"])
