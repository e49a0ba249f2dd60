"""The open data of the demo's release, made once a run."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def files(published):
    """The bytes of each file by its path in the bundle."""
    return {
        path.relative_to(published).as_posix(): path.read_bytes() for path in sorted((published / "data").iterdir())
    }


@pytest.fixture(scope="session")
def folder(published):
    """The folder of the files, as a reader has it."""
    return published / "data"
