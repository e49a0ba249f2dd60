"""What a candidate may report once more: other candidates, and the incidents that rest on their documents."""

from __future__ import annotations

from typing import Final, NamedTuple

from kuzet.web.registry import alike, models

GONE: Final = ("duplicate", "withdrawn")
"""Statuses of incidents that nothing can be added to."""


class Other(NamedTuple):
    """Another candidate with the title of its document, and the ids of the incidents that cite it."""

    ident: str
    title: str
    incidents: list[str]


def others(ident: str) -> list[Other]:
    """The likeliest first; what people judged is left out."""
    found = alike.others(ident)
    documents = {one: one.rpartition("#")[0] for one in found}
    titles = dict(models.Document.objects.filter(ident__in=documents.values()).values_list("ident", "title"))
    cited = models.Citation.objects.filter(document__in=documents.values()).exclude(incident__status__in=GONE)
    incidents: dict[str, list[str]] = {}
    for document, incident in cited.order_by("incident__ident").values_list("document", "incident__ident"):
        incidents.setdefault(document, []).append(incident)
    return [Other(one, titles.get(name) or one, incidents.get(name, [])) for one, name in documents.items()]
