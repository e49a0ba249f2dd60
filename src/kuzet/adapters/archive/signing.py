"""Signatures of other things than checkpoints, such as the public site, by the key that signs the checkpoints."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from kuzet.adapters.archive import keys
from kuzet.adapters.archive.layout import Layout
from kuzet.basis.errors import BadInput


class Key(NamedTuple):
    """The key of a data folder that signs: `public` are 64 hexadecimal digits."""

    signer: keys.Signer

    @property
    def public(self) -> str:
        """The public key as 64 hexadecimal digits."""
        return keys.public_of(self.signer.key)

    @property
    def pem(self) -> bytes:
        """The public key as other programs read it."""
        return keys.pem_of(self.public)

    def sign(self, data: bytes) -> bytes:
        """The 64 bytes of the Ed25519 signature; the same data always has the same."""
        return self.signer.key.sign(data)


def key(folder: Path) -> Key:
    """The key of a data folder, made at first use; raises `Missing` or `BadInput` where it cannot be had."""
    return Key(keys.signer(Layout(folder), datetime.now(UTC)))


def public(pem: bytes, where: str) -> str:
    """The public key of a PEM file as 64 hexadecimal digits; raises `BadInput`."""
    try:
        found = load_pem_public_key(pem)
    except ValueError:
        found = None
    if not isinstance(found, Ed25519PublicKey):
        raise BadInput(pem[:20], "a public key of the kind Ed25519, as PEM", where)
    return found.public_bytes_raw().hex()


def holds(data: bytes, signature: bytes, public_key: str) -> bool:
    """Whether the key with these 64 hexadecimal digits signed the data."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True
