"""What a site says of itself: `manifest.json`, signed, names the edition and seals `SHA256SUMS`, which names all files.

manifest.json     one line of JSON, a `SiteManifest`
manifest.sig      64 bytes: the Ed25519 signature of manifest.json (not there when the site is not signed)
key.pem           the public key of the signature
SHA256SUMS        every other file, in the form that `sha256sum -c` reads
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word, from_json, to_bytes

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
KEY: Final = "key.pem"
SUMS: Final = "SHA256SUMS"
SEALS: Final = (MANIFEST, SIGNATURE, KEY, SUMS)
"""The files that `SHA256SUMS` does not name."""

KIND: Final = "kuzet-site"
_BLOCK: Final = 1 << 20


class SiteManifest(Word):
    """The edition that a site shows; `digest` is that of its release, `previous` that of the edition before."""

    kind: str
    release: str
    edition: str
    frozen: date
    digest: str
    sums: str
    """SHA-256 of `SHA256SUMS`."""
    files: int
    bytes: int
    previous: str = ""
    key: str = ""
    """The public key that signed, 64 hexadecimal digits; empty where nobody did."""


def encoded(manifest: SiteManifest) -> bytes:
    """The bytes of `manifest.json`, which are what is signed."""
    return to_bytes(manifest) + b"\n"


def is_site(folder: Path) -> bool:
    """Whether a folder holds a built site."""
    path = folder / MANIFEST
    if not path.is_file() or not (folder / SUMS).is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(KIND) + 16).startswith(f'{{"kind":"{KIND}"'.encode())


def read(data: bytes, where: str) -> SiteManifest:
    """What a manifest says, whoever signed it; raises `BadInput`."""
    return from_json(data, SiteManifest, where)


def sum_line(path: str, digest: str) -> str:
    """One line of `SHA256SUMS`."""
    return f"{digest}  {path}\n"


def sums(folder: Path) -> Iterator[tuple[str, str]]:
    """Path and SHA-256 of each file that `SHA256SUMS` names; raises `BadInput` for a line of another form."""
    with (folder / SUMS).open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, 1):
            digest, gap, path = line.rstrip("\n").partition("  ")
            if not gap or len(digest) != 64 or not path:
                raise BadInput(line[:40], "a SHA-256, two spaces and a path", f"{SUMS}, line {number}")
            yield path, digest


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    found = sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()
