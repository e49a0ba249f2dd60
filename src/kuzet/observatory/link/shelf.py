"""Items on disk, numbered in the order of their ids, so that it does not matter how many there are."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import numpy as np
from msgspec import msgpack

from kuzet.basis.dates import EventDate
from kuzet.basis.errors import BadInput
from kuzet.observatory.link.files import Array, Files
from kuzet.observatory.link.items import Item

FLUSH: Final = 1 << 22
"""Bytes that are gathered before they are written."""

_FILE: Final = "items"


class Shelf:
    """Takes items, and when all are in (`sort`) gives them by their numbers; only ids and places stay in memory."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._files.append(_FILE, b"")
        self._file = files.opened(_FILE)
        self._waiting = bytearray()
        self._starts = array("Q", [0])
        self._places = np.empty(0, np.uint32)
        self._several = bytearray()
        self.ids: list[str] = []

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, item: Item) -> None:
        """Put an item in: the first at place 0, the second at place 1."""
        blob = encoded(item)
        self._waiting += blob
        self._starts.append(self._starts[-1] + len(blob))
        self.ids.append(item.id)
        self._several.append(item.several)
        if len(self._waiting) > FLUSH:
            self._write()

    def sort(self) -> Array:
        """Number the items by their ids and give the number of each place; `BadInput` when an id stands twice."""
        self._write()
        order = sorted(range(len(self)), key=self.ids.__getitem__)
        self.ids = [self.ids[place] for place in order]
        for one, other in zip(self.ids, self.ids[1:], strict=False):
            if one == other:
                raise BadInput(one, "an id that was not added before", "items to be linked")
        self._places = np.array(order, np.uint32)
        return np.argsort(self._places).astype(np.uint32)

    def several(self, numbers: Array) -> list[str]:
        """The ids of those items that name several people or outlets."""
        flags = np.frombuffer(self._several, np.bool_)[self._places[numbers]]
        return [self.ids[number] for number in numbers[flags]]

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def number(self, ident: str) -> int | None:
        """The number of an id; None for an unknown one."""
        found = bisect_left(self.ids, ident)
        return found if found < len(self.ids) and self.ids[found] == ident else None

    def item(self, number: int) -> Item:
        """One item."""
        return decoded(self._blob(number))

    def blobs(self, numbers: Iterable[int]) -> list[bytes]:
        """Items as they are sent to a worker."""
        return [self._blob(number) for number in numbers]

    def _blob(self, number: int) -> bytes:
        place = self._places[number]
        start = self._starts[place]
        self._file.seek(start)
        return self._file.read(self._starts[place + 1] - start)

    def _write(self) -> None:
        self._files.append(_FILE, self._waiting)
        self._waiting.clear()


def encoded(item: Item) -> bytes:
    """An item as bytes."""
    return _ENCODER.encode(item)


def decoded(blob: bytes) -> Item:
    """The item again."""
    return _DECODER.decode(blob)


@lru_cache(maxsize=20_000)
def _date(text: str) -> EventDate:
    return EventDate.parse(text)


_ENCODER: Final = msgpack.Encoder(enc_hook=str)
_DECODER: Final = msgpack.Decoder(Item, dec_hook=lambda _, text: _date(text))
