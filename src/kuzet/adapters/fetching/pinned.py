"""Connections that go to the very address that was vetted, and streams that keep to what a fetch may cost.

`timeout` in these methods, which are named as httpcore has them, is the `Allowance` of the fetch.
"""

from __future__ import annotations

from typing import Any, Final

import httpcore2

from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.network import Network
from kuzet.adapters.fetching.trouble import Trouble

CONNECTING: Final = 10.0
"""Seconds in which one address must take a connection, so that a dead one leaves time for the next."""


class PinnedBackend(httpcore2.NetworkBackend):
    """Opens connections; the only place from which the fetcher reaches a network."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: Any = None,  # noqa: ANN401
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Any = None,  # noqa: ANN401, ARG002
    ) -> PinnedStream:
        """A stream to the first vetted address that takes one."""
        allowance: Allowance = timeout
        errors = []
        for address, number in self._network.vetted(host, port, allowance.seconds()):
            try:
                seconds = min(allowance.seconds(), CONNECTING)
                return PinnedStream(self._network.dial.connect_tcp(address, number, seconds), address)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                errors.append(f"{address} port {number}: {error}")
        raise Trouble("temporary", f"no connection to {host} ({'; '.join(errors[:3])})")


class PinnedStream(httpcore2.NetworkStream):
    """A stream on which each step may take no longer than is left, and each byte is counted."""

    def __init__(self, stream: httpcore2.NetworkStream, address: str) -> None:
        self._stream, self._address = stream, address

    def read(self, max_bytes: int, timeout: Any = None) -> bytes:  # noqa: ANN401
        """What has come, at most `max_bytes`."""
        allowance: Allowance = timeout
        try:
            data = self._stream.read(max_bytes, allowance.seconds())
        except httpcore2.ReadTimeout:
            raise allowance.overdue() from None
        except httpcore2.ReadError as error:
            raise Trouble("temporary", f"the connection broke: {error}") from None
        allowance.spend(len(data))
        return data

    def write(self, buffer: bytes, timeout: Any = None) -> None:  # noqa: ANN401
        """Send a request, which is small."""
        allowance: Allowance = timeout
        try:
            self._stream.write(buffer, allowance.seconds())
        except httpcore2.WriteTimeout:
            raise allowance.overdue() from None

    def close(self) -> None:
        """Let go of the connection."""
        self._stream.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: Any = None) -> PinnedStream:  # noqa: ANN401
        """The stream within TLS; the certificate must be one of `server_hostname`."""
        allowance: Allowance = timeout
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, allowance.seconds())
        except httpcore2.ConnectTimeout:
            raise allowance.overdue() from None
        except Trouble:
            self.close()
            raise
        except httpcore2.ConnectError as error:
            raise Trouble("soft", f"no safe connection to {server_hostname}: {error}") from None
        return PinnedStream(stream, self._address)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401
        """What the stream knows of itself; `address` is the IP address that it was opened to."""
        return self._address if info == "address" else self._stream.get_extra_info(info)
