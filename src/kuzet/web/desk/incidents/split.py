"""Give some passages of an incident an incident of their own, coded by the form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from msgspec.structs import replace

from kuzet.basis.document import Document
from kuzet.basis.incident import Decision, Incident, Passage, Verb
from kuzet.observatory import review
from kuzet.web.desk.candidates.candidate import country, lists
from kuzet.web.desk.candidates.verbs import TAKEN, UNFIT
from kuzet.web.desk.form import Asked, CodingForm, Texts
from kuzet.web.desk.incidents import page
from kuzet.web.desk.incidents.acts import decision, take
from kuzet.web.desk.incidents.history import decisions
from kuzet.web.desk.incidents.moves import looked_at
from kuzet.web.desk.incidents.page import Held
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import deciding, store

PREFIX: Final = "split"


def split(request: HttpRequest, ident: str) -> HttpResponse:
    """The passages to choose from with the form of the new incident; sent, the decision."""
    held, told = page.find(ident), words(language_of(request))
    step, found = review.step(held.incident.status, Verb.SPLIT), list(passages(held.incident))
    if (
        step is None
        or len(found) < len(("one that goes", "one that stays"))
        or not page.may(request, step)
        or page.shut(request, held, step)
    ):
        return page.page(request, held, {"problem": told["not_now"]}, TAKEN)
    form = _coding_form(request, held.incident, request.POST if request.method == "POST" else None)
    wanted = [int(one) for one in request.POST.getlist("passage") if one.isdecimal() and int(one) < len(found)]
    shown = {"passages": list(enumerate(found)), "wanted": wanted, "form": form}
    if request.method != "POST":
        page.opened(request, held)
    if request.method != "POST" or form.acted:
        return _page(request, held, shown)
    if not form.is_valid() or not 0 < len(wanted) < len(found):
        problem = "" if 0 < len(wanted) < len(found) else told["some_passages"]
        return _page(request, held, shown | {"problem": problem}, UNFIT)

    def refuse(problem: str, status: int) -> HttpResponse:
        return _page(request, held, shown | {"problem": problem}, status)

    made = _made(request, held, form, tuple(found[number] for number in wanted))
    return take(request, made, (looked_at(request, held.version), 0), refuse)


def passages(incident: Incident) -> Iterator[Passage]:
    """The words that an incident rests on, of all its documents, without those that went to another one."""
    taken = decisions(incident.id)
    gone = {
        (passage.document, passage.quote)
        for one in taken
        if one.verb is Verb.SPLIT and one.incident == incident.id and one.id not in _undone(taken)
        for passage in one.passages
    }
    cited = {citation.document for citation in incident.citations}
    seen: set[tuple[str, str]] = set(gone)
    for ident in incident.decisions:
        for passage in store.get(Decision, ident).passages:
            words_of = (passage.document, passage.quote)
            if passage.document in cited and words_of not in seen:
                seen.add(words_of)
                yield passage


def _undone(taken: list[Decision]) -> frozenset[str]:
    return frozenset(one.id for one in taken) - frozenset(one.id for one in review.in_force(taken))


def _made(request: HttpRequest, held: Held, form: CodingForm, moved: tuple[Passage, ...]) -> Decision:
    new = deciding.next_ident(country().profile.code, form.year)
    coding = replace(form.coding(new, request.user.get_username(), datetime.now(UTC)), subject=new)
    told: dict[str, Any] = {"coding": coding, "title": form.title, "summary": form.summary}
    return decision(request, Verb.SPLIT, form.reason, incident=held.incident.id, into=new, passages=moved, **told)


def _coding_form(request: HttpRequest, incident: Incident, data: Any) -> CodingForm:  # noqa: ANN401
    documents = tuple(store.load_where(Document, "ident", (one.document for one in incident.citations)))
    asked = Asked(Labels(language_of(request)), country(), documents)
    return CodingForm(asked, incident.codings[0], data, texts=Texts(incident.title, incident.summary), prefix=PREFIX)


def _page(request: HttpRequest, held: Held, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    given = {"held": held, "title": held.shown.title.best(language_of(request))}
    return render(request, "desk/split.html", given | shown | lists(language_of(request)), status=status)
