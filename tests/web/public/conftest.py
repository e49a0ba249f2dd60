"""One site of the sample for all tests, a server of plain files, and a browser that writes down what it asks for."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests import browsing, once

from kuzet.web.public.building.bundle import Into, build
from kuzet.web.public.edition import Edition
from kuzet.web.public.parts import PARTS


@pytest.fixture(scope="session")
def edition(demo_folder):
    return Edition.read(demo_folder / "release")


@contextmanager
def processors(count):
    """As on a machine with so many."""
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(os, "cpu_count", lambda: count)
        yield


@pytest.fixture(scope="module", autouse=True)
def _one_processor():
    """Tests build on one, as each process more costs seconds to begin; `published` and `test_bundle` on two."""
    with processors(1):
        yield


@pytest.fixture(scope="session")
def published(edition, tmp_path_factory):
    """The whole site of the sample, which no test may change, below a folder with another name than the root's."""

    def make(room):
        with processors(2):
            return build(edition, PARTS, Into(room / "below" / "site")).done

    folder, _ = once.made(tmp_path_factory, "site", make)
    return folder / "below" / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def served(published):
    """The address of the site on a server that knows nothing but files."""
    handler = partial(_Quiet, directory=published.parents[1])
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/below/site"
        server.shutdown()


@pytest.fixture(scope="module")
def chromium():
    """Closed behind each module, so that tests of others may ask the database."""
    with browsing.chromium() as browser:
        yield browser
