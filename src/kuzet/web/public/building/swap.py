"""A folder put in the place of another one, all of it or nothing."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from kuzet.basis.errors import BadInput, Missing

_HERE: Final = -100  # AT_FDCWD: paths are as the process sees them
_EXCHANGE: Final = 2  # RENAME_EXCHANGE of renameat2(2)


@contextmanager
def room(target: Path) -> Iterator[Path]:
    """A new folder beside `target` to build in; what a killed build left beside it is removed.

    Raises `Missing` where another build of the same target is under way, or the disk cannot be written.
    """
    before = f".{target.name}-building-"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with (target.parent / f".{target.name}.lock").open("w") as lock:
            _locked(lock.fileno(), target)
            for left in target.parent.glob(f"{before}*"):
                shutil.rmtree(left, ignore_errors=True)
            with tempfile.TemporaryDirectory(prefix=before, dir=target.parent, ignore_cleanup_errors=True) as made:
                yield Path(made)
    except OSError as error:
        raise Missing(f"{target} cannot be written: {error.strerror or error}") from None


def put(made: Path, target: Path) -> None:
    """The folder `made` takes the place of `target` in one step; what stood there is left in the place of `made`."""
    os.sync()  # all of the new files are on the disk before any name leads to them
    made.chmod(0o755)
    if not target.exists():
        made.rename(target)
    elif not _exchanged(made, target):
        _in_two_steps(made, target)
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def check_place(target: Path, *, ours: bool) -> None:
    """Raises `BadInput` where something stands at `target` that is neither empty nor ours to replace."""
    if target.exists() and not ours and not (target.is_dir() and not any(target.iterdir())):
        raise BadInput(str(target), "a new place, an empty folder or a site to be replaced", "site")


def _locked(handle: int, target: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Missing(f"{target}: another build of it is under way") from None


def _exchanged(made: Path, target: Path) -> bool:
    """Both names swapped by the system, so that at no moment there is no site; False where it cannot."""
    with suppress(OSError, AttributeError):
        call = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(call(_HERE, os.fsencode(made), _HERE, os.fsencode(target), _EXCHANGE) == 0)
    return False


def _in_two_steps(made: Path, target: Path) -> None:
    """For file systems without an exchange: for a moment there is no folder of that name."""
    aside = made.with_name("replaced")
    target.rename(aside)
    try:
        made.rename(target)
    except OSError:
        aside.rename(target)
        raise
    aside.rename(made)
