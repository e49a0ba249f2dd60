"""All addresses: the public API under `api/v1/`, and the desk."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("kuzet.web.api.urls")),
    path("", include("kuzet.web.desk.urls")),
]
