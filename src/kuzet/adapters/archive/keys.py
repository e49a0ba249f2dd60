"""The keys that sign checkpoints: the private one outside the archive, the public ones in it, each introduced.

`archive/keys/0001.key` is a note on the first public key, signed by itself; each later one is signed by the key before
it. Beside it `0001.pem` has the same key as other programs read it. The private key, `keys/checkpoints.pem` in the data
folder, can be read by its owner only.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from kuzet.adapters.archive import notes
from kuzet.adapters.archive.layout import Layout, put
from kuzet.adapters.archive.lines import START
from kuzet.basis.errors import BadInput, Missing
from kuzet.basis.word import Word

PRIVATE_MODE: Final = 0o600


class KeyNote(Word):
    """One public key of the archive, and which key came before it."""

    number: int
    """From 1."""
    public: str
    """The 32 bytes of the Ed25519 key, as 64 hexadecimal digits."""
    at: datetime
    """UTC, when it was made, by the clock of the machine that made it."""
    before: str = START
    """SHA-256 of the note on the key before, whose key signed this note; zeros for the first, which signed itself."""


@dataclass(frozen=True, slots=True)
class Signer:
    """The private key in use, and the number of its note."""

    number: int
    key: Ed25519PrivateKey


def signer(layout: Layout, now: datetime) -> Signer:
    """The key that signs; made at first use. Raises `Missing` where the private key of the archive is gone."""
    path, known = layout.secret, last(layout)
    if known is None:
        key = _loaded(path) if path.exists() else _made(layout, path)
        _introduce(layout, KeyNote(number=1, public=public_of(key), at=now), key)
        return Signer(1, key)
    _finish_rotation(layout, known)
    if not path.exists():
        raise Missing(f"{path}: the private key of the archive is not there; bring it back from where it is kept safe")
    key = _loaded(path)
    if public_of(key) != known.public:
        raise BadInput(path.name, f"key {known.number} of the archive, {known.public[:16]}…", str(path.parent))
    return Signer(known.number, key)


def rotate(layout: Layout, now: datetime) -> Signer:
    """Put a new key in the place of the old one, which signs it in."""
    old = signer(layout, now)
    new = _made(layout, _next(layout))
    before = sha256(notes.load(note_path(layout.keys, old.number))).hexdigest()
    note = KeyNote(number=old.number + 1, public=public_of(new), at=now, before=before)
    _introduce(layout, note, old.key)
    _finish_rotation(layout, note)
    return Signer(note.number, new)


def note_path(folder: Path, number: int) -> Path:
    """The note on a key."""
    return folder / f"{number:04}.key"


def last(layout: Layout) -> KeyNote | None:
    """The note on the newest key, none where no key was made yet; all notes are checked."""
    return max(introduced(layout.keys), key=attrgetter("number"), default=None)


def introduced(folder: Path) -> Iterator[KeyNote]:
    """The keys in their order; raises `BadInput` naming the first note that the key before did not sign."""
    before, signing, number = START, "", 1
    while (path := note_path(folder, number)).exists():
        data, where = notes.load(path), f"keys/{path.name}"
        note = notes.read(data, KeyNote, where)
        if (note.number, note.before) != (number, before):
            raise BadInput(note.number, f"the note on key {number} that follows the note before it", where)
        notes.check(data, signing or note.public, where)
        _check_pem(path.with_suffix(".pem"), note)
        yield note
        before, signing, number = sha256(data).hexdigest(), note.public, number + 1


def fits(path: Path, public: str) -> bool:
    """Whether a file holds the private key of this public one, whole."""
    try:
        key = load_pem_private_key(path.read_bytes(), None)
    except ValueError:
        return False
    return isinstance(key, Ed25519PrivateKey) and path.read_bytes() == _private(key) and public_of(key) == public


def public_of(key: Ed25519PrivateKey) -> str:
    """The public key as 64 hexadecimal digits."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def pem_of(public: str) -> bytes:
    """The public key as other programs read it."""
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _check_pem(path: Path, note: KeyNote) -> None:
    where = f"keys/{path.name}"
    if not path.exists():
        raise BadInput(path.name, "there", "keys")
    if path.read_bytes() != pem_of(note.public):
        raise BadInput(path.name, f"the key that {note.number:04}.key tells of", where)


def _introduce(layout: Layout, note: KeyNote, key: Ed25519PrivateKey) -> None:
    path = note_path(layout.keys, note.number)
    put(layout.room, path.with_suffix(".pem"), pem_of(note.public))
    put(layout.room, path, notes.signed(note, key))


def _next(layout: Layout) -> Path:
    return layout.secret.with_name("next.pem")


def _finish_rotation(layout: Layout, newest: KeyNote) -> None:
    """The new private key takes its place as soon as the archive knows it, also after a crash in between."""
    made = _next(layout)
    if made.exists() and public_of(_loaded(made)) == newest.public:
        made.replace(layout.secret)


def _made(layout: Layout, path: Path) -> Ed25519PrivateKey:
    key = Ed25519PrivateKey.generate()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    put(layout.room, path, _private(key), PRIVATE_MODE)
    return key


def _private(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _loaded(path: Path) -> Ed25519PrivateKey:
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise BadInput(path.name, "a file that only its owner can read (chmod 600)", str(path.parent))
    try:
        key = load_pem_private_key(path.read_bytes(), None)
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise BadInput(path.name, "a private key of the kind Ed25519, as PEM", str(path.parent))
    return key
