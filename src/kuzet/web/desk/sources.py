"""Sources by their names, and what stands for the title of a text that has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kuzet.basis.dates import EventDate
from kuzet.basis.document import Source
from kuzet.language.values import form
from kuzet.web.registry import store


def names(idents: Iterable[str], language: str) -> Mapping[str, str]:
    """The names of these sources in a language; of those that the registry does not hold their ids."""
    wanted = {one for one in idents if one}
    known = {one.id: one.name.best(language) for one in store.load_where(Source, "ident", sorted(wanted))}
    return {one: known.get(one, one) for one in wanted}


def headline(title: str, source: str, published: EventDate | str | None, language: str) -> str:
    """The title of a text, or else who published it and when; '' where nothing of this is known."""
    day = form.date(EventDate.parse(str(published)), language) if published else ""
    return title or ", ".join(filter(None, (source, day)))
