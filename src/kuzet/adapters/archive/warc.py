"""One answer, or one picture, as a complete small WARC file; the same answer gives the same bytes.

The payload is what the fetcher gives: without content or transfer encoding. A header that would no longer be true of it
is kept under the name `X-Archive-Orig-...`, as web archives do. The status line is written anew, since a fetcher gives
only its number.
"""

from __future__ import annotations

import gzip
import re
import zlib
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha1, sha256
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import quote
from uuid import UUID

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from kuzet.adapters.archive.packing import packed
from kuzet.basis.errors import BadInput
from kuzet.observatory.collect.ports import Fetched, Headers

VERSION: Final = "WARC/1.1"
_UNTRUE: Final = ("content-encoding", "transfer-encoding")
"""Headers that are not true of a decoded payload."""
_HTTP: Final = ("http:", "https:")
_HOLDING: Final = ("response", "resource", "conversion")
"""Kinds of the first record of a file; its payload is what the file is kept for."""
_PATH: Final = re.compile(r"[a-z]+://[^/?#]*([^#]*)", re.IGNORECASE)
_UNQUOTED: Final = "/%:@!$&'()*+,;=~?-._[]"
_ASCII: Final = "".join(map(chr, range(128)))
_BREAKS: Final = re.compile(r"[\x00-\x1f\x7f]+")
_NOTHING: Final = sha256(b"").hexdigest()
"""Of the payload of a request."""

Named = tuple[tuple[str, str], ...]


def of_answer(fetched: Fetched, held: str = "") -> bytes:
    """The WARC file of an answer: its response, then its request; a `resource` of what did not come by HTTP.

    `held` is the SHA-256 of the body where it is known.
    """
    held, url = held or sha256(fetched.body).hexdigest(), _target(fetched.final)
    ident = _id("response", url, fetched.at, held)
    if not is_http(fetched.final):
        return _resource(fetched, url, ident, held)
    return _response(fetched, url, ident, held) + _request(fetched, url, ident, held)


def is_http(url: str) -> bool:
    """Whether what came from this address is kept with the head of an answer."""
    return _target(url).startswith(_HTTP)


def of_picture(png: bytes, url: str, at: datetime, of: str) -> bytes:
    """The WARC file of a picture, as a `conversion` of the response record that it was drawn from."""
    held = sha256(png).hexdigest()
    headers = {
        **_dated(at),
        "WARC-Record-ID": _id("conversion", url, at, held),
        "WARC-Refers-To": of,
        "WARC-Payload-Digest": f"sha256:{held}",
    }
    return _compressed("conversion", _target(url), headers, "image/png", png)


def record_id(data: bytes) -> str:
    """The WARC-Record-ID of the first record of a whole file."""
    first = next(iter(ArchiveIterator(BytesIO(data))))
    return str(first.rec_headers.get_header("WARC-Record-ID"))


def payload(data: bytes, where: str) -> bytes:
    """The bytes that a WARC file of ours holds, once all of the file is whole; raises `BadInput` where it is not."""
    try:
        whole = gzip.decompress(data)  # checks the sum of each member, which warcio does not
        records = list(_records(whole))
    except (ArchiveLoadFailed, EOFError, zlib.error, gzip.BadGzipFile, ValueError, AttributeError) as error:
        raise BadInput(Path(where).name, f"a whole WARC file ({error})", where) from None
    if not records or records[0][0] not in _HOLDING:
        raise BadInput(Path(where).name, f"a WARC file with one of {', '.join(_HOLDING)} in it", where)
    return records[0][1]


def _records(data: bytes) -> Iterator[tuple[str, bytes]]:
    for record in ArchiveIterator(BytesIO(data), check_digests="raise"):
        yield record.rec_type, record.raw_stream.read()


def _resource(fetched: Fetched, url: str, ident: str, held: str) -> bytes:
    kind = next((value for name, value in _plain(fetched.response) if name.lower() == "content-type"), "")
    headers = _told(fetched, ident, held)
    return _compressed("resource", url, headers, kind or "application/octet-stream", fetched.body)


def _response(fetched: Fetched, url: str, ident: str, held: str) -> bytes:
    headers = _told(fetched, ident, held)
    if fetched.address:
        headers["WARC-IP-Address"] = _BREAKS.sub("", fetched.address)
    block = _response_head(fetched) + fetched.body
    return _compressed("response", url, headers, "application/http; msgtype=response", block)


def _request(fetched: Fetched, url: str, answered: str, held: str) -> bytes:
    """The request that the response with the id `answered` came of."""
    headers = _told(fetched, _id("request", url, fetched.at, held), _NOTHING)
    headers["WARC-Concurrent-To"] = answered
    return _compressed("request", url, headers, "application/http; msgtype=request", _request_head(fetched))


def _told(fetched: Fetched, ident: str, held: str) -> dict[str, str]:
    """What each record of an answer says; `held` is the SHA-256 of its payload."""
    return {**_dated(fetched.at), "WARC-Record-ID": ident, "WARC-Payload-Digest": f"sha256:{held}"}


def _compressed(kind: str, url: str, headers: Mapping[str, str], content_type: str, block: bytes) -> bytes:
    """One record as its own gzip member, as readers of WARC files expect it."""
    digest = b32encode(sha1(block, usedforsecurity=False).digest()).decode()
    told = {
        **headers,
        "WARC-Type": kind,
        **({"WARC-Target-URI": url} if url else {}),
        "WARC-Block-Digest": f"sha1:{digest}",
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
    }
    return packed(b"".join((_head(VERSION, told.items()), block, b"\r\n\r\n")))


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    """A first line and headers, with the empty line that ends them."""
    return "".join([first, "\r\n", *[f"{name}: {value}\r\n" for name, value in headers], "\r\n"]).encode()


def _dated(at: datetime) -> dict[str, str]:
    return {"WARC-Date": f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"}


def _id(kind: str, url: str, at: datetime, held: str) -> str:
    """An id that follows from what it names: the same answer gives the same file."""
    digest = sha256(f"{kind} {url} {at.isoformat()} {held}".encode()).digest()
    return f"<urn:uuid:{UUID(bytes=digest[:16], version=4)}>"


def _response_head(fetched: Fetched) -> bytes:
    phrase = ""
    with suppress(ValueError):
        phrase = HTTPStatus(fetched.status).phrase
    headers = (_true(name, value, len(fetched.body)) for name, value in _plain(fetched.response))
    return _head(f"HTTP/1.1 {fetched.status} {phrase}".strip(), headers)


def _request_head(fetched: Fetched) -> bytes:
    match = _PATH.match(_target(fetched.final))
    path = match[1] if match else ""
    path = quote(path if path.startswith("/") else f"/{path}", _UNQUOTED)
    return _head(f"GET {path} HTTP/1.1", _plain(fetched.request))


def _true(name: str, value: str, size: int) -> tuple[str, str]:
    untrue = name.lower() in _UNTRUE or (name.lower() == "content-length" and value != str(size))
    return (f"X-Archive-Orig-{name}", value) if untrue else (name, value)


def _plain(headers: Headers) -> Named:
    """Headers without line breaks, which would end them early; the line of the capture has them as they came.

    Letters beyond ASCII are percent-encoded, which warcio does not do for all: not in `</новость>; rel=shortlink`.
    """
    return tuple([(_name(name), _value(value)) for name, value in headers])


def _value(value: str) -> str:
    return value if value.isascii() and value.isprintable() else quote(_BREAKS.sub(" ", value), _ASCII)


@lru_cache(1024)  # servers send the same names
def _name(name: str) -> str:
    return quote(_BREAKS.sub(" ", name).strip(), " !#$&'*+^`|") or "-"


def _target(url: str) -> str:
    return _BREAKS.sub("", url).replace(" ", "%20")
