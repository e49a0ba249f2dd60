"""Pages that are made without the request, and so without its language: they speak all three."""

from __future__ import annotations

from collections.abc import Mapping

from django.template import Library

from kuzet.basis.names import LANGUAGES
from kuzet.web.desk.wording.languages import words

register = Library()


@register.simple_tag  # type: ignore[untyped-decorator]  # Django tells no types
def every_language() -> list[tuple[str, Mapping[str, str]]]:
    """Each language with its words."""
    return [(language, words(language)) for language in LANGUAGES]
