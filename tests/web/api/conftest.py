"""The API over the demo's edition, in a registry on each database."""

from __future__ import annotations

import shutil

import pytest
from django.conf import settings
from django.test import override_settings
from tests.web.desk.conftest import browser

from kuzet.web import folder as folders
from kuzet.web.api import replies
from kuzet.web.api.limit import Limit


@pytest.fixture(scope="session")
def editions(demo_folder, tmp_path_factory):
    """The folder of the editions: one release."""
    place = tmp_path_factory.mktemp("served") / "editions"
    place.mkdir()
    shutil.copytree(demo_folder / "release", place / "kz-2024")
    return place


@pytest.fixture(scope="session")
def searches(tmp_path_factory):
    """Where the indexes lie."""
    return tmp_path_factory.mktemp("searches")


@pytest.fixture(autouse=True)
def unlimited(monkeypatch):
    """No limit of requests, but where a test sets one."""
    monkeypatch.setattr(replies, "limit", Limit(0))


@pytest.fixture
def served(editions, searches, monkeypatch):
    """Somebody without an account, where no database is reached: the API needs none."""
    for name, value in (("EDITIONS", editions), ("SEARCHES", searches), ("SECRET_KEY", "of nobody")):
        monkeypatch.setitem(settings.__dict__, name, value)
    return browser()


@pytest.fixture
def registry(folder, editions, searches):
    """A registry opened on each database, with the editions in it."""
    with folders.opened(folder), override_settings(EDITIONS=editions, SEARCHES=searches):
        yield settings
