"""What the codes of the codebook mean: all of a table as a page, or one of them beside the form."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of


def show(request: HttpRequest, table: str) -> HttpResponse:
    """The codes of a table; the one that was chosen, where a script asks for it. Raises `Http404`."""
    labels = Labels(language_of(request))
    if table not in labels.book.tables:
        raise Http404(table)
    if "HX-Request" in request.headers:
        chosen = next(iter(request.GET.values()), "")
        return render(request, "desk/code.html", {"code": labels.told(table, chosen)})
    titles = (
        labels.variable(name) for name, row in labels.book.table("variables").items() if row.extra["codes"] == table
    )
    codes = [labels.told(table, code) for code in labels.book.table(table)]
    return render(request, "desk/codes.html", {"title": next(titles, table), "codes": codes})
