"""Files of work that is larger than memory, in a temporary folder that is removed however the work ends."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from kuzet.basis.errors import Missing

Array = NDArray[Any]

_PREFIX: Final = "kuzet-link-"


class Files:
    """A temporary folder; what the disk refuses is a `Missing` that names the folder, the reason and the way out."""

    def __init__(self) -> None:
        with _explained("a folder for temporary files"):
            self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX)
        self.path = Path(self._folder.name)

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        self._folder.cleanup()

    def append(self, name: str, data: bytes | bytearray | Array) -> None:
        """Write at the end of a file, which is made where it is missing."""
        with _explained(f"room for temporary files in {self.path}"), (self.path / name).open("ab") as file:
            file.write(data.tobytes() if isinstance(data, np.ndarray) else data)

    def load(self, name: str, kind: np.dtype[Any]) -> Array:
        """A whole file as an array; empty where nothing was written."""
        path = self.path / name
        with _explained(f"the temporary file {path}"):
            return np.fromfile(path, kind) if path.exists() else np.empty(0, kind)

    def opened(self, name: str) -> BinaryIO:
        """A file that is read in places."""
        with _explained(f"the temporary file {name} in {self.path}"):
            return (self.path / name).open("rb", buffering=0)

    def remove(self, pattern: str) -> None:
        """Remove files, so that their room is there for others."""
        for path in self.path.glob(pattern):
            path.unlink()


@contextmanager
def _explained(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise Missing(f"{what}: {reason}; set TMPDIR to a folder that can be written and has room") from error
