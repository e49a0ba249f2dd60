"""The addresses of the desk; who may ask each, and how, stands in `web/access/policy.csv`."""

from __future__ import annotations

from django.urls import path

from kuzet.web.desk import assets, codes, dashboard, editions, home, identity, intake, keys, reading
from kuzet.web.desk.candidates import accept, attach, bulk, candidate, looking, queue, reject
from kuzet.web.desk.incidents import (
    correct,
    history,
    judge,
    listing,
    merge,
    moves,
    page,
    pairing,
    protected,
    remove,
    split,
)
from kuzet.web.desk.second import sample, settling
from kuzet.web.desk.sheets import urls as sheets_urls
from kuzet.web.desk.wording import languages

urlpatterns = [
    path("", home.show, name="home"),
    path("report", intake.report, name="report"),
    path("reading", reading.show, name="readable"),
    path("reading/<str:ident>", reading.incident, name="readable_incident"),
    path("queue", queue.show, name="queue"),
    path("queue/act", bulk.act, name="bulk"),
    path("queue/undo", bulk.undo, name="bulk_undo"),
    path("queue/order", queue.order, name="order"),
    path("pairs", pairing.show, name="pairs"),
    path("pairs/judge", pairing.judge, name="pair_judge"),
    path("keys", keys.show, name="keys"),
    path("candidate/<str:ident>/look", looking.look, name="look"),
    path("candidate/<str:ident>", candidate.show, name="candidate"),
    path("candidate/<str:ident>/accept", accept.accept, name="accept"),
    path("candidate/<str:ident>/attach", attach.attach, name="attach"),
    path("candidate/<str:ident>/reject", reject.reject, name="reject"),
    path("incidents", listing.show, name="incidents"),
    path("incident/<str:ident>", page.show, name="incident"),
    path("incident/<str:ident>/history", history.show, name="history"),
    path("incident/<str:ident>/correct", correct.correct, name="correct"),
    path("incident/<str:ident>/merge", merge.merge, name="merge"),
    path("incident/<str:ident>/split", split.split, name="split"),
    path("incident/<str:ident>/undo", history.undo, name="undo"),
    path("incident/<str:ident>/protected", protected.show, name="protected"),
    path("incident/<str:ident>/protect", protected.protect, name="protect"),
    path("incident/<str:ident>/reveal", protected.reveal, name="reveal"),
    path("incident/<str:ident>/seal", protected.seal, name="seal"),
    path("incident/<str:ident>/unseal", protected.unseal, name="unseal"),
    path("incident/<str:ident>/remove", remove.remove, name="remove"),
    path("dashboard", dashboard.show, name="dashboard"),
    path("editions", editions.show, name="editions"),
    path("incident/<str:ident>/judge", judge.judge, name="judge"),
    *(path(f"incident/<str:ident>/{verb.value}", moves.view(verb), name=verb.value) for verb in moves.MOVES),
    path("codes/<str:table>", codes.show, name="codes"),
    path("language/<str:language>", languages.choose, name="language"),
    path("assets/<str:name>", assets.asset, name="asset"),
    *sheets_urls.urlpatterns,
    *sample.urlpatterns,
    *settling.urlpatterns,
    *identity.urlpatterns,
]
