"""Cases of the language tests are tables beside them, one line each."""

from __future__ import annotations

import csv
from pathlib import Path


def pytest_generate_tests(metafunc):
    """A test marked `table("name.csv")` runs once for each line; its arguments are the columns."""
    marker = metafunc.definition.get_closest_marker("table")
    if marker is None:
        return
    with (Path(__file__).parent / marker.args[0]).open(encoding="utf-8") as file:
        rows = list(csv.reader(line for line in file if not line.startswith("#")))
    metafunc.parametrize(rows[0], rows[1:])


def pytest_configure(config):
    config.addinivalue_line("markers", "table(name): runs once for each line of the table beside the test")
