"""Redirects followed up to a cap, each vetted like a first address; the outermost layer, which tells every trouble."""

from __future__ import annotations

from datetime import datetime

import msgspec

from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.once import Caps, Moved, Step
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.adapters.fetching.urls import join, parse
from kuzet.basis.errors import shorten
from kuzet.observatory.collect.ports import Ask, Failed, Fetched, Fetcher


def follow(step: Step, caps: Caps, clock: Clock) -> Fetcher:
    """A fetcher that asks `step` for an address and for those that it leads to."""

    def fetch(ask: Ask) -> Fetched | Failed:
        way = [ask.url]
        try:
            return _walk(step, ask, way, caps, clock)
        except Trouble as trouble:
            return failed(way, trouble, clock.now())

    return fetch


def _walk(step: Step, ask: Ask, way: list[str], caps: Caps, clock: Clock) -> Fetched:
    """Goes on along `way`, to whose end each new address is put."""
    allowance = Allowance(caps.seconds, caps.wire, clock)
    while True:
        parse(way[-1])
        got = step(msgspec.structs.replace(ask, url=way[-1]), allowance)
        if isinstance(got, Fetched):
            return msgspec.structs.replace(got, url=ask.url, final=way[-1], hops=tuple(way[1:-1]))
        way.append(_next(way, got, caps.redirects))


def _next(way: list[str], moved: Moved, most: int) -> str:
    if not moved.location:
        raise Trouble("soft", "a redirect that does not say where to")
    to = join(way[-1], _text(moved.location))
    if to in way:
        raise Trouble("soft", f"redirects in a circle, back to {shorten(to)}")
    if len(way) > most:
        raise Trouble("soft", f"more than {most} redirects, the next to {shorten(to)}")
    return to


def _text(location: str) -> str:
    """A Location as it was meant: many servers send it in UTF-8, although it should be ASCII."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return location


def failed(way: list[str], trouble: Trouble, at: datetime) -> Failed:
    """What is told of an address that gave nothing."""
    via = f" (redirected from {shorten(way[0])})" if len(way) > 1 else ""
    return Failed(
        url=way[0],
        weight=trouble.weight,
        why=f"{shorten(way[-1])}{via}: {trouble.why}",
        at=at,
        status=trouble.status,
        retry_after=trouble.retry_after,
    )
