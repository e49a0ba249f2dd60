"""A real browser before the desk."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from tests.web.desk.conftest import CHROMIUM


@contextmanager
def chromium():
    """A real browser."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed")
    with sync_api.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
