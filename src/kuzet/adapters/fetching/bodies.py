"""Bodies taken out of their content encodings piece by piece, so that a bomb ends at the cap and not in memory."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Protocol

from kuzet.adapters.fetching.trouble import Trouble

try:
    import brotli
except ImportError:
    brotli = None

PIECE: Final = 2**16
"""Bytes that are unpacked at once."""
DEEPEST: Final = 2
"""Encodings one inside the other; more are a trick."""


class Unpacker(Protocol):
    """Unpacks one encoding."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` unpacks to, in pieces of about `PIECE` bytes; raises `Trouble` for broken data."""

    def end(self) -> None:
        """No more comes; raises `Trouble` when more should have come."""


class Gzip:
    """RFC 1952, with several members one after another; what follows the last is passed over, as browsers do."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """See `Unpacker`."""
        while data:
            yield _inflate(self._member, data)
            data = self._member.unconsumed_tail
            if self._member.eof and self._member.unused_data.startswith(b"\x1f\x8b"):
                data, self._member = self._member.unused_data, zlib.decompressobj(16 + zlib.MAX_WBITS)

    def end(self) -> None:
        """See `Unpacker`."""
        _must_be_whole(self._member.eof)


class Deflate:
    """RFC 1950 as the standard says, or RFC 1951 alone as some servers send it; the first byte tells which."""

    def __init__(self) -> None:
        self._stream: zlib._Decompress | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """See `Unpacker`."""
        if data and self._stream is None:
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if data[0] & 0x0F == 8 else -zlib.MAX_WBITS)
        while data and self._stream is not None:
            yield _inflate(self._stream, data)
            data = self._stream.unconsumed_tail

    def end(self) -> None:
        """See `Unpacker`."""
        _must_be_whole(self._stream is not None and self._stream.eof)


class Brotli:
    """RFC 7932, where the library is there."""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """See `Unpacker`."""
        piece = self._process(data)
        while piece:
            yield piece
            piece = self._process(b"")

    def _process(self, data: bytes) -> bytes:
        try:
            return bytes(self._stream.process(data, output_buffer_limit=PIECE))
        except brotli.error as error:
            raise _broken(error) from None

    def end(self) -> None:
        """See `Unpacker`."""
        _must_be_whole(self._stream.is_finished())


UNPACKERS: Final[dict[str, Callable[[], Unpacker]]] = {
    "gzip": Gzip,
    "x-gzip": Gzip,
    "deflate": Deflate,
    **(
        {"br": Brotli}
        if hasattr(brotli, "Decompressor") and hasattr(brotli.Decompressor, "can_accept_more_data")
        else {}
    ),
}
"""By name; Brotli only of a library that can stop at a limit (1.2 and later), since a bomb would burst older ones."""
ACCEPTED: Final = ", ".join(name for name in UNPACKERS if name != "x-gzip")
"""The header Accept-Encoding."""


def unpacked(chunks: Iterable[bytes], codings: list[str], cap: int) -> bytes:
    """The whole body; raises `Trouble` when it is broken, cut short or larger than `cap` bytes.

    `codings` stand in the order in which the server applied them.
    """
    stack = _unpackers(codings)
    stream = chunks
    for unpacker in stack:
        stream = _through(unpacker, stream)
    body = bytearray()
    for piece in stream:
        body += piece
        if len(body) > cap:
            raise Trouble("soft", f"more than {cap:,} bytes when unpacked, which is the cap")
    return bytes(body)


def _unpackers(codings: list[str]) -> list[Unpacker]:
    if len(codings) > DEEPEST:
        raise Trouble("soft", f"{len(codings)} encodings one inside the other, expected at most {DEEPEST}")
    if strange := [coding for coding in codings if coding not in UNPACKERS]:
        raise Trouble("soft", f"encoded as {strange[0][:40]!r}, expected {ACCEPTED}")
    return [UNPACKERS[coding]() for coding in reversed(codings)]


def _through(unpacker: Unpacker, chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        yield from unpacker.feed(chunk)
    unpacker.end()


def _inflate(stream: zlib._Decompress, data: bytes) -> bytes:
    try:
        return stream.decompress(data, PIECE)
    except zlib.error as error:
        raise _broken(error) from None


def _broken(error: Exception) -> Trouble:
    return Trouble("soft", f"the body cannot be unpacked: {error}")


def _must_be_whole(ended: bool) -> None:
    if not ended:
        raise Trouble("soft", "the packed body is cut short")
