"""The folder that a site is built in: most often the site before the last one, in which little has to be done.

Two builds in a row mostly give the same files. The site that a build replaces therefore stays beside the new one, as
`.SITE.before`, its files the same ones on the disk; the next build changes only what is not as it should be. Nobody has
to be able to trust it: each file is held against what the last build noted.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kuzet.web.public.building.ledger import Ledger, Written


def place(target: Path) -> Path:
    """Where the site before the last one stands."""
    return target.parent / f".{target.name}.before"


def start(target: Path, new: Path) -> None:
    """The folder `new` to build in: the site before the last one with nothing in it but folders and files."""
    before = place(target)
    if before.is_symlink() or not before.is_dir():
        new.mkdir()
        return
    before.rename(new)
    _without_links(new)


def keep(made: Path, target: Path) -> None:
    """Leave what the site at `target` has replaced for the next build."""
    if made.exists():
        shutil.rmtree(place(target), ignore_errors=True)
        made.rename(place(target))


def settle(new: Path, old: Path, noted: Ledger) -> set[str]:
    """Make `new` hold just the files that are noted, those that it lacks linked from `old`.

    Gives the names of the works of which a file is neither here nor there as it was noted: they are to be done.
    """
    lost: set[str] = set()
    here = _files(new, "")
    path = next(here, None)
    for work, one in noted.files():
        while path is not None and path < one.path:
            _remove(f"{new}/{path}")
            path = next(here, None)
        is_here = path == one.path
        if is_here:
            path = next(here, None)
        if not (is_here and same(f"{new}/{one.path}", one)) and not _linked(new, old, one, is_here=is_here):
            lost.add(work)
    for left in (*((path,) if path is not None else ()), *here):
        _remove(f"{new}/{left}")
    return lost


def same(path: str, one: Written) -> bool:
    """Whether a file is the one that was written, by its size and moment: to read a whole site takes minutes.

    None that is a link is, as it might lead anywhere. Who sets the moment of an altered file back is found by
    `kuzet verify`.
    """
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and (found.st_size, found.st_mtime_ns) == (one.size, one.moment)


def _linked(new: Path, old: Path, one: Written, *, is_here: bool) -> bool:
    """The file of the last build as a file of this one; False where it is not as it was."""
    if not same(f"{old}/{one.path}", one):
        return False
    target = f"{new}/{one.path}"
    if is_here:
        Path(target).unlink()
    try:
        os.link(f"{old}/{one.path}", target)
    except OSError:
        make_room(new, Path(target))
        os.link(f"{old}/{one.path}", target)
    return True


def make_room(folder: Path, target: Path) -> None:
    """Let a file be made at `target`: what stands there goes, and its folders are there then."""
    for parent in reversed(target.relative_to(folder).parents[:-1]):
        if (folder / parent).is_file():
            (folder / parent).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)


def _remove(path: str) -> None:
    """Remove a file; one whose folder has given way to a file is gone already."""
    with suppress(FileNotFoundError, NotADirectoryError):
        Path(path).unlink()


def _files(folder: Path, before: str) -> Iterator[str]:
    """The paths of all files in the order of their bytes; a folder in which there is none is removed."""
    with os.scandir(f"{folder}/{before}") as entries:
        inner = sorted(f"{one.name}/" if one.is_dir(follow_symlinks=False) else one.name for one in entries)
    for name in inner:
        if name.endswith("/"):
            yield from _files(folder, before + name)
            with suppress(OSError):
                Path(f"{folder}/{before}{name}").rmdir()
        else:
            yield before + name


def _without_links(folder: Path | str) -> None:
    with os.scandir(folder) as entries:
        for one in entries:
            if one.is_dir(follow_symlinks=False):
                _without_links(one.path)
            elif not one.is_file(follow_symlinks=False):
                Path(one.path).unlink()
