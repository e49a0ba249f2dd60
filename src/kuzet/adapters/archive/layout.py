"""Where everything of an archive stands below its data folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kuzet.basis.errors import Missing


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of the archive in the data folder `folder`."""

    folder: Path

    @property
    def archive(self) -> Path:
        """Everything that is evidence; the private key is not in it."""
        return self.folder / "archive"

    @property
    def captures(self) -> Path:
        """The chain of lines."""
        return self.archive / "captures.jsonl"

    @property
    def objects(self) -> Path:
        """The kept bytes, each a WARC file under the SHA-256 of its payload."""
        return self.archive / "objects"

    @property
    def checkpoints(self) -> Path:
        """Signed checkpoints and their time-stamps."""
        return self.archive / "checkpoints"

    @property
    def authorities(self) -> Path:
        """Root certificates of the time-stamping authorities."""
        return self.archive / "authorities"

    @property
    def keys(self) -> Path:
        """Public keys, each introduced by the one before it."""
        return self.archive / "keys"

    @property
    def torn(self) -> Path:
        """What writers that died left behind the last whole line; never acknowledged, kept all the same."""
        return self.archive / "torn"

    @property
    def room(self) -> Path:
        """Files under way."""
        return self.archive / "tmp"

    @property
    def lock(self) -> Path:
        """Held by the process that writes."""
        return self.archive / "lock"

    @property
    def secret(self) -> Path:
        """The private key that signs."""
        return self.folder / "keys" / "checkpoints.pem"

    def object(self, sha256: str) -> Path:
        """The WARC file of the bytes with this SHA-256."""
        return object_path(self.objects, sha256)


def object_path(objects: Path, sha256: str) -> Path:
    """The WARC file of the bytes with this SHA-256, below the folder of objects."""
    return objects / f"{sha256[:2]}/{sha256[2:4]}/{sha256}.warc.gz"


@contextmanager
def written(folder: Path) -> Iterator[None]:
    """Failures of the disk, told as one line that names the folder."""
    try:
        yield
    except OSError as error:
        raise Missing(f"{folder} cannot be written: {error.strerror or error}") from None


def sync(paths: Iterable[Path]) -> None:
    """What these files hold, or which files these folders hold, is on the disk when this returns."""
    for path in paths:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def put(room: Path, target: Path, data: bytes, mode: int = 0o644) -> None:
    """A new file in one step: written beside, synced, renamed, its folder synced. A file of that name is replaced."""
    for folder in (room, target.parent):
        folder.mkdir(parents=True, exist_ok=True)
    made = room / f"put-{os.getpid()}-{target.name}"
    try:
        made.touch(mode)
        made.chmod(mode)
        made.write_bytes(data)
        sync([made])
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)
    sync([target.parent, target.parent.parent])
