"""A desk with three candidates, and somebody who is logged in."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from django.contrib.auth import base_user
from django.test import Client
from msgspec.structs import replace
from tests import builders
from tests.web import made
from tests.web.registries import in_postgresql, in_sqlite, refilled

from kuzet.basis.coding import Answer, Candidate
from kuzet.basis.document import Quotation
from kuzet.web import accounts
from kuzet.web import folder as folders
from kuzet.web.accounts import Wanted

ROOT = Path(__file__).resolve().parents[3]
PASSWORD = "қар жауды, жол тайғақ"  # noqa: S105  (of nobody)
TEXT = "The hearing began late. A guard pushed the reporter out of the hall. It rained."


def browser(**options):
    """A browser on this machine, with nobody logged in."""
    return Client(SERVER_NAME="localhost", **options)


def propose(ident, score, text=TEXT, *, own=True):
    """A document with its candidate; with `own` it goes on in words of its own, so that it is no copy of another."""
    from kuzet.web.registry import changes

    text = f"{text} {' '.join(f'{ident}-{number}' for number in range(30))}" if own else text
    document = replace(builders.document(ident, text), title=f"Guard pushes reporter, {ident}")
    start = text.index("A guard")
    passage = Quotation.cut(document, start, text.index(" It rained"))
    candidate = Candidate(id=f"{ident}#1", document=ident, passages=(passage,), score=score)
    answer = Answer(value="non_fatal_attack_beating", quotation=passage, rule="word: pushed")
    coding = builders.coding(candidate.id, builders.READER, methods=(answer,))
    changes.put_all([document, candidate, coding], made.by("reader", "read"))


def register(name, role):
    """An account without a password, which would cost a second; with a second factor where its role needs one."""
    from allauth.mfa.models import Authenticator
    from django.contrib.auth.models import User

    from kuzet.web.access import holders
    from kuzet.web.registry import sealing
    from kuzet.web.registry.roles import Role, about

    user = User.objects.create(username=name)
    holders.give(name, Role(role), made.by("administrator", "a new account"))
    if about()[Role(role)].second_factor:
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": sealing.lock("S" * 32)})


def logged_in(name, role="analyst"):
    """The browser of a new account of this role, logged in."""
    from django.contrib.auth.models import User

    register(name, role)
    theirs = browser()
    theirs.force_login(User.objects.get(username=name))
    return theirs


def begin():
    """What stands on the desk of each test."""
    register("aigul", "analyst")
    for ident, score in (("d1", 0.7), ("d2", 0.9), ("d3", 0.8)):
        propose(ident, score)


@pytest.fixture(scope="session")
def sqlite_begun(sqlite_made, tmp_path_factory):
    return in_sqlite(sqlite_made, tmp_path_factory.mktemp("sqlite-begun") / "registry", begin)


@pytest.fixture(scope="session")
def postgresql_begun(postgresql_made, server):
    return in_postgresql(postgresql_made, server, "begun", begin)


@pytest.fixture
def desk(request, folder, monkeypatch):
    """The opened registry with candidates d1, d2 and d3, and aigul, an analyst who has no password yet."""
    with refilled(request, folder, monkeypatch, "begun") as place:
        yield place


hashed = cache(base_user.make_password)
"""A password as it is kept: that costs a second, as it should, and here only once."""


@pytest.fixture
def guarded(desk, monkeypatch):
    """The same, where she has one."""
    with monkeypatch.context() as once:
        once.setattr(base_user, "make_password", hashed)
        accounts.make(desk, "aigul", Wanted(PASSWORD))
    with folders.opened(desk):
        yield desk


@pytest.fixture
def aigul(desk):
    """Her browser, logged in."""
    from django.contrib.auth.models import User

    hers = browser()
    hers.force_login(User.objects.get(username="aigul"))
    return hers


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(address, process):
    for _ in range(300):
        assert process.poll() is None, "the desk ended"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  (our own server)
                return answer.status
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the desk did not start in 30 s")


@contextmanager
def serving(folder, processors):
    """The address of a desk; as `started`."""
    with started(folder, processors) as (_, address):
        yield address


@contextmanager
def started(folder, processors):
    """A desk and its address, served by `kuzet serve` as on a machine with so many processors: a process for each."""
    port = free_port()
    code = f"import os; os.cpu_count = lambda: {processors}; from kuzet.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", folder, "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/login", process)
        yield process, address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


@pytest.fixture
def served(guarded):
    """The address of the desk, served by one process beside this one."""
    with serving(guarded, 1) as address:
        yield address


@pytest.fixture
def served_by_two(guarded):
    """The same by two processes, of which any may be asked next."""
    with serving(guarded, 2) as address:
        yield address
