"""The addresses of the API, each open to anyone, as `web/access/policy.csv` says."""

from __future__ import annotations

from django.urls import path

from kuzet.web.api import views

urlpatterns = [
    path("openapi.json", views.openapi, name="openapi"),
    path("", views.api.urls),
    path("<path:rest>", views.nowhere, name="nowhere"),
]
