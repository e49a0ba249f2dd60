"""The pairs that share a key, found by sorting keys in files: the same pairs as `Index` finds, for any number of items.

Keys are hashed to 64 bits: among a million items (20 million keys) the odds are one in 100,000 that any two meet by
chance, and the worst of it is a pair compared for nothing. Two properties of `keys` are used. Neighbourhood is mutual,
so that of two keys that mirror each other (`crowd`) one is enough; and who looks under a key is found under it too.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

import numpy as np

from kuzet.observatory.link.files import Array, Files
from kuzet.observatory.link.index import CROWDED
from kuzet.observatory.link.items import Item
from kuzet.observatory.link.keys import crowd, lookups, postings

BUCKETS: Final = 32
"""Files of keys, each sorted by itself: with a million items one holds some 600,000 keys."""

RANGE: Final = 8192
"""Items whose pairs stand in one file."""

PIECE: Final = 1 << 21
"""Pairs that are made at once, 16 MB of them."""

FLUSH: Final = 1 << 18
_ENTRY: Final = np.dtype([("key", "<u8"), ("mark", "<u4")])
_PAIR: Final = np.dtype("<u8")


class Blocks:
    """Takes the keys of items, and when all are in gives the pairs that share one."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._hashes = bytearray()
        self._marks = array("I")
        self._places = 0

    def add(self, item: Item) -> None:
        """Put the keys of the next item down."""
        looked_for = lookups(item)
        for key in postings(item):
            if crowd(key) == key:
                self._hashes += blake2b(key.encode(), digest_size=8).digest()
                self._marks.append(self._places << 1 | (key in looked_for))
        self._places += 1
        if len(self._marks) > FLUSH:
            self._write()

    def pair(self, numbers: Array) -> Iterator[Array]:
        """The pairs of neighbours, each once and in order, piece by piece; `numbers` tells the number of each place.

        A piece holds the pairs of the next `RANGE` items with all of higher numbers; it can be empty.
        """
        self._write()
        for bucket in range(BUCKETS):
            for found in _shared(self._files.load(f"keys-{bucket}", _ENTRY), numbers):
                self._spill(np.unique(found))
        for start in range(0, len(numbers), RANGE):
            name = f"pairs-{start // RANGE}"
            yield np.unique(self._files.load(name, _PAIR))
            self._files.remove(name)

    def _write(self) -> None:
        entries = np.empty(len(self._marks), _ENTRY)
        entries["key"] = np.frombuffer(self._hashes, "<u8")
        entries["mark"] = self._marks
        bucket = entries["key"] % BUCKETS
        for each in range(BUCKETS):
            self._files.append(f"keys-{each}", entries[bucket == each])
        self._hashes.clear()
        del self._marks[:]

    def _spill(self, found: Array) -> None:
        """Sorted pairs into the files of their left items."""
        ranges = unpacked(found)[0] // RANGE
        for start, size in zip(*runs(ranges), strict=True):
            self._files.append(f"pairs-{ranges[start]}", found[start : start + size])


def packed(left: Array, right: Array) -> Array:
    """Pairs of numbers as one number each, the smaller number above: their order is that of the pairs."""
    left, right = left.astype(np.uint64), right.astype(np.uint64)
    return np.minimum(left, right) << np.uint64(32) | np.maximum(left, right)


def unpacked(pairs: Array) -> tuple[Array, Array]:
    """The two numbers of each pair."""
    return (pairs >> np.uint64(32)).astype(np.uint32), (pairs & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def runs(values: Array) -> tuple[Array, Array]:
    """Where each run of equal values in a sorted array begins, and how long it is."""
    starts: Array = np.flatnonzero(np.concatenate((np.ones(len(values[:1]), bool), values[1:] != values[:-1])))
    return starts, np.diff(starts, append=len(values))


def spread(places: Array, firsts: Array, counts: Array) -> Iterator[tuple[Array, Array]]:
    """Each place beside `counts` further ones from `firsts` on, some `PIECE` pairs at once."""
    cuts = np.flatnonzero(np.diff(np.cumsum(counts) // PIECE)) + 1
    for part in np.split(np.arange(len(places)), cuts):
        many = counts[part]
        steps = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        yield np.repeat(places[part], many), np.repeat(firsts[part], many) + steps


def _shared(entries: Array, numbers: Array) -> Iterator[Array]:
    """The pairs that share a key which is not crowded, in pieces; one pair can come several times."""
    entries = entries[np.argsort(entries["key"], kind="stable")]
    starts, sizes = runs(entries["key"])
    sizes_here = np.repeat(sizes, sizes)
    entries = entries[(sizes_here > 1) & (sizes_here <= CROWDED)]
    starts, sizes = runs(entries["key"])
    block_of = np.repeat(np.arange(len(starts)), sizes)
    looks = entries["mark"] & 1
    items = numbers[entries["mark"] >> 1]
    everybody_looks = np.bincount(block_of, looks, len(starts)) == sizes
    looking = np.flatnonzero(looks)
    block = block_of[looking]
    firsts = np.where(everybody_looks[block], looking + 1, starts[block])
    for left, right in spread(looking, firsts, starts[block] + sizes[block] - firsts):
        yield packed(items[left], items[right])[left != right]
