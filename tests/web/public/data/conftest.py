"""The open data of the demo's release, made once a run."""

from __future__ import annotations

import pytest

from kuzet.web.public import data


@pytest.fixture(scope="session")
def files(edition):
    """The bytes of each file by its path in the bundle."""
    return dict(data.part(edition))


@pytest.fixture(scope="session")
def folder(files, tmp_path_factory):
    """The folder of the files, as a reader has it."""
    place = tmp_path_factory.mktemp("open")
    for path, content in files.items():
        (place / path).parent.mkdir(exist_ok=True)
        (place / path).write_bytes(content)
    return place / "data"
