"""Addresses that must not be reached, each with what is said of it. {port} is that of a listener on 127.0.0.1."""

from __future__ import annotations

LITERAL = [
    ("http://127.0.0.1:{port}/", "127.0.0.1 (loopback)"),
    ("http://127.0.0.1.:{port}/", "127.0.0.1 (loopback)"),
    ("http://127.8.9.10:{port}/", "(loopback)"),
    ("https://127.0.0.1:{port}/", "(loopback)"),
    ("http://0.0.0.0:{port}/", "(this host)"),
    ("http://10.0.0.1/", "(private)"),
    ("http://172.16.0.1/", "(private)"),
    ("http://172.31.255.254/", "(private)"),
    ("http://192.168.1.1/", "(private)"),
    ("http://169.254.169.254/latest/meta-data/", "(link-local, which holds the metadata of clouds)"),
    ("http://100.64.0.1/", "(shared by a provider (CGNAT))"),
    ("http://100.100.100.200/latest/meta-data/", "(shared by a provider (CGNAT))"),
    ("http://168.63.129.16/machine", "(the metadata of a cloud)"),
    ("http://192.0.0.192/opc/v1/", "(reserved for protocols)"),
    ("http://192.0.2.1/", "(for documentation)"),
    ("http://198.51.100.1/", "(for documentation)"),
    ("http://203.0.113.1/", "(for documentation)"),
    ("http://192.88.99.1/", "(a 6to4 relay)"),
    ("http://198.18.0.1/", "(for benchmarks)"),
    ("http://224.0.0.1/", "(multicast)"),
    ("http://239.255.255.250/", "(multicast)"),
    ("http://240.0.0.1/", "(reserved)"),
    ("http://255.255.255.255/", "(reserved)"),
    ("http://[::1]:{port}/", "::1 (loopback)"),
    ("http://[0:0:0:0:0:0:0:1]:{port}/", "(loopback)"),
    ("http://[::]:{port}/", "(unspecified)"),
    ("http://[::ffff:127.0.0.1]:{port}/", "(an IPv4 address inside IPv6 (mapped))"),
    ("http://[::ffff:7f00:1]:{port}/", "(an IPv4 address inside IPv6 (mapped))"),
    ("http://[::127.0.0.1]:{port}/", "(an IPv4 address inside IPv6 (compatible))"),
    ("http://[64:ff9b::7f00:1]/", "(an IPv4 address inside IPv6 (NAT64))"),
    ("http://[64:ff9b:1::a00:1]/", "(an IPv4 address inside IPv6 (local NAT64))"),
    ("http://[2002:7f00:1::1]/", "(an IPv4 address inside IPv6 (6to4))"),
    ("http://[2001:0:53aa:64c:0:0:80ff:fffe]/", "(an IPv4 address inside IPv6 (Teredo))"),
    ("http://[2001:20::1]/", "(reserved for protocols)"),
    ("http://[2001:db8::1]/", "(for documentation)"),
    ("http://[3fff::1]/", "(for documentation)"),
    ("http://[100::1]/", "(a hole that discards)"),
    ("http://[fc00::1]/", "(unique-local)"),
    ("http://[fd00:ec2::254]/latest/meta-data/", "(unique-local)"),
    ("http://[fe80::1]/", "(link-local)"),
    ("http://[fe80::1%25lo]:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://[fec0::1]/", "(site-local)"),
    ("http://[ff02::1]/", "(multicast)"),
    ("http://[4000::1]/", "(reserved)"),
]
"""IP addresses in their usual form."""

DISGUISED = [
    ("http://2130706433:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://0x7f000001:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://017700000001:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://0x7f.0.0.1:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://0177.0.0.1:{port}/", "no address that can be read"),
    ("http://127.1:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://127.0.1:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://0:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://127.0.0.1%2f.site.kz:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://127.0.0.1%00.site.kz:{port}/", "neither a name nor an IP address in its usual form"),
    ("http://１２７.０.０.１:{port}/", "no address that can be read"),
    ("http://127。0。0。1:{port}/", ""),
    ("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/", "no address that can be read"),
    ("http://site.kz@127.0.0.1:{port}/", "holds a user name before the host"),
    ("http://site.kz:80@127.0.0.1:{port}/", "holds a user name before the host"),
    ("http://site.kz\\@127.0.0.1:{port}/", "holds a user name before the host"),
    ("http://site.kz%00@127.0.0.1:{port}/", "holds a user name before the host"),
    ("http://127.0.0.1:{port}\\@site.kz/", ""),
]
"""Loopback written so that a careless reader takes it for something else."""

NAMED = {
    "localhost": ["127.0.0.1", "::1"],
    "inner.kz": ["10.1.2.3"],
    "every.kz": ["127.0.0.1", "10.0.0.1", "::ffff:127.0.0.1"],
    "mapped.kz": ["::ffff:127.0.0.1"],
    "metadata.kz": ["169.254.169.254"],
    "nat64.kz": ["64:ff9b::7f00:1"],
    "scoped.kz": ["fe80::1%lo"],
    "nonsense.kz": ["not an address"],
    "nowhere.kz": [],
}
"""Names that lead to forbidden addresses."""

NAMES = [
    ("http://localhost:{port}/", "127.0.0.1 (loopback); ::1 (loopback)"),
    ("http://LOCALHOST.:{port}/", "(loopback)"),
    ("http://inner.kz/", "the host inner.kz is at 10.1.2.3 (private), expected a public address"),
    ("http://every.kz:{port}/", "(loopback)"),
    ("http://mapped.kz:{port}/", "(mapped)"),
    ("http://metadata.kz/", "(link-local, which holds the metadata of clouds)"),
    ("http://nat64.kz/", "(NAT64)"),
    ("http://scoped.kz:{port}/", "(link-local)"),
    ("http://nonsense.kz/", "(no IP address)"),
    ("http://nowhere.kz/", "is at nowhere"),
]

OTHER = [
    ("http://site.kz:22/", "port 22, expected 80 or 443"),
    ("http://site.kz:6379/", "port 6379, expected 80 or 443"),
    ("http://site.kz:0/", "port 0, expected 1 to 65535"),
    ("file:///etc/passwd", "expected an address that begins with http:// or https://"),
    ("ftp://site.kz/", "expected an address that begins with http:// or https://"),
    ("gopher://127.0.0.1:{port}/_x", "expected an address that begins with http:// or https://"),
    ("ws://site.kz/", "expected an address that begins with http:// or https://"),
    ("javascript:alert(1)", "expected an address that begins with http:// or https://"),
    ("data:text/html,x", "expected an address that begins with http:// or https://"),
    ("unix:///var/run/docker.sock", "expected an address that begins with http:// or https://"),
    ("http+unix://%2Fvar%2Frun/", ""),
]
"""Other ports and schemes."""

BROKEN = [
    ("", "expected an address that begins with http:// or https://"),
    ("//site.kz/", "expected an address that begins with http:// or https://"),
    ("http://", "neither a name nor an IP address in its usual form"),
    ("http:///etc/passwd", "neither a name nor an IP address in its usual form"),
    ("http://[::1/", "no address that can be read"),
    ("http://site..kz/", "neither a name nor an IP address in its usual form"),
    ("http://-site.kz/", "neither a name nor an IP address in its usual form"),
    ("http://" + "a" * 64 + ".kz/", "neither a name nor an IP address in its usual form"),
    ("http://" + "a." * 130 + "kz/", "neither a name nor an IP address in its usual form"),
    ("http://site.kz/\r\nX-Injected: 1", "no address that can be read"),
    ("http://site.kz\x00.other.kz/", "no address that can be read"),
    ("http://site.kz/\ud800", "no address that can be read"),
    ("http://site.kz:99999/", "port 99999, expected 1 to 65535"),
    ("http://site.kz:http/", "no address that can be read"),
    ("http://site.kz/" + "x" * 2_000, "2,015 characters, expected an address of at most 2,000"),
]
"""No addresses at all."""

ALL = [*LITERAL, *DISGUISED, *NAMES, *OTHER, *BROKEN]
