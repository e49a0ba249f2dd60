"""A release on disk: a folder or a zip whose manifest names every file with its SHA-256.

The digest of a release is the SHA-256 of its `manifest.json`, so that `sha256sum manifest.json` prints it. A release is
written beside its place and put there in one step: a reader sees all of it or nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final, NamedTuple, get_args, get_type_hints

import msgspec
import polars as pl

from kuzet.basis import codebook as codebooks
from kuzet.basis.errors import BadInput, BadRelease, Missing
from kuzet.basis.incident import Incident, Verb
from kuzet.basis.release import FileEntry, Manifest, Release, checked
from kuzet.basis.word import from_json, to_bytes
from kuzet.observatory.tally import files
from kuzet.observatory.tally.facts import Facts
from kuzet.observatory.tally.flat import COUNTED, SCHEMA, table

MANIFEST: Final = "manifest.json"
TABLE: Final = "incidents.parquet"
SUMS: Final = "SHA256SUMS"
"""The same sums in the form that `sha256sum -c` reads."""

_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError)
"""What a damaged zip makes its reader raise: wrong sums, unknown methods or versions, an encryption mark, cut ends."""

INCIDENTS: Final = "incidents"
DECISIONS: Final = "decisions"

Reader = Callable[[bytes, str], Incident]
"""Reads one line, and is told where it stands; raises `BadInput`."""

_BLOCK: Final = 1 << 20
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that zip holds: the same release gives the same bytes


def digest(manifest: Manifest) -> str:
    """The digest of the release: SHA-256 of its `manifest.json`."""
    return hashlib.sha256(_manifest_bytes(manifest)).hexdigest()


class Prepared(NamedTuple):
    """A release that is written, but not in its place: its manifest with all files, and what puts it there."""

    manifest: Manifest
    place: Callable[[], None]


def write(release: Release, path: Path) -> Manifest:
    """Write a release as a folder, or as a zip when `path` ends in .zip; gives its manifest with all files.

    Another release at `path` is replaced; raises `BadInput` for anything else that stands there.
    """
    with prepared(release, path) as made:
        made.place()
    return made.manifest


@contextmanager
def prepared(release: Release, path: Path) -> Iterator[Prepared]:
    """Write a release beside `path`, to be put there by `place`; without that nothing of it is left. As `write`."""
    path = Path(path)
    _check_place(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as room:
        folder = Path(room) / "release"
        folder.mkdir()
        manifest = _fill(folder, release)
        yield Prepared(manifest, partial(_place, _zipped(folder) if path.suffix == ".zip" else folder, path))


def is_release(path: Path) -> bool:
    """Whether a folder or a zip is a release, whole or not; a zip that cannot be opened is taken for a damaged one."""
    try:
        return _has(path) if path.is_dir() else path.suffix == ".zip" and _has(zipfile.Path(path))
    except _DAMAGE:
        return True


def _has(root: Traversable) -> bool:
    return any((root / name).is_file() for name in (MANIFEST, SUMS, TABLE, files.NAMES[INCIDENTS]))


def read(path: Path, incident: Reader | None = None) -> Release:
    """Read a release and check every SHA-256; raises `BadRelease` naming the first file that is not right.

    `incident` reads one line of the incidents where not all of it is needed.
    """
    manifest = check(path)
    root = _root(path)
    words = {name: tuple(_words(root, name)) for name in files.NAMES if not (incident and name == INCIDENTS)}
    if incident:
        words[INCIDENTS] = tuple(_incidents(root, incident))
    return Release(manifest=manifest, **words)


def open_release(
    path: Path, incident: Reader, verbs: Collection[Verb] = tuple(Verb)
) -> tuple[Release, Iterator[Incident]]:
    """The release without its incidents, and these one at a time, each as `incident` reads its line.

    Of its decisions there are those of some `verbs`. Raises `BadRelease` as `read` does, of incidents when they are
    read.
    """
    manifest = check(path)
    root = _root(path)
    words = {name: tuple(_words(root, name)) for name in files.NAMES if name not in (INCIDENTS, DECISIONS)}
    words[DECISIONS] = tuple(one for one in _words(root, DECISIONS) if one.verb in verbs)
    return Release(manifest=manifest, incidents=(), **words), checked(_incidents(root, incident), manifest)


def facts_of(path: Path, release: Release, known: Mapping[str, Iterable[str]] | None = None) -> Facts:
    """The facts of the release that was read from `path`, from its table, which holds what the incidents say."""
    return Facts(release, codebooks.load(release.manifest.codebook), counted(_root(path) / TABLE), known)


def open_facts(path: Path, known: Mapping[str, Iterable[str]] | None = None) -> Facts:
    """What counting needs, from the Parquet table alone: a release of a million incidents opens in seconds.

    `known` names codes that may be asked for though no incident holds them.
    """
    manifest, root = check(path), _root(path)
    words = {name: tuple(_words(root, name)) for name in ("totals", "indicators")}
    release = Release(manifest=manifest, incidents=(), **words)
    return Facts(release, codebooks.load(manifest.codebook), counted(root / TABLE), known)


def verify(path: Path) -> Release:
    """Read, and prove that the Parquet table holds what the complete incidents say; raises `BadRelease`."""
    release = read(path)
    book = codebooks.load(release.manifest.codebook)
    expected, found = table(release.incidents, release.manifest.period, book), _frame(_root(path) / TABLE)
    for name in SCHEMA:
        if not expected.get_column(name).equals(found.get_column(name)):
            raise BadRelease(name, "the same column in incidents.parquet and incidents.jsonl", f"release {path}")
    return release


def check(path: Path) -> Manifest:
    """Compare every file with the manifest, in order of name; raises `BadRelease` for the first that differs."""
    where = f"release {path}"
    with readable(where):
        root = _root(path)
        manifest = _manifest(root, where)
        listed = {entry.path: entry for entry in manifest.files}
        found = dict(_walk(root))
        for name in sorted({*listed, *found} - {MANIFEST}):
            if name not in found:
                raise BadRelease(name, "there, although the manifest lists it", where)
            if name not in listed:
                raise BadRelease(name, "a file that the manifest lists", where)
            with readable(f"{where}, {name}"):
                _compare(found[name], listed[name], where)
    return manifest


def _compare(file: Traversable, entry: FileEntry, where: str) -> None:
    sha256, size = _sum(file)
    if (sha256, size) != (entry.sha256, entry.size):
        expected = f"as the manifest says: SHA-256 {entry.sha256}, {entry.size} bytes (found {sha256}, {size})"
        raise BadRelease(entry.path, expected, where)


@contextmanager
def readable(where: str) -> Iterator[None]:
    """Damage that the zip or file reader stumbles over, told as a bad release."""
    try:
        yield
    except _DAMAGE as error:
        raise BadRelease(str(error), "what a whole release holds", where) from None


def _fill(folder: Path, release: Release) -> Manifest:
    rows = files.fill(folder, release)
    entries = [_entry(folder, path, rows) for path in _paths(folder)]
    sums = "".join(f"{entry.sha256}  {entry.path}\n" for entry in entries)
    (folder / SUMS).write_text(sums, encoding="utf-8", newline="\n")
    manifest = msgspec.structs.replace(release.manifest, files=(*entries, _entry(folder, folder / SUMS, rows)))
    (folder / MANIFEST).write_bytes(_manifest_bytes(manifest))
    for path in (*_paths(folder), *(each for each in folder.rglob("*") if each.is_dir()), folder):
        _sync(path)
    return manifest


def _entry(folder: Path, path: Path, rows: dict[str, int]) -> FileEntry:
    name = path.relative_to(folder).as_posix()
    sha256, size = _sum(path)
    return FileEntry(path=name, sha256=sha256, size=size, rows=rows.get(name))


def _manifest_bytes(manifest: Manifest) -> bytes:
    return msgspec.json.format(to_bytes(manifest), indent=2) + b"\n"


def _paths(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _zipped(folder: Path) -> Path:
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _paths(folder):
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _ZIP_DATE)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as entry:
                shutil.copyfileobj(source, entry, _BLOCK)
    _sync(target)
    return target


def _check_place(path: Path) -> None:
    if path.is_dir() and path.suffix != ".zip" and (not any(path.iterdir()) or (path / MANIFEST).is_file()):
        return
    if path.exists() and not (path.suffix == ".zip" and zipfile.is_zipfile(path)):
        raise BadInput(str(path), "a new place, an empty folder or a release to be replaced", "release")


def _place(made: Path, path: Path) -> None:
    """Put what was made in its place; a folder that stands there is moved into the temporary room first."""
    replaced = made.parent / "replaced"
    if path.is_dir():
        path.rename(replaced)
    try:
        made.replace(path)
    except OSError:
        if replaced.is_dir():
            replaced.rename(path)
        raise
    _sync(path.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _root(path: Path) -> Traversable:
    path = Path(path)
    if path.is_dir():
        return path
    if not path.exists():
        raise Missing(f"release {path}: not there")
    if not zipfile.is_zipfile(path):
        raise BadRelease(str(path), "a folder or a zip file", "release")
    return zipfile.Path(path)


def _manifest(root: Traversable, where: str) -> Manifest:
    file = root / MANIFEST
    if not file.is_file():
        raise BadRelease(MANIFEST, "there", where)
    try:
        return from_json(file.read_text("utf-8"), Manifest, f"{where}, {MANIFEST}")
    except BadInput as error:
        raise BadRelease(error.value, error.expected, error.where) from None
    except UnicodeDecodeError as error:
        raise BadRelease(error.object[error.start : error.end], "text in UTF-8", f"{where}, {MANIFEST}") from None


def _walk(root: Traversable, before: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in root.iterdir():
        name = f"{before}{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, f"{name}/")
        else:
            yield name, entry


def _sum(file: Traversable) -> tuple[str, int]:
    found, size = hashlib.sha256(), 0
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
            size += len(block)
    return found.hexdigest(), size


def _words(root: Traversable, name: str) -> Iterator[Any]:
    kind = get_args(get_type_hints(Release)[name])[0]
    return _lines(root, name, lambda line, where: from_json(line, kind, where))


def _incidents(root: Traversable, incident: Reader) -> Iterator[Incident]:
    return _lines(root, INCIDENTS, incident)


def _lines(root: Traversable, name: str, read: Callable[[bytes, str], Any]) -> Iterator[Any]:
    """What `read` gives for each line of a file, told where it stands; blank lines are passed over."""
    file = files.NAMES[name]
    if name in files.OPTIONAL and not (root / file).is_file():
        return
    try:
        with (root / file).open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield read(line, f"{file}, line {number}")
    except BadInput as error:
        raise BadRelease(error.value, error.expected, error.where) from None


def counted(file: Traversable) -> pl.DataFrame:
    """The columns of an `incidents.parquet` that are counted by; texts, which are most of it, are not read."""
    return _frame(file, list(COUNTED))


def _frame(file: Traversable, columns: list[str] | None = None) -> pl.DataFrame:
    with file.open("rb") as stream:
        found = pl.read_parquet_schema(stream)
        if dict(found) != SCHEMA:
            raise BadRelease(list(found), f"the columns {', '.join(SCHEMA)}", TABLE)
        stream.seek(0)
        return pl.read_parquet(stream, columns=columns)
