"""Which IP addresses may be contacted: only those of the public internet.

The networks are those of the IANA special-purpose registries (RFC 6890 and its updates) that are not globally reachable
or that carry another address inside, and one address of a cloud that looks public. Python's own `is_global` differs
between its versions, so that the list stands here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

Network = IPv4Network | IPv6Network

FORBIDDEN: Final = tuple(
    (ip_network(network), name)
    for network, name in (
        ("0.0.0.0/8", "this host"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a provider (CGNAT)"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "the metadata of a cloud"),
        ("169.254.0.0/16", "link-local, which holds the metadata of clouds"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved for protocols"),
        ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("::ffff:0:0/96", "an IPv4 address inside IPv6 (mapped)"),
        ("::/96", "an IPv4 address inside IPv6 (compatible)"),
        ("64:ff9b::/96", "an IPv4 address inside IPv6 (NAT64)"),
        ("64:ff9b:1::/48", "an IPv4 address inside IPv6 (local NAT64)"),
        ("100::/64", "a hole that discards"),
        ("2001::/32", "an IPv4 address inside IPv6 (Teredo)"),
        ("2001::/23", "reserved for protocols"),
        ("2001:db8::/32", "for documentation"),
        ("2002::/16", "an IPv4 address inside IPv6 (6to4)"),
        ("3fff::/20", "for documentation"),
        ("fc00::/7", "unique-local"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
"""Networks that are not contacted, with what they are; the first that holds an address names it."""

GLOBAL_UNICAST: Final = ip_network("2000::/3")
"""All that IANA has given out of IPv6; what lies outside is reserved."""


def refusal(text: str, allowed: Sequence[Network]) -> str:
    """Why an address is not contacted, empty when it may be; `allowed` networks go before all others."""
    return _refusal(text, tuple(allowed))


@lru_cache(maxsize=4096)  # a host is at the same addresses for every page, and there are thirty networks to compare
def _refusal(text: str, allowed: tuple[Network, ...]) -> str:
    try:
        address = ip_address(text)
    except ValueError:
        return "no IP address"
    if any(address in network for network in allowed):
        return ""
    return _named(address) or _outside(address)


def _named(address: IPv4Address | IPv6Address) -> str:
    return next((name for network, name in FORBIDDEN if address in network), "")


def _outside(address: IPv4Address | IPv6Address) -> str:
    return "reserved" if address.version == 6 and address not in GLOBAL_UNICAST else ""
