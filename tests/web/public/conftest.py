"""The demo's edition, opened once a run."""

from __future__ import annotations

import pytest

from kuzet.web.public.edition import Edition


@pytest.fixture(scope="session")
def edition(demo_folder):
    return Edition.read(demo_folder / "release")
