"""The page on the format of a release names every file and column that there is, and no other."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from tests import builders

from kuzet.basis.release import Manifest
from kuzet.observatory.tally import digest, write

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "reference" / "release-format.md").read_text("utf-8")
SCRIPT = next(code for code in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "hashlib" in code)


def section(heading):
    """The rows of the table under a heading, as cells."""
    text = re.split(r"^#{2,3} ", PAGE.split(f" {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:3] == "| `"]
    return {row[0].strip("`"): row[1:] for row in rows}


@pytest.fixture(scope="module")
def made(make_incident, make_release, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "release"
    second = (builders.coding("KZ-2024-0001"),)  # the one file that is only there where it holds something
    return folder, write(make_release([make_incident(1)], second=second), folder)


def run(folder):
    words = [sys.executable, "-I", "-S", "-c", SCRIPT, str(folder)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_every_file_is_named_and_every_name_is_a_file(made):
    folder, _ = made
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {re.sub(r"^codebook/.*", "codebook/*.csv", name) for name in found} == set(section("Files"))


def test_files_with_rows_are_those_of_the_manifest(made):
    _, manifest = made
    assert {name for name, cells in section("Files").items() if cells[1] == "yes"} == {
        entry.path for entry in manifest.files if entry.rows is not None
    }


def test_every_field_of_the_manifest_is_named():
    assert tuple(section("`manifest.json`")) == Manifest.__struct_fields__


def test_columns_and_types_of_the_parquet_table_are_named_in_their_order(made):
    folder, _ = made
    schema = pl.read_parquet_schema(folder / "incidents.parquet")
    told = {name: cells[0] for name, cells in section("`incidents.parquet`, `incidents.csv`").items()}
    assert list(told.items()) == [(name, str(kind)) for name, kind in schema.items()]


def test_columns_of_every_csv_are_named_in_their_order(made):
    folder, _ = made
    assert "incidents.csv" in {path.name for path in folder.glob("*.csv")}
    for path in folder.glob("*.csv"):
        heading = "`incidents.parquet`, `incidents.csv`" if path.name == "incidents.csv" else f"`{path.name}`"
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.reader(file)) == list(section(heading))


def test_the_script_prints_the_digest_with_the_standard_library_alone(made):
    folder, manifest = made
    result = run(folder)
    assert (result.returncode, result.stdout) == (0, f"digest {digest(manifest)}\n")


def test_the_script_names_a_file_that_was_changed_and_one_that_was_added(make_incident, make_release, tmp_path):
    write(make_release([make_incident(1)]), tmp_path / "release")
    (tmp_path / "release" / "targets.csv").write_text("changed", "utf-8")
    (tmp_path / "release" / "added.csv").write_text("added", "utf-8")
    result = run(tmp_path / "release")
    assert result.returncode == 1
    assert result.stderr == "not as frozen: ['added.csv', 'targets.csv']\n"
