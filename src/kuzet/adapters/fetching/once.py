"""One request and its answer, without redirects, robots or politeness."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import httpcore2

from kuzet.adapters.fetching import answers
from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.bodies import ACCEPTED, unpacked
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.network import Network
from kuzet.adapters.fetching.pinned import PinnedBackend
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.adapters.fetching.urls import Target, parse
from kuzet.observatory.collect.ports import Ask, Fetched, Headers

ACCEPT: Final = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Caps:
    """What one fetch may cost."""

    seconds: float = 30.0
    """For looking up the name, connecting, TLS, headers and body together, over all redirects."""
    wire: int = 10_000_000
    """Bytes that come in, headers and all redirects included."""
    body: int = 20_000_000
    """Bytes of the body when unpacked."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Setting:
    """What a fetcher is made of. `agent` is the header User-Agent (see `build.agent`)."""

    agent: str
    network: Network = field(default_factory=Network)
    caps: Caps = field(default_factory=Caps)
    clock: Clock = field(default_factory=Clock)
    tls: ssl.SSLContext = field(default_factory=httpcore2.default_ssl_context)


@dataclass(frozen=True, slots=True)
class Moved:
    """The answer is elsewhere: the header Location as it came."""

    location: str


Step = Callable[[Ask, Allowance], Fetched | Moved]
"""One request with all that stands before it; raises `Trouble`."""


class Once:
    """A `Step` that asks the network.

    Each request has a connection of its own: what a server sends after one answer, by mistake or on purpose, could
    otherwise be taken for the answer to the next request, and be kept as evidence of another address.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting, self._backend = setting, PinnedBackend(setting.network)

    def __call__(self, ask: Ask, allowance: Allowance) -> Fetched | Moved:
        """The answer; raises `Trouble`."""
        target = parse(ask.url)
        headers = request_headers(target, ask, self._setting.agent)
        asked = request(target, headers, allowance)
        with allowance.running(), told(), connection(self._setting, self._backend, asked) as connected:
            return self._read(ask, headers, connected.handle_request(asked))

    def _read(self, ask: Ask, request: Headers, response: httpcore2.Response) -> Fetched | Moved:
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
        if response.status in answers.REDIRECTS:
            return Moved(answers.first(headers).get("location", ""))
        address = response.extensions["network_stream"].get_extra_info("address")
        body = self._body(ask, headers, response)
        return Fetched(
            url=ask.url,
            final=ask.url,
            status=response.status,
            request=request,
            response=headers,
            body=body,
            at=self._setting.clock.now(),
            address=address,
        )

    def _body(self, ask: Ask, headers: Headers, response: httpcore2.Response) -> bytes:
        caps, conditional = self._setting.caps, bool(ask.etag or ask.last_modified)
        answers.check_status(response.status, headers, conditional, self._setting.clock.now())
        if response.status == 304:
            return b""
        answers.check_type(headers)
        answers.check_length(headers, caps.wire)
        return unpacked(response.iter_stream(), answers.codings(headers), caps.body)


def request_headers(target: Target, ask: Ask, agent: str) -> Headers:
    """The headers that are sent: no cookies, no referrer, nothing that was not said here."""
    conditions = (("If-None-Match", ask.etag), ("If-Modified-Since", ask.last_modified))
    return (
        ("Host", target.authority),
        ("User-Agent", agent),
        ("Accept", ACCEPT),
        ("Accept-Encoding", ACCEPTED),
        *((name, value) for name, value in conditions if value),
    )


def connection(setting: Setting, backend: PinnedBackend, asked: httpcore2.Request) -> httpcore2.HTTPConnection:
    """The connection that a request goes over, and no other one."""
    return httpcore2.HTTPConnection(asked.url.origin, ssl_context=setting.tls, network_backend=backend)


def request(target: Target, headers: Headers, allowance: Allowance, body: bytes | None = None) -> httpcore2.Request:
    """A request under an allowance; with a body it is one that posts it."""
    return httpcore2.Request(
        "GET" if body is None else "POST",
        httpcore2.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path),
        headers=[(name.encode(), value.encode("latin-1", "replace")) for name, value in headers],
        content=body,
        extensions={"timeout": dict.fromkeys(("connect", "read", "write"), allowance)},
    )


@contextmanager
def told() -> Iterator[None]:
    """Errors of the protocol as `Trouble`; those of the network are told where they happen."""
    try:
        yield
    except httpcore2.RemoteProtocolError as error:
        raise Trouble("soft", f"the answer breaks HTTP: {error}") from None
    except httpcore2.LocalProtocolError as error:
        raise Trouble("hard", f"the request would break HTTP: {error}") from None
