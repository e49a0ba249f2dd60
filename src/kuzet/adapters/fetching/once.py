"""One request and its answer, without redirects, robots or politeness."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import httpcore2

from kuzet.adapters.fetching import answers
from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.bodies import ACCEPTED, unpacked
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.exchange import Answer, Request, exchange
from kuzet.adapters.fetching.network import Network
from kuzet.adapters.fetching.pinned import PinnedBackend
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
    """A `Step` that asks the network."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._backend = setting, PinnedBackend(setting.network)

    def __call__(self, ask: Ask, allowance: Allowance) -> Fetched | Moved:
        """The answer; raises `Trouble`."""
        target = parse(ask.url)
        request = Request(target, request_headers(target, ask, self._setting.agent))
        with exchange(self._backend, self._setting.tls, request, allowance) as answer:
            return self._read(ask, request.headers, answer)

    def _read(self, ask: Ask, request: Headers, answer: Answer) -> Fetched | Moved:
        if answer.status in answers.REDIRECTS:
            return Moved(answers.first(answer.headers).get("location", ""))
        body = self._body(ask, answer)
        return Fetched(
            url=ask.url,
            final=ask.url,
            status=answer.status,
            request=request,
            response=answer.headers,
            body=body,
            at=self._setting.clock.now(),
            address=answer.address,
        )

    def _body(self, ask: Ask, answer: Answer) -> bytes:
        caps, conditional = self._setting.caps, bool(ask.etag or ask.last_modified)
        answers.check_status(answer.status, answer.headers, conditional, self._setting.clock.now())
        if answer.status == 304:
            return b""
        answers.check_type(answer.headers)
        answers.check_length(answer.headers, caps.wire)
        return unpacked(answer.body, answers.codings(answer.headers), caps.body)


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
