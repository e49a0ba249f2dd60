"""Where Django is not installed, the tests of the registry and its pages are left out, and all others run."""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("django"):
    from tests.web.registries import *  # noqa: F403  (its fixtures)
else:
    collect_ignore_glob = ["*"]
