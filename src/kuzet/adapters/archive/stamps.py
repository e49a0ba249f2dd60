"""RFC 3161 time-stamps over checkpoints: proof by an outside authority that a checkpoint existed at a time.

    archive/checkpoints/000003-<16 digits of the root>.tsr    the reply of an authority, as it came
    archive/authorities/<sha256>.pem                          its root certificate (and those between)

An authority that is away is asked again later: what waits for it is every checkpoint without its time-stamp.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final, Protocol

from cryptography.x509 import Certificate, load_pem_x509_certificates
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from kuzet.adapters.archive import checkpoints, notes
from kuzet.adapters.archive.layout import Layout, put
from kuzet.basis.errors import BadInput, KuzetError
from kuzet.basis.word import Word

SUFFIX: Final = ".tsr"
AT_ONCE: Final = 24
"""Checkpoints that one authority is asked for in one run, so that a long absence does not end in a flood."""


class Authority(Word):
    """A time-stamping authority: where it answers, and whom its answers are trusted by."""

    url: str
    roots: str
    """Root certificate, and those between where the authority does not send them, as PEM."""


class Post(Protocol):
    """Sends bytes to an address; the fetching adapter does this."""

    def __call__(self, url: str, body: bytes, kind: str) -> bytes:
        """The body of the answer with status 200; `kind` is the content type. Raises `KuzetError` without one."""


class Asked(Word):
    """What became of asking one authority."""

    url: str
    stamped: int = 0
    left: int = 0
    """Checkpoints that wait for the next time."""
    why: str = ""
    """Why the authority was not asked further, where it failed."""


def stamp(layout: Layout, authority: Authority, post: Post) -> Asked:
    """Ask for the time-stamps that are not there yet, the oldest checkpoint first; never raises for an authority."""
    waiting, done, why = list(pending(layout, authority)), 0, ""
    for path in waiting[:AT_ONCE]:
        try:
            _stamp(layout, path, authority, post)
        except KuzetError as error:
            why = str(error)
            break
        done += 1
    return Asked(url=authority.url, stamped=done, left=len(waiting) - done, why=why)


def pending(layout: Layout, authority: Authority) -> Iterator[Path]:
    """Checkpoints without a time-stamp of this authority."""
    for path in checkpoints.paths(layout.checkpoints):
        if not stamp_path(path, authority.roots.encode()).exists():
            yield path


def stamp_path(checkpoint: Path, roots: bytes) -> Path:
    """The file of the time-stamp of a checkpoint by the authority with these root certificates."""
    return checkpoint.with_name(f"{checkpoint.stem}-{sha256(roots).hexdigest()[:16]}{SUFFIX}")


def check(reply: bytes, stamped: bytes, roots: bytes, where: str) -> datetime:
    """The time that a reply proves for the stamped bytes; an authority is judged as of that time, not of today.

    Raises `BadInput` for a reply of somebody else, or to something else.
    """
    try:
        response = decode_timestamp_response(reply)
        VerifierBuilder(roots=_certificates(roots, where)).build().verify_message(response, stamped)
    except (VerificationError, ValueError) as error:
        raise BadInput(Path(where).name, f"a time-stamp of these bytes by this authority ({error})", where) from None
    return response.tst_info.gen_time


def _stamp(layout: Layout, path: Path, authority: Authority, post: Post) -> None:
    stamped, roots = notes.load(path), authority.roots.encode()
    where = f"time-stamp of {path.name} by {authority.url}"
    _certificates(roots, where)
    request = TimestampRequestBuilder().data(stamped).hash_algorithm(HashAlgorithm.SHA256).build()
    reply = post(authority.url, request.as_bytes(), "application/timestamp-query")
    check(reply, stamped, roots, where)
    if _response(reply).tst_info.nonce != request.nonce:
        raise BadInput(path.name, "answered: the reply belongs to another request", where)
    put(layout.room, layout.authorities / f"{sha256(roots).hexdigest()}.pem", roots)
    put(layout.room, stamp_path(path, roots), reply)


def _response(reply: bytes) -> TimeStampResponse:
    return decode_timestamp_response(reply)


def _certificates(roots: bytes, where: str) -> list[Certificate]:
    try:
        return load_pem_x509_certificates(roots)
    except ValueError as error:
        raise BadInput(roots[:20], f"certificates as PEM ({error})", where) from None
