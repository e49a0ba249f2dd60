"""Registries on both databases: a fresh one for each test, copied from one that was made once a run."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.web.postgresql import Server, missing

from kuzet.basis.codebook import CURRENT
from kuzet.web import databases
from kuzet.web import folder as folders
from kuzet.web.databases import FILE

TEMPLATE, FILLED = "made", "filled"
NOWHERE = Path(__file__).parent / "no-registry"

folders.start(NOWHERE)  # models can be imported; each test moves Django to a registry of its own


UNSYNCED = (*databases.PRAGMAS, "synchronous = OFF")


@pytest.fixture(autouse=True)
def unsynced(monkeypatch):
    """No test here cuts the power: SQLite does not wait for the disk in this process (`test_databases` has it wait)."""
    monkeypatch.setattr(databases, "PRAGMAS", UNSYNCED)


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


@contextmanager
def copied(made, place, environment, server, template):
    """A registry of its own in `place`, copied from the one in `made`; with a server its database is a copy too."""
    place.mkdir()
    shutil.copy(made / folders.KEY, place)
    if server is None:
        environment.delenv("DATABASE_URL", raising=False)
        shutil.copy(made / FILE, place)
        yield place
        return
    with server.copied(template) as name:
        environment.setenv("DATABASE_URL", server.url(name))
        yield place


def server_of(request):
    return request.getfixturevalue("server") if request.param == "postgresql" else None


@pytest.fixture(params=["sqlite", "postgresql"])
def folder(request, tmp_path, monkeypatch):
    """A registry of its own, not opened, on each database."""
    made = request.getfixturevalue(f"{request.param}_made")
    with copied(made, tmp_path / "registry", monkeypatch, server_of(request), TEMPLATE) as place:
        yield place


def in_sqlite(made, place, fill):
    """A copy of the empty registry with what `fill` puts in, to be copied for each test."""
    alone = pytest.MonkeyPatch.context()
    with alone as environment, copied(made, place, environment, None, TEMPLATE), folders.opened(place):
        fill()
    return place


def in_postgresql(made, server, name, fill):
    """The same in a database of this name."""
    server.create(name, TEMPLATE)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATABASE_URL", server.url(name))
        with folders.opened(made):
            fill()
    return made


@pytest.fixture(scope="session")
def sqlite_filled(sqlite_made, demo_made, tmp_path_factory):
    return in_sqlite(sqlite_made, tmp_path_factory.mktemp("sqlite-filled") / "registry", sampled(demo_made[1]))


@pytest.fixture(scope="session")
def postgresql_filled(postgresql_made, server, demo_made):
    return in_postgresql(postgresql_made, server, FILLED, sampled(demo_made[1]))


def sampled(proposals):
    """What stores the bundled sample, as the demo's machine read it."""
    from kuzet.commands import registering, sample

    return lambda: registering.store_sample(sample.load("kz"), proposals.values(), "administrator")


@contextmanager
def refilled(request, folder, environment, name):
    """The test's own `folder`, opened, with all that the fixture `<database>_<name>` has."""
    database = request.node.callspec.params["folder"]
    made = request.getfixturevalue(f"{database}_{name}")
    shutil.copy(made / folders.KEY, folder)
    with ExitStack() as held:
        if database == "sqlite":
            shutil.copy(made / FILE, folder)
        else:
            server = request.getfixturevalue("server")
            environment.setenv("DATABASE_URL", server.url(held.enter_context(server.copied(name))))
        held.enter_context(folders.opened(folder))
        yield folder


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(request, tmp_path, monkeypatch):
    """A registry of its own with the sample, opened, on each database."""
    made = request.getfixturevalue(f"{request.param}_filled")
    with copied(made, tmp_path / "registry", monkeypatch, server_of(request), FILLED) as place, folders.opened(place):
        yield place


@pytest.fixture
def registry(folder):
    """An empty registry, opened."""
    with folders.opened(folder):
        yield folder
