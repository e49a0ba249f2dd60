"""One request and its answer in HTTP/1.1, over a connection of its own."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Final, NamedTuple

import h11
import httpcore2

from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.pinned import PinnedBackend, PinnedStream
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.adapters.fetching.urls import Target
from kuzet.observatory.collect.ports import Headers

PIECE: Final = 2**16
"""Bytes that are taken from the network at once."""
LONGEST: Final = 100 * 2**10
"""Bytes of a head, or of the line before a chunk, that may come without their end."""


class Answer(NamedTuple):
    """The head of an answer, and its body as it comes, without transfer encoding."""

    status: int
    headers: Headers
    body: Iterator[bytes]
    address: str
    """The IP address that answered."""


class Request(NamedTuple):
    """What is sent; with a body it is posted."""

    target: Target
    headers: Headers
    body: bytes | None = None


@contextmanager
def exchange(backend: PinnedBackend, tls: ssl.SSLContext, request: Request, allowance: Allowance) -> Iterator[Answer]:
    """Send a request and take in its answer, whose body is to be read before this is left; raises `Trouble`.

    The connection ends with this: what a server sends after one answer, by mistake or on purpose, could otherwise be
    taken for the answer to the next request, and be kept as evidence of another address.
    """
    with allowance.running(), _told(), closing(_connected(backend, tls, request.target, allowance)) as stream:
        state = h11.Connection(h11.CLIENT, LONGEST)
        with suppress(httpcore2.WriteError):  # a server may answer, and hang up, before it has read all
            stream.write(_sent(state, request), allowance)
        events = _events(state, stream, allowance)
        head = _head(events)
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers.raw_items())
        yield Answer(head.status_code, headers, _body(events), stream.get_extra_info("address"))


def _connected(backend: PinnedBackend, tls: ssl.SSLContext, target: Target, allowance: Allowance) -> PinnedStream:
    stream = backend.connect_tcp(target.host, target.port, allowance)
    if target.scheme == "http":
        return stream
    tls.set_alpn_protocols(["http/1.1"])
    return stream.start_tls(tls, target.host, allowance)


def _sent(state: h11.Connection, request: Request) -> bytes:
    headers = [(name.encode(), value.encode("latin-1", "replace")) for name, value in request.headers]
    method = "GET" if request.body is None else "POST"
    sent = state.send(h11.Request(method=method, headers=headers, target=request.target.path)) or b""
    if request.body is not None:
        sent += state.send(h11.Data(data=request.body)) or b""
    return sent + (state.send(h11.EndOfMessage()) or b"")


def _events(state: h11.Connection, stream: PinnedStream, allowance: Allowance) -> Iterator[h11.Event]:
    """What the bytes of the server mean, one thing after another."""
    while True:
        event = state.next_event()
        if event is h11.NEED_DATA:
            data = stream.read(PIECE, allowance)
            if not data and state.their_state is h11.SEND_RESPONSE:
                raise h11.RemoteProtocolError("Server disconnected without sending a response.")
            state.receive_data(data)
        elif isinstance(event, h11.Event):
            yield event
        else:  # what follows would be another protocol, or another answer
            return


def _head(events: Iterator[h11.Event]) -> h11.Response | h11.InformationalResponse:
    """The head of the answer, after words that come before it; that of another protocol is an answer too."""
    for event in events:
        if isinstance(event, h11.Response):
            return event
        if isinstance(event, h11.InformationalResponse) and event.status_code == 101:
            return event
    raise h11.RemoteProtocolError("Server ended without sending a response.")


def _body(events: Iterator[h11.Event]) -> Iterator[bytes]:
    for event in events:
        if not isinstance(event, h11.Data):
            return
        yield bytes(event.data)


@contextmanager
def _told() -> Iterator[None]:
    """Errors of the protocol as `Trouble`; those of the network are told where they happen."""
    try:
        yield
    except h11.RemoteProtocolError as error:
        raise Trouble("soft", f"the answer breaks HTTP: {error}") from None
    except h11.LocalProtocolError as error:
        raise Trouble("hard", f"the request would break HTTP: {error}") from None
