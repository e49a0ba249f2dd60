"""The addresses of the desk; who may ask each, and how, stands in `web/access/policy.csv`."""

from __future__ import annotations

from django.urls import path

from kuzet.web.desk import (
    accept,
    assets,
    attach,
    bulk,
    candidate,
    codes,
    identity,
    keys,
    languages,
    looking,
    queue,
    reject,
)

urlpatterns = [
    path("", queue.show, name="queue"),
    path("queue/act", bulk.act, name="bulk"),
    path("queue/undo", bulk.undo, name="bulk_undo"),
    path("queue/order", queue.order, name="order"),
    path("keys", keys.show, name="keys"),
    path("candidate/<str:ident>/look", looking.look, name="look"),
    path("candidate/<str:ident>", candidate.show, name="candidate"),
    path("candidate/<str:ident>/accept", accept.accept, name="accept"),
    path("candidate/<str:ident>/attach", attach.attach, name="attach"),
    path("candidate/<str:ident>/reject", reject.reject, name="reject"),
    path("codes/<str:table>", codes.show, name="codes"),
    path("language/<str:language>", languages.choose, name="language"),
    path("assets/<str:name>", assets.asset, name="asset"),
    *identity.urlpatterns,
]
