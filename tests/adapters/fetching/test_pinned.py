"""A stream keeps to its allowance, and knows its address even when the other side is gone."""

from __future__ import annotations

import socket
import struct
from threading import Event

import pytest
from tests.adapters.fetching.servers import SITE, TLS, Hands, listening, network

from kuzet.adapters.fetching.allowance import Allowance
from kuzet.adapters.fetching.clock import Clock
from kuzet.adapters.fetching.pinned import PinnedBackend
from kuzet.adapters.fetching.trouble import Trouble


def torn(connection):
    """Answers, and resets the connection."""
    connection.recv(65536)
    connection.send(b"whole")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def read_on(stream, allowance):
    while stream.read(1000, allowance):
        pass


def test_a_server_that_tears_the_connection_weighs_little_and_is_still_named():
    allowance = Allowance(5.0, 1000, Clock())
    with listening(torn) as at, allowance.running():
        stream = PinnedBackend(network({"site.kz": at})).connect_tcp("site.kz", 80, allowance)
        stream.write(b"GET / HTTP/1.1\r\n\r\n", allowance)
        with pytest.raises(Trouble, match="the connection broke: ") as told:
            read_on(stream, allowance)
        assert told.value.weight == "temporary"
        assert stream.get_extra_info("address") == SITE
        stream.close()


def test_a_connection_that_comes_too_late_for_tls_is_closed():
    hands, closed = Hands(), Event()
    allowance = Allowance(5.0, 1000, hands.clock)
    with listening(lambda connection: connection.recv(1) or closed.set()) as at, allowance.running():
        stream = PinnedBackend(network({"site.kz": at})).connect_tcp("site.kz", 443, allowance)
        hands.time += 5.0
        with pytest.raises(Trouble, match="no end of the answer within 5 seconds"):
            stream.start_tls(TLS, "site.kz", allowance)
        assert closed.wait(5.0)


def test_only_time_within_running_is_counted():
    hands = Hands()
    allowance = Allowance(10.0, 0, hands.clock)
    for left in (10.0, 6.0, 2.0):
        hands.time += 100.0
        with allowance.running():
            assert allowance.seconds() == left
            hands.time += 4.0
    with allowance.running(), pytest.raises(Trouble, match="no end of the answer within 10 seconds"):
        allowance.seconds()


def test_bytes_may_come_up_to_the_cap_and_not_one_more():
    allowance = Allowance(1.0, 10, Clock())
    allowance.spend(4)
    allowance.spend(6)
    with pytest.raises(Trouble, match="more than 10 bytes on the wire, which is the cap"):
        allowance.spend(1)
