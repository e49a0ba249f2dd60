"""Registries as `kuzet init` makes them, made once a run and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests import once

from kuzet.cli import main


def _init(folder: Path, *words: str) -> None:
    """`kuzet init`, which the tests of `registering` try."""
    from kuzet.commands import demo

    with pytest.MonkeyPatch.context() as alone:
        alone.delenv("DATABASE_URL", raising=False)
        alone.setattr(demo, "read", lambda documents: {document.id: () for document in documents})
        done = CliRunner().invoke(main, ["init", str(folder / "registry"), *words])
    assert done.exit_code == 0, done.output


@pytest.fixture
def begun(tmp_path_factory, tmp_path, monkeypatch) -> Path:
    """An empty registry in SQLite, in the folder of the test."""
    made, _ = once.made(tmp_path_factory, "begun", _init)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return Path(shutil.copytree(made / "registry", tmp_path / "registry"))


@pytest.fixture
def begun_with_sample(tmp_path_factory, tmp_path, monkeypatch) -> Path:
    """The same with the bundled sample, of which the machine has read nothing: its decisions stand by themselves."""
    made, _ = once.made(tmp_path_factory, "begun-with-sample", lambda folder: _init(folder, "--sample"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return Path(shutil.copytree(made / "registry", tmp_path / "registry"))
