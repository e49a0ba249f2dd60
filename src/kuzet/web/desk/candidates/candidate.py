"""One candidate: its passage in the text of the document, what the machine proposes, and the forms of the verbs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet import countries
from kuzet.basis.coding import Candidate, Coding
from kuzet.basis.document import Document, Quotation
from kuzet.basis.incident import Passage
from kuzet.countries import Country
from kuzet.web.desk import blind, sources
from kuzet.web.desk.candidates.filters import Filters
from kuzet.web.desk.candidates.looking import lookers
from kuzet.web.desk.candidates.onward import address, beside
from kuzet.web.desk.candidates.suggested import others
from kuzet.web.desk.form import Asked, AttachForm, CodingForm, ReasonForm
from kuzet.web.desk.form.places import currencies, settlements, tiles
from kuzet.web.desk.form.points import points
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of
from kuzet.web.registry import deciding, models, store


class Piece(NamedTuple):
    """A stretch of the document's text; `marked` where it is of the candidate."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate with everything that is needed to decide on it."""

    candidate: Candidate
    document: Document
    coding: Coding | None
    state: str
    rank: float | None = None
    """Its place in the queue."""
    assignee: str = ""
    copies: tuple[str, ...] = ()
    """Open candidates of other documents that are the same text."""

    @property
    def passage(self) -> Passage:
        """The words that a decision names: the leading passage, with as much around it as makes it stand once."""
        return Passage(document=self.document.id, quote=once(self.document.text, self.candidate.passages[0]))


def find(ident: str) -> Case:
    """The candidate with this id; raises `Http404`."""
    row = models.Candidate.objects.filter(ident=ident).first()
    if row is None:
        raise Http404(ident)
    candidate = next(store.few(Candidate, [row]))
    document, coding = store.get(Document, candidate.document), deciding.proposed(ident)
    same = models.Candidate.objects.filter(family=row.family, state="open").exclude(ident=ident).order_by("ident")
    copies = tuple(same.values_list("ident", flat=True)) if row.family else ()
    return Case(candidate, document, coding, row.state, row.rank, row.assignee, copies)


def passages(case: Case, *, copies: bool) -> tuple[Passage, ...]:
    """The words that a decision names, of the near-copies too where asked."""
    same = (find(ident).passage for ident in case.copies) if copies else ()
    return (case.passage, *same)


def country() -> Country:
    """The country whose incidents are decided at this desk."""
    return countries.load(settings.COUNTRY)


def asked(language: str, case: Case) -> Asked:
    """What the coding form of a candidate needs to know."""
    return Asked(Labels(language), country(), (case.document,))


def show(request: HttpRequest, ident: str) -> HttpResponse:
    """The page of one candidate; a coder who has to code blindly what was made of it comes to that page."""
    case = find(ident)
    closed = blind.behind(request, case.document.id) if case.state == "accepted" else ""
    return redirect("second_code", closed) if closed else page(request, case)


def page(request: HttpRequest, case: Case, given: Mapping[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """The page with its forms; `given` are those that were sent and cannot be done yet, with the `problem`."""
    language = language_of(request)
    question, given = asked(language, case), dict(given or {})
    likely = others(case.candidate.id)
    incidents = [incident for one in likely for incident in one.incidents]
    forms = {
        "accept": CodingForm(question, case.coding),
        "attach": AttachForm(language, prefix="attach", initial={"incident": next(iter(incidents), "")}),
        "reject": ReasonForm(language, prefix="reject"),
    }
    source = sources.names([case.document.source], language).get(case.document.source, "")
    filters = Filters.read(request.POST or request.GET)
    following, previous = beside(request, filters, case.candidate.id, case.rank)
    shown = {
        "filters": filters,
        "following": address(following, filters) if following else "",
        "previous": address(previous, filters) if previous else "",
        "with_copies": request.method != "POST" or "copies" in request.POST,
        "lookers": ", ".join(lookers([case.candidate.id], request.user.get_username()).get(case.candidate.id, ())),
        "case": case,
        "source": source,
        "headline": sources.headline(case.document.title, source, case.document.published, language),
        "likely": likely,
        "proposed": question.labels.proposed(case.coding) if case.coding else (),
        "incidents": dict.fromkeys(incidents),
        "pieces": list(pieces(case.document.text, case.candidate.passages)),
    } | lists(language)
    return render(request, "desk/candidate.html", shown | forms | given, status=status)


def lists(language: str) -> dict[str, Any]:
    """What the coding form offers to choose from beside the codes."""
    code = country().profile.code
    return {
        "settlements": settlements(code, language),
        "tiles": tiles(code, language),
        "points": points(code, language),
        "currencies": currencies(code),
    }


def pieces(text: str, passages: tuple[Quotation, ...]) -> Iterator[Piece]:
    """The whole text in order, cut where a passage begins or ends; passages may overlap."""
    at = 0
    for passage in sorted(passages, key=lambda one: one.start):
        if passage.end > at:
            start = max(at, passage.start)
            yield Piece(text[at:start], marked=False)
            yield Piece(text[start : passage.end], marked=True)
            at = passage.end
    yield Piece(text[at:], marked=False)


def once(text: str, passage: Quotation) -> str:
    """The words of a passage, grown to both sides until they stand exactly once in the text."""
    start, end = passage.start, passage.end
    while text.count(text[start:end]) > 1 and (start, end) != (0, len(text)):
        start, end = max(0, start - 1), min(len(text), end + 1)
    return text[start:end]
