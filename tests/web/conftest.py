"""Where Django is not installed, the tests of the registry and its pages are left out, and all others run."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
ONCE = ("desk", "sheets", "api")
"""Folders whose tests ask the registry through its own functions, which `registry` and `access` try on both databases:
PostgreSQL is tried there with the option `--thorough`, as `make soak` does."""

if find_spec("django"):
    from tests.web.registries import *  # noqa: F403  (its fixtures)
else:
    collect_ignore_glob = ["*"]


def pytest_collection_modifyitems(items):
    """What is tried on PostgreSQL only when all is wanted."""
    for item in items:
        if _is_of_postgresql(item) and _is_in(item, ONCE):
            item.add_marker("thorough")


def _is_of_postgresql(item):
    return "postgresql" in getattr(getattr(item, "callspec", None), "params", {}).values()


def _is_in(item, folders):
    return item.path.is_relative_to(HERE) and item.path.relative_to(HERE).parts[0] in folders
