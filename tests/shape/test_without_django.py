"""The core and its verbs run where Django is not installed."""

from __future__ import annotations

import subprocess
import sys

import pytest

HIDE = "import sys; sys.modules['django'] = None; "


@pytest.mark.parametrize(
    "program",
    [
        "import kuzet.observatory.pipeline, kuzet.observatory.review, kuzet.commands.demo, kuzet.commands.verifying",
        "import kuzet.cli; sys.argv = ['kuzet', 'release', '--help']; kuzet.cli.main()",
    ],
)
def test_nothing_of_the_core_asks_for_django(program):
    done = subprocess.run([sys.executable, "-c", HIDE + program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_needs_it_is_found():
    done = subprocess.run([sys.executable, "-c", HIDE + "import kuzet.web.folder"], capture_output=True, check=False)
    assert b"ModuleNotFoundError" in done.stderr
