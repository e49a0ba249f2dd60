"""What all tests share."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from tests import once

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring material beside the checkout; tests that need it are skipped by name without it."""
    folder = Path(os.environ.get("KUZET_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip(f"measuring material absent: no {folder.name}/gold beside the checkout")
    return folder


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory):
    """The folder of the demo's readings and release, which no test may change, and the proposals of each document."""
    return once.made(tmp_path_factory, "demo", _demo)


def _demo(folder):
    from kuzet.commands import demo

    proposals, read = {}, demo.read
    with pytest.MonkeyPatch.context() as watched:
        watched.setattr(demo, "read", lambda documents: proposals.update(read(documents)) or proposals)
        watched.setattr("os.cpu_count", lambda: 1)  # two processes read in `test_demo`
        demo.make_release(folder)
    return proposals


@pytest.fixture(scope="session")
def demo_folder(demo_made) -> Path:
    """The demo's readings and release."""
    return demo_made[0]


@pytest.fixture(scope="session")
def demo_release(demo_folder):
    """The release `kz-2024` as the demo makes it."""
    from kuzet.observatory import tally

    return tally.read(demo_folder / "release")


def pytest_addoption(parser):
    parser.addoption("--thorough", action="store_true", help="all that is marked thorough too, as `make soak` does")


LONGEST = (
    "commands/collecting/test_ended.py",
    "observatory/write/check/test_planted.py",
    "web/public/test_site.py",
    "commands/test_demo.py",
    "web/public/test_parts.py",
    "web/public/test_canary.py",
    "web/desk/test_pages.py",
    "web/desk/test_identity.py",
    "web/desk/test_ladder.py",
    "commands/test_working.py",
    "commands/test_learning.py",
    "commands/collecting/test_collect.py",
    "commands/test_reading.py",
    "observatory/test_mutations.py",
    "observatory/write/check/test_own.py",
    "web/access/test_policy.py",
    "web/registry/test_store.py",
    "web/registry/test_guarding.py",
    "web/registry/test_proof.py",
    "web/registry/test_finding.py",
)
"""Files that begin first, as they are long or would come last: no process is left alone with one at the end."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """The longest first; what takes minutes and seldom finds more is left out when not all is wanted."""
    longest = {ROOT / "tests" / path for path in LONGEST}
    items.sort(key=lambda item: item.path not in longest)
    if not config.getoption("--thorough"):
        left = [item for item in items if item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]


def pytest_collection_finish():
    """Modules and thousands of tests stay to the end: no garbage is looked for among them, seldom among the rest."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
