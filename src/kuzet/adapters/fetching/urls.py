"""An address as text, read by one parser for vetting and for connecting, so that the two cannot differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address
from typing import Final

import httpx2

from kuzet.adapters.fetching.trouble import Trouble

LONGEST: Final = 2_000
"""Characters of an address; longer ones are no page's (sitemaps.org allows 2,048)."""
PORTS: Final = {"http": 80, "https": 443}
NAME: Final = re.compile(
    r"(?!.{254})(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
)
"""A host name of the DNS: labels of up to 63 characters, 253 in all (RFC 1035; an underscore is met with)."""
NUMBER: Final = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
"""A host whose last label is a number: resolvers read it as an IP address (2130706433, 0x7f.1, 127.1)."""
PLAIN: Final = re.compile(
    r"(?!.*/\.|.*xn--|[^/]*//.{254})(https?)://((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})"
    r"((?:/(?:[A-Za-z0-9._~,=:@+/-]|%[0-9A-F]{2})*)?(?:\?(?:[A-Za-z0-9._~,=:@+/&-]|%[0-9A-F]{2})+)?)"
)
"""An address that stands for itself: a host of the DNS without a port, a path without dots to be resolved, nothing to
be encoded. Most are of this form, which the library reads in the same way and takes several times as long for."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes. `host` is in small ASCII letters, without a dot at the end; `path` holds the query."""

    scheme: str
    host: str
    port: int
    path: bytes

    @property
    def site(self) -> str:
        """The beginning that the addresses of this host share, which is also where its robots.txt stands."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The host as it stands in a request, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


@lru_cache(maxsize=4096)  # each layer of the fetcher reads the same address
def parse(url: str) -> Target:
    """Read an address; raises `Trouble` (hard) that names what was expected."""
    if len(url) > LONGEST:
        raise Trouble("hard", f"{len(url):,} characters, expected an address of at most {LONGEST:,}")
    plain = PLAIN.fullmatch(url)
    if plain:
        scheme, host, path = plain.groups()
        return Target(scheme, host, PORTS[scheme], (path if path.startswith("/") else f"/{path}").encode())
    return _parsed(_read(url))


def _parsed(read: httpx2.URL) -> Target:
    if read.scheme not in PORTS:
        raise Trouble("hard", "expected an address that begins with http:// or https://")
    if read.userinfo:
        raise Trouble("hard", "holds a user name before the host, expected none")
    if read.port is not None and not 0 < read.port < 65_536:
        raise Trouble("hard", f"port {read.port}, expected 1 to 65535")
    return Target(read.scheme, _host(read.raw_host), read.port or PORTS[read.scheme], read.raw_path)


def join(base: str, location: str) -> str:
    """The address that a redirect leads to, without its fragment."""
    return str(_read(location, base).copy_with(fragment=None))


def _read(url: str, base: str = "") -> httpx2.URL:
    try:
        return httpx2.URL(base).join(url) if base else httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise Trouble("hard", f"no address that can be read: {str(error)[:200]}") from None


def _host(raw: bytes) -> str:
    host = raw.decode("ascii").lower().removesuffix(".")
    if _is_address(host) or (NAME.fullmatch(host) and not NUMBER.fullmatch(host)):
        return host
    raise Trouble("hard", f"the host {host[:100]!r} is neither a name nor an IP address in its usual form")


def _is_address(host: str) -> bool:
    """Whether it is an IP address without a scope, which names a network of this machine."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return "%" not in host
