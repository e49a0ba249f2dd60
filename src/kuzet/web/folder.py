"""The data folder of a registry: made, found, and opened by one process at a time in one place."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import django
from django.conf import settings
from django.core.management import call_command
from django.db import Error, connection, connections

from kuzet.adapters import keyfiles
from kuzet.basis.errors import BadInput, Missing
from kuzet.web.databases import KEY, database, is_registry

HEALTH: Final = "collection.json"
"""File in which `kuzet work` keeps how well the collection is, for the desk."""

CHECKPOINTS: Final = "checkpoints.jsonl"
"""File that keeps where the chain of events stood."""


def make(folder: Path) -> None:
    """Make the folder with its key; what stands there of a registry stays. Raises `BadInput` for another folder."""
    if folder.exists() and not (folder.is_dir() and (is_registry(folder) or _is_begun(folder))):
        raise BadInput(str(folder), "a new place, an empty folder or a registry", "registry")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keyfiles.make(folder / KEY, secrets.token_urlsafe(64).encode("ascii"))


def _is_begun(folder: Path) -> bool:
    """Whether a folder is empty, or holds nothing but a key that a crash kept from being written."""
    return {path.name for path in folder.iterdir()} <= {KEY, keyfiles.part(folder / KEY).name}


def secret(folder: Path) -> str:
    """The folder's key; empty before the folder is made."""
    return keyfiles.read(folder / KEY).decode("ascii")


@contextmanager
def opened(folder: Path) -> Iterator[None]:
    """Django works on the registry in this folder until the end of the block; its tables are those of this version.

    Raises `Missing` where there is none, where its database cannot be reached, and where its tables are older.
    """
    if not is_registry(folder):
        raise Missing(f"{folder}: no registry; make one with: kuzet init {folder}")
    with _connected(folder):
        if _behind():
            raise Missing(f"{folder}: its tables are of an older version; bring them up with: kuzet init {folder}")
        yield


def migrate(folder: Path) -> None:
    """Make the tables, or bring them up to this version; all of it, or nothing."""
    with _connected(folder):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)


@contextmanager
def _connected(folder: Path) -> Iterator[None]:
    start(folder)
    try:
        _reach(folder)
        yield
    finally:
        connections.close_all()


def start(folder: Path) -> None:
    """Set Django up for this folder: once a process, after that only the database and the key are others."""
    os.environ["KUZET_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kuzet.web.settings")
    if not settings.configured:
        django.setup()
    for one in connections.all(initialized_only=True):
        one.close()
        del connections[one.alias]
    there = database(folder, os.environ.get("DATABASE_URL", ""))
    connections.settings = connections.configure_settings({"default": there})
    settings.SECRET_KEY = secret(folder)


def current() -> Path:
    """The folder that Django was set up for last."""
    return Path(os.environ["KUZET_DATA"])


def _reach(folder: Path) -> None:
    try:
        connection.ensure_connection()
    except Error as error:
        raise Missing(f"{folder}: its database cannot be reached: {str(error).splitlines()[0]}") from None


def _behind() -> bool:
    from django.db.migrations.executor import MigrationExecutor

    plan = MigrationExecutor(connection)
    return bool(plan.migration_plan(plan.loader.graph.leaf_nodes()))
