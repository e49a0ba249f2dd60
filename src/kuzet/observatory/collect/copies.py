"""Near-copies: one text at several addresses (agency texts taken over, reposts, a page captured under two names).

A text is cut into runs of three words, sketched by MinHash (rensa), and compared with the earlier texts that share a
band of the sketch (LSH). A copy is marked, never dropped: the documents are many, what they tell is one.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from rensa import RMinHash

from kuzet.basis.word import Word
from kuzet.language.text import script

COPY: Final = 0.5
"""Share of common runs of words from which on a text counts as a copy. Of the golden pairs (`copies.yml` of the tests)
copies have 0.61 and more, all others 0.03 and less; it lies nearer to the copies, so that a later text that repeats a
good part of an earlier one is still its own."""

SHORTEST: Final = 12
"""Words: shorter texts (captions, "read more on our site") are alike without being copies."""

HASHES: Final = 128
ROWS: Final = 4
"""Hashes of a band. 32 bands of 4 find 87 % of pairs at 0.5, 98.8 % at 0.6, all but one in 5,000 at 0.7."""

_RUN: Final = 3
_SEED: Final = 20240513
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBERS: Final = tuple(bytes([number]) for number in range(HASHES // ROWS))
_FORM: Final = struct.Struct(f"<{HASHES}I")


class Sketch(Word):
    """A text as far as its copies are concerned: `digest` is 128 numbers of 32 bits, little-endian."""

    digest: bytes
    words: int


def sketch(text: str) -> Sketch:
    """The sketch of a text; case, ё, punctuation and missing Kazakh letters (қ typed as к) make no difference."""
    words = _WORD.findall(script.bare(text.lower().replace("ё", "е")))
    hashed = RMinHash(HASHES, _SEED)
    hashed.update(list(dict.fromkeys(_runs(words))))
    return Sketch(digest=_FORM.pack(*hashed.digest()), words=len(words))


def _runs(words: list[str]) -> Iterator[str]:
    if len(words) < _RUN:
        yield " ".join(words)
    for first, (second, third) in zip(words, pairwise(words[1:]), strict=False):
        yield f"{first} {second} {third}"


def similar(one: Sketch, other: Sketch) -> float:
    """The estimated share of common runs of words (Jaccard), from 0 to 1; its standard error is at most 0.045."""
    pairs = zip(_FORM.unpack(one.digest), _FORM.unpack(other.digest), strict=True)
    return float(sum(left == right for left, right in pairs) / HASHES)


def is_copy(one: Sketch, other: Sketch) -> bool:
    """Whether both are one text."""
    return min(one.words, other.words) >= SHORTEST and similar(one, other) >= COPY


def bands(one: Sketch) -> tuple[bytes, ...]:
    """Keys under which copies meet: two that share no band are not compared. For an index kept elsewhere."""
    size, digest = ROWS * 4, one.digest
    return tuple([number + digest[at * size : (at + 1) * size] for at, number in enumerate(_NUMBERS)])


class Earlier(NamedTuple):
    """An earlier text that the new one is a copy of."""

    id: str
    similar: float


class Index:
    """The sketches of a time, in memory: about 5 kB a text."""

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._bands: dict[bytes, list[str]] = {}

    def add(self, key: str, one: Sketch) -> None:
        """Remember a text under its id."""
        self._sketches[key] = one
        for band in bands(one):
            self._bands.setdefault(band, []).append(key)

    def earlier(self, one: Sketch) -> list[Earlier]:
        """The texts that this one is a copy of, the most similar first, of equals the one added first."""
        met = dict.fromkeys(key for band in bands(one) for key in self._bands.get(band, ()))
        found = [Earlier(key, similar(one, self._sketches[key])) for key in met if is_copy(one, self._sketches[key])]
        return sorted(found, key=lambda each: -each.similar)
