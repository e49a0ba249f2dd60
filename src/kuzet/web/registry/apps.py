"""The app as Django lists it."""

from __future__ import annotations

from django.apps import AppConfig


class Registry(AppConfig):
    """Its tables are named `registry_...`."""

    name = "kuzet.web.registry"
    label = "registry"
