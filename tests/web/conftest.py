"""Registries on both databases: a fresh one for each test, copied from one that was made once a run."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

pytest.importorskip("django", reason="the pages and the registry need Django")

from tests.web.postgresql import Server, missing

from kuzet.basis.codebook import CURRENT
from kuzet.web import folder as folders
from kuzet.web.databases import FILE

TEMPLATE = "made"
NOWHERE = Path(__file__).parent / "no-registry"

folders.start(NOWHERE)  # models can be imported; each test moves Django to a registry of its own


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of our own, reached by a socket in its own folder."""
    why = missing()
    if why:
        pytest.skip(f"no real PostgreSQL: {why}")
    with Server() as running:
        yield running


def make(folder, url, environment):
    """An empty registry with its codebook."""
    environment.setenv("DATABASE_URL", url)
    folders.make(folder)
    folders.migrate(folder)
    with folders.opened(folder):
        from kuzet.web.registry import changes, events, words

        changes.put(words.Adopted(id=CURRENT), events.By("test", datetime(2025, 1, 1, tzinfo=UTC), "begin"))


@pytest.fixture(scope="session")
def sqlite_made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sqlite") / "registry"
    with pytest.MonkeyPatch.context() as environment:
        make(folder, "", environment)
    return folder


@pytest.fixture(scope="session")
def postgresql_made(server, tmp_path_factory):
    folder = tmp_path_factory.mktemp("postgresql") / "registry"
    server.create(TEMPLATE)
    with pytest.MonkeyPatch.context() as environment:
        make(folder, server.url(TEMPLATE), environment)
    return folder


@pytest.fixture(params=["sqlite", "postgresql"])
def folder(request, tmp_path, monkeypatch):
    """A registry of its own, not opened, on each database."""
    made = request.getfixturevalue(f"{request.param}_made")
    copy = tmp_path / "registry"
    copy.mkdir()
    shutil.copy(made / folders.KEY, copy)
    if request.param == "sqlite":
        monkeypatch.delenv("DATABASE_URL", raising=False)
        shutil.copy(made / FILE, copy)
        yield copy
        return
    server = request.getfixturevalue("server")
    with server.copied(TEMPLATE) as name:
        monkeypatch.setenv("DATABASE_URL", server.url(name))
        yield copy


@pytest.fixture
def registry(folder):
    """The same, opened."""
    with folders.opened(folder):
        yield folder
