"""Days and moments on the pages, in the words of each language."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.template import Library

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadDate
from kuzet.language.values import form

register = Library()


@register.simple_tag(takes_context=True)  # type: ignore[untyped-decorator]  # Django tells no types
def day(context: dict[str, Any], value: EventDate | str | None) -> str:
    """A date in words, never more exact than it is known; `unknown` where there is none, what is no date as it is."""
    if not value:
        return str(context["w"]["unknown"])
    try:
        return form.date(EventDate.parse(str(value)), context["language"])
    except BadDate:
        return str(value)


@register.simple_tag(takes_context=True)  # type: ignore[untyped-decorator]  # Django tells no types
def moment(context: dict[str, Any], at: datetime) -> str:
    """A day in words with the time of it to the minute, in UTC."""
    there = at.astimezone(UTC)
    return f"{form.date(EventDate.parse(there.date().isoformat()), context['language'])}, {there:%H:%M}"
