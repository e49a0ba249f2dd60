"""A correspondent's reports: what somebody saw or was told is sent from here, and what became of it is seen.

A report is a document of which nobody outside the desk reads a word (`basis.document.is_private`), and it waits in the
queue as any candidate does. Who sent it stands in the paper trail alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuzet.basis.coding import Answer, Candidate, Coder, Coding
from kuzet.basis.dates import EventDate
from kuzet.basis.document import PRIVATE, Document, Quotation, Source
from kuzet.basis.names import LANGUAGES, Name
from kuzet.web.desk.candidates.candidate import country
from kuzet.web.desk.candidates.verbs import UNFIT
from kuzet.web.desk.form.simple import Told
from kuzet.web.desk.reading import READABLE
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import changes, models
from kuzet.web.registry.events import By

SOURCE: Final = "correspondent"
"""The source of all reports: which correspondent it was is nobody's business outside the desk."""

FORM: Final = Coder(id="report-form", machine=True)
"""Who says of a report that it is one: the form, which proposes no codes."""

TITLE: Final = 80
SHOWN: Final = 100
"""Reports of one's own that the page lists."""


class Report(NamedTuple):
    """One of somebody's own reports: when it was sent, how it begins, what became of it, and the incident if any."""

    at: datetime
    title: str
    became: str
    incident: str


class ReportForm(Told):
    """What happened is needed; everything else helps."""

    report_what = forms.CharField(max_length=20_000, widget=forms.Textarea(attrs={"rows": 8}))
    report_when = forms.CharField(required=False, max_length=200)
    report_where = forms.CharField(required=False, max_length=300)
    report_who = forms.CharField(required=False, max_length=300)
    report_links = forms.CharField(required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2}))

    def clean_report_what(self) -> str:
        """With the line ends of every other text: quotations are counted in characters."""
        return "\n".join(self.cleaned_data["report_what"].splitlines())

    def text(self, told: Any) -> str:  # noqa: ANN401  (the words of a language)
        """The report as one text: what happened first, then each further answer with its label."""
        given = self.cleaned_data
        more = [f"{told[name]}: {given[name]}" for name in list(self.fields)[1:] if given[name]]
        return "\n\n".join([given["report_what"], *more])


def report(request: HttpRequest) -> HttpResponse:
    """The form and one's own reports; sent, the report waits for a decision."""
    form = ReportForm(language_of(request), request.POST if request.method == "POST" else None)
    if not form.is_valid():
        given = {"form": form, "reports": list(_reports(request))}
        answer = render(request, "desk/report.html", given, status=UNFIT if form.is_bound else 200)
        answer["Cache-Control"] = "no-store"  # a phone that is taken away shows no copy of the page
        return answer
    _keep(form, request)
    messages.success(request, words(language_of(request))["report_sent"])
    return redirect("report")


def _keep(form: ReportForm, request: HttpRequest) -> None:
    """Write the report as a document with a candidate of what happened."""
    what, now = form.cleaned_data["report_what"], datetime.now(UTC)
    document = Document(
        id=f"{PRIVATE}{uuid4().hex[:12]}",
        text=form.text(words(language_of(request))),
        title=" ".join(what.split())[:TITLE],
        source=SOURCE,
        published=EventDate.parse(now.date().isoformat()),
        captured=now,
    )
    passage = Quotation.cut(document, 0, len(what))
    candidate = Candidate(id=f"{document.id}#1", document=document.id, passages=(passage,), score=1.0)
    attack: Answer[bool] = Answer(value=True, quotation=passage, rule=FORM.id)
    coding = Coding(subject=candidate.id, coder=FORM, codebook=changes.book().version, is_attack=attack)
    by = By(request.user.get_username(), now, "report of a correspondent")
    changes.put_all((*_source(), document, candidate, coding), by)


def _source() -> Iterator[Source]:
    """The source of reports, where the registry has none yet."""
    if not changes.current_version(Source, SOURCE):
        name = Name(**{language: words(language)["report_source"] for language in LANGUAGES})
        yield Source(id=SOURCE, name=name, kind=SOURCE, languages=LANGUAGES, country=country().profile.code)


def _reports(request: HttpRequest) -> Iterator[Report]:
    """One's own reports, the newest first."""
    name, labels = request.user.get_username(), Labels(language_of(request))
    mine = models.Event.objects.filter(author=name, kind="document", subject__startswith=PRIVATE, version=1)
    sent = dict(mine.order_by("-number").values_list("subject", "at")[:SHOWN])
    titles = dict(models.Document.objects.filter(ident__in=sent).values_list("ident", "title"))
    states = dict(models.Candidate.objects.filter(document__in=sent).values_list("document", "state"))
    cited = models.Citation.objects.filter(document__in=sent).order_by("-incident__ident")
    incidents = {document: (ident, status) for document, ident, status in cited.values_list(*_CITED)}
    for ident in (one for one in sent if one in titles):
        incident, status = incidents.get(ident, ("", ""))
        became = labels.of("statuses", status) or words(labels.language)[f"report_{states.get(ident, 'open')}"]
        yield Report(sent[ident], titles[ident], became, incident if status in READABLE else "")


_CITED: Final = ("document", "incident__ident", "incident__status")
