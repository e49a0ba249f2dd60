"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring material beside the checkout; tests that need it are skipped by name without it."""
    folder = Path(os.environ.get("KUZET_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip(f"measuring material absent: no {folder.name}/gold beside the checkout")
    return folder
