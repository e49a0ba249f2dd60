"""A start page to the addresses that it names: one reader a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from msgspec import structs

from kuzet.basis.errors import BadInput
from kuzet.observatory.collect import addresses, feeds, hostile, lists, sitemaps, telegram, youtube
from kuzet.observatory.collect.found import Entry
from kuzet.observatory.collect.plan import Form, Start


class Reader(NamedTuple):
    """How a form is read, and how many entries of it are taken at most."""

    read: Callable[[bytes, str, Start], Iterable[Entry]]
    most: int


READERS: Final[Mapping[Form, Reader]] = {
    "feed": Reader(lambda body, kind, _: feeds.read(body, kind), 1_000),
    "sitemap": Reader(lambda body, kind, _: sitemaps.read(body, kind), 50_000),  # the protocol's own limit
    "list": Reader(lambda body, kind, start: lists.read(body, kind, start.items), 1_000),
    "telegram": Reader(lambda body, kind, _: telegram.read(body, kind), 100),
    "youtube": Reader(lambda body, kind, _: youtube.read(body, kind), 100),
}
"""Every form of start page. A page shows 20 messages, a feed 15 videos; more than the cap is a fault or an attack."""


@hostile.set_aside("a start page")
def entries(form: Form, body: bytes, start: Start, content_type: str = "") -> list[Entry]:
    """What the start page names, in its order: absolute http(s) addresses inside `start`, each once.

    Never raises for what stands in `body`: that gives `SetAside` with the reason. So does a page whose addresses all
    lie outside: a site that has moved to another name must not fall silent unseen.
    """
    reader = READERS[form]
    found = list(islice(reader.read(body, content_type, start), reader.most))
    inside = list(_inside(found, start))
    if found and not inside:
        where = start.inside or addresses.site(start.url)
        raise BadInput(found[0].url, f"an address inside {where} (of {len(found)} entries none is)")
    return inside


def _inside(found: Iterable[Entry], start: Start) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in found:
        url = addresses.canonical(entry.url, start.url)
        if url and url not in seen and addresses.is_inside(url, start):
            seen.add(url)
            yield structs.replace(entry, url=url)
