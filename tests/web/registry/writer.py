"""A process that writes incidents until it is killed, and says of each when it is acknowledged."""

from __future__ import annotations

import sys
from pathlib import Path

from kuzet.web.folder import opened


def write(folder: Path, first: int) -> None:
    with opened(folder):
        from tests.web import made

        from kuzet.web.registry import changes

        for number in range(first, first + 10_000):
            changes.put(made.incident(f"KZ-2024-{number:05}"), made.by())
            print(number, flush=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
