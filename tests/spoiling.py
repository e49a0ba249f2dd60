"""Recorded samples spoiled as answers of the world are: cut, mixed, half converted, hostile; the same for one seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kuzet.observatory.collect import samples, sources
from kuzet.observatory.collect.plan import Start
from tests import mutations

Spoil = Callable[[bytes, random.Random], bytes]

JUNK = (
    *rb"""<![CDATA[ ]]> <!-- --> </html> <html> <script> </script> <table><tr><td> <svg><math> &#x110000; &#0; &nbsp;
&undefined; &#xd800; <!DOCTYPE[<!ENTITY> <base/href='javascript:1'> <link/rel="canonical"/href="http://["> {"@graph":[[[
<meta/charset="hex"> <time/datetime="9999999999999-13-45T99"> <pubDate>Feb31</pubDate> <link>http://[::1</link> \ud800
<script/type="application/ld+json">{"headline":"\ud800","author":"\udfff"}</script>""".split(),
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90", b'<?xml version="1.0" encoding="utf-16"?>'),
)


@dataclass(frozen=True)
class Sample:
    """A recorded answer: a start page with its `start`, or a page."""

    name: str
    body: bytes
    content_type: str
    url: str
    start: Start | None = None


def recorded() -> list[Sample]:
    """Every sample of the country pack."""
    found = []
    for folder in sources.folders(sources.shelf("kz")):
        plan, expected = sources.plan(folder), samples.expectation(folder)
        for one in expected.starts:
            start, body = plan.start[one.of], folder.joinpath(one.sample).read_bytes()
            found.append(Sample(f"{folder.name}/{one.sample}", body, one.content_type, start.url, start))
        for one in expected.pages:
            body = folder.joinpath(one.sample).read_bytes()
            found.append(Sample(f"{folder.name}/{one.sample}", body, one.content_type, one.url))
    return found


def spoiled(seed: int, wanted: int) -> Iterator[tuple[str, Sample]]:
    """`wanted` samples with the names of the one to five things done to each."""
    chance = random.Random(seed)
    rows = recorded()
    for _ in range(wanted):
        sample = chance.choice(rows)
        body, done = sample.body, chance.choices(SPOILING, k=chance.randint(1, 5))
        for spoil in done:
            body = spoil(body, chance)[:300_000]
        kind = chance.choice(
            (sample.content_type, sample.content_type, "", "text/html; charset=windows-1251", "text/xml")
        )
        names = "+".join(spoil.__name__ for spoil in done)
        yield names, Sample(sample.name, body, kind, sample.url, sample.start)


def cut(body: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.choices(range(len(body) + 1), k=2))
    return body[start:end] if chance.random() < 0.3 else body[:start] + body[end:]


def ended(body: bytes, chance: random.Random) -> bytes:
    return body[: chance.randrange(len(body) + 1)]


def flipped(body: bytes, chance: random.Random) -> bytes:
    changed = bytearray(body)
    for _ in range(chance.randint(1, 40)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def junk(body: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(body) + 1)
        body = body[:at] + chance.choice(JUNK) * chance.choice((1, 1, 3, 400)) + body[at:]
    return body


def doubled(body: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(body) + 1)
    part = body[at : at + chance.choice((3, 20, 200, 2000))]
    return body[:at] + part * chance.choice((2, 9, 60)) + body[at:]


def untagged(body: bytes, chance: random.Random) -> bytes:
    mark = chance.choice((b"<", b">", b"/", b'"', b"</", b"="))
    return body.replace(mark, b"", chance.randint(1, 30))


def recoded(body: bytes, chance: random.Random) -> bytes:
    text = body.decode("utf-8", "replace")
    return text.encode(
        chance.choice(("utf-16", "utf-32", "koi8-r", "cp1251", "cp866", "utf-7", "shift-jis")), "replace"
    )


def written(body: bytes, chance: random.Random) -> bytes:
    """What spoils documents spoils pages too."""
    text = chance.choice(mutations.MUTATIONS)(body.decode("utf-8", "replace") or "x", chance)
    return text.encode("utf-8", "surrogatepass")


def numbered(body: bytes, chance: random.Random) -> bytes:
    digits = chance.choice((b"0", b"99999999999999999999", b"-1", b"1e400", b"\xd9\xa3"))
    return body.replace(chance.choice((b"2024", b"05", b"1", b"06")), digits)


SPOILING: tuple[Spoil, ...] = (cut, ended, flipped, junk, doubled, untagged, recoded, written, numbered)
