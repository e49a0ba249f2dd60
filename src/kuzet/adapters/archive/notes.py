"""Signed notes: two lines of text, the second the Ed25519 signature of the first one.

    {"number":3, ...}
    <128 hexadecimal digits>

What is signed is the first line with its end, so that `head -n 1` gives what `openssl pkeyutl -verify` wants.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kuzet.basis.errors import BadInput
from kuzet.basis.word import Word, from_json, to_json

W = TypeVar("W", bound=Word)

_NOTE: Final = re.compile(rb"(\{[^\n]*\}\n)([0-9a-f]{128})\n")
LONGEST: Final = 1 << 22
"""Bytes of a note; a checkpoint that lists thirty thousand time-stamps is smaller."""


def signed(word: Word, key: Ed25519PrivateKey) -> bytes:
    """The note of a word."""
    text = to_json(word).encode() + b"\n"
    return text + key.sign(text).hex().encode() + b"\n"


def read(data: bytes, kind: type[W], where: str) -> W:
    """What a note says, whoever signed it; raises `BadInput` for what has not its form."""
    match = _NOTE.fullmatch(data)
    if match is None:
        raise BadInput(data[:20], "a signed note: one line of JSON, one line with its signature", where)
    return from_json(match[1], kind, where)


def check(data: bytes, public: str, where: str) -> None:
    """Raises `BadInput` unless the key with these 64 hexadecimal digits signed the note."""
    match = _NOTE.fullmatch(data)
    if match is None:
        raise BadInput(data[:20], "a signed note: one line of JSON, one line with its signature", where)
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(match[2].decode()), match[1])
    except (InvalidSignature, ValueError):
        raise BadInput(match[2].decode()[:16] + "…", f"a signature of key {public[:16]}…", where) from None


def load(path: Path) -> bytes:
    """The bytes of a note, none where it is longer than any note."""
    with path.open("rb") as file:
        return file.read(LONGEST)
