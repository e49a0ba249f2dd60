"""What the last build left for the next one: which work gave which files, and from what.

The list stands beside the site and not in it (`.SITE.works`): it only saves time, and nobody needs it but the next
build. A file is taken over only where its bytes are still those that the last build wrote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kuzet.web.public import manifest

_FIRST: Final = "kuzet works 1 "


class Kept(NamedTuple):
    """What a work gave: the digest of what it was made from, and its files with their SHA-256."""

    inputs: str
    files: tuple[tuple[str, str], ...]


def place(target: Path) -> Path:
    """Where the list of a site stands."""
    return target.parent / f".{target.name}.works"


def read(target: Path) -> Mapping[str, Kept]:
    """The works of the site that stands at `target`, none where the list is not of this site."""
    path = place(target)
    if not path.is_file() or not manifest.is_site(target):
        return {}
    sums = dict(manifest.sums(target))
    found: dict[str, Kept] = {}
    with path.open(encoding="utf-8") as file:
        if file.readline() != _head(target):
            return {}
        for line in file:
            name, inputs, *paths = line.rstrip("\n").split("\t")
            if all(path in sums for path in paths):
                found[name] = Kept(inputs, tuple((path, sums[path]) for path in paths))
    return found


def write(target: Path, works: Mapping[str, tuple[str, Sequence[str]]]) -> None:
    """Leave the list of the site that now stands at `target`; `works` maps names to inputs and paths."""
    path = place(target)
    half = path.with_name(f"{path.name}.part")
    with half.open("w", encoding="utf-8") as file:
        file.write(_head(target))
        file.writelines("\t".join((name, inputs, *paths)) + "\n" for name, (inputs, paths) in works.items())
    half.replace(path)


def _head(target: Path) -> str:
    return f"{_FIRST}{manifest.digest_of(target / manifest.SUMS)}\n"
