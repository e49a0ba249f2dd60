"""Answers spoiled at random: each is given whole, or told why not; none raises, none hangs."""

from __future__ import annotations

import gzip
import random

from tests.adapters.fetching.servers import answer, fetching, network

from kuzet.adapters.fetching.once import Caps
from kuzet.observatory.collect.ports import Failed, Fetched

BODY = "Журналист қамауға алынды. ".encode() * 20
SOUND = [
    answer(body=BODY),
    answer(headers=["Content-Encoding: gzip", "Content-Type: text/html"], body=gzip.compress(BODY)),
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n3;x=y\r\nfgh\r\n0\r\nTrailer: x\r\n\r\n",
    answer(302, ["Location: /next"]),
    answer(503, ["Retry-After: Thu, 26 Nov 2026 12:05:00 GMT"]),
    b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n" + answer(body=BODY),
]
PLANTED = [
    b"\r\n",
    b"\n",
    b"\0",
    b":",
    b" ",
    b"Content-Length: 9\r\n",
    b"\xff\xfe",
    b"HTTP/1.1",
    b"-1",
    b"9" * 30,
    b"\r\n\r\n",
]


def spoiled(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        way = chance.randrange(4)
        if way == 0:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        elif way == 1:
            data = data[:at] + chance.choice(PLANTED) + data[at:]
        elif way == 2:
            data = data[:at] + data[at + chance.randint(1, 30) :]
        else:
            data = data[:at]
    return data


def test_a_thousand_spoiled_answers_raise_nothing(site):
    chance = random.Random(7)  # noqa: S311  (a fixed seed: the same answers every time)
    answers = [spoiled(chance.choice(SOUND), chance) for _ in range(1_000)]
    site.pages |= {f"/{number}": [data] for number, data in enumerate(answers)}
    fetch = fetching(network({"site.kz": site.at}), caps=Caps(seconds=5.0))
    got = [fetch(f"http://site.kz/{number}") for number in range(1_000)]
    assert {type(one) for one in got} == {Fetched, Failed}
    assert [one.why for one in got if isinstance(one, Failed) and ("\n" in one.why or "within" in one.why)] == []
