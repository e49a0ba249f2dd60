"""The network as the fetcher sees it: how names become addresses, and which of those may be contacted."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import httpcore2

from kuzet.adapters.fetching.addresses import Network as Addresses
from kuzet.adapters.fetching.addresses import refusal
from kuzet.adapters.fetching.late import in_time
from kuzet.adapters.fetching.trouble import Trouble
from kuzet.basis.errors import BadInput

Endpoint = tuple[str, int]
"""An IP address and a port."""
Resolve = Callable[[str, int], Sequence[Endpoint]]
"""Where a host's port is found; raises `OSError` where the name is not known."""

UNKNOWN: Final = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
"""A name server says that there is no such name; other errors may pass (EAI_AGAIN)."""


def system(host: str, port: int) -> list[Endpoint]:
    """The resolver of the machine."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(sockaddr[0]), port) for *_, sockaddr in found))


def known(hosts: Mapping[str, str], otherwise: Resolve = system) -> Resolve:
    """A resolver that finds the `hosts` at `"127.0.0.1:8081"`, whatever their port, and others as `otherwise` does."""
    return Known({host: [_endpoint(text)] for host, text in hosts.items()}, otherwise)


@dataclass(frozen=True, slots=True)
class Known:
    """A resolver that need not ask for some hosts; `places` tells where these are."""

    places: Mapping[str, Sequence[Endpoint]]
    otherwise: Resolve

    def __call__(self, host: str, port: int) -> Sequence[Endpoint]:
        """See `Resolve`."""
        return self.places.get(host) or self.otherwise(host, port)


def _endpoint(text: str) -> Endpoint:
    address, colon, port = text.rpartition(":")
    if not colon or not port.isdecimal():
        raise BadInput(text, "an IP address and a port, such as 127.0.0.1:8081", "hosts")
    return address.strip("[]"), int(port)


@dataclass(frozen=True, slots=True)
class Network:
    """A network. `allowed` addresses are contacted even if private: for tests, and mirrors in one's own network."""

    resolve: Resolve = system
    allowed: tuple[Addresses, ...] = ()
    ports: frozenset[int] = frozenset({80, 443})
    """Ports that an address may name; where a resolver leads to is not bound by them."""
    dial: httpcore2.NetworkBackend = field(default_factory=httpcore2.SyncBackend)
    """Makes the connections; it is given vetted IP addresses only."""

    def vetted(self, host: str, port: int, seconds: float) -> list[Endpoint]:
        """Where a host may be contacted, in the resolver's order; the name is looked up once, and not again after this.

        Raises `Trouble` when there is no such host, or none of its addresses may be contacted.
        """
        if port not in self.ports:
            expected = " or ".join(map(str, sorted(self.ports)))
            raise Trouble("hard", f"port {port}, expected {expected}")
        found = [(refusal(place[0], self.allowed), place) for place in self._found(host, port, seconds)]
        if fit := [place for reason, place in found if not reason]:
            return fit
        where = "; ".join(f"{address} ({reason})" for reason, (address, _) in found[:3]) or "nowhere"
        raise Trouble("hard", f"the host {host} is at {where}, expected a public address")

    def _found(self, host: str, port: int, seconds: float) -> Sequence[Endpoint]:
        if isinstance(self.resolve, Known) and (places := self.resolve.places.get(host)):
            return places
        try:
            return in_time(lambda: self.resolve(host, port), seconds)
        except TimeoutError:
            raise Trouble("temporary", f"the name {host} was not found within {seconds:.0f} seconds") from None
        except (OSError, UnicodeError) as error:
            gone = isinstance(error, UnicodeError) or error.errno in UNKNOWN
            raise Trouble("hard" if gone else "temporary", f"the name {host} is not found: {error}") from None
