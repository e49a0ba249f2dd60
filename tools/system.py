"""Check that this machine has what Kuzet needs from its system; print the exact apt line, or run it as root.

Usage: python3 tools/system.py run|test [--install]

`run` is needed by everybody (drawing PDF), `test` adds what lets no test be skipped (browser, viewers,
database). With the standard library only, since it runs before the virtual environment exists.
"""

from __future__ import annotations

import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Need(NamedTuple):
    """One thing looked for: why, how it is found, which Debian or Ubuntu package brings it."""

    why: str
    found: Callable[[], bool]
    package: str


def library(name: str) -> Callable[[], bool]:
    """A shared library that the dynamic linker finds."""
    return lambda: ctypes.util.find_library(name) is not None


def command(*names: str) -> Callable[[], bool]:
    """One of these commands on the PATH."""
    return lambda: any(shutil.which(name) for name in names)


def kazakh_font() -> bool:
    """A font family with the Kazakh letter qa and the tenge sign."""
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":charset=49b 20b8", "family"], capture_output=True, text=True, check=False)
    return "Noto Sans" in listed.stdout or "DejaVu Sans" in listed.stdout


def postgresql() -> bool:
    """The programs of a PostgreSQL server, which Debian keeps off the PATH."""
    return shutil.which("initdb") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


NEEDS = {
    "run": [
        Need("virtual environments", lambda: importlib.util.find_spec("ensurepip") is not None, "python3-venv"),
        Need("text layout of PDF", library("pango-1.0"), "libpango-1.0-0"),
        Need("fonts of PDF", library("pangoft2-1.0"), "libpangoft2-1.0-0"),
        Need("text shaping of PDF", library("harfbuzz-subset"), "libharfbuzz-subset0"),
        Need("finding fonts", command("fc-list"), "fontconfig"),
        Need("a font with Kazakh letters and the tenge sign", kazakh_font, "fonts-noto-core"),
    ],
    "test": [
        Need("a browser for page tests", command("chromium", "chromium-browser", "google-chrome"), "chromium"),
        Need("looking at PDF pages", command("pdftoppm"), "poppler-utils"),
        Need("opening DOCX", command("soffice", "libreoffice"), "libreoffice-writer"),
        Need("a database server for the registry", postgresql, "postgresql"),
    ],
}
NEEDS["test"] = NEEDS["run"] + NEEDS["test"]


def main(arguments: list[str]) -> int:
    """Look for everything of the asked kind; 0 when all is there, 1 with the apt line when not."""
    if sys.version_info < (3, 11):  # noqa: UP036  (this file runs before anything checks the version)
        print(f"Kuzet needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    kind = next((word for word in arguments if word in NEEDS), "run")
    missing = [need for need in NEEDS[kind] if not need.found()]
    if missing and "--install" in arguments and os.geteuid() == 0 and shutil.which("apt-get"):
        install([need.package for need in missing])
        missing = [need for need in missing if not need.found()]
    if not missing:
        return 0
    for need in missing:
        print(f"missing: {need.why} ({need.package})", file=sys.stderr)
    print("install with:\n  sudo apt-get install -y " + " ".join(need.package for need in missing), file=sys.stderr)
    return 1


def install(packages: list[str]) -> None:
    """Run apt as root, quietly; a failure shows as what is still missing."""
    print("installing with apt: " + " ".join(packages), file=sys.stderr)
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False, **quiet)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
