"""The import contracts hold, and a planted violation breaks them."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    command = [LINT, "--no-cache", "--config", folder / "pyproject.toml"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("*.csv", "*.jsonl", "__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("path", "line", "contract"),
    [
        ("basis/money.py", "import kuzet.observatory.tally", "Each floor stands on those below it BROKEN"),
        ("observatory/link/__init__.py", "import kuzet.observatory.review", "Stages do not know each other BROKEN"),
        ("adapters/batches.py", "import kuzet.web.folder", "Each floor stands on those below it BROKEN"),
        ("web/registry/store.py", "import kuzet.web.settings", "the registry does not know them BROKEN"),
        ("observatory/link/__init__.py", "import django", "without frameworks, database or network BROKEN"),
        ("observatory/tally/__init__.py", "import sqlite3", "without frameworks, database or network BROKEN"),
    ],
)
def test_a_planted_import_breaks_its_contract(copy, path, line, contract):
    planted = copy / "src" / "kuzet" / path
    planted.write_text(planted.read_text("utf-8") + f"\n{line}\n", "utf-8")
    result = lint(copy)
    assert result.returncode == 1
    assert contract in result.stdout


def test_a_new_stage_must_be_named_in_the_contracts(copy):
    (copy / "src" / "kuzet" / "observatory" / "guess").mkdir()
    (copy / "src" / "kuzet" / "observatory" / "guess" / "__init__.py").write_text("", "utf-8")
    result = lint(copy)
    assert result.returncode == 1
    assert "guess" in result.stdout


def imported(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_basis_imports_nothing_but_the_standard_library_and_msgspec():
    names = {name for path in (ROOT / "src/kuzet/basis").rglob("*.py") for name in imported(path)}
    foreign = {name for name in names if name.partition(".")[0] not in {*sys.stdlib_module_names, "msgspec"}}
    assert [name for name in foreign if not name.startswith("kuzet.basis")] == []
