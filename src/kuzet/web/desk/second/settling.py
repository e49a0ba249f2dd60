"""Two codings of one incident that differ, side by side: for each question one of them is chosen, with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from msgspec.structs import replace

from kuzet.basis.coding import Answer, Coder, Coding
from kuzet.basis.errors import KuzetError
from kuzet.basis.incident import Decision, Incident, Verb
from kuzet.observatory.review import agreement_table, ladder
from kuzet.web.desk.candidates import candidate as candidates
from kuzet.web.desk.incidents import page
from kuzet.web.desk.wording import refusals
from kuzet.web.desk.wording.labels import Labels
from kuzet.web.desk.wording.languages import language_of, words
from kuzet.web.registry import changes, deciding, doubling, models, store
from kuzet.web.registry.events import By
from kuzet.web.registry.roles import Role

SHOWN: Final = 200
"""Incidents that the list shows."""

REFUSED: Final = 409
SECOND: Final = "second"


class Pair(NamedTuple):
    """An incident with the coding that is in force, and a later one of somebody else."""

    incident: Incident
    version: int
    first: Coding
    second: Coding


class Line(NamedTuple):
    """One question on which two codings differ, with what each says."""

    name: str
    label: str
    first: str
    second: str


class Row(NamedTuple):
    """The agreement on one question: its name and who is compared, in words, and where alpha stands on a line."""

    one: agreement_table.Reliability
    label: str
    coders: str
    scale: Mapping[str, float] | None


ASKED: Final = {"perpetrator": "perpetrator_class", "target_kinds": "target_kind"}
"""Questions whose name in the codebook or in the words of the desk is another one than in the table."""


def show(request: HttpRequest) -> HttpResponse:
    """The incidents that wait to be settled, and how far all coders agree."""
    language = language_of(request)
    found = [pair for pair in _pairs() if not _shut(request, pair) and any(_lines(pair, language))]
    newest = models.Event.objects.order_by("-number").values_list("hash", flat=True).first()
    rows = [_row(one, language) for one in _agreed(newest or "")]
    return render(request, "desk/settling.html", {"pairs": found[:SHOWN], "rows": rows})


@lru_cache(maxsize=2)
def _agreed(newest: str) -> tuple[agreement_table.Reliability, ...]:
    """The agreement over all and by pair of coders; `newest`, the hash of the newest event, says how long it holds."""
    _ = newest
    return tuple(one for one in agreement_table.table(_coded()) if one.units and not (one.language or one.period))


def _row(one: agreement_table.Reliability, language: str) -> Row:
    told = words(language)
    coders = one.coders.replace(agreement_table.MACHINE, told["settle_machine"])
    return Row(one, Labels(language).asked(ASKED.get(one.variable, one.variable)), coders, _scale(one))


def _coded() -> tuple[agreement_table.Unit, ...]:
    """What was coded a second time, whether the codings differ or not; `kuzet agreement` tells of everything."""
    codings = list(store.load(Coding, doubling.people()))
    return agreement_table.units(store.load_where(Incident, "ident", {one.subject for one in codings}), codings)


def _scale(one: agreement_table.Reliability) -> Mapping[str, float] | None:
    """Where alpha and its interval stand on a line from 0 to 100; what is below 0 stands at 0."""
    if one.alpha is None or one.low is None or one.high is None:
        return None
    low, at, high = (round(100 * max(0.0, value), 1) for value in (one.low, one.alpha, one.high))
    return {"low": low, "at": at, "width": round(max(high - low, 0.5), 1)}


def settle(request: HttpRequest, ident: str) -> HttpResponse:
    """The page of one incident; what is chosen on it becomes its coding."""
    pair = next((one for one in _pairs(ident)), None)
    if pair is None or _shut(request, pair):
        raise Http404(ident)
    page.opened(request, page.Held(pair.incident, pair.version))
    return _settled(request, pair) if request.method == "POST" else _page(request, pair)


def _shut(request: HttpRequest, pair: Pair) -> bool:
    """Whether the codings would show whoever asks what is closed to them: only editors code what is protected."""
    role: Role = request.role
    return bool(pair.incident.tiers) and not role.includes(Role.EDITOR)


def _page(request: HttpRequest, pair: Pair, problem: str = "") -> HttpResponse:
    given = {"pair": pair, "lines": list(_lines(pair, language_of(request))), "problem": problem}
    return render(request, "desk/settle.html", given, status=REFUSED if problem else 200)


def _settled(request: HttpRequest, pair: Pair) -> HttpResponse:
    told, reason, name = (
        words(language_of(request)),
        request.POST.get("reason", "").strip(),
        request.user.get_username(),
    )
    step = ladder.step(pair.incident.status, Verb.CORRECT)
    role: Role = request.role
    if not reason:
        return _page(request, pair, told["needed"])
    if step is None or not role.includes(Role(step.role)):
        return _page(request, pair, told["settle_closed"])
    now = datetime.now(UTC)
    decision = Decision(
        id=f"D-{uuid4().hex[:12]}",
        at=now,
        author=Coder(id=name),
        verb=Verb.CORRECT,
        reason=reason,
        incident=pair.incident.id,
        coding=_chosen(pair, request.POST, Coder(id=name), now),
        title=pair.incident.title,
        summary=pair.incident.summary,
        case=pair.incident.case,
    )
    try:
        deciding.decide(decision, candidates.country().profile.code, By(name, now, reason), pair.version)
    except KuzetError as error:
        return _page(request, pair, refusals.told(error, language_of(request)))
    messages.success(request, f"{told['settle_done']} {pair.incident.id}")
    return redirect("settling")


def _chosen(pair: Pair, given: Mapping[str, str], coder: Coder, at: datetime) -> Coding:
    """The coding in force with the answers that were chosen from the other; the category follows the main method."""
    taken = {name: getattr(pair.second, name) for name in QUESTIONS if given.get(name) == SECOND}
    made = replace(pair.first, coder=coder, at=at, **taken)
    category = changes.book().table("methods")[made.methods[0].value].extra["category"]
    return replace(made, category=Answer(value=category))


def _pairs(ident: str = "") -> Iterator[Pair]:
    """Incidents with a coding by somebody else that is newer than every decision on them."""
    rows = doubling.people().filter(subject=ident) if ident else doubling.people()
    second = {one.subject: one for one in store.load(Coding, rows) if one.at}
    for incident in store.load_where(Incident, "ident", second):
        if not incident.codings:
            continue
        first, other = incident.codings[0], second[incident.id]
        latest = models.Decision.objects.filter(incident=incident.id).order_by("-at").first()
        if other.coder != first.coder and latest is not None and other.at is not None and other.at > latest.at:
            yield Pair(incident, changes.current_version(Incident, incident.id), first, other)


def _lines(pair: Pair, language: str) -> Iterator[Line]:
    """The questions that both answered, and differently."""
    labels, asked = Labels(language), changes.book().table("variables")
    for name, (code, tell) in QUESTIONS.items():
        first, second = (
            [tell(one.value, labels) for one in _answers(each, name)] for each in (pair.first, pair.second)
        )
        if second and first != second:
            yield Line(name, asked[code].label.best(language), "; ".join(first), "; ".join(second))


def _answers(coding: Coding, name: str) -> tuple[Answer[Any], ...]:
    held = getattr(coding, name)
    return held if isinstance(held, tuple) else (held,) if held else ()


Tell = Callable[[Any, Labels], str]


def _code(table: str) -> Tell:
    return lambda value, labels: labels.of(table, value)


QUESTIONS: Final[Mapping[str, tuple[str, Tell]]] = {
    "methods": ("methods", _code("methods")),
    "perpetrators": ("perpetrator_class", lambda value, labels: labels.of("perpetrator_classes", value.klass)),
    "targets": (
        "targets",
        lambda value, labels: f"{value.name.best(labels.language)} ({labels.of('target_kinds', value.kind)})",
    ),
    "people": ("people", lambda value, _: str(value)),
    "date": ("date", lambda value, _: str(value)),
    "place": ("place", lambda value, labels: value.name.best(labels.language)),
    "mode": ("mode", _code("modes")),
    "articles": ("articles", lambda value, _: str(value)),
    "proceeding": ("proceeding", _code("proceedings")),
    "stage": ("stage", _code("stages")),
    "verdict": ("verdict", _code("verdicts")),
    "penalties": ("penalties", lambda value, labels: labels.of("penalty_kinds", value.kind)),
    "certainty": ("certainty", _code("certainties")),
}
"""The answers of a coding that are settled: the variable of the codebook, and how a value is told."""

urlpatterns = [
    path("settling", show, name="settling"),
    path("settling/<str:ident>", settle, name="settle"),
]
