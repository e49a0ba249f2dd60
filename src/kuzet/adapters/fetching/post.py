"""Bytes posted to an address, for the few services that are asked so, such as time-stamping authorities.

The address is vetted and pinned as that of a page, and an answer costs no more than one; redirects are not followed.
"""

from __future__ import annotations

from kuzet.adapters.fetching import answers
from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.bodies import unpacked
from kuzet.adapters.fetching.exchange import Request, exchange
from kuzet.adapters.fetching.once import Setting
from kuzet.adapters.fetching.pinned import PinnedBackend
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.adapters.fetching.urls import parse
from kuzet.basis.errors import Missing


class Poster:
    """Posts; for any number of threads."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._backend = setting, PinnedBackend(setting.network)

    def __call__(self, url: str, body: bytes, kind: str) -> bytes:
        """The body of the answer with status 200; `kind` is the type of what is sent. Raises `Missing`."""
        try:
            return self._answer(url, body, kind)
        except Trouble as trouble:
            raise Missing(f"{url}: {trouble.why}") from None

    def _answer(self, url: str, body: bytes, kind: str) -> bytes:
        target, caps, clock = parse(url), self._setting.caps, self._setting.clock
        allowance = Allowance(caps.seconds, caps.wire, clock)
        headers = (
            ("Host", target.authority),
            ("User-Agent", self._setting.agent),
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
        )
        request = Request(target, headers, body)
        with exchange(self._backend, self._setting.tls, request, allowance) as answer:
            answers.check_status(answer.status, answer.headers, False, clock.now())
            answers.check_length(answer.headers, caps.wire)
            return unpacked(answer.body, answers.codings(answer.headers), caps.body)
